import { ENTRY_REASON_MAX_LENGTH, unblockInput, type ListKind } from '@sallyport/shared'
import type { Pool } from 'pg'
import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import { assertMay } from '../../platform/errors.js'
import type { HintSink } from '../../platform/hints.js'
import { inTransaction } from '../../platform/in-transaction.js'
import { sql } from '../../platform/sql.js'
import type { BlockExplainer, BlockExplanation } from './block-explainer.js'
import { canonicalEntry } from './entry/canonical-entry.js'
import { plainText } from './entry/hidden-character.js'
import { removeEntries } from './list-changes.js'
import { fault } from './list-faults.js'

export interface UnblockRequest {
  readonly value: string
  readonly kind: ListKind
  /** undefined: everywhere. */
  readonly listId: number | undefined
  readonly coolDownSeconds?: unknown
  readonly note?: unknown
}

export interface UnblockServiceDeps {
  readonly pool: Pool
  readonly explainer: BlockExplainer
  readonly hints: Pick<HintSink, 'publish'>
  readonly clock: Clock
}

export class UnblockService {
  constructor(private readonly deps: UnblockServiceDeps) {}

  /** Takes the value off and keeps rules from putting it back. Refused when nothing but a wider entry blocks it. */
  async unblock(
    actor: Actor,
    { value: typed, kind, listId, ...input }: UnblockRequest,
  ): Promise<{ readonly removed: number; readonly explanation: readonly BlockExplanation[] }> {
    assertMay(actor, 'list:write')
    const { coolDownSeconds, note } = unblockInput.parse(input)
    const canonical = canonicalEntry(kind, typed)
    if (!canonical.ok) throw fault('INVALID', canonical.reason, ['value'])
    const { value } = canonical
    const now = new Date(this.deps.clock.now())
    const { count, listIds } = await inTransaction(this.deps.pool, async client => {
      const onLists =
        listId === undefined ? sql`entry.list_id IN (SELECT id FROM list WHERE kind = ${kind})` : sql`entry.list_id = ${listId}`
      const removed = await removeEntries(client, sql`entry.value = ${value} AND ${onLists}`, {
        removal: 'UNBLOCKED',
        userId: actor.userId,
        note: plainText(note, ENTRY_REASON_MAX_LENGTH) || null,
        now,
      })
      if (removed.count > 0 && coolDownSeconds > 0)
        await client.query(
          'INSERT INTO unblock_cool_down (kind, value, list_id, until, user_id, created_at) VALUES ($1, $2, $3, $4, $5, $6)',
          [kind, value, listId ?? null, new Date(now.getTime() + coolDownSeconds * 1_000), actor.userId, now],
        )
      return removed
    })
    if (count === 0) throw await this.notThere(kind, value, listId)
    await this.deps.hints.publish('lists', { ids: listIds })
    return { removed: count, explanation: [await this.deps.explainer.explainAs(kind, canonical)] }
  }

  private async notThere(kind: ListKind, value: string, listId: number | undefined) {
    const canonical = canonicalEntry(kind, value)
    const { entries } = canonical.ok ? await this.deps.explainer.explainAs(kind, canonical) : { entries: [] }
    const covering = entries.find(
      entry => entry.removedAt === null && entry.value !== value && (listId === undefined || entry.listId === listId),
    )
    return covering
      ? fault(
          'NOT_ALLOWED_NOW',
          `${value} itself is on no such list: ${covering.value} covers it. Unblock that, or replace it by smaller ones`,
          ['value'],
        )
      : fault('NOT_FOUND', listId === undefined ? `${value} is on no list` : `${value} is not on this list`, ['value'])
  }
}
