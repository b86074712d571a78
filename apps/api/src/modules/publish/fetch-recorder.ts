import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import type { Service } from '../../platform/lifecycle.js'
import type { Logger } from '../../platform/logger.js'

const WRITE_EVERY_MS = 2_000
/** Different callers between two writes; more are not told apart from silence. */
const CALLERS_MAX = 10_000
const USER_AGENT_MAX = 200

export interface Fetch {
  readonly listId: number
  /** NO_CREDENTIAL: without. */
  readonly credentialId: number
  readonly address: string
  readonly version: number
  readonly status: number
  readonly userAgent: string | undefined
}

interface Caller {
  fetch: Fetch
  fetchedAt: number
  count: number
}

/** Remembers who fetched what; writes it now and then, so that no answer waits for the database. */
export class FetchRecorder implements Service {
  readonly name = 'fetch-recorder'
  private callers = new Map<string, Caller>()
  private timer: NodeJS.Timeout | undefined
  private writing: Promise<void> = Promise.resolve()

  constructor(private readonly deps: { readonly pool: Pick<Pool, 'query'>; readonly clock: Clock; readonly logger: Logger }) {}

  async start(): Promise<void> {
    this.timer = setInterval(() => {
      this.writing = this.writing.then(() => this.write())
    }, WRITE_EVERY_MS)
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.writing
    await this.write()
  }

  record(fetch: Fetch): void {
    const key = `${fetch.listId} ${fetch.credentialId} ${fetch.address}`
    const known = this.callers.get(key)
    if (known) {
      known.fetch = fetch
      known.fetchedAt = this.deps.clock.now()
      known.count += 1
    } else if (this.callers.size < CALLERS_MAX) this.callers.set(key, { fetch, fetchedAt: this.deps.clock.now(), count: 1 })
  }

  /** Never fails: without the database it keeps them for the next time. */
  async write(): Promise<void> {
    if (this.callers.size === 0) return
    const taken = this.callers
    this.callers = new Map()
    try {
      await this.deps.pool.query(UPSERT, columnsOf([...taken.values()]))
    } catch (error) {
      this.deps.logger.warn({ err: error }, 'Fetches of published lists could not be stored yet')
      for (const [key, caller] of taken) {
        const newer = this.callers.get(key)
        if (newer) newer.count += caller.count
        else if (this.callers.size < CALLERS_MAX) this.callers.set(key, caller)
      }
    }
  }
}

const UPSERT = `
  INSERT INTO published_fetch AS known (list_id, credential_id, address, version, status, user_agent, fetched_at, count)
  SELECT given.* FROM unnest($1::int[], $2::int[], $3::inet[], $4::int[], $5::int[], $6::text[], $7::timestamptz[], $8::bigint[])
    AS given(list_id, credential_id, address, version, status, user_agent, fetched_at, count)
  WHERE EXISTS (SELECT FROM list WHERE list.id = given.list_id)
  ON CONFLICT (list_id, credential_id, address) DO UPDATE SET
    version = EXCLUDED.version, status = EXCLUDED.status, user_agent = EXCLUDED.user_agent,
    fetched_at = greatest(known.fetched_at, EXCLUDED.fetched_at), count = known.count + EXCLUDED.count`

const columnsOf = (callers: readonly Caller[]): unknown[] => [
  callers.map(({ fetch }) => fetch.listId),
  callers.map(({ fetch }) => fetch.credentialId),
  callers.map(({ fetch }) => fetch.address),
  callers.map(({ fetch }) => fetch.version),
  callers.map(({ fetch }) => fetch.status),
  callers.map(({ fetch }) => storable(fetch.userAgent)),
  callers.map(({ fetchedAt }) => new Date(fetchedAt)),
  callers.map(({ count }) => count),
]

const storable = (userAgent: string | undefined): string | null => userAgent?.slice(0, USER_AGENT_MAX).replaceAll('\0', '') ?? null
