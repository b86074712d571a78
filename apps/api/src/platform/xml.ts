import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** An element. Text is what stands directly in it; order and mixed content are of no interest to those who read answers. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  readonly text: string
}

/** The text is no XML that is read here; the message says why, in words for people. */
export class XmlFault extends Error {
  constructor(
    /** DECLARES: it has a document type or entities. TOO_LARGE: too many elements, or too deep. BROKEN: not well-formed. */
    readonly kind: 'DECLARES' | 'TOO_LARGE' | 'BROKEN',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'XmlFault'
  }
}

const DEPTH_MAX = 64
const TAGS_MAX = 400_000
const TEXT = '#text'
const CDATA = '#cdata'
const ATTRIBUTES = ':@'

/** Entities are off: the five of XML and character references are resolved here, declarations are refused. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  cdataPropName: CDATA,
  processEntities: false,
  htmlEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: DEPTH_MAX,
})

/** The root element. Blank lines before the declaration are allowed: some servers send them. @throws XmlFault */
export function parseXml(source: string): XmlElement {
  const text = source.replace(/^[\uFEFF\s]+/, '')
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new XmlFault('DECLARES', 'it declares a document type, which is not accepted')
  if (countTags(text) > TAGS_MAX) throw new XmlFault('TOO_LARGE', 'it has too many elements')
  try {
    if (XMLValidator.validate(text) !== true) throw broken()
    const roots = (parser.parse(text) as OrderedNode[]).filter(node => elementName(node) !== undefined)
    const [root] = roots
    if (!root || roots.length > 1) throw broken()
    return toElement(root)
  } catch (error) {
    if (error instanceof XmlFault) throw error
    if (error instanceof Error && /nested/i.test(error.message))
      throw new XmlFault('TOO_LARGE', 'it is nested too deeply', { cause: error })
    throw broken(error)
  }
}

const broken = (cause?: unknown) => new XmlFault('BROKEN', 'it is not well-formed XML', { cause })

function countTags(text: string): number {
  let count = 0
  for (let at = text.indexOf('<'); at >= 0 && count <= TAGS_MAX; at = text.indexOf('<', at + 1)) count += 1
  return count
}

type OrderedNode = Readonly<Record<string, unknown>>

const elementName = (node: OrderedNode): string | undefined =>
  Object.keys(node).find(key => key !== ATTRIBUTES && key !== TEXT && key !== CDATA)

/** Recursion is bounded by the depth that the parser lets through. */
function toElement(node: OrderedNode): XmlElement {
  const name = elementName(node) ?? ''
  const children: XmlElement[] = []
  let text = ''
  for (const part of node[name] as OrderedNode[]) {
    if (TEXT in part) text += decode(String(part[TEXT]))
    else if (CDATA in part) text += cdataText(part[CDATA])
    else children.push(toElement(part))
  }
  const attributes = Object.entries((node[ATTRIBUTES] ?? {}) as Record<string, unknown>).map(
    ([key, value]) => [key, decode(String(value))] as const,
  )
  return { name, attributes: new Map(attributes), children, text: text.trim() }
}

function cdataText(parts: unknown): string {
  if (!Array.isArray(parts)) return ''
  return parts.map((part: OrderedNode) => (typeof part[TEXT] === 'string' ? part[TEXT] : '')).join('')
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex?: string, decimal?: string, named?: string) => {
    if (named !== undefined) return NAMED.get(named) ?? whole
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16)
    return code <= 0x10_ffff ? String.fromCodePoint(code) : whole
  })
}

export const childAt = (element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((at, name) => at?.children.find(({ name: own }) => own === name), element)

export const childrenNamed = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter(({ name: own }) => own === name) ?? []

/** Text of the child at the path; undefined where it is missing or empty. */
export const textAt = (element: XmlElement | undefined, ...path: readonly string[]): string | undefined =>
  childAt(element, ...path)?.text || undefined

/** Every element below, and itself. */
export function* elementsIn(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const inner of element.children) yield* elementsIn(inner)
}
