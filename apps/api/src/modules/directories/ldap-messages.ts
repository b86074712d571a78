/**
 * What a directory may send. The client library trusts lengths that a message gives of itself and keeps all it gets, so
 * every message is measured and checked here first: its size, that its parts fill it exactly, and its shape.
 */
export const MESSAGE_MAX_BYTES = 2_000_000
const ELEMENTS_MAX = 20_000
const DEPTH_MAX = 8

const SEQUENCE = 0x30
const SET = 0x31
const INTEGER = 0x02
const OCTETS = 0x04
const ENUMERATED = 0x0a
const CONTROLS = 0xa0
const RESULTS: ReadonlySet<number> = new Set([0x61, 0x65, 0x78])
const ENTRY = 0x64
const REFERENCE = 0x73
/** Letters, digits and hyphens, with options: `member;range=0-1499`. */
const DESCRIPTION = /^[a-z\d][\w.;=*-]{0,200}$/i

export type MessageFault = { readonly fault: string }

/** Length in bytes of the message that the bytes begin with; undefined: more bytes are needed to tell. */
export function messageLength(bytes: Buffer): number | undefined | MessageFault {
  if (bytes.length > 0 && bytes[0] !== SEQUENCE) return { fault: 'what answers does not speak LDAP' }
  const header = readHeader(bytes, 0, bytes.length)
  if (header === undefined) return bytes.length > 6 ? { fault: 'a message has no readable length' } : undefined
  return header.end > MESSAGE_MAX_BYTES ? { fault: `a message is larger than ${MESSAGE_MAX_BYTES} bytes` } : header.end
}

interface Element {
  readonly tag: number
  readonly start: number
  readonly end: number
  readonly children: readonly Element[]
}

/** Why a whole message is none that the client may see; undefined: it may. */
export function messageFault(bytes: Buffer): string | undefined {
  const message = parseElements(bytes, 0, bytes.length, { depth: 0, count: 0 })?.[0]
  if (!message) return 'a message is malformed'
  const [id, operation, controls, ...others] = message.children
  if (id?.tag !== INTEGER || id.end - id.start > 4 || !operation || others.length > 0) return 'a message is malformed'
  if (controls && !(controls.tag === CONTROLS && controls.children.every(isControl))) return 'a control is malformed'
  return isOperation(bytes, operation) ? undefined : 'an answer is malformed'
}

/** Result code of an answer to an extended request (StartTLS); undefined: it is no such answer. */
export function extendedResult(bytes: Buffer): number | undefined {
  const operation = parseElements(bytes, 0, bytes.length, { depth: 0, count: 0 })?.[0]?.children[1]
  const code = operation?.tag === 0x78 ? operation.children[0] : undefined
  return code?.tag === ENUMERATED ? bytes[code.end - 1] : undefined
}

function isOperation(bytes: Buffer, { tag, children }: Element): boolean {
  if (RESULTS.has(tag)) {
    const [code, matched, message] = children
    return code?.tag === ENUMERATED && code.end - code.start <= 2 && matched?.tag === OCTETS && message?.tag === OCTETS
  }
  if (tag === REFERENCE) return children.every(child => child.tag === OCTETS)
  const [name, attributes] = children
  return tag === ENTRY && name?.tag === OCTETS && attributes?.tag === SEQUENCE && attributes.children.every(one => isAttribute(bytes, one))
}

function isAttribute(bytes: Buffer, { tag, children: [description, values, ...others] }: Element): boolean {
  if (tag !== SEQUENCE || description?.tag !== OCTETS || values?.tag !== SET || others.length > 0) return false
  return DESCRIPTION.test(bytes.toString('latin1', description.start, description.end)) && values.children.every(one => one.tag === OCTETS)
}

const isControl = ({ tag, children }: Element): boolean =>
  tag === SEQUENCE && children.length >= 1 && children.length <= 3 && children[0]?.tag === OCTETS

interface Budget {
  depth: number
  count: number
}

/** The elements that fill a range exactly; undefined where they do not. */
function parseElements(bytes: Buffer, from: number, to: number, budget: Budget): Element[] | undefined {
  if (budget.depth > DEPTH_MAX) return undefined
  const elements: Element[] = []
  for (let at = from; at < to;) {
    const header = readHeader(bytes, at, to)
    budget.count += 1
    if (!header || header.end > to || budget.count > ELEMENTS_MAX) return undefined
    const { tag, start, end } = header
    budget.depth += 1
    const children = (tag & 0x20) === 0 ? [] : parseElements(bytes, start, end, budget)
    budget.depth -= 1
    if (!children) return undefined
    elements.push({ tag, start, end, children })
    at = end
  }
  return elements
}

/** Of one byte of tag and up to four of length; `end` may lie behind what there is. */
function readHeader(bytes: Buffer, at: number, to: number): Omit<Element, 'children'> | undefined {
  const [tag, first] = [bytes[at], bytes[at + 1]]
  if (tag === undefined || first === undefined || at + 2 > to || (tag & 0x1f) === 0x1f) return undefined
  if (first < 0x80) return { tag, start: at + 2, end: at + 2 + first }
  const count = first & 0x7f
  const start = at + 2 + count
  if (count === 0 || count > 4 || start > to) return undefined
  return { tag, start, end: start + bytes.readUIntBE(at + 2, count) }
}
