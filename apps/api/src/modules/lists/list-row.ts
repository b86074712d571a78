import type { EntryCause, EntryRemoval, ListKind, ProtectionKind } from '@sallyport/shared'
import { sql } from '../../platform/sql.js'

/** A list as pg returns it: 64-bit numbers as digits, times as Date. */
export interface ListRow {
  readonly id: number
  readonly name: string
  readonly kind: ListKind
  readonly description: string
  readonly defaultTtlSeconds: number | null
  /** Raised by every change of what is in force. */
  readonly revision: string
  readonly version: number
  readonly published: boolean
  readonly guardPercent: number
  readonly guardEntries: number
  readonly aggregate: boolean
  readonly trailingSlash: boolean
  readonly allowedNetworks: string[]
  readonly createdAt: Date
  readonly updatedAt: Date
}

export const LIST_COLUMNS = sql`
  list.id, list.name, list.kind, list.description, list.default_ttl_seconds AS "defaultTtlSeconds", list.revision, list.version, list.published,
  list.guard_percent AS "guardPercent", list.guard_entries AS "guardEntries", list.aggregate, list.trailing_slash AS "trailingSlash",
  list.allowed_networks AS "allowedNetworks", list.created_at AS "createdAt", list.updated_at AS "updatedAt"`

export interface EntryRow {
  readonly id: string
  readonly listId: number
  readonly value: string
  readonly typed: string
  readonly reason: string
  readonly cause: EntryCause
  readonly userId: string | null
  readonly incidentId: string | null
  readonly alertId: string | null
  readonly addedAt: Date
  readonly expiresAt: Date | null
  readonly disabled: boolean
  readonly removedAt: Date | null
  readonly removedById: string | null
  readonly removal: EntryRemoval | null
  readonly removalNote: string | null
}

/** Of the table alias `entry`. */
export const ENTRY_COLUMNS = sql`
  entry.id, entry.list_id AS "listId", entry.value, entry.typed, entry.reason, entry.cause, entry.user_id AS "userId",
  entry.incident_id AS "incidentId", entry.alert_id AS "alertId", entry.added_at AS "addedAt", entry.expires_at AS "expiresAt", entry.disabled,
  entry.removed_at AS "removedAt", entry.removed_by_id AS "removedById", entry.removal, entry.removal_note AS "removalNote"`

/** The range of the table alias `entry` as the GiST index holds it. */
export const ENTRY_RANGE = sql`address_range(entry.range_first, entry.range_last, '[]')`

/** A value that firewalls shall enforce now. */
export interface ListValue {
  readonly entryId: bigint
  readonly value: string
  /** First and last address of an ADDRESS entry, in text. */
  readonly rangeFirst?: string
  readonly rangeLast?: string
  readonly addedAt: Date
  readonly expiresAt: Date | null
  readonly reason: string
}

export interface ProtectionRow {
  readonly id: number
  readonly kind: ProtectionKind
  readonly value: string
  readonly description: string
  readonly builtIn: boolean
  readonly enabled: boolean
}

export const PROTECTION_COLUMNS = sql`
  protection.id, protection.kind, protection.value, protection.description, protection.built_in AS "builtIn", protection.enabled`

export interface CoolDownRow {
  readonly kind: ListKind
  readonly value: string
  /** null: every list. */
  readonly listId: number | null
  readonly until: Date
  readonly userId: string | null
}

export const COOL_DOWN_COLUMNS = sql`cool.kind, cool.value, cool.list_id AS "listId", cool.until, cool.user_id AS "userId"`
