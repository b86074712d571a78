import { listCreateInput, listUpdateInput } from '@sallyport/shared'
import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import { assertMay } from '../../platform/errors.js'
import type { HintSink } from '../../platform/hints.js'
import { Prisma, type PrismaClient } from '../../platform/prisma/client.js'
import { isUniqueViolation } from '../../platform/unique-violation.js'
import { fault, listMissing } from './list-faults.js'
import type { ListReadModel } from './list-read-model.js'
import type { ListRow } from './list-row.js'

/** A list as somebody saw it: a change of anything newer is refused. */
export interface SeenList {
  readonly id: number
  readonly expectedVersion: number
}

export interface ListServiceDeps {
  readonly prisma: PrismaClient
  readonly lists: Pick<ListReadModel, 'list'>
  readonly hints: Pick<HintSink, 'publish'>
  readonly clock: Clock
}

export class ListService {
  constructor(private readonly deps: ListServiceDeps) {}

  async create(actor: Actor, input: object): Promise<ListRow> {
    assertMay(actor, 'list:write')
    const data = listCreateInput.parse(input)
    const { id } = await this.deps.prisma.list.create({ data, select: { id: true } }).catch(nameTaken)
    return this.changed(id)
  }

  /** undefined leaves a field as it is; defaultTtlSeconds null means for ever. */
  async update(actor: Actor, { id, expectedVersion, ...input }: SeenList & Readonly<Record<string, unknown>>): Promise<ListRow> {
    assertMay(actor, 'list:write')
    const given = Object.entries(listUpdateInput.parse(input)).filter(([, value]) => value !== undefined)
    const data = { ...Object.fromEntries(given), version: { increment: 1 }, updatedAt: new Date(this.deps.clock.now()) }
    const { count } = await this.deps.prisma.list.updateMany({ where: { id, version: expectedVersion }, data }).catch(nameTaken)
    if (count === 0) throw await this.staleOrMissing(id)
    return this.changed(id)
  }

  /** With its history. Refused while something enforces it. */
  async delete(actor: Actor, { id, expectedVersion }: SeenList): Promise<void> {
    assertMay(actor, 'list:write')
    const list = await this.deps.lists.list(id)
    if (list === undefined) throw listMissing()
    const mappings = await this.deps.prisma.mapping.findMany({
      where: { listId: id },
      select: { groupName: true, device: { select: { name: true } } },
      take: 5,
    })
    const uses = mappings.map(({ groupName, device }) => `enforced on ${device.name} as ${groupName}`)
    if (list.published) uses.unshift('published')
    if (uses.length > 0) throw fault('NOT_ALLOWED_NOW', `It is ${uses.join(', ')}: end that first`, ['id'], list)
    const deleted = await this.deps.prisma
      .$transaction(async tx => {
        const { count } = await tx.list.deleteMany({ where: { id, version: expectedVersion, published: false } })
        if (count > 0) await tx.unblockCoolDown.deleteMany({ where: { listId: id } })
        return count > 0
      })
      .catch((error: unknown) => {
        if (isForeignKeyViolation(error))
          throw fault('NOT_ALLOWED_NOW', 'A device began to enforce it just now: end that first', ['id'], list)
        throw error
      })
    if (!deleted) throw await this.staleOrMissing(id)
    await this.deps.hints.publish('lists', { ids: [id] })
  }

  private async changed(id: number): Promise<ListRow> {
    await this.deps.hints.publish('lists', { ids: [id] })
    const list = await this.deps.lists.list(id)
    if (list === undefined) throw listMissing()
    return list
  }

  private async staleOrMissing(id: number) {
    const current = await this.deps.lists.list(id)
    return current ? fault('CONFLICT', 'Somebody else changed the list meanwhile', ['expectedVersion'], current) : listMissing()
  }
}

function nameTaken(error: unknown): never {
  if (isUniqueViolation(error)) throw fault('TAKEN', 'There is a list of this name already', ['name'])
  throw error
}

const isForeignKeyViolation = (error: unknown): boolean => error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2003'
