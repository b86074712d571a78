import type { PublishedVersionState } from '@sallyport/shared'
import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { keyedLoader, mapLoader } from '../../platform/keyed-loader.js'
import { readRows } from '../../platform/read-rows.js'
import { sql } from '../../platform/sql.js'
import type { PublishedSettings } from './published-settings.js'
import type { StoredBodies } from './served-version.js'
import { VERSIONS_KEPT } from './version-writer.js'

/** Fetches that a page shows: of the newest ones. */
const FETCHES_MAX = 200

export interface VersionRow {
  readonly id: string
  readonly listId: number
  readonly number: number
  readonly state: PublishedVersionState
  readonly entryCount: number
  readonly added: number
  readonly removed: number
  readonly addedEntries: string[]
  readonly removedEntries: string[]
  readonly rollbackOf: number | null
  readonly decidedById: string | null
  readonly createdAt: Date
  readonly inForceAt: Date | null
}

export interface PathRow {
  readonly listId: number
  readonly token: string
  readonly retiresAt: Date | null
}

export interface FetchRow {
  readonly listId: number
  readonly credentialId: number
  readonly address: string
  readonly version: number
  readonly status: number
  readonly userAgent: string | null
  readonly fetchedAt: Date
  /** Digits. */
  readonly count: string
}

export interface CredentialRow {
  readonly id: number
  readonly name: string
  readonly username: string
  readonly listIds: number[]
  readonly createdAt: Date
  readonly disabledAt: Date | null
}

const CREDENTIAL_COLUMNS = sql`id, name, username, list_ids AS "listIds", created_at AS "createdAt", disabled_at AS "disabledAt"`

/** What is published, to whom, and who fetched it. */
export class PublishReadModel {
  constructor(private readonly deps: { readonly pool: Pool; readonly clock: Clock }) {}

  /** Loader factories, one loader per request. */
  readonly versionsOfList = () =>
    mapLoader(
      (ids: readonly number[]) => this.versionsOf(ids),
      (): VersionRow[] => [],
    )
  readonly pathsOfList = () =>
    mapLoader(
      (ids: readonly number[]) => this.livePathsOf(ids),
      (): PathRow[] => [],
    )
  readonly fetchesOfList = () =>
    mapLoader(
      (ids: readonly number[]) => this.fetchesOf(ids),
      (): FetchRow[] => [],
    )
  readonly credentialById = () =>
    keyedLoader(
      (ids: readonly number[]) =>
        readRows<CredentialRow>(this.deps.pool, sql`SELECT ${CREDENTIAL_COLUMNS} FROM publish_credential WHERE id = ANY(${ids}::int[])`),
      credential => credential.id,
    )

  /** By name. */
  async credentials(): Promise<CredentialRow[]> {
    return readRows<CredentialRow>(this.deps.pool, sql`SELECT ${CREDENTIAL_COLUMNS} FROM publish_credential ORDER BY lower(name), id`)
  }

  /** Published lists whose newest version shows another revision than they have. */
  async dueLists(): Promise<number[]> {
    const rows = await readRows<{ id: number }>(
      this.deps.pool,
      sql`SELECT list.id FROM list LEFT JOIN LATERAL
          (SELECT revision FROM published_version WHERE list_id = list.id ORDER BY number DESC LIMIT 1) AS newest ON TRUE
        WHERE list.published AND newest.revision IS DISTINCT FROM list.revision ORDER BY list.id`,
    )
    return rows.map(({ id }) => id)
  }

  /** Published lists of which something else is in force than they hold: held, rejected or rolled back. */
  async unsettledLists(): Promise<number[]> {
    const rows = await readRows<{ id: number }>(
      this.deps.pool,
      sql`SELECT list.id FROM list JOIN LATERAL
          (SELECT state, rollback_of FROM published_version WHERE list_id = list.id ORDER BY number DESC LIMIT 1) AS newest ON TRUE
        WHERE list.published AND (newest.state <> 'IN_FORCE' OR newest.rollback_of IS NOT NULL) ORDER BY list.id`,
    )
    return rows.map(({ id }) => id)
  }

  /** All that decides who gets which list, as of now. */
  async settings(): Promise<PublishedSettings> {
    const [lists, paths, credentials] = await Promise.all([
      readRows<SettingsRow>(
        this.deps.pool,
        sql`SELECT list.id AS "listId", list.allowed_networks AS "allowedNetworks", version.id, version.number,
            version.entry_count AS "entryCount", version.in_force_at AS "inForceAt"
          FROM list LEFT JOIN published_version AS version ON version.list_id = list.id AND version.state = 'IN_FORCE'
          WHERE list.published ORDER BY list.id`,
      ),
      this.livePaths(),
      readRows<{ id: number; username: string; passwordHash: Buffer; listIds: number[] }>(
        this.deps.pool,
        sql`SELECT id, username, password_hash AS "passwordHash", list_ids AS "listIds" FROM publish_credential
          WHERE disabled_at IS NULL ORDER BY id`,
      ),
    ])
    const pathsOfList = Map.groupBy(paths, path => path.listId)
    return {
      lists: lists.map(({ listId, allowedNetworks, id, number, entryCount, inForceAt }) => ({
        listId,
        allowedNetworks,
        paths: (pathsOfList.get(listId) ?? []).map(({ token, retiresAt }) => ({ token, retiresAt: retiresAt?.getTime() ?? null })),
        version: id === null ? null : { id, number, entryCount, inForceAt: inForceAt.getTime() },
      })),
      credentials: credentials.map(({ passwordHash, ...credential }) => ({ ...credential, passwordHash: passwordHash.toString('base64') })),
    }
  }

  /** undefined: there is no such version any more. */
  async bodies(versionId: string): Promise<StoredBodies | undefined> {
    const [row] = await readRows<StoredBodies>(
      this.deps.pool,
      sql`SELECT text AS txt, json, csv FROM published_version WHERE id = ${versionId}`,
    )
    return row
  }

  private livePaths(): Promise<PathRow[]> {
    return readRows<PathRow>(
      this.deps.pool,
      sql`SELECT list_id AS "listId", token, retires_at AS "retiresAt" FROM published_path
        WHERE retires_at IS NULL OR retires_at > ${new Date(this.deps.clock.now())} ORDER BY id DESC`,
    )
  }

  /** Newest first. */
  private async livePathsOf(listIds: readonly number[]): Promise<Map<number, PathRow[]>> {
    const rows = await this.livePaths()
    return Map.groupBy(
      rows.filter(({ listId }) => listIds.includes(listId)),
      row => row.listId,
    )
  }

  /** Newest first. */
  private async versionsOf(listIds: readonly number[]): Promise<Map<number, VersionRow[]>> {
    const rows = await readRows<VersionRow>(
      this.deps.pool,
      sql`SELECT version.* FROM unnest(${listIds}::int[]) AS wanted(id) CROSS JOIN LATERAL
          (SELECT id, list_id AS "listId", number, state, entry_count AS "entryCount", added, removed, added_entries AS "addedEntries",
            removed_entries AS "removedEntries", rollback_of AS "rollbackOf", decided_by_id AS "decidedById", created_at AS "createdAt",
            in_force_at AS "inForceAt"
          FROM published_version WHERE list_id = wanted.id ORDER BY number DESC LIMIT ${VERSIONS_KEPT + 1}) AS version
        ORDER BY version.number DESC`,
    )
    return Map.groupBy(rows, row => row.listId)
  }

  /** Newest first. */
  private async fetchesOf(listIds: readonly number[]): Promise<Map<number, FetchRow[]>> {
    const rows = await readRows<FetchRow>(
      this.deps.pool,
      sql`SELECT known.* FROM unnest(${listIds}::int[]) AS wanted(id) CROSS JOIN LATERAL
          (SELECT list_id AS "listId", credential_id AS "credentialId", host(address) AS address, version, status, user_agent AS "userAgent",
            fetched_at AS "fetchedAt", count
          FROM published_fetch WHERE list_id = wanted.id ORDER BY fetched_at DESC LIMIT ${FETCHES_MAX}) AS known`,
    )
    return Map.groupBy(rows, row => row.listId)
  }
}

type SettingsRow = { readonly listId: number; readonly allowedNetworks: string[] } & (
  | { readonly id: string; readonly number: number; readonly entryCount: number; readonly inForceAt: Date }
  | { readonly id: null; readonly number: null; readonly entryCount: null; readonly inForceAt: null }
)
