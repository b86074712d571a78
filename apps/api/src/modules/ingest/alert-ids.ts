import type { ClientBase } from 'pg'

const BLOCK_SIZE = 10_000
/** Key of the advisory lock under which blocks are taken. */
const BLOCK_LOCK = 0x5a11_0001

/** Ids of alerts, taken from the sequence in blocks, so that each batch is one range. */
export class AlertIds {
  #next = 0n
  #end = 0n

  /** First of `count` successive ids. Ids that a failed batch took are not used again. */
  async reserve(client: Pick<ClientBase, 'query'>, count: number): Promise<bigint> {
    if (this.#end - this.#next < BigInt(count)) {
      // nextval and setval together are not atomic: replicas wait for each other.
      const { rows } = await client.query<{ last: string }>(
        `WITH locked AS MATERIALIZED (SELECT pg_advisory_xact_lock($1))
         SELECT setval('alert_id_seq', nextval('alert_id_seq') + $2 - 1)::text AS last FROM locked`,
        [BLOCK_LOCK, Math.max(BLOCK_SIZE, count)],
      )
      this.#end = BigInt(rows[0]?.last ?? 0) + 1n
      this.#next = this.#end - BigInt(Math.max(BLOCK_SIZE, count))
    }
    const first = this.#next
    this.#next += BigInt(count)
    return first
  }
}
