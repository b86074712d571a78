/** Largest syslog message that is read whole; longer ones are cut here and marked. */
export const SYSLOG_MESSAGE_MAX_BYTES = 65_536
export const UNREADABLE_LINES_KEPT = 10_000
export const PASSWORD_MIN_LENGTH = 12
export const PASSWORD_MAX_LENGTH = 256
export const PAGE_SIZE_MAX = 100
