const ZONED = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:?\d\d)$/
const LOCAL = /^(\d{4})\/(\d\d)\/(\d\d)(?: - - -)? +(\d\d):(\d\d):(\d\d)$/
const LOCAL_US = /^(\d{1,2})\/(\d{1,2})\/(\d\d|\d{4}) (\d{1,2}):(\d\d)(?::(\d\d))?$/
const NAMED_MONTH = /^(?:[A-Z][a-z]{2} )?([A-Z][a-z]{2}) +(\d{1,2})(?: (\d{4}))? (\d\d):(\d\d):(\d\d)(?: (\d{4}))?(?: (GMT|UTC|Z))?$/
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A time as a line tells it: an instant where it bears its zone, else what a clock of unknown zone showed. */
export interface ToldTime {
  /** Epoch milliseconds. */
  readonly zoned: number | undefined
  /** 'YYYY/MM/DD hh:mm:ss'. */
  readonly local: string | undefined
}

/** Epoch milliseconds of an ISO 8601 time with its zone; digits below milliseconds are cut. */
export function readZonedTime(value: string): number | undefined {
  if (value === '') return undefined
  const parts = ZONED.exec(value.trim())
  if (parts === null) return undefined
  const [, year, month, day, hour, minute, second, fraction = '', zone = 'Z'] = parts
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'))
  const wall = wallTime(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second))
  return wall === undefined ? undefined : wall + milliseconds - offsetOf(zone)
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}

/** 'YYYY/MM/DD hh:mm:ss' of a local time in any form that PAN-OS lines show; undefined if it is none. */
export function readLocalTime(value: string): string | undefined {
  if (value.length === 19 && localWall(value) !== undefined) return value
  const text = value.trim()
  const parts = LOCAL.exec(text)
  if (parts !== null) return written(parts[1], parts[2], parts[3], parts[4], parts[5], parts[6])
  const us = LOCAL_US.exec(text)
  if (us === null) return undefined
  const year = us[3]?.length === 2 ? `20${us[3]}` : us[3]
  return written(year, us[1], us[2], us[4], us[5], us[6] ?? '00')
}

function written(year = '', month = '', day = '', hour = '', minute = '', second = ''): string | undefined {
  const two = (text: string): string => text.padStart(2, '0')
  const time = `${year}/${two(month)}/${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`
  return localWall(time) === undefined ? undefined : time
}

/**
 * A time of CEF, LEEF or JSON: epoch milliseconds, ISO 8601 with zone, `Apr 07 2017 00:10:10 GMT`, the same without a zone
 * (local, unless `utc` says that the line's times are UTC), or as in CSV.
 */
export function readNamedTime(value: string, utc: boolean): ToldTime {
  const text = value.trim()
  if (/^\d{13}$/.test(text)) return { zoned: Number(text), local: undefined }
  if (/^\d{10}$/.test(text)) return { zoned: Number(text) * 1_000, local: undefined }
  const zoned = readZonedTime(text)
  if (zoned !== undefined) return { zoned, local: undefined }
  const parts = NAMED_MONTH.exec(text)
  const month = MONTHS.indexOf(parts?.[1] ?? '')
  const local =
    parts === null ? readLocalTime(text) : written(parts[3] ?? parts[7], String(month + 1), parts[2], parts[4], parts[5], parts[6])
  return utc || parts?.[8] !== undefined
    ? { zoned: local === undefined ? undefined : localWall(local), local: undefined }
    : { zoned: undefined, local }
}

/** What a clock at UTC would call this local time, in epoch milliseconds: `YYYY/MM/DD hh:mm:ss`, undefined unless a real one. */
export function localWall(local: string): number | undefined {
  const separators =
    local.charCodeAt(4) === 47 &&
    local.charCodeAt(7) === 47 &&
    local.charCodeAt(10) === 32 &&
    local.charCodeAt(13) === 58 &&
    local.charCodeAt(16) === 58
  if (!separators || local.length !== 19) return undefined
  const year = twoDigits(local, 0) * 100 + twoDigits(local, 2)
  return wallTime(year, twoDigits(local, 5), twoDigits(local, 8), twoDigits(local, 11), twoDigits(local, 14), twoDigits(local, 17))
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? Number.NaN : tens * 10 + ones
}

/** A leap second is taken for the next second. */
function wallTime(year: number, month: number, day: number, hour: number, minute: number, second: number): number | undefined {
  if (!(month >= 1 && month <= 12 && day >= 1 && hour <= 23 && minute <= 59 && second <= 60 && year >= 1_900)) return undefined
  return day <= daysOfMonth(year, month) ? Date.UTC(year, month - 1, day, hour, minute, second) : undefined
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
