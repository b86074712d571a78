import type { ArrivedLine } from '../panos-log/index.js'

/** A line as a listener hands it over. */
export interface SyslogLine extends ArrivedLine {
  /** The listener cut it at SYSLOG_MESSAGE_MAX_BYTES. */
  readonly cut: boolean
  /** Its size as it arrived. */
  readonly bytes: number
}

/** Lines that are stored together or not at all. */
export interface LineBatch {
  /** UUID. Stored with the batch: one that was stored already is recognised. */
  readonly key: string
  readonly lines: readonly SyslogLine[]
}
