/** Kleene's three values, ordered: `all` is the least of its parts, `any` the greatest. */
export const FALSE = 0
export const MAYBE = 1
export const TRUE = 2
export type Verdict = typeof FALSE | typeof MAYBE | typeof TRUE

export const verdictOf = (holds: boolean): Verdict => (holds ? TRUE : FALSE)
export const not = (verdict: Verdict): Verdict => (2 - verdict) as Verdict
