import { SourceType } from '@sallyport/shared'
import { readEvent, understandEvent } from '../json-events/index.js'
import { readLine, understand, type FirewallSettings, type Reading, type ToldAlert, type UnderstoodAlert } from '../panos-log/index.js'
import { identityOf, type AlertIdentity } from './duplicate-window.js'
import type { SyslogLine } from './syslog-line.js'

/** How the lines of a type of source are read. Nothing in it throws. */
export interface LineReader {
  readonly sourceType: SourceType
  read(line: SyslogLine): Reading
  understand(told: ToldAlert, settings: FirewallSettings, receivedAt: number): UnderstoodAlert
  /** undefined: never taken for a duplicate. */
  identityOf(told: ToldAlert): AlertIdentity | undefined
  /** Whether sequence numbers follow each other, so that holes mean loss. */
  readonly isNumbered: boolean
}

export const PANOS_LINES: LineReader = {
  sourceType: SourceType.PALO_ALTO_NETWORKS,
  read: line => readLine(line.text, { cut: line.cut }),
  understand,
  identityOf,
  isNumbered: true,
}

/** Events that were posted. Their sequence number is made of the sender's own id, where it gave one. */
export const JSON_EVENTS: LineReader = {
  sourceType: SourceType.JSON,
  read: line => readEvent(line.text),
  understand: (told, _settings, receivedAt) => understandEvent(told, receivedAt),
  identityOf: ({ sequence }) => (sequence === undefined ? undefined : { text: `event|${sequence}`, key: BigInt(sequence) }),
  isNumbered: false,
}

export const isEvent = (line: SyslogLine): boolean => line.transport === 'HTTP'

export const readerOf = (line: SyslogLine): LineReader => (isEvent(line) ? JSON_EVENTS : PANOS_LINES)
