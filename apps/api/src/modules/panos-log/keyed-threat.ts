import type { LogFormat } from '@sallyport/shared'
import { FIELD, type ThreatFieldKey } from './threat-fields.js'
import type { ThreatLine } from './threat-line.js'
import { readNamedTime } from './told-time.js'
import { readPanosVersion } from './values.js'

/** A name and its value, as CEF, LEEF and JSON lines have them. */
export interface Pair {
  readonly key: string
  readonly value: string
}

/** What a format calls each field of the PAN-OS table; the first name that has a value counts. */
export type FieldNames = Partial<Record<ThreatFieldKey, readonly string[]>>

/** How a format with named fields is read. */
export interface KeyedFormat {
  readonly format: LogFormat
  readonly names: FieldNames
  /** Names of the time of generation, best first. */
  readonly times: readonly string[]
  /** Name of the WildFire verdict, where it has one of its own; else it is the category. */
  readonly verdict?: string
}

/** Values by field of the PAN-OS table. */
export class KeyedThreatLine implements ThreatLine {
  readonly format: LogFormat
  readonly fieldCount: number
  readonly truncated: boolean
  readonly zonedTime: number | undefined
  readonly localTime: string | undefined
  readonly addressOrder: 'CONTENT' | 'SESSION'

  constructor(
    format: KeyedFormat,
    pairs: readonly Pair[],
    private readonly values: Map<number, string>,
    private readonly host: string,
    options: { readonly cut: boolean; readonly utc: boolean },
  ) {
    this.format = format.format
    this.fieldCount = pairs.length
    this.truncated = options.cut
    const named = firstValues(pairs)
    const times = format.times.map(name => readNamedTime(named.get(name) ?? '', options.utc))
    this.zonedTime = times.find(time => time.zoned !== undefined)?.zoned
    this.localTime = times.find(time => time.local !== undefined)?.local
    const verdict = format.verdict === undefined ? '' : (named.get(format.verdict) ?? '')
    if (verdict !== '' && this.field(FIELD.subtype).toLowerCase() === 'wildfire') values.set(FIELD.category, verdict)
    this.addressOrder = orderOfVersion(this.field(FIELD.config_ver))
  }

  /** Whether the line says what happened and between whom, if only in part. */
  get tellsThreat(): boolean {
    const { subtype, threatid, src, dst } = FIELD
    return this.field(subtype) !== '' && [threatid, src, dst].some(index => this.field(index) !== '')
  }

  field(index: number): string {
    return this.values.get(index) ?? ''
  }

  headerHost(): string {
    return this.host
  }
}

/** What of a line is whole: where it was cut the last value may be half of one. */
export const wholePairs = (pairs: readonly Pair[], cut: boolean): readonly Pair[] => (cut ? pairs.slice(0, -1) : pairs)

/** The values that a format's names stand for, empty ones left out. */
export function valuesByField(names: FieldNames, pairs: readonly Pair[]): Map<number, string> {
  const named = firstValues(pairs)
  const values = new Map<number, string>()
  for (const [key, aliases] of Object.entries(names)) {
    const value = aliases.map(alias => named.get(alias) ?? '').find(text => text !== '')
    if (value !== undefined) values.set(FIELD[key as ThreatFieldKey], value)
  }
  return values
}

/** Where a key stands twice the first counts: what follows may be text of a value that looks like a key. */
function firstValues(pairs: readonly Pair[]): Map<string, string> {
  const values = new Map<string, string>()
  for (const { key, value } of pairs) if (!values.has(key)) values.set(key, value)
  return values
}

/** From 8.1 on source and destination are those of the session; a line that does not tell its release is taken for newer. */
function orderOfVersion(version: string): 'CONTENT' | 'SESSION' {
  const [major = 99, minor = 0] = (readPanosVersion(version) ?? '99').split('.').map(Number)
  return major > 8 || (major === 8 && minor >= 1) ? 'SESSION' : 'CONTENT'
}
