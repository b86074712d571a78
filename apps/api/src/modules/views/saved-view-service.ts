import { SAVED_VIEWS_MAX, savedViewCreateInput, savedViewUpdateInput } from '@sallyport/shared'
import { actorMay, type Actor } from '../../platform/actor.js'
import { assertMay, UserFaultsError, type UserErrorCode } from '../../platform/errors.js'
import type { PrismaClient, SavedView } from '../../platform/prisma/client.js'
import { assertStorable } from '../../platform/storable.js'
import { isUniqueViolation } from '../../platform/unique-violation.js'

/** A view as somebody saw it: a change of anything newer is refused. */
export interface SeenView {
  readonly id: number
  readonly expectedVersion: number
}

/** Of other people. */
const SHARED_MAX = 500

/** Views that people keep. Each sees their own and those that are shared; a person changes their own, whoever sets up the workflow also shared ones. */
export class SavedViewService {
  constructor(private readonly deps: { readonly prisma: PrismaClient }) {}

  /** One's own in their order, then those of others by name. */
  async visible(actor: Actor): Promise<SavedView[]> {
    const [own, others] = await Promise.all([
      this.deps.prisma.savedView.findMany({ where: { ownerId: actor.userId }, orderBy: [{ position: 'asc' }, { id: 'asc' }] }),
      this.deps.prisma.savedView.findMany({
        where: { shared: true, ownerId: { not: actor.userId } },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        take: SHARED_MAX,
      }),
    ])
    return [...own, ...others]
  }

  /** null: there is none, or it is not for this person. */
  async find(actor: Actor, id: number): Promise<SavedView | null> {
    const view = await this.deps.prisma.savedView.findUnique({ where: { id } })
    return view && (view.shared || view.ownerId === actor.userId) ? view : null
  }

  async create(actor: Actor, input: object): Promise<SavedView> {
    assertMayKeep(actor)
    const data = savedViewCreateInput.parse(input)
    assertStorable(data)
    if (data.shared) assertMayShare(actor)
    return this.deps.prisma
      .$transaction(async tx => {
        // One after the other of a person, so that nobody gets past the limit.
        await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`saved_view ${actor.userId}`}, 0))::text`
        const { _count: count, _max: max } = await tx.savedView.aggregate({
          where: { ownerId: actor.userId },
          _count: true,
          _max: { position: true },
        })
        if (count >= SAVED_VIEWS_MAX) throw fault('NOT_ALLOWED_NOW', `You have ${SAVED_VIEWS_MAX} views: delete one first`, null)
        return tx.savedView.create({ data: { ...data, ownerId: actor.userId, position: (max.position ?? 0) + 1 } })
      })
      .catch(nameTaken)
  }

  /** What is not given is left as it is. */
  async update(actor: Actor, { id, expectedVersion, ...input }: SeenView & Readonly<Record<string, unknown>>): Promise<SavedView> {
    assertMayKeep(actor)
    const given = savedViewUpdateInput.parse(input)
    assertStorable(given)
    const view = await this.changeable(actor, id)
    if (given.shared === true && !view.shared) assertMayShare(actor)
    const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    const [changed] = await this.deps.prisma.savedView
      .updateManyAndReturn({ where: { id, version: expectedVersion }, data: { ...fields, version: { increment: 1 } } })
      .catch(nameTaken)
    // Somebody else's that is shared no longer is not to be found any more, and was changed all the same.
    if (changed) return changed
    throw stale(await this.changeable(actor, id))
  }

  async delete(actor: Actor, { id, expectedVersion }: SeenView): Promise<void> {
    assertMayKeep(actor)
    const view = await this.changeable(actor, id)
    const { count } = await this.deps.prisma.savedView.deleteMany({ where: { id, version: expectedVersion } })
    if (count === 0) throw stale((await this.find(actor, id)) ?? view)
  }

  private async changeable(actor: Actor, id: number): Promise<SavedView> {
    const view = await this.find(actor, id)
    if (!view) throw fault('NOT_FOUND', 'The view was not found', ['id'])
    if (view.ownerId !== actor.userId && !actorMay(actor, 'workflow:write'))
      throw fault('NOT_ALLOWED_NOW', 'It is somebody else’s view: save one of your own', ['id'], view)
    return view
  }
}

/** What is one's own changes nothing for others: viewers keep views too. A key that only reads does not. */
const assertMayKeep = (actor: Actor): void => assertMay(actor, actor.apiKey ? 'incident:write' : 'incident:read')

function assertMayShare(actor: Actor): void {
  if (!actorMay(actor, 'incident:write')) throw fault('NOT_ALLOWED_NOW', 'You cannot share views', ['shared'])
}

function nameTaken(error: unknown): never {
  if (isUniqueViolation(error)) throw fault('TAKEN', 'There is a view of this name already', ['name'])
  throw error
}

const stale = (current: SavedView): UserFaultsError => fault('CONFLICT', 'The view was changed meanwhile', ['expectedVersion'], current)

const fault = (code: UserErrorCode, message: string, field: readonly string[] | null, current?: unknown): UserFaultsError =>
  new UserFaultsError([{ code, message, field }], current)
