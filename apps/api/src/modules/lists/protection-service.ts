import { protectionCreateInput, protectionUpdateInput, type ListKind, type ProtectionKind } from '@sallyport/shared'
import type { Pool, PoolClient } from 'pg'
import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import { assertMay } from '../../platform/errors.js'
import type { HintSink } from '../../platform/hints.js'
import { inTransaction } from '../../platform/in-transaction.js'
import { sql, toQuery, type Sql } from '../../platform/sql.js'
import { formatAddress } from './entry/address-range.js'
import { parseRange } from './entry/canonical-address.js'
import { lockProtections, removeEntries, type Removed } from './list-changes.js'
import { fault } from './list-faults.js'
import { ENTRY_RANGE, PROTECTION_COLUMNS, type ProtectionRow } from './list-row.js'
import { rangeSql } from './range-sql.js'
import { canonicalProtection, ProtectionIndex, SHIPPED_PROTECTIONS, type ProtectedValue } from './protection.js'

export interface ProtectionChange {
  readonly protection: ProtectionRow
  /** Entries that were taken off lists because they are protected now. */
  readonly removedEntries: number
}

export interface ProtectionServiceDeps {
  readonly pool: Pool
  readonly hints: Pick<HintSink, 'publish'>
  readonly clock: Clock
}

/** What may never be blocked. Every change applies to what is on lists already in the same transaction. */
export class ProtectionService {
  constructor(private readonly deps: ProtectionServiceDeps) {}

  async create(actor: Actor, input: object): Promise<ProtectionChange> {
    assertMay(actor, 'protection:write')
    const { kind, value: typed, description } = protectionCreateInput.parse(input)
    const canonical = canonicalProtection(kind, typed)
    if (!canonical.ok) throw fault('INVALID', canonical.reason, ['value'])
    return this.change(async client => {
      const [protection] = await insert(client, [{ kind, value: canonical.value, description }], { builtIn: false, source: '' })
      if (protection === undefined) throw fault('TAKEN', `${canonical.value} is protected already`, ['value'])
      return { protection, applied: [protection] }
    })
  }

  /** undefined leaves a field as it is. Those that ship with the server can be switched off, but keep their description. */
  async update(actor: Actor, { id, ...input }: { readonly id: number } & Readonly<Record<string, unknown>>): Promise<ProtectionChange> {
    assertMay(actor, 'protection:write')
    const { enabled, description } = protectionUpdateInput.parse(input)
    return this.change(async client => {
      const { rows } = await client.query<ProtectionRow>(
        toQuery(sql`UPDATE protection SET enabled = coalesce(${enabled ?? null}::boolean, enabled),
            description = CASE WHEN built_in THEN description ELSE coalesce(${description ?? null}::text, description) END
          WHERE id = ${id} RETURNING ${PROTECTION_COLUMNS}`),
      )
      const [protection] = rows
      if (protection === undefined) throw missing()
      return { protection, applied: protection.enabled ? [protection] : [] }
    })
  }

  async delete(actor: Actor, id: number): Promise<void> {
    assertMay(actor, 'protection:write')
    await inTransaction(this.deps.pool, async client => {
      await lockProtections(client)
      const { rows } = await client.query<ProtectionRow>(toQuery(sql`SELECT ${PROTECTION_COLUMNS} FROM protection WHERE id = ${id}`))
      const [protection] = rows
      if (protection === undefined) throw missing()
      if (protection.builtIn) throw fault('NOT_ALLOWED_NOW', 'It ships with the server: switch it off instead', ['id'])
      await client.query('DELETE FROM protection WHERE id = $1', [id])
    })
  }

  /** At every start: those that are new in this release are added, switched-off ones stay off. */
  async ensureShipped(): Promise<void> {
    await this.change(async client => ({ applied: await insert(client, SHIPPED_PROTECTIONS, { builtIn: true, source: '' }) }))
  }

  /**
   * What a part of the server depends on, such as its own addresses or a device's: addresses and host names. Replaces what
   * the same source (for example 'device:3') protected before; no hosts: nothing any more. People may switch it off.
   */
  async protectHosts(source: string, hosts: readonly string[], description: string): Promise<void> {
    const values = hosts.flatMap(host => protectedHost(host, description))
    await this.change(async client => {
      const kept = values.map(({ kind, value }) => `${kind} ${value}`)
      await client.query(`DELETE FROM protection WHERE source = $1 AND NOT kind || ' ' || value = ANY($2::text[])`, [source, kept])
      return { applied: await insert(client, values, { builtIn: false, source }) }
    })
  }

  private async change<T extends { readonly applied: readonly ProtectedValue[] }>(
    work: (client: PoolClient) => Promise<T>,
  ): Promise<T & { removedEntries: number }> {
    const { result, removed } = await inTransaction(this.deps.pool, async client => {
      await lockProtections(client)
      const result = await work(client)
      return { result, removed: await this.apply(client, result.applied) }
    })
    if (removed.listIds.length > 0) await this.deps.hints.publish('lists', { ids: removed.listIds })
    return { ...result, removedEntries: removed.count }
  }

  private async apply(client: PoolClient, protections: readonly ProtectedValue[]): Promise<Removed> {
    const touched: string[] = []
    const index = new ProtectionIndex(protections)
    for (const condition of suspects(protections)) {
      const { rows } = await client.query<{ id: string; kind: ListKind; value: string }>(
        toQuery(sql`SELECT entry.id, list.kind, entry.value FROM list_entry AS entry JOIN list ON list.id = entry.list_id
          WHERE entry.removed_at IS NULL AND ${condition}`),
      )
      for (const { id, kind, value } of rows)
        if (index.touchedBy(kind, { value, range: kind === 'ADDRESS' ? parseRange(value) : undefined })) touched.push(id)
    }
    if (touched.length === 0) return { count: 0, listIds: [] }
    return removeEntries(client, sql`entry.id = ANY(${touched}::bigint[])`, {
      removal: 'PROTECTED',
      userId: null,
      note: protections.length === 1 ? (protections[0]?.value ?? null) : null,
      now: new Date(this.deps.clock.now()),
    })
  }
}

/** Which entries to look at: addresses by their index, names and users all. */
function* suspects(protections: readonly ProtectedValue[]): Generator<Sql> {
  const has = (kind: ProtectionKind) => protections.some(protection => protection.kind === kind)
  for (const { kind, value } of protections) {
    const range = kind === 'NETWORK' ? parseRange(value) : undefined
    if (range) yield sql`entry.range_first IS NOT NULL AND ${ENTRY_RANGE} && ${rangeSql(range)}`
  }
  if (has('NETWORK')) yield sql`list.kind = 'URL' AND entry.value ~ '^[0-9.]+(/|$)'`
  if (has('DOMAIN')) yield sql`list.kind IN ('URL', 'DOMAIN')`
  if (has('USER')) yield sql`list.kind = 'USER'`
}

async function insert(
  client: PoolClient,
  values: readonly ProtectedValue[],
  { builtIn, source }: { readonly builtIn: boolean; readonly source: string },
): Promise<ProtectionRow[]> {
  const rows = values.map(({ kind, value, description }) => {
    const range = kind === 'NETWORK' ? parseRange(value) : undefined
    const [first, last] = range ? [range.first, range.last].map(address => formatAddress(range.family, address)) : []
    return { kind, value, description, first, last }
  })
  const { rows: inserted } = await client.query<ProtectionRow>(
    toQuery(sql`INSERT INTO protection (kind, value, description, range_first, range_last, built_in, source)
      SELECT kind, value, description, first, last, ${builtIn}, ${source}
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given(kind text, value text, description text, first inet, last inet)
      ON CONFLICT (kind, value, source) DO NOTHING RETURNING ${PROTECTION_COLUMNS}`),
  )
  return inserted
}

/** A host of a configuration, `host`, `host:port` or a URL's; what cannot be protected (a bare name) is left out. */
function protectedHost(host: string, description: string): ProtectedValue[] {
  const bare = host.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([^:]*):\d+$/, '$1')
  const kinds: readonly ProtectionKind[] = ['NETWORK', 'DOMAIN']
  return kinds.flatMap(kind => {
    const canonical = canonicalProtection(kind, bare)
    return canonical.ok ? [{ kind, value: canonical.value, description }] : []
  })
}

const missing = () => fault('NOT_FOUND', 'The protection was not found', ['id'])
