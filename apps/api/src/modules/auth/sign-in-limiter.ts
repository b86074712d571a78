import ipaddr from 'ipaddr.js'
import type { Clock } from '../../platform/clock.js'
import type { PrismaClient } from '../../platform/prisma/client.js'

const WINDOW_MS = 15 * 60_000
const PER_ACCOUNT = 10
const PER_ADDRESS = 50

export interface SignInAttempt {
  readonly nameKey: string
  readonly address: string
}

/** Counts failed sign-ins in the database, so that all replicas count together. */
export class SignInLimiter {
  constructor(private readonly deps: { prisma: PrismaClient; clock: Clock }) {}

  /**
   * Counts the attempt as failed before it is made, so that many at once cannot slip through; `succeeded` takes it back.
   * @returns undefined: too many, refuse it
   */
  async begin({ nameKey, address: clientAddress }: SignInAttempt): Promise<{ succeeded(): Promise<void> } | undefined> {
    const address = countedAddress(clientAddress)
    const attemptedAt = new Date(this.deps.clock.now())
    const since = { gt: new Date(attemptedAt.getTime() - WINDOW_MS) }
    const id = await this.deps.prisma.$transaction(async tx => {
      // Addresses before names, always: two locks in one order cannot wait for each other.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(1, hashtext(${address}))`
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(2, hashtext(${nameKey}))`
      await tx.signInFailure.deleteMany({ where: { attemptedAt: { lte: since.gt } } })
      const ofAccount = await tx.signInFailure.count({ where: { nameKey, attemptedAt: since } })
      const ofAddress = await tx.signInFailure.count({ where: { address, attemptedAt: since } })
      if (ofAccount >= PER_ACCOUNT || ofAddress >= PER_ADDRESS) return undefined
      return (await tx.signInFailure.create({ data: { nameKey, address, attemptedAt } })).id
    })
    if (id === undefined) return undefined
    return {
      succeeded: async () => {
        // The account's own failures are forgiven; the address keeps those of other names.
        await this.deps.prisma.signInFailure.deleteMany({ where: { OR: [{ id }, { nameKey, address }] } })
      },
    }
  }
}

/** One IPv6 customer has a /64 at least: its addresses count as one. */
export function countedAddress(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address
  const parsed = ipaddr.IPv6.parse(address)
  return parsed.isIPv4MappedAddress()
    ? parsed.toIPv4Address().toString()
    : new ipaddr.IPv6([...parsed.parts.slice(0, 4), 0, 0, 0, 0]).toRFC5952String()
}
