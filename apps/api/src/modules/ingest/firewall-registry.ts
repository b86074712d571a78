import type { ClientBase, Pool } from 'pg'
import type { FirewallSettings, ToldFirewall } from '../panos-log/index.js'

export interface KnownFirewall {
  readonly id: number
  readonly identity: string
  readonly settings: FirewallSettings
}

/** What the lines of a batch tell of a firewall. Times are epoch milliseconds. */
export interface FirewallNews {
  readonly id: number
  name: string
  address: string
  lastLineAt: number
  panosVersion: string | undefined
  fieldCount: number | undefined
  clockSkewMs: number | undefined
  firstAlertAt: number | undefined
  lastAlertAt: number | undefined
  alerts: number
  sequenceGaps: number
  sequenceMissing: bigint
}

/** Firewalls of a source that get a row of their own; whoever forges serials can make no more. */
const FIREWALLS_MAX = 5000
const OTHER = 'other'
const NAME_MAX_LENGTH = 128

/** A firewall is known by its serial, else by its name, else by the address that its lines come from. */
export function firewallIdentity(told: ToldFirewall, sender: string): string {
  if (told.serial) return `serial:${told.serial.slice(0, NAME_MAX_LENGTH)}`
  return told.name ? `name:${told.name.slice(0, NAME_MAX_LENGTH)}` : `address:${sender}`
}

interface FirewallRow {
  readonly id: number
  readonly identity: string
  readonly time_zone: string | null
  readonly address_order: FirewallSettings['addressOrder']
}

/** The firewalls of the source, in memory; new ones are inserted when their first line comes. */
export class FirewallRegistry {
  #known = new Map<string, KnownFirewall>()

  /** Reads all firewalls and their settings anew. */
  async load(pool: Pick<Pool, 'query'>, source: { readonly id: number; readonly timeZone: string }): Promise<void> {
    const { rows } = await pool.query<FirewallRow>('SELECT id, identity, time_zone, address_order FROM firewall WHERE source_id = $1', [
      source.id,
    ])
    this.#known = new Map(rows.map(row => [row.identity, knownFirewall(row, source.timeZone)]))
  }

  /** undefined until ensure() has seen it. */
  get(identity: string): KnownFirewall | undefined {
    return this.#known.get(identity) ?? this.#known.get(OTHER)
  }

  /** Makes rows for firewalls that have none, in a transaction of its own. */
  async ensure(
    pool: Pick<Pool, 'query'>,
    source: { readonly id: number; readonly timeZone: string },
    told: ReadonlyMap<string, ToldFirewall>,
  ): Promise<void> {
    const fresh = [...told].filter(([identity]) => !this.#known.has(identity))
    if (fresh.length === 0) return
    const room = FIREWALLS_MAX - this.#known.size
    const added = fresh.slice(0, Math.max(room, 0))
    if (added.length < fresh.length) {
      if (added.length === 0 && this.#known.has(OTHER)) return
      added.push([OTHER, { serial: '', name: 'Other firewalls', panosVersion: undefined }])
    }
    const identities = added.map(([identity]) => identity)
    await pool.query(
      `INSERT INTO firewall (source_id, identity, serial, name)
       SELECT $1, f.identity, f.serial, f.name FROM unnest($2::text[], $3::text[], $4::text[]) AS f(identity, serial, name) ORDER BY f.identity
       ON CONFLICT (source_id, identity) DO NOTHING`,
      [source.id, identities, added.map(([, one]) => short(one.serial)), added.map(([, one]) => short(one.name))],
    )
    const { rows } = await pool.query<FirewallRow>(
      'SELECT id, identity, time_zone, address_order FROM firewall WHERE source_id = $1 AND identity = ANY($2::text[])',
      [source.id, identities],
    )
    for (const row of rows) this.#known.set(row.identity, knownFirewall(row, source.timeZone))
  }
}

const knownFirewall = (row: FirewallRow, sourceZone: string): KnownFirewall => ({
  id: row.id,
  identity: row.identity,
  settings: { timeZone: row.time_zone ?? sourceZone, addressOrder: row.address_order },
})

const short = (text: string): string => text.slice(0, NAME_MAX_LENGTH)

/**
 * Adds what a batch tells to the rows of its firewalls, for one writer at a time. False when one of them is gone: its
 * source was deleted.
 */
export async function storeFirewallNews(client: Pick<ClientBase, 'query'>, news: readonly FirewallNews[]): Promise<boolean> {
  if (news.length === 0) return true
  const { rowCount } = await client.query({
    name: 'firewall-news',
    text: `
      WITH news AS (
        SELECT * FROM unnest($1::int[], $2::text[], $3::inet[], $4::float8[], $5::text[], $6::int[], $7::bigint[], $8::float8[], $9::float8[],
                             $10::bigint[], $11::bigint[], $12::bigint[])
          AS n(id, name, address, last_line, version, fields, skew, first_alert, last_alert, alerts, gaps, missing)
      )
      UPDATE firewall f
         SET name = CASE WHEN news.name = '' OR f.identity = '${OTHER}' THEN f.name ELSE news.name END,
             address = news.address,
             last_line_at = greatest(f.last_line_at, to_timestamp(news.last_line / 1000)),
             panos_version = coalesce(news.version, f.panos_version),
             field_count = coalesce(news.fields, f.field_count),
             clock_skew_ms = coalesce(news.skew, f.clock_skew_ms),
             first_alert_at = least(f.first_alert_at, to_timestamp(news.first_alert / 1000)),
             last_alert_at = greatest(f.last_alert_at, to_timestamp(news.last_alert / 1000)),
             alert_count = f.alert_count + news.alerts,
             sequence_gaps = greatest(f.sequence_gaps + news.gaps, 0),
             sequence_missing = greatest(f.sequence_missing + news.missing, 0)
        FROM news
       WHERE f.id = news.id`,
    values: [
      news.map(one => one.id),
      news.map(one => short(one.name)),
      news.map(one => one.address),
      news.map(one => one.lastLineAt),
      news.map(one => one.panosVersion ?? null),
      news.map(one => one.fieldCount ?? null),
      news.map(one => one.clockSkewMs ?? null),
      news.map(one => one.firstAlertAt ?? null),
      news.map(one => one.lastAlertAt ?? null),
      news.map(one => one.alerts),
      news.map(one => one.sequenceGaps),
      news.map(one => String(one.sequenceMissing)),
    ],
  })
  return rowCount === news.length
}
