import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { DeviceFailureError } from '../../device-failure.js'

/** An element of an answer. Order and mixed content do not matter in PAN-OS answers, so text is what stands directly in it. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  readonly text: string
}

const DEPTH_MAX = 64
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

/** The root element. @throws DeviceFailureError BAD_ANSWER where it is not XML, declares entities or nests too deeply */
export function parseXml(text: string): XmlElement {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw badAnswer('The device answered with a document type declaration, which is not accepted')
  try {
    if (XMLValidator.validate(text) !== true) throw badAnswer('The device answered with something that is not well-formed XML')
    const roots = (parser.parse(text) as OrderedNode[]).filter(node => elementName(node) !== undefined)
    const [root] = roots
    if (!root || roots.length > 1) throw badAnswer('The device answered without XML')
    return toElement(root, 0)
  } catch (error) {
    if (error instanceof DeviceFailureError) throw error
    throw badAnswer('The device answered with XML that cannot be read', error)
  }
}

type OrderedNode = Readonly<Record<string, unknown>>

const elementName = (node: OrderedNode): string | undefined =>
  Object.keys(node).find(key => key !== ATTRIBUTES && key !== TEXT && key !== CDATA)

function toElement(node: OrderedNode, depth: number): XmlElement {
  if (depth > DEPTH_MAX) throw badAnswer('The device answered with XML that is nested too deeply')
  const name = elementName(node) ?? ''
  const inner = node[name] as OrderedNode[]
  const children: XmlElement[] = []
  let text = ''
  for (const part of inner) {
    if (TEXT in part) text += decode(String(part[TEXT]))
    else if (CDATA in part) text += cdataText(part[CDATA])
    else children.push(toElement(part, depth + 1))
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

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex?: string, decimal?: string, named?: string) => {
    if (named !== undefined) return NAMED[named] ?? whole
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16)
    return code <= 0x10_ffff ? String.fromCodePoint(code) : whole
  })
}

const badAnswer = (message: string, cause?: unknown) => new DeviceFailureError('BAD_ANSWER', message, { cause })

export const child = (element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((at, name) => at?.children.find(({ name: own }) => own === name), element)

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter(({ name: own }) => own === name) ?? []

/** Text of the child at the path; undefined where it is missing or empty. */
export const textOf = (element: XmlElement | undefined, ...path: readonly string[]): string | undefined =>
  child(element, ...path)?.text || undefined

export const membersOf = (element: XmlElement | undefined): string[] => childrenOf(element, 'member').map(({ text }) => text)

/** Every element below, and itself. */
export function* walk(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const inner of element.children) yield* walk(inner)
}
