import { namedNetworkCreateInput, namedNetworkUpdateInput } from '@sallyport/shared'
import type { Actor } from '../../platform/actor.js'
import { assertMay, UserFaultsError, type UserErrorCode } from '../../platform/errors.js'
import type { HintSink } from '../../platform/hints.js'
import type { NamedNetwork, PrismaClient } from '../../platform/prisma/client.js'
import { assertStorable } from '../../platform/storable.js'
import { isUniqueViolation } from '../../platform/unique-violation.js'
import { formatAddress, formatRange, parseRange } from '../lists/index.js'

/** A network as somebody saw it: a change of anything newer is refused. */
export interface SeenNamedNetwork {
  readonly id: number
  readonly expectedVersion: number
}

/** As it came from outside: the zod schema decides. */
type Unparsed = Readonly<Record<string, unknown>>

export const NAMED_NETWORKS_MAX = 10_000

/** Wider ones would name half of the internet: /8, and /7 for unique local addresses (fc00::/7). */
const WIDEST_PREFIX = { 4: 8, 6: 7 } as const
const BITS = { 4: 32, 6: 128 } as const

export interface NamedNetworkServiceDeps {
  readonly prisma: Pick<PrismaClient, 'namedNetwork'>
  readonly hints: Pick<HintSink, 'publish'>
}

export class NamedNetworkService {
  constructor(private readonly deps: NamedNetworkServiceDeps) {}

  async create(actor: Actor, input: Unparsed): Promise<NamedNetwork> {
    assertMay(actor, 'enrichment:write')
    const { network, ...fields } = namedNetworkCreateInput.parse(input)
    assertStorable({ ...fields, network })
    const data = { ...fields, ...canonicalNetwork(network) }
    if ((await this.deps.prisma.namedNetwork.count()) >= NAMED_NETWORKS_MAX)
      throw fault('NOT_ALLOWED_NOW', `There are ${NAMED_NETWORKS_MAX} networks already`, null)
    const created = await this.deps.prisma.namedNetwork.create({ data }).catch(networkTaken)
    await this.deps.hints.publish('enrichmentSettings', {})
    return created
  }

  /** undefined and null leave a field as it is. */
  async update(actor: Actor, { id, expectedVersion, ...input }: SeenNamedNetwork & Unparsed): Promise<NamedNetwork> {
    assertMay(actor, 'enrichment:write')
    const { network, ...given } = namedNetworkUpdateInput.parse(withoutNull(input))
    const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    assertStorable(given)
    const data = { ...fields, ...(network !== undefined && canonicalNetwork(network)), version: { increment: 1 } }
    const { count } = await this.deps.prisma.namedNetwork.updateMany({ where: { id, version: expectedVersion }, data }).catch(networkTaken)
    const updated = await this.deps.prisma.namedNetwork.findUnique({ where: { id } })
    if (!updated) throw missing()
    if (count === 0) throw stale(updated)
    await this.deps.hints.publish('enrichmentSettings', {})
    return updated
  }

  async delete(actor: Actor, { id, expectedVersion }: SeenNamedNetwork): Promise<void> {
    assertMay(actor, 'enrichment:write')
    const { count } = await this.deps.prisma.namedNetwork.deleteMany({ where: { id, version: expectedVersion } })
    if (count === 0) {
      const network = await this.deps.prisma.namedNetwork.findUnique({ where: { id } })
      throw network ? stale(network) : missing()
    }
    await this.deps.hints.publish('enrichmentSettings', {})
  }
}

function canonicalNetwork(typed: string): { network: string; rangeFirst: string; rangeLast: string } {
  const range = parseRange(typed)
  if (!range) throw fault('INVALID', 'Not an IP address, a network such as 192.0.2.0/24, or a range first-last', ['network'])
  const { family, first, last } = range
  const widest = WIDEST_PREFIX[family]
  if (last - first + 1n > 1n << BigInt(BITS[family] - widest)) throw fault('INVALID', `Wider than /${widest}`, ['network'])
  return { network: formatRange(range), rangeFirst: formatAddress(family, first), rangeLast: formatAddress(family, last) }
}

const withoutNull = (input: Unparsed): Unparsed => Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null))

const fault = (code: UserErrorCode, message: string, field: readonly string[] | null, current?: unknown) =>
  new UserFaultsError([{ code, message, field }], current)

const missing = () => fault('NOT_FOUND', 'The network was not found', ['id'])
const stale = (current: NamedNetwork) => fault('CONFLICT', 'Somebody else changed the network meanwhile', ['expectedVersion'], current)

function networkTaken(error: unknown): never {
  if (isUniqueViolation(error)) throw fault('TAKEN', 'This network has a name already', ['network'])
  throw error
}
