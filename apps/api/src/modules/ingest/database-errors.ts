/**
 * What a failed write means for its batch.
 * - again: another writer was in the way, or the settings it was made with changed; the same batch may succeed at once.
 * - refused: the data is at fault; it will fail for ever.
 * - away: everything else, above all a lost connection; the batch waits in the spool.
 */
export type WriteFailure = 'again' | 'refused' | 'away'

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK_DETECTED = '40P01'
const LOCK_NOT_AVAILABLE = '55P03'
const FOREIGN_KEY_VIOLATION = '23503'
const UNIQUE_VIOLATION = '23505'

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '')

/** PostgreSQL answered; otherwise the connection failed. */
export const isPostgresError = (error: unknown): boolean => /^[0-9A-Z]{5}$/.test(codeOf(error))

export function classifyWriteFailure(error: unknown): WriteFailure {
  const code = codeOf(error)
  if (code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED || code === LOCK_NOT_AVAILABLE) return 'again'
  // The source was deleted meanwhile, or two batches raced for a unique row.
  if (code === FOREIGN_KEY_VIOLATION || code === UNIQUE_VIOLATION) return 'again'
  // Data exception, constraint violation, program limit exceeded (PostgreSQL, appendix A).
  return /^(22|23|54)...$/.test(code) ? 'refused' : 'away'
}

/** The unique index on alert.dedup_key: the batch holds a line that is stored already. */
export const isDuplicateAlert = (error: unknown): boolean =>
  codeOf(error) === UNIQUE_VIOLATION && error instanceof Error && 'constraint' in error && error.constraint === 'alert_dedup_key_key'
