import type { ClientBase } from 'pg'
import type { IngestOutcome } from '@sallyport/shared'

/** firewall_id of lines that belong to no known firewall. */
export const NO_FIREWALL = 0
const MINUTE_MS = 60_000

export interface CountedLines {
  /** Epoch milliseconds; counted in the minute that holds it. */
  readonly at: number
  readonly firewallId: number
  readonly outcome: IngestOutcome
  /** Log type for SET_ASIDE, reason for UNREADABLE and DROPPED, else ''. */
  readonly detail: string
}

interface Cell extends CountedLines {
  count: number
}

/** Lines per minute, firewall, outcome and detail, until they are added to ingest_counter. */
export class CounterSheet {
  readonly #cells = new Map<string, Cell>()

  get size(): number {
    return this.#cells.size
  }

  add(lines: CountedLines, count = 1): void {
    const at = Math.floor(lines.at / MINUTE_MS) * MINUTE_MS
    const key = `${at}|${lines.firewallId}|${lines.outcome}|${lines.detail}`
    const cell = this.#cells.get(key)
    if (cell) cell.count += count
    else this.#cells.set(key, { ...lines, at, count })
  }

  addAll(other: CounterSheet): void {
    for (const cell of other.#cells.values()) this.add(cell, cell.count)
  }

  /** Calls back with every count, for metrics. */
  forEach(use: (lines: CountedLines, count: number) => void): void {
    for (const cell of this.#cells.values()) use(cell, cell.count)
  }

  /** One statement, rows in the order of the primary key: writers wait for each other and never deadlock. */
  async store(client: Pick<ClientBase, 'query'>): Promise<void> {
    const cells = [...this.#cells.values()].filter(cell => cell.count !== 0)
    if (cells.length === 0) return
    await client.query({
      name: 'counters-add',
      text: `INSERT INTO ingest_counter (minute, firewall_id, outcome, detail, count)
             SELECT to_timestamp(c.at / 1000), c.firewall_id, c.outcome, c.detail, c.count
               FROM unnest($1::float8[], $2::int[], $3::text[], $4::text[], $5::bigint[]) AS c(at, firewall_id, outcome, detail, count)
              ORDER BY 1, 2, 3, 4
             ON CONFLICT (minute, firewall_id, outcome, detail) DO UPDATE SET count = ingest_counter.count + excluded.count`,
      values: [
        cells.map(cell => cell.at),
        cells.map(cell => cell.firewallId),
        cells.map(cell => cell.outcome),
        cells.map(cell => cell.detail),
        cells.map(cell => cell.count),
      ],
    })
  }
}
