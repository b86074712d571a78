/** SQLSTATE classes 08 (connection), 57P (shutdown, crash, starting up) and Prisma's and Node's own codes. */
const AWAY = /^(08...|57P0[1-3]|53300|P1001|P1002|P1008|P1017|P2024|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/

/** What pg says without a code. */
const AWAY_MESSAGE = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/

/** Whether a query failed for want of a database, not for its content. */
export function isDatabaseAway(error: unknown): boolean {
  for (let depth = 0, current = error; current instanceof Error && depth < 5; depth += 1, current = current.cause) {
    if ('code' in current && typeof current.code === 'string' && AWAY.test(current.code)) return true
    if (AWAY_MESSAGE.test(current.message)) return true
  }
  return false
}
