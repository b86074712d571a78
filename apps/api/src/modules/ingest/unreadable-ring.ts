import { UNREADABLE_LINES_KEPT, type Transport, type UnreadableReason } from '@sallyport/shared'
import type { ClientBase, Pool } from 'pg'
import type { SyslogLine } from './syslog-line.js'

/** A line of the ring, taken out to be read again. */
export interface KeptLine extends SyslogLine {
  readonly kept: { readonly id: string; readonly reason: string }
}

export const isKept = (line: SyslogLine): line is KeptLine => 'kept' in line

/** Text of PostgreSQL cannot hold NUL. */
const storable = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text)

export async function keepUnreadable(
  client: Pick<ClientBase, 'query'>,
  lines: readonly { readonly line: SyslogLine; readonly reason: UnreadableReason }[],
): Promise<void> {
  if (lines.length === 0) return
  await client.query({
    name: 'unreadable-keep',
    text: `INSERT INTO unreadable_line (received_at, sender, transport, reason, line)
           SELECT to_timestamp(u.at / 1000), u.sender, u.transport, u.reason, u.line
             FROM unnest($1::float8[], $2::inet[], $3::text[], $4::text[], $5::text[]) AS u(at, sender, transport, reason, line)`,
    values: [
      lines.map(({ line }) => line.receivedAt),
      lines.map(({ line }) => line.sender),
      lines.map(({ line }) => line.transport),
      lines.map(({ reason }) => reason),
      lines.map(({ line }) => storable(line.text)),
    ],
  })
}

/** Leaves the newest UNREADABLE_LINES_KEPT. */
export async function trimUnreadable(client: Pick<ClientBase, 'query'>): Promise<void> {
  await client.query(
    `DELETE FROM unreadable_line
      WHERE id <= (SELECT id FROM unreadable_line ORDER BY id DESC OFFSET ${UNREADABLE_LINES_KEPT} LIMIT 1)`,
  )
}

interface UnreadableRow {
  readonly id: string
  readonly received_at: Date
  readonly sender: string | null
  readonly transport: Transport
  readonly reason: string
  readonly line: string
}

/** Lines of the ring after an id, oldest first. */
export async function readKept(pool: Pick<Pool, 'query'>, afterId: string, count: number): Promise<KeptLine[]> {
  const { rows } = await pool.query<UnreadableRow>(
    `SELECT id::text, received_at, host(sender) AS sender, transport, reason, line FROM unreadable_line WHERE id > $1 ORDER BY unreadable_line.id LIMIT $2`,
    [afterId, count],
  )
  return rows.map(row => ({
    text: row.line,
    receivedAt: row.received_at.getTime(),
    sender: row.sender ?? '0.0.0.0',
    transport: row.transport,
    cut: false,
    bytes: row.line.length,
    kept: { id: row.id, reason: row.reason },
  }))
}

/** Whether all of them were still there: nobody else is reading them again. */
export async function takeKept(client: Pick<ClientBase, 'query'>, lines: readonly KeptLine[]): Promise<boolean> {
  if (lines.length === 0) return true
  const { rowCount } = await client.query('DELETE FROM unreadable_line WHERE id = ANY($1::bigint[])', [lines.map(line => line.kept.id)])
  return rowCount === lines.length
}
