/** As in inputs/list.ts: a minute to ten years. */
export const LIST_TTL = { min: 60, max: 10 * 366 * 86_400 } as const
export const TIME_OF_DAY = /^(?:[01]\d|2[0-3]):[0-5]\d$/
/** Rules that may exist. */
export const RULES_MAX = 500
