import { RE2JS } from 're2js'

/** Longer texts are compared by their beginning only: nothing that a firewall sends in a field is longer. */
const TEXT_MAX = 4_096
const PATTERN_MAX = 512
/** Instructions of a compiled expression: what one look at a text may cost. */
const PROGRAM_MAX = 2_000

export type TextTest = (lowerCase: string) => boolean

const bounded = (text: string): string => (text.length > TEXT_MAX ? text.slice(0, TEXT_MAX) : text)

/** `*` any run of characters, `?` one; nothing else is special. Linear but for its stars, never exponential. */
export function wildcardTest(pattern: string): TextTest {
  const parts = pattern.toLowerCase().replaceAll(/\*+/g, '*')
  return typed => {
    const text = bounded(typed)
    let at = 0
    let part = 0
    let star = -1
    let resume = 0
    while (at < text.length) {
      if (part < parts.length && (parts[part] === '?' || (parts[part] === text[at] && parts[part] !== '*'))) {
        at += 1
        part += 1
      } else if (parts[part] === '*') {
        star = part
        resume = at
        part += 1
      } else if (star >= 0) {
        part = star + 1
        resume += 1
        at = resume
      } else return false
    }
    while (parts[part] === '*') part += 1
    return part === parts.length
  }
}

/** RE2 syntax: linear in the text whatever the expression. Finds it anywhere, without case. @throws with what is wrong with it */
export function regexTest(expression: string): TextTest {
  if (expression.length > PATTERN_MAX) throw new Error(`At most ${PATTERN_MAX} characters`)
  let compiled: RE2JS
  try {
    compiled = RE2JS.compile(expression, RE2JS.CASE_INSENSITIVE)
  } catch (error) {
    throw new Error(`Not a regular expression of RE2 (no look-around, no back-references): ${reasonOf(error)}`, { cause: error })
  }
  if (compiled.programSize() > PROGRAM_MAX) throw new Error('The regular expression is too large: use smaller repetitions')
  return text => compiled.test(bounded(text))
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : String(error))
