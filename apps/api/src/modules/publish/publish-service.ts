import { randomBytes } from 'node:crypto'
import { listPublishInput, pathRotateInput, publishCredentialCreateInput } from '@sallyport/shared'
import { canonicalNetwork } from '../../graphql/scalars.js'
import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import { assertMay, UserFaultsError, type UserErrorCode } from '../../platform/errors.js'
import type { HintSink } from '../../platform/hints.js'
import type { Prisma, PrismaClient } from '../../platform/prisma/client.js'
import { isUniqueViolation } from '../../platform/unique-violation.js'
import type { ListReadModel, ListRow } from '../lists/index.js'
import type { CredentialRow } from './publish-read-model.js'
import { passwordHashOf } from './published-catalog.js'
import type { Publisher } from './publisher.js'
import { VERSIONS_LOCK } from './version-lock.js'
import { NO_REVISION, type VersionWriter } from './version-writer.js'

/** 192 bits: 32 characters of the URL's 255. */
const TOKEN_BYTES = 24
const PASSWORD_BYTES = 32

/** A list as somebody saw it: a change of anything newer is refused. */
export interface SeenList {
  readonly id: number
  readonly expectedVersion: number
}

export interface PublishServiceDeps {
  readonly prisma: PrismaClient
  readonly lists: Pick<ListReadModel, 'list' | 'listsOf'>
  readonly writer: Pick<VersionWriter, 'approve' | 'reject' | 'rollBack'>
  /** So that what a person was told is done is served, too. */
  readonly publisher: Pick<Publisher, 'refresh'>
  readonly hints: Pick<HintSink, 'publish'>
  readonly clock: Clock
}

export class PublishService {
  constructor(private readonly deps: PublishServiceDeps) {}

  /** Publishes the list, or changes how it is. undefined and null leave a setting as it is. Paths of an earlier time live on. */
  async publish(actor: Actor, { id, expectedVersion, ...input }: SeenList & Readonly<Record<string, unknown>>): Promise<ListRow> {
    assertMay(actor, 'list:publish')
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== undefined))
    const { allowedNetworks, ...settings } = listPublishInput.parse(given)
    const networks = allowedNetworks && canonicalNetworks(allowedNetworks)
    const data = {
      ...Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)),
      ...(networks && { allowedNetworks: networks }),
      published: true,
    }
    await this.updateList({ id, expectedVersion }, data, async tx => {
      const live = await tx.publishedPath.count({ where: { listId: id, retiresAt: null } })
      if (live === 0) await tx.publishedPath.create({ data: { listId: id, token: newToken() } })
    })
    return this.changed(id)
  }

  /** Its URLs are unknown from now on: firewalls keep the copy that they have. Versions and paths stay for the next time. */
  async unpublish(actor: Actor, { id, expectedVersion }: SeenList): Promise<ListRow> {
    assertMay(actor, 'list:publish')
    await this.updateList({ id, expectedVersion }, { published: false })
    return this.changed(id)
  }

  /** A new path; those that are live retire after the overlap. */
  async rotatePath(actor: Actor, { listId, ...input }: { readonly listId: number; readonly overlapSeconds: unknown }): Promise<ListRow> {
    assertMay(actor, 'list:publish')
    const { overlapSeconds } = pathRotateInput.parse(input)
    await this.published(listId)
    const now = this.deps.clock.now()
    const retiresAt = new Date(now + overlapSeconds * 1_000)
    const created = new Date(now)
    await this.deps.prisma.$transaction([
      this.deps.prisma.publishedPath.deleteMany({ where: { listId, retiresAt: { lte: created } } }),
      this.deps.prisma.publishedPath.updateMany({
        where: { listId, OR: [{ retiresAt: null }, { retiresAt: { gt: retiresAt } }] },
        data: { retiresAt },
      }),
      this.deps.prisma.publishedPath.create({ data: { listId, token: newToken(), createdAt: created } }),
    ])
    return this.changed(listId)
  }

  async decide(actor: Actor, { listId, number, approve }: { listId: number; number: number; approve: boolean }): Promise<ListRow> {
    assertMay(actor, 'list:approve')
    const list = await this.published(listId)
    const decided = { number, userId: actor.userId }
    const { writer } = this.deps
    if (!(await (approve ? writer.approve(listId, decided) : writer.reject(listId, decided))))
      throw fault('CONFLICT', `Version ${number} does not wait for approval any more`, ['number'], list)
    return this.changed(listId)
  }

  /** Later changes of the list are held until somebody approves one. */
  async rollBack(actor: Actor, { listId, number }: { listId: number; number: number }): Promise<ListRow> {
    assertMay(actor, 'list:approve')
    const list = await this.published(listId)
    if (!(await this.deps.writer.rollBack(listId, { number, userId: actor.userId })))
      throw fault('NOT_ALLOWED_NOW', `Version ${number} is no earlier version that was in force`, ['number'], list)
    return this.changed(listId)
  }

  /** @returns with the password, which is told this once */
  async createCredential(
    actor: Actor,
    { listIds, ...input }: { readonly name: string; readonly username: string; readonly listIds: readonly number[] },
  ): Promise<{ credential: CredentialRow; password: string }> {
    assertMay(actor, 'list:publish')
    const { name, username } = publishCredentialCreateInput.parse(input)
    await this.assertLists(listIds)
    const password = randomBytes(PASSWORD_BYTES).toString('base64url')
    const credential = await this.deps.prisma.publishCredential
      .create({
        data: { name, username, listIds: [...new Set(listIds)], passwordHash: passwordHashOf(password) },
        omit: { passwordHash: true },
      })
      .catch((error: unknown) => {
        if (isUniqueViolation(error)) throw fault('TAKEN', 'There is a credential of this name or user name already', ['username'])
        throw error
      })
    await this.tellOthers(credential.listIds)
    return { credential, password }
  }

  /** undefined leaves a field as it is. */
  async updateCredential(
    actor: Actor,
    {
      id,
      disabled,
      listIds,
    }: { readonly id: number; readonly disabled: boolean | undefined; readonly listIds: readonly number[] | undefined },
  ): Promise<CredentialRow> {
    assertMay(actor, 'list:publish')
    if (listIds) await this.assertLists(listIds)
    const before = await this.deps.prisma.publishCredential.findUnique({ where: { id }, omit: { passwordHash: true } })
    if (!before) throw fault('NOT_FOUND', 'The credential was not found', ['id'])
    const disabledAt = disabled ? (before.disabledAt ?? new Date(this.deps.clock.now())) : null
    const credential = await this.deps.prisma.publishCredential.update({
      where: { id },
      data: { ...(disabled !== undefined && { disabledAt }), ...(listIds && { listIds: [...new Set(listIds)] }) },
      omit: { passwordHash: true },
    })
    await this.tellOthers([...before.listIds, ...credential.listIds])
    return credential
  }

  /**
   * What firewalls see may change with the settings: the newest version is marked as one of no revision, so that the
   * publisher looks at the list again. Waits for a rendering under way, which may have read the old settings.
   */
  private async updateList(
    { id, expectedVersion }: SeenList,
    data: Prisma.ListUpdateManyMutationInput,
    also: (tx: Prisma.TransactionClient) => Promise<void> = async () => undefined,
  ): Promise<void> {
    const change = { ...data, version: { increment: 1 }, updatedAt: new Date(this.deps.clock.now()) }
    const work = async (tx: Prisma.TransactionClient) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${VERSIONS_LOCK}::int, ${id}::int)`
      const { count } = await tx.list.updateMany({ where: { id, version: expectedVersion }, data: change })
      if (count === 0) return false
      await tx.$executeRaw`UPDATE published_version SET revision = ${NO_REVISION} WHERE list_id = ${id}
        AND number = (SELECT max(number) FROM published_version WHERE list_id = ${id})`
      await also(tx)
      return true
    }
    const updated = await this.deps.prisma.$transaction(work, { maxWait: 10_000, timeout: 30_000 })
    if (updated) return
    const current = await this.deps.lists.list(id)
    throw current ? fault('CONFLICT', 'Somebody else changed the list meanwhile', ['expectedVersion'], current) : listMissing()
  }

  private async published(listId: number): Promise<ListRow> {
    const list = await this.deps.lists.list(listId)
    if (!list) throw listMissing('listId')
    if (!list.published) throw fault('NOT_ALLOWED_NOW', 'The list is not published', ['listId'], list)
    return list
  }

  private async assertLists(ids: readonly number[]): Promise<void> {
    const known = await this.deps.lists.listsOf(ids)
    if (known.length < new Set(ids).size) throw listMissing('listIds')
  }

  private async changed(id: number): Promise<ListRow> {
    await this.tellOthers([id])
    const list = await this.deps.lists.list(id)
    if (!list) throw listMissing()
    return list
  }

  /** A refresh that fails is tried again by the publisher; what was asked for has been done all the same. */
  private async tellOthers(listIds: readonly number[]): Promise<void> {
    await this.deps.publisher.refresh().catch(() => undefined)
    await this.deps.hints.publish('lists', { ids: [...new Set(listIds)] })
  }
}

const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

function canonicalNetworks(networks: readonly string[]): string[] {
  const canonical = networks.map(network => canonicalNetwork(network.trim()))
  const bad = networks.filter((_, at) => canonical[at] === undefined)
  if (bad.length > 0) throw fault('INVALID', `'${bad[0]}' is not an address or a network`, ['allowedNetworks'])
  return [...new Set(canonical.filter(network => network !== undefined))]
}

const fault = (code: UserErrorCode, message: string, field: readonly string[], current?: unknown): UserFaultsError =>
  new UserFaultsError([{ code, message, field }], current)

const listMissing = (field = 'id') => fault('NOT_FOUND', 'The list was not found', [field])
