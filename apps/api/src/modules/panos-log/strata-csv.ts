import { LogFormat } from '@sallyport/shared'
import type { CsvFields } from './csv-fields.js'
import { FIELD, type ThreatFieldKey } from './threat-fields.js'
import type { ThreatLine } from './threat-line.js'
import { readZonedTime } from './told-time.js'

/**
 * Fields of a Strata Logging Service (Prisma Access) CSV line that stand in the same place in every subtype's layout. Of
 * category and threat id each subtype has one only, so that place is read by subtype; what follows the locations differs.
 */
export const STRATA_CSV_FIELDS: readonly ThreatFieldKey[] = [
  ...(['receive_time', 'serial', 'type', 'subtype', 'config_ver', 'time_generated', 'src', 'dst', 'natsrc', 'natdst', 'rule'] as const),
  ...(['srcuser', 'dstuser', 'app', 'vsys', 'from', 'to', 'inbound_if', 'outbound_if', 'logset', 'sessionid', 'repeatcnt'] as const),
  ...(['sport', 'dport', 'natsport', 'natdport', 'proto', 'action', 'misc', 'threatid', 'severity', 'direction', 'seqno'] as const),
  ...(['srcloc', 'dstloc'] as const),
]

const PLACES: ReadonlyMap<number, number> = new Map(STRATA_CSV_FIELDS.map((key, place) => [FIELD[key], place]))
const place = (key: ThreatFieldKey): number => PLACES.get(FIELD[key]) ?? -1
export const STRATA_THREAT_PLACE = place('threatid')
const FIXED = STRATA_CSV_FIELDS.length
const SHA256 = /^[0-9a-f]{64}$/i

/** A THREAT line of Strata CSV; the PAN-OS table does not apply to it. */
export class StrataCsvLine implements ThreatLine {
  readonly format = LogFormat.STRATA_CSV
  readonly fieldCount: number
  readonly truncated: boolean
  readonly zonedTime: number | undefined
  readonly localTime = undefined
  readonly addressOrder = 'SESSION'
  private readonly whole: number
  private readonly isUrl: boolean

  constructor(
    private readonly fields: CsvFields,
    cut: boolean,
  ) {
    this.fieldCount = fields.count
    this.truncated = cut || fields.openQuote
    this.whole = this.truncated && !fields.openQuote ? fields.count - 1 : fields.count
    this.isUrl = fields.value(place('subtype')).toLowerCase() === 'url'
    this.zonedTime = this.highResolutionTime() ?? readZonedTime(fields.value(place('time_generated')))
  }

  get tellsThreat(): boolean {
    return this.whole > STRATA_THREAT_PLACE
  }

  field(index: number): string {
    if (index === FIELD.filedigest) return this.digest()
    const at =
      index === FIELD.category ? (this.isUrl ? STRATA_THREAT_PLACE : -1) : index === FIELD.threatid && this.isUrl ? -1 : PLACES.get(index)
    return at === undefined || at < 0 || at >= this.whole ? '' : this.fields.value(at)
  }

  headerHost(): string {
    // The header names the log forwarder, another one at every connection.
    return ''
  }

  /** The last field that is a time; before it stand times of other things. */
  private highResolutionTime(): number | undefined {
    for (let at = this.whole - 1; at > Math.max(FIXED, this.whole - 5); at -= 1) {
      const time = readZonedTime(this.fields.value(at))
      if (time !== undefined) return time
    }
    return undefined
  }

  /** A SHA-256 is told by its shape. */
  private digest(): string {
    for (let at = FIXED; at < Math.min(this.whole, FIXED + 8); at += 1) {
      const value = this.fields.value(at)
      if (SHA256.test(value)) return value
    }
    return ''
  }
}
