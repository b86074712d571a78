// The part of XPath that clients of PAN-OS use: absolute steps of a name or `*`, predicates over attributes, text and child paths.

export interface Step {
  readonly tag: string
  readonly predicates: readonly Condition[]
}

export interface Condition {
  readonly any: readonly Comparison[]
}

/** `path` leads to a child, `kind` says what is compared there; no value: it is enough that it exists. */
export interface Comparison {
  readonly path: readonly string[]
  readonly kind: 'attribute' | 'text'
  readonly name: string
  readonly test: 'equals' | 'starts-with' | 'contains' | 'exists'
  readonly value: string
}

export class XpathError extends Error {}

const STEP_NAME = /^(\*|[A-Za-z_][\w.-]*)/
const OPERAND = /^((?:[A-Za-z_][\w.-]*\/)*)(?:@([A-Za-z_][\w-]*)|(text\(\))|([A-Za-z_][\w.-]*)|(\.))$/

/** Splits at the separator outside of quotes and brackets. */
function splitOutside(source: string, separator: string): string[] {
  const parts: string[] = []
  let depth = 0
  let quote = ''
  let from = 0
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at] ?? ''
    if (quote !== '') quote = char === quote ? '' : quote
    else if (char === "'" || char === '"') quote = char
    else if (char === '[' || char === '(') depth += 1
    else if (char === ']' || char === ')') depth -= 1
    else if (depth === 0 && source.startsWith(separator, at)) {
      parts.push(source.slice(from, at))
      from = at + separator.length
      at = from - 1
    }
  }
  if (quote !== '' || depth !== 0) throw new XpathError(`unbalanced: ${source}`)
  parts.push(source.slice(from))
  return parts
}

/** Throws XpathError for what PAN-OS would call a bad xpath (code 6). */
export function parseXpath(xpath: string): Step[] {
  const trimmed = xpath.trim()
  if (!trimmed.startsWith('/') || trimmed.startsWith('//')) throw new XpathError(`not absolute: ${xpath}`)
  return splitOutside(trimmed.replace(/\/$/, '').slice(1), '/').map(parseStep)
}

function parseStep(source: string): Step {
  const tag = STEP_NAME.exec(source)?.[0]
  if (tag === undefined) throw new XpathError(`not a step: ${source}`)
  const predicates: Condition[] = []
  let rest = source.slice(tag.length).trim()
  while (rest !== '') {
    const end = rest.startsWith('[') ? closingBracket(rest) : -1
    if (end === -1) throw new XpathError(`not a predicate: ${rest}`)
    for (const part of splitOutside(rest.slice(1, end), ' and ')) predicates.push({ any: splitOutside(part, ' or ').map(parseComparison) })
    rest = rest.slice(end + 1).trim()
  }
  return { tag, predicates }
}

function closingBracket(source: string): number {
  let quote = ''
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at] ?? ''
    if (quote !== '') quote = char === quote ? '' : quote
    else if (char === "'" || char === '"') quote = char
    else if (char === ']') return at
  }
  return -1
}

function parseComparison(source: string): Comparison {
  const call = /^(starts-with|contains)\((.+?),\s*('[^']*'|"[^"]*")\)$/.exec(source.trim())
  if (call) return operand(call[2] ?? '', call[1] === 'contains' ? 'contains' : 'starts-with', (call[3] ?? '').slice(1, -1))
  const equals = /^(.+?)\s*=\s*('[^']*'|"[^"]*")$/.exec(source.trim())
  if (equals) return operand(equals[1] ?? '', 'equals', (equals[2] ?? '').slice(1, -1))
  return operand(source, 'exists', '')
}

function operand(source: string, test: Comparison['test'], value: string): Comparison {
  const [matched, path, attribute, , child] = OPERAND.exec(source.trim()) ?? []
  if (matched === undefined) throw new XpathError(`not understood: ${source}`)
  const tags = (path ?? '').split('/').filter(tag => tag !== '')
  if (attribute !== undefined) return { path: tags, kind: 'attribute', name: attribute, test, value }
  return { path: child === undefined ? tags : [...tags, child], kind: 'text', name: '', test, value }
}

/** The name that a step names with `[@name='…']` alone; undefined for every other step. */
export const namedBy = (step: Step): string | undefined => only(step, 'attribute')

/** The text that a step names with `[text()='…']` alone. */
export const textedBy = (step: Step): string | undefined => only(step, 'text')

function only({ predicates }: Step, kind: Comparison['kind']): string | undefined {
  const [condition, another] = predicates
  const [comparison, alternative] = condition?.any ?? []
  if (another !== undefined || alternative !== undefined || comparison?.test !== 'equals' || comparison.path.length > 0) return undefined
  if (comparison.kind !== kind || (kind === 'attribute' && comparison.name !== 'name')) return undefined
  return comparison.value
}

const quoted = (value: string): string => (value.includes("'") ? `"${value}"` : `'${value}'`)

export const entryStep = (tag: string, name: string): string => `${tag}[@name=${quoted(name)}]`
export const memberStep = (text: string): string => `member[text()=${quoted(text)}]`
