import type { LogFormat } from '@sallyport/shared'

/** A THREAT line of any format, its fields called by their place in the PAN-OS table (threat-fields.ts). */
export interface ThreatLine {
  readonly format: LogFormat
  readonly fieldCount: number
  readonly truncated: boolean
  /** Epoch milliseconds of a time with its zone, if the line bears one. */
  readonly zonedTime: number | undefined
  /** 'YYYY/MM/DD hh:mm:ss' of the firewall's clock. */
  readonly localTime: string | undefined
  /** What source and destination are; see AddressOrder. */
  readonly addressOrder: 'CONTENT' | 'SESSION'
  /** Whether it goes as far as the threat: without it there is no alert. */
  readonly tellsThreat: boolean
  /** Value of a field; '' where the line has none. */
  field(index: number): string
  /** Name in the syslog header, for lines that do not name their firewall. */
  headerHost(): string
}
