import { LogFormat } from '@sallyport/shared'
import type { CsvFields } from './csv-fields.js'
import { headerHost } from './payload.js'
import { FIELD, THREAT_FIELDS, THREAT_LAYOUTS } from './threat-fields.js'
import type { ThreatLine } from './threat-line.js'
import { readLocalTime, readZonedTime } from './told-time.js'
import { isDigits } from './values.js'

const { receive_time, config_ver, time_generated, threatid, url_idx, ppid, http_headers, rule_uuid, high_res_timestamp } = FIELD

/** Config version of 8.1, from which source and destination are those of the session: (8 << 8) + 1. */
const CONFIG_VERSION_8_1 = 2_049
/** Lengths at which senders and relays are known to cut. */
const CUT_LENGTHS: ReadonlySet<number> = new Set([1_024, 2_048, 4_096, 8_000, 8_192])
const KNOWN_COUNTS: ReadonlySet<number> = new Set(Object.values(THREAT_LAYOUTS))
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** More fields than a headers field with commas can make. */
const REALIGN_MAX = 64

/**
 * A THREAT line of the PAN-OS default CSV. Fields are taken by their place, never by how many there are: what an older
 * release does not write is absent, what a newer one appends is counted. Two exceptions are undone here: 6.1 has no URL
 * Index, and commas in a bare http_headers field push the rest to the right.
 */
export class PanosCsvLine implements ThreatLine {
  readonly format = LogFormat.PANOS_CSV
  readonly fieldCount: number
  readonly truncated: boolean
  readonly zonedTime: number | undefined
  readonly localTime: string | undefined
  readonly addressOrder: 'CONTENT' | 'SESSION'
  /** Fields that are whole; what a cut left of a last number or word is not told. */
  private readonly whole: number
  private readonly lacksUrlIndex: boolean
  /** Fields that http_headers takes beyond its own. */
  private readonly surplus: number

  constructor(
    private readonly fields: CsvFields,
    private readonly text: string,
    private readonly start: number,
    cut: boolean,
  ) {
    this.fieldCount = fields.count
    this.truncated = cut || fields.openQuote || (CUT_LENGTHS.has(text.length) && !KNOWN_COUNTS.has(fields.count))
    this.whole = this.truncated && !fields.openQuote ? fields.count - 1 : fields.count
    const configVersion = fields.value(config_ver).trim()
    const session = isDigits(configVersion, 6) ? Number(configVersion) >= CONFIG_VERSION_8_1 : fields.count > THREAT_LAYOUTS['8.0']
    this.addressOrder = session ? 'SESSION' : 'CONTENT'
    this.lacksUrlIndex = !session && !this.truncated && lacksUrlIndex(fields)
    this.surplus = fields.count > rule_uuid && fields.value(http_headers) !== '' ? headerSurplus(fields) : 0
    this.zonedTime = readZonedTime(this.field(high_res_timestamp))
    this.localTime = readLocalTime(this.field(time_generated)) ?? readLocalTime(this.field(receive_time))
  }

  /** Whether the line goes as far as the threat: without it there is no alert. */
  get tellsThreat(): boolean {
    return this.whole > threatid
  }

  field(index: number): string {
    if (index <= ppid && !this.lacksUrlIndex) return index < this.whole ? this.fields.value(index) : ''
    if (index === http_headers && this.surplus > 0) return this.fields.rawSpan(index, index + this.surplus)
    if (this.lacksUrlIndex && index === url_idx) return ''
    const place = index > http_headers ? index + this.surplus : this.lacksUrlIndex && index > url_idx ? index - 1 : index
    return place < this.whole ? this.fields.value(place) : ''
  }

  get hasUrlIndex(): boolean {
    return !this.lacksUrlIndex
  }

  headerHost(): string {
    return headerHost(this.text, this.start)
  }

  /** How many fields stand in the line, by the table's count. */
  get width(): number {
    return this.fields.count - this.surplus + (this.lacksUrlIndex ? 1 : 0)
  }
}

/** 6.1 writes the user agent where later releases insert the URL Index, a number. */
const lacksUrlIndex = (fields: CsvFields): boolean =>
  fields.count > THREAT_LAYOUTS['6.0'] && fields.count <= THREAT_LAYOUTS['6.1'] && !isDigits(fields.value(url_idx), 20)

/**
 * How many fields too many http_headers makes. From 8.1 it may stand as `Name:"a, b";` without quotes around it; the
 * timestamp with its zone, or the rule's UUID in layouts before 10.0 and in cut lines, tells how far everything behind it
 * moved.
 */
function headerSurplus(fields: CsvFields): number {
  const byTime = firstMatch(fields, high_res_timestamp, value => readZonedTime(value) !== undefined)
  return byTime ?? firstMatch(fields, rule_uuid, value => UUID.test(value)) ?? 0
}

function firstMatch(fields: CsvFields, place: number, matches: (value: string) => boolean): number | undefined {
  for (let surplus = 0; surplus <= REALIGN_MAX && place + surplus < fields.count; surplus += 1) {
    if (matches(fields.value(place + surplus).trim())) return surplus
  }
  return undefined
}

export const threatFieldLabel = (index: number): readonly [key: string, label: string] =>
  THREAT_FIELDS[index] ?? [`field_${index + 1}`, `Field ${index + 1}`]
