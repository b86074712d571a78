import {
  CHANNELS_MAX,
  channelCreateInput,
  channelSecretFault,
  channelTargetFault,
  channelUpdateInput,
  type ChannelKind,
} from '@sallyport/shared'
import type { Actor } from '../../platform/actor.js'
import { assertMay, UserFaultsError, type UserErrorCode } from '../../platform/errors.js'
import type { Channel, PrismaClient } from '../../platform/prisma/client.js'
import type { SecretBox } from '../../platform/secret-box.js'
import { assertStorable } from '../../platform/storable.js'
import { isUniqueViolation } from '../../platform/unique-violation.js'

/** A channel as somebody saw it: a change of anything newer is refused. */
export interface SeenChannel {
  readonly id: number
  readonly expectedVersion: number
}

/** As it came from outside: the zod schema decides. */
type Unparsed = Readonly<Record<string, unknown>>

/** Purpose that secrets of channels are sealed for. */
export const CHANNEL_SECRET = 'channel.secret'

export interface ChannelServiceDeps {
  readonly prisma: Pick<PrismaClient, 'channel'>
  readonly secrets: Pick<SecretBox, 'seal'>
}

export class ChannelService {
  constructor(private readonly deps: ChannelServiceDeps) {}

  /** @throws UserFaultsError TAKEN for a name that another has */
  async create(actor: Actor, input: Unparsed): Promise<Channel> {
    assertMay(actor, 'channel:write')
    assertStorable(input)
    const { secret = null, ...data } = channelCreateInput.parse(withoutNull(input))
    checkTarget(data.kind, data.target)
    checkSecret(data.kind, secret)
    if ((await this.deps.prisma.channel.count()) >= CHANNELS_MAX)
      throw fault('NOT_ALLOWED_NOW', null, `There are ${CHANNELS_MAX} channels already`)
    return this.deps.prisma.channel.create({ data: { ...data, secretSealed: this.sealed(secret) } }).catch(nameTaken)
  }

  /** undefined and null leave a field as it is; an empty secret does too. */
  async update(actor: Actor, { id, expectedVersion, ...input }: SeenChannel & Unparsed): Promise<Channel> {
    assertMay(actor, 'channel:write')
    assertStorable(input)
    const { name, enabled, target, secret } = channelUpdateInput.parse(withoutNull(input))
    const before = await this.found(id)
    const kind = before.kind as ChannelKind
    if (target !== undefined) checkTarget(kind, target)
    if (secret) checkSecret(kind, secret)
    const data = {
      ...(name !== undefined && { name }),
      ...(enabled !== undefined && { enabled }),
      ...(target !== undefined && { target }),
      ...(secret && { secretSealed: this.sealed(secret) }),
      version: { increment: 1 },
    }
    const { count } = await this.deps.prisma.channel.updateMany({ where: { id, version: expectedVersion }, data }).catch(nameTaken)
    const channel = await this.found(id)
    if (count === 0) throw stale(channel)
    return channel
  }

  /** With the log of what it was told. */
  async delete(actor: Actor, { id, expectedVersion }: SeenChannel): Promise<void> {
    assertMay(actor, 'channel:write')
    const { count } = await this.deps.prisma.channel.deleteMany({ where: { id, version: expectedVersion } })
    if (count === 0) throw stale(await this.found(id))
  }

  private async found(id: number): Promise<Channel> {
    const channel = await this.deps.prisma.channel.findUnique({ where: { id } })
    if (!channel) throw fault('NOT_FOUND', ['id'], 'The channel was not found')
    return channel
  }

  private sealed(secret: string | null): string | null {
    return secret === null ? null : this.deps.secrets.seal(CHANNEL_SECRET, secret)
  }
}

function checkTarget(kind: ChannelKind, target: string): void {
  const message = channelTargetFault(kind, target)
  if (message !== undefined) throw fault('INVALID', ['target'], message)
}

function checkSecret(kind: ChannelKind, secret: string | null): void {
  const message = channelSecretFault(kind, secret)
  if (message !== undefined) throw fault('INVALID', ['secret'], message)
}

function nameTaken(error: unknown): never {
  if (isUniqueViolation(error)) throw fault('TAKEN', ['name'], 'Another channel has this name')
  throw error
}

const withoutNull = (input: Unparsed): Unparsed => Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null))

const fault = (code: UserErrorCode, field: readonly string[] | null, message: string, current?: unknown) =>
  new UserFaultsError([{ code, message, field }], current)

const stale = (current: Channel) => fault('CONFLICT', ['expectedVersion'], 'Somebody else changed the channel meanwhile', current)
