const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

export const escapeXml = (text: string): string => text.replaceAll(/[&<>"']/g, character => ESCAPES[character] ?? character)

/** <name>content</name>; content is XML already, or text by `escapeXml`. */
export const element = (name: string, content = '', attributes: Readonly<Record<string, string>> = {}): string => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`
}

export const textElement = (name: string, text: string): string => element(name, escapeXml(text))

export const entry = (name: string, content: string): string => element('entry', content, { name })

export const members = (names: readonly string[]): string => names.map(name => textElement('member', name)).join('')

/**
 * A string in an XPath. PAN-OS knows no escapes: `'…'` unless it has an apostrophe, then `"…"`.
 * @throws RangeError with both, which no name of ours has
 */
export function quoteXpath(text: string): string {
  if (!text.includes("'")) return `'${text}'`
  if (text.includes('"')) throw new RangeError('A name with both kinds of quotes cannot be written in an XPath')
  return `"${text}"`
}

export const entryPath = (parent: string, name: string): string => `${parent}/entry[@name=${quoteXpath(name)}]`

export const memberPath = (parent: string, member: string): string => `${parent}/member[text()=${quoteXpath(member)}]`
