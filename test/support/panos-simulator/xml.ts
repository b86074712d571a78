// A small XML reader and writer of the simulator's own, so that an error of the driver's parser can not hide behind the same error here.

/** An element; text is what stands in it, meaningful where there are no children. */
export interface XmlElement {
  tag: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

export class XmlSyntaxError extends Error {}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const NAME = /[A-Za-z_][\w.:-]*/y
const ATTRIBUTE = /\s*([A-Za-z_][\w.:-]*)\s*=\s*("[^"<]*"|'[^'<]*')/y

/** Reads one document: a single root. Throws XmlSyntaxError. */
export function parseXml(source: string): XmlElement {
  const roots = parseXmlFragment(source)
  const root = roots[0]
  if (root === undefined || roots.length > 1) throw new XmlSyntaxError('expected one root element')
  return root
}

/** Reads any number of sibling elements, as `element=` may hold them. Throws XmlSyntaxError. */
export function parseXmlFragment(source: string): XmlElement[] {
  const top: XmlElement = { tag: '', attributes: {}, children: [], text: '' }
  const open: XmlElement[] = [top]
  let at = 0
  while (at < source.length) {
    const inside = open[open.length - 1] ?? top
    if (source[at] !== '<') {
      const end = source.indexOf('<', at)
      inside.text += decodeEntities(source.slice(at, end === -1 ? undefined : end))
      at = end === -1 ? source.length : end
    } else if (source.startsWith('<!--', at)) at = endOf(source, '-->', at)
    else if (source.startsWith('<?', at)) at = endOf(source, '?>', at)
    else if (source.startsWith('<![CDATA[', at)) {
      const end = endOf(source, ']]>', at)
      inside.text += source.slice(at + 9, end - 3)
      at = end
    } else if (source.startsWith('<!', at)) throw new XmlSyntaxError('declarations are not read')
    else if (source.startsWith('</', at)) {
      const end = endOf(source, '>', at)
      const name = source.slice(at + 2, end - 1).trim()
      if (open.length === 1 || inside.tag !== name) throw new XmlSyntaxError(`</${name}> closes nothing`)
      open.pop()
      at = end
    } else {
      const started = readStartTag(source, at)
      inside.children.push(started.element)
      if (!started.closed) open.push(started.element)
      at = started.end
    }
  }
  if (open.length > 1) throw new XmlSyntaxError(`<${open[open.length - 1]?.tag ?? ''}> is not closed`)
  if (top.text.trim() !== '') throw new XmlSyntaxError('text outside of an element')
  return top.children
}

function readStartTag(source: string, at: number): { element: XmlElement; closed: boolean; end: number } {
  NAME.lastIndex = at + 1
  const tag = NAME.exec(source)?.[0]
  if (tag === undefined) throw new XmlSyntaxError(`not a tag at ${at}`)
  const attributes: Record<string, string> = {}
  let end = at + 1 + tag.length
  for (;;) {
    ATTRIBUTE.lastIndex = end
    const [all, name, quoted] = ATTRIBUTE.exec(source) ?? []
    if (all === undefined || name === undefined || quoted === undefined) break
    attributes[name] = decodeEntities(quoted.slice(1, -1))
    end += all.length
  }
  while (/\s/.test(source[end] ?? '')) end += 1
  const closed = source.startsWith('/>', end)
  if (!closed && source[end] !== '>') throw new XmlSyntaxError(`<${tag}> is malformed`)
  return { element: { tag, attributes, children: [], text: '' }, closed, end: end + (closed ? 2 : 1) }
}

function endOf(source: string, closing: string, from: number): number {
  const end = source.indexOf(closing, from)
  if (end === -1) throw new XmlSyntaxError(`${closing} is missing`)
  return end + closing.length
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&([^;&\s]{0,10});|&/g, (_all, name: string | undefined) => {
    if (name === undefined) throw new XmlSyntaxError('a bare ampersand')
    const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : name.startsWith('#') ? Number(name.slice(1)) : undefined
    const decoded =
      code === undefined ? ENTITIES[name] : Number.isInteger(code) && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
    if (decoded === undefined) throw new XmlSyntaxError(`unknown entity &${name};`)
    return decoded
  })
}

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, char => `&${char === '&' ? 'amp' : char === '<' ? 'lt' : char === '>' ? 'gt' : char === '"' ? 'quot' : '#39'};`)

/** Text between tags, where PAN-OS leaves quotes as they are. */
export const escapeText = (text: string): string =>
  text.replace(/[&<>]/g, char => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : '&gt;'))

export const childOf = (element: XmlElement | undefined, tag: string): XmlElement | undefined =>
  element?.children.find(child => child.tag === tag)

/** The element at the end of a path of tags. */
export function descend(element: XmlElement | undefined, ...tags: readonly string[]): XmlElement | undefined {
  return tags.reduce(childOf, element)
}

/** Trimmed text of a descendant; undefined when it is not there. */
export const textAt = (element: XmlElement | undefined, ...tags: readonly string[]): string | undefined =>
  descend(element, ...tags)?.text.trim()

/** The texts of the `member` children. */
export const membersOf = (element: XmlElement | undefined): string[] =>
  element?.children.filter(child => child.tag === 'member').map(child => child.text.trim()) ?? []
