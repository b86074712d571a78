/** SQLSTATE classes 08 (connection), 57P (shutdown, crash, starting up) and Prisma's and Node's own codes. */
const AWAY_CODE = /^(08...|57P0[1-3]|53300|P1001|P1002|P1008|P1017|P2024|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/

/** What pg says without a code, and PostgreSQL under a code that means much else too. */
const AWAY_MESSAGE =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not currently accepting connections/

/** Names that Prisma's driver adapters give to such faults. */
const AWAY_KIND = /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/

/** Whether a query failed for want of a database, not for its content. */
export function isDatabaseAway(error: unknown): boolean {
  for (let depth = 0, current = error; current !== null && typeof current === 'object' && depth < 6; depth += 1) {
    const { code, originalCode, kind, message, originalMessage } = current as Readonly<Record<string, unknown>>
    if (matches(AWAY_CODE, code) || matches(AWAY_CODE, originalCode) || matches(AWAY_KIND, kind)) return true
    if (matches(AWAY_MESSAGE, message) || matches(AWAY_MESSAGE, originalMessage)) return true
    current = causeOf(current)
  }
  return false
}

const matches = (pattern: RegExp, value: unknown): boolean => typeof value === 'string' && pattern.test(value)

/** Prisma keeps the driver's error in `meta`. */
function causeOf(error: object): unknown {
  if ('meta' in error && typeof error.meta === 'object' && error.meta !== null && 'driverAdapterError' in error.meta)
    return error.meta.driverAdapterError
  return 'cause' in error ? error.cause : undefined
}
