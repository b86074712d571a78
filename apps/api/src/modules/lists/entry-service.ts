import {
  entriesAddInput,
  ENTRY_REASON_MAX_LENGTH,
  entryUpdateInput,
  IMPORT_MAX_BYTES,
  IMPORT_MAX_LINES,
  LineVerdict,
  type EntryCause,
} from '@sallyport/shared'
import type { Pool } from 'pg'
import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import { assertMay } from '../../platform/errors.js'
import type { HintSink } from '../../platform/hints.js'
import { inTransaction } from '../../platform/in-transaction.js'
import { sql, toQuery } from '../../platform/sql.js'
import { canonicalEntry } from './entry/canonical-entry.js'
import { plainText } from './entry/hidden-character.js'
import { readTypedLines, typedValues, type TypedLine } from './entry/typed-lines.js'
import type { Candidate, LineCheck } from './entry-check.js'
import { planEntries } from './entry-plan.js'
import { insertEntries } from './insert-entries.js'
import { expiredBy, holdProtections, lockLists, raiseRevisions, removeEntries } from './list-changes.js'
import { fault, listMissing } from './list-faults.js'
import type { ListReadModel } from './list-read-model.js'
import { ENTRY_COLUMNS, type EntryRow, type ListRow } from './list-row.js'

/** What becomes of the lines of an input: counts of all, and the lines that people are shown. */
export interface EntriesPreview {
  readonly counts: readonly { readonly verdict: LineVerdict; readonly count: number }[]
  /** First 500 that are not NEW, then as many NEW ones. */
  readonly lines: readonly LineCheck[]
}

export interface AddRequest {
  readonly listId: number
  readonly incidentId?: string | undefined
  readonly alertId?: string | undefined
  readonly values?: unknown
  readonly text?: unknown
  readonly reason?: unknown
  readonly ttlSeconds?: unknown
  readonly neverExpires?: unknown
}

export interface Added {
  readonly list: ListRow
  readonly added: number
  readonly preview: EntriesPreview
}

export interface EntryServiceDeps {
  readonly pool: Pool
  readonly lists: ListReadModel
  readonly hints: Pick<HintSink, 'publish'>
  readonly clock: Clock
}

const LINES_SHOWN = 500

/** What is put on lists and taken off them. Each change is one transaction; the hint follows the commit. */
export class EntryService {
  constructor(private readonly deps: EntryServiceDeps) {}

  /** What adding the text would do, without doing it. */
  async preview(actor: Actor, { listId, text }: { readonly listId: number; readonly text: string }): Promise<EntriesPreview> {
    assertMay(actor, 'list:read')
    const lines = boundedLines(text)
    const list = await this.deps.lists.list(listId)
    if (list === undefined) throw listMissing('listId')
    const now = this.now()
    const plan = await inTransaction(this.deps.pool, client =>
      planEntries(client, lines, { list, cause: 'IMPORT', reason: '', expiresAt: defaultExpiry(list, now), now }),
    )
    return previewOf(plan.refused, plan.candidates)
  }

  /** Adds every value that may be added. Values one by one are the person's will; what was unblocked is not imported again, nor added by a program. */
  async add(actor: Actor, request: AddRequest): Promise<Added> {
    assertMay(actor, 'list:write')
    const byHand = request.text === undefined || request.text === null ? 'USER' : 'IMPORT'
    return this.addFrom(request, { cause: actor.apiKey ? 'API_KEY' : byHand, userId: actor.userId })
  }

  /** For rules and API keys: they do not put back what people unblocked. */
  async addAutomatically(cause: 'RULE' | 'API_KEY', request: AddRequest): Promise<Added> {
    return this.addFrom(request, { cause, userId: null })
  }

  /** What addAutomatically would do, without doing it. */
  async previewAutomatically(
    cause: 'RULE' | 'API_KEY',
    { listId, values }: { readonly listId: number; readonly values: readonly string[] },
  ): Promise<EntriesPreview> {
    const list = await this.deps.lists.list(listId)
    if (list === undefined) throw listMissing('listId')
    const now = this.now()
    const plan = await inTransaction(this.deps.pool, client =>
      planEntries(client, typedValues(values), { list, cause, reason: '', expiresAt: defaultExpiry(list, now), now }),
    )
    return previewOf(plan.refused, plan.candidates)
  }

  /** For rules and API keys: takes this value, in whatever spelling, off the list. @returns whether it was on it */
  async removeAutomatically({ listId, value, note }: { readonly listId: number; readonly value: string; readonly note: string }) {
    const list = await this.deps.lists.list(listId)
    if (list === undefined) throw listMissing('listId')
    const canonical = canonicalEntry(list.kind, value)
    if (!canonical.ok) throw fault('INVALID', canonical.reason, ['value'])
    const { count } = await inTransaction(this.deps.pool, client =>
      removeEntries(client, sql`entry.list_id = ${listId} AND entry.value = ${canonical.value}`, {
        removal: 'REMOVED',
        userId: null,
        note: plainText(note, ENTRY_REASON_MAX_LENGTH) || null,
        now: this.now(),
      }),
    )
    if (count > 0) await this.deps.hints.publish('lists', { ids: [listId] })
    return count > 0
  }

  /** Only of entries that are on their list. Enabling, disabling and expiry change what is in force. */
  async update(actor: Actor, { id, ...input }: { readonly id: string } & Readonly<Record<string, unknown>>): Promise<EntryRow> {
    assertMay(actor, 'list:write')
    const { reason, expiresAt, neverExpires, disabled } = entryUpdateInput.parse(input)
    const now = this.now()
    if (expiresAt && expiresAt <= now) throw fault('INVALID', 'The time of expiry is past: remove the entry instead', ['expiresAt'])
    const entry = await inTransaction(this.deps.pool, async client => {
      const found = await client.query<EntryRow>(toQuery(sql`SELECT ${ENTRY_COLUMNS} FROM list_entry AS entry WHERE id = ${id}`))
      const [current] = found.rows
      if (current === undefined) throw fault('NOT_FOUND', 'The entry was not found', ['id'])
      await lockLists(client, [current.listId])
      const { rows } = await client.query<EntryRow>(
        toQuery(sql`UPDATE list_entry AS entry SET
            reason = coalesce(${typeof reason === 'string' ? plainText(reason, ENTRY_REASON_MAX_LENGTH) : null}::text, reason),
            disabled = coalesce(${disabled ?? null}::boolean, disabled),
            expires_at = CASE WHEN ${neverExpires === true} THEN NULL ELSE coalesce(${expiresAt ?? null}::timestamptz, expires_at) END
          WHERE id = ${id} AND removed_at IS NULL RETURNING ${ENTRY_COLUMNS}`),
      )
      const [updated] = rows
      if (updated === undefined) throw fault('NOT_ALLOWED_NOW', 'The entry was removed from its list', ['id'], current)
      await raiseRevisions(client, [current.listId], now)
      return updated
    })
    await this.deps.hints.publish('lists', { ids: [entry.listId] })
    return entry
  }

  /** Those removed already are passed over. */
  async remove(
    actor: Actor,
    { ids, note }: { readonly ids: readonly string[]; readonly note: string | undefined },
  ): Promise<{ removed: number; lists: ListRow[] }> {
    assertMay(actor, 'list:write')
    const { count, listIds } = await inTransaction(this.deps.pool, client =>
      removeEntries(client, sql`entry.id = ANY(${ids}::bigint[])`, {
        removal: 'REMOVED',
        userId: actor.userId,
        note: plainText(note ?? '', ENTRY_REASON_MAX_LENGTH) || null,
        now: this.now(),
      }),
    )
    if (listIds.length > 0) await this.deps.hints.publish('lists', { ids: listIds })
    return { removed: count, lists: await this.deps.lists.listsOf(listIds) }
  }

  /** Takes what has expired off its lists; tells when the next entry will expire. */
  async removeExpired(): Promise<{ readonly removed: number; readonly next: Date | undefined }> {
    const now = this.now()
    const { count, listIds } = await inTransaction(this.deps.pool, client =>
      removeEntries(client, expiredBy(now), { removal: 'EXPIRED', userId: null, note: null, now }),
    )
    if (listIds.length > 0) await this.deps.hints.publish('lists', { ids: listIds })
    const { rows } = await this.deps.pool.query<{ next: Date | null }>(
      'SELECT min(expires_at) AS next FROM list_entry WHERE removed_at IS NULL AND expires_at IS NOT NULL',
    )
    return { removed: count, next: rows[0]?.next ?? undefined }
  }

  private async addFrom(
    { listId, incidentId, alertId, ...input }: AddRequest,
    origin: { readonly cause: EntryCause; readonly userId: string | null },
  ): Promise<Added> {
    const { values, text, reason, ttlSeconds, neverExpires } = entriesAddInput.parse(input)
    const lines = typeof text === 'string' ? boundedLines(text) : typedValues(values ?? [])
    const now = this.now()
    const { added, refused, candidates } = await inTransaction(this.deps.pool, async client => {
      await holdProtections(client)
      const [list] = await lockLists(client, [listId])
      if (list === undefined) throw listMissing('listId')
      // Expired ones that still stand there would be in the way of their own renewal.
      await removeEntries(client, sql`entry.list_id = ${listId} AND ${expiredBy(now)}`, {
        removal: 'EXPIRED',
        userId: null,
        note: null,
        now,
      })
      const expiresAt = neverExpires ? null : ttlSeconds ? later(now, ttlSeconds) : defaultExpiry(list, now)
      const plan = await planEntries(client, lines, {
        list,
        cause: origin.cause,
        reason: plainText(reason, ENTRY_REASON_MAX_LENGTH),
        expiresAt,
        now,
      })
      const added = await insertEntries(client, plan.candidates, {
        listId,
        incidentId: incidentId ?? null,
        alertId: alertId ?? null,
        ...origin,
        now,
      })
      if (added > 0) await raiseRevisions(client, [listId], now)
      return { ...plan, added }
    })
    if (added > 0) await this.deps.hints.publish('lists', { ids: [listId] })
    const list = await this.deps.lists.list(listId)
    if (list === undefined) throw listMissing('listId')
    return { list, added, preview: previewOf(refused, candidates) }
  }

  private now(): Date {
    return new Date(this.deps.clock.now())
  }
}

const later = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1_000)

const defaultExpiry = ({ defaultTtlSeconds }: ListRow, now: Date): Date | null =>
  defaultTtlSeconds === null ? null : later(now, defaultTtlSeconds)

function boundedLines(text: string): TypedLine[] {
  if (Buffer.byteLength(text) > IMPORT_MAX_BYTES) throw fault('INVALID', `At most ${IMPORT_MAX_BYTES / 1_048_576} MiB at once`, ['text'])
  const lines = readTypedLines(text)
  if (lines.length > IMPORT_MAX_LINES) throw fault('INVALID', `At most ${IMPORT_MAX_LINES} lines at once`, ['text'])
  return lines
}

function previewOf(refused: readonly LineCheck[], candidates: readonly Candidate[]): EntriesPreview {
  const counts = Map.groupBy(refused, check => check.verdict)
  const others = [...refused].sort((left, right) => left.line - right.line).slice(0, LINES_SHOWN)
  const fresh = candidates
    .slice(0, LINES_SHOWN)
    .map(({ line, typed, value }) => ({ line, typed, value, verdict: LineVerdict.NEW, reason: null }))
  return {
    counts: Object.values(LineVerdict).flatMap(verdict => {
      const count = verdict === 'NEW' ? candidates.length : (counts.get(verdict)?.length ?? 0)
      return count > 0 ? [{ verdict, count }] : []
    }),
    lines: [...others, ...fresh],
  }
}
