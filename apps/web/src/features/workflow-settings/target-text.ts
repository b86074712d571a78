const UNITS = [
  { word: 'd', minutes: 1_440 },
  { word: 'h', minutes: 60 },
  { word: 'min', minutes: 1 },
] as const

const TARGET_MINUTES_MAX = 60 * 24 * 365

/** Minutes in the largest unit that is whole: '15 min', '4 h', '3 d'. */
export function targetText(minutes: number | null): string {
  if (minutes === null) return 'none'
  const unit = UNITS.find(candidate => minutes % candidate.minutes === 0) ?? UNITS[2]
  return `${minutes / unit.minutes} ${unit.word}`
}

const WRITTEN = /^(\d{1,6}(?:\.\d{1,2})?)\s*(d|days?|h|hours?|m|min|minutes?)?$/i

/** What was written, in minutes; a bare number is minutes. null: no target; undefined: it cannot be read, or is out of range. */
export function targetMinutes(text: string): number | null | undefined {
  const written = text.trim()
  if (/^(none|-|–)?$/i.test(written)) return null
  const [, amount, word = 'm'] = WRITTEN.exec(written) ?? []
  if (amount === undefined) return undefined
  const unit = UNITS.find(candidate => word.toLowerCase().startsWith(candidate.word[0] ?? '')) ?? UNITS[2]
  const minutes = Number(amount) * unit.minutes
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= TARGET_MINUTES_MAX ? minutes : undefined
}
