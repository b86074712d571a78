/** Where every line that arrives ends: in exactly one of these. */
export const IngestOutcome = {
  ALERT: 'ALERT',
  DUPLICATE: 'DUPLICATE',
  SET_ASIDE: 'SET_ASIDE',
  UNREADABLE: 'UNREADABLE',
  DROPPED: 'DROPPED',
} as const
export type IngestOutcome = (typeof IngestOutcome)[keyof typeof IngestOutcome]

/** Why a line could not be read. */
export const UnreadableReason = {
  EMPTY: 'EMPTY',
  NO_PAYLOAD: 'NO_PAYLOAD',
  UNKNOWN_FORMAT: 'UNKNOWN_FORMAT',
  MALFORMED_JSON: 'MALFORMED_JSON',
  TOO_FEW_FIELDS: 'TOO_FEW_FIELDS',
  TOO_LONG: 'TOO_LONG',
  /** PostgreSQL refused to store it. */
  REFUSED_BY_DATABASE: 'REFUSED_BY_DATABASE',
} as const
export type UnreadableReason = (typeof UnreadableReason)[keyof typeof UnreadableReason]

/** Why a line was not taken. KERNEL_BUFFER: the operating system dropped datagrams before they were read. */
export const DropReason = {
  SENDER_NOT_ALLOWED: 'SENDER_NOT_ALLOWED',
  UDP_QUEUE_FULL: 'UDP_QUEUE_FULL',
  KERNEL_BUFFER: 'KERNEL_BUFFER',
  NO_SOURCE: 'NO_SOURCE',
  SOURCE_DISABLED: 'SOURCE_DISABLED',
  SPOOL_FULL: 'SPOOL_FULL',
  TOO_MANY_CONNECTIONS: 'TOO_MANY_CONNECTIONS',
} as const
export type DropReason = (typeof DropReason)[keyof typeof DropReason]
