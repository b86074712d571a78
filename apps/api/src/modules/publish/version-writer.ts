import type { Pool, PoolClient } from 'pg'
import type { Clock } from '../../platform/clock.js'
import type { Logger } from '../../platform/logger.js'
import type { ListReadModel, ListRow } from '../lists/index.js'
import type { PublishedEntry } from './entry-formats.js'
import { nextVersions } from './next-versions.js'
import { compressed, isSameContent, renderVersion, storedEntries, type Rendering } from './render-version.js'
import type { StoredBodies } from './served-version.js'
import { diffOf, type VersionDiff } from './version-diff.js'
import { withVersionsOf } from './version-lock.js'

/** Versions of a list that are kept for rolling back. */
export const VERSIONS_KEPT = 50
/** Of a version that no revision of the list looks like: it was made by rolling back, or with other settings. */
export const NO_REVISION = -1

/** UNCHANGED: what is in force, waits or was rejected last already says the same. */
export type RenderOutcome = 'UNCHANGED' | 'IN_FORCE' | 'HELD'

interface KnownVersion extends StoredBodies {
  readonly id: string
  readonly number: number
  readonly state: 'IN_FORCE' | 'HELD' | 'REJECTED' | 'SUPERSEDED'
  readonly rollbackOf: number | null
  readonly decidedById: string | null
}

interface Decided {
  readonly number: number
  readonly userId: string
}

export interface VersionWriterDeps {
  readonly pool: Pool
  readonly lists: Pick<ListReadModel, 'list' | 'entriesInForce' | 'leftForGood'>
  readonly clock: Clock
  readonly logger: Logger
}

/**
 * Writes the numbered versions of published lists. A version made by rolling back pins: until somebody approves a later
 * one, every change is held. Neither pin nor guard keeps in force what the list has left for good.
 */
export class VersionWriter {
  constructor(private readonly deps: VersionWriterDeps) {}

  /** Makes a version of what the list holds now, if firewalls would see a difference. */
  async render(listId: number): Promise<RenderOutcome> {
    return withVersionsOf(this.deps.pool, listId, async client => {
      // Read before the entries, so that a change that comes in between is rendered again.
      const list = await this.deps.lists.list(listId)
      if (!list?.published) return 'UNCHANGED'
      const rendering = await renderVersion(list, await this.deps.lists.entriesInForce(listId))
      this.tellDropped(list, rendering)
      const known = await knownVersions(client, listId)
      const inForce = known.find(({ state }) => state === 'IN_FORCE')
      const same = await firstSame(known, rendering)
      if (same && same === inForce) await supersedeHeld(client, listId)
      const before = inForce && same !== inForce ? await storedEntries(inForce) : []
      const gone = await this.goneOf(list, before, rendering)
      if (same && gone.size === 0) {
        await client.query('UPDATE published_version SET revision = $2 WHERE id = $1', [known[0]?.id, list.revision])
        return 'UNCHANGED'
      }
      const { purge, next, held } = nextVersions(
        {
          inForce: inForce && before.map(({ value }) => value),
          gone,
          wanted: rendering.values,
          // What waits already or was rejected still needs its approval.
          mustWait: same !== undefined || (inForce?.rollbackOf ?? null) !== null,
        },
        list,
      )
      await supersedeHeld(client, listId)
      const left = purge && inForce && { ...(await withoutGone(list, before, gone)), diff: purge }
      if (left) await this.putInForce(client, list, { ...left, rollbackOf: inForce.rollbackOf, decidedById: inForce.decidedById })
      // Nothing is left to ask about when that is all that the list wanted.
      const waits = held && !(left && (await isSameContent(rendering, left.bodies)))
      const wanted = { bodies: await compressed(rendering), entryCount: rendering.values.length, diff: next }
      if (waits) await this.insert(client, list, { ...wanted, state: 'HELD' })
      else if (!left) await this.putInForce(client, list, wanted)
      await prune(client, listId)
      return waits ? 'HELD' : 'IN_FORCE'
    })
  }

  /** @returns false: no version of this number waits (any more) */
  async approve(listId: number, { number, userId }: Decided): Promise<boolean> {
    return withVersionsOf(this.deps.pool, listId, async client => {
      const held = await client.query(`SELECT 1 FROM published_version WHERE list_id = $1 AND number = $2 AND state = 'HELD'`, [
        listId,
        number,
      ])
      if (held.rowCount === 0) return false
      await supersedeInForce(client, listId)
      await client.query(
        `UPDATE published_version SET state = 'IN_FORCE', in_force_at = $3, decided_by_id = $4 WHERE list_id = $1 AND number = $2`,
        [listId, number, this.now(), userId],
      )
      return true
    })
  }

  /** The version in force stays. @returns false: no version of this number waits (any more) */
  async reject(listId: number, { number, userId }: Decided): Promise<boolean> {
    const { rowCount } = await withVersionsOf(this.deps.pool, listId, client =>
      client.query(
        `UPDATE published_version SET state = 'REJECTED', decided_by_id = $3 WHERE list_id = $1 AND number = $2 AND state = 'HELD'`,
        [listId, number, userId],
      ),
    )
    return rowCount === 1
  }

  /**
   * Puts the content of an earlier version in force under a new number, except for what has left the list for good since.
   * @returns false: that one never was in force, or is; or the list is not there
   */
  async rollBack(listId: number, { number, userId }: Decided): Promise<boolean> {
    return withVersionsOf(this.deps.pool, listId, async client => {
      const list = await this.deps.lists.list(listId)
      const target = await client.query<StoredBodies>(
        `SELECT text AS txt, json, csv FROM published_version
        WHERE list_id = $1 AND number = $2 AND state = 'SUPERSEDED' AND in_force_at IS NOT NULL`,
        [listId, number],
      )
      const bodies = target.rows[0]
      if (!list || !bodies) return false
      const entries = await storedEntries(bodies)
      const gone = await this.deps.lists.leftForGood(list, entries)
      const content = gone.size > 0 ? await withoutGone(list, entries, gone) : { bodies, entryCount: entries.length }
      const inForce = (await knownVersions(client, listId)).find(({ state }) => state === 'IN_FORCE')
      const before = inForce ? await storedEntries(inForce) : []
      const diff = diffOf(
        before.map(({ value }) => value),
        entries.map(({ value }) => value).filter(value => !gone.has(value)),
      )
      await supersedeHeld(client, listId)
      const rolledBack = { ...content, diff, rollbackOf: number, decidedById: userId }
      await this.putInForce(client, { id: listId, revision: NO_REVISION }, rolledBack)
      await prune(client, listId)
      return true
    })
  }

  /** Whatever the list still has has left nobody. */
  private async goneOf(list: ListRow, before: readonly PublishedEntry[], { values }: Rendering): Promise<Set<string>> {
    const wanted = new Set(values)
    return this.deps.lists.leftForGood(
      list,
      before.filter(({ value }) => !wanted.has(value)),
    )
  }

  private async putInForce(client: PoolClient, list: Rendered, version: Omit<NewVersion, 'state'>): Promise<void> {
    await supersedeInForce(client, list.id)
    await this.insert(client, list, { ...version, state: 'IN_FORCE' })
  }

  private async insert(client: PoolClient, { id, revision }: Rendered, version: NewVersion): Promise<void> {
    const { state, bodies, entryCount, diff, rollbackOf = null, decidedById = null } = version
    const now = this.now()
    await client.query(
      `INSERT INTO published_version
        (list_id, number, state, revision, entry_count, added, removed, added_entries, removed_entries, text, json, csv,
        rollback_of, decided_by_id, created_at, in_force_at)
      VALUES ($1, (SELECT coalesce(max(number), 0) + 1 FROM published_version WHERE list_id = $1),
        $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        id,
        state,
        revision,
        entryCount,
        diff.added,
        diff.removed,
        diff.addedEntries,
        diff.removedEntries,
        bodies.txt,
        bodies.json,
        bodies.csv,
        rollbackOf,
        decidedById,
        now,
        state === 'IN_FORCE' ? now : null,
      ],
    )
  }

  private tellDropped({ id, name }: ListRow, { dropped }: Rendering): void {
    if (dropped.length === 0) return
    const first = dropped.slice(0, 5)
    this.deps.logger.warn({ listId: id, list: name, count: dropped.length, first }, 'Entries that a firewall could choke on were left out')
  }

  private now(): Date {
    return new Date(this.deps.clock.now())
  }
}

interface Rendered {
  readonly id: number
  /** Of the list. */
  readonly revision: string | number
}

interface Content {
  readonly bodies: StoredBodies
  readonly entryCount: number
}

interface NewVersion extends Content {
  readonly state: 'IN_FORCE' | 'HELD'
  readonly diff: VersionDiff
  readonly rollbackOf?: number | null
  readonly decidedById?: string | null
}

/** Rendered with the settings of now: merged networks cannot be taken apart any more. */
async function withoutGone(list: ListRow, entries: readonly PublishedEntry[], gone: ReadonlySet<string>): Promise<Content> {
  const kept = entries.filter(({ value }) => !gone.has(value))
  return { bodies: await compressed(await renderVersion(list, kept)), entryCount: kept.length }
}

/** In force, waiting, and the newest one where it was rejected; the newest first. */
async function knownVersions(client: PoolClient, listId: number): Promise<KnownVersion[]> {
  const { rows } = await client.query<KnownVersion>(
    `SELECT id, number, state, rollback_of AS "rollbackOf", decided_by_id AS "decidedById", text AS txt, json, csv FROM published_version
    WHERE list_id = $1
      AND (state IN ('IN_FORCE', 'HELD') OR number = (SELECT max(number) FROM published_version WHERE list_id = $1))
    ORDER BY number DESC`,
    [listId],
  )
  return rows
}

async function firstSame(known: readonly KnownVersion[], rendering: Rendering): Promise<KnownVersion | undefined> {
  for (const version of known) if (version.state !== 'SUPERSEDED' && (await isSameContent(rendering, version))) return version
  return undefined
}

const supersedeHeld = (client: PoolClient, listId: number) =>
  client.query(`UPDATE published_version SET state = 'SUPERSEDED' WHERE list_id = $1 AND state = 'HELD'`, [listId])

const supersedeInForce = (client: PoolClient, listId: number) =>
  client.query(`UPDATE published_version SET state = 'SUPERSEDED' WHERE list_id = $1 AND state = 'IN_FORCE'`, [listId])

/** One that is in force or waits is never too old. */
const prune = (client: PoolClient, listId: number) =>
  client.query(
    `DELETE FROM published_version WHERE list_id = $1 AND state NOT IN ('IN_FORCE', 'HELD')
      AND number <= (SELECT max(number) FROM published_version WHERE list_id = $1) - $2`,
    [listId, VERSIONS_KEPT],
  )
