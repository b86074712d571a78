import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import { assertMay, NotFoundError } from '../../platform/errors.js'
import type { HintSink } from '../../platform/hints.js'
import { keyedLoader } from '../../platform/keyed-loader.js'
import type { PrismaClient } from '../../platform/prisma/client.js'
import type { IncidentReadModel } from './incident-read-model.js'
import type { IncidentRow } from './incident-row.js'

/** The page tells every 20 s that it is still open: two of them may get lost. */
const SEEN_FOR_MS = 45_000
/** More than anybody wants to read. */
const VIEWERS_MAX = 20

export interface IncidentPresenceDeps {
  readonly prisma: PrismaClient
  readonly incidents: Pick<IncidentReadModel, 'find'>
  readonly hints: Pick<HintSink, 'publish'>
  readonly clock: Clock
}

interface ViewersOf {
  readonly incidentId: string
  /** Keys of users, who came last first. */
  readonly userIds: readonly string[]
}

/** Who has an incident open now. */
export class IncidentPresence {
  constructor(private readonly deps: IncidentPresenceDeps) {}

  /** Everybody who has it open, the one who asks too; undefined: nobody. */
  readonly viewersOf = () =>
    keyedLoader<string, ViewersOf>(
      async incidentIds => {
        const rows = await this.deps.prisma.incidentViewer.findMany({
          where: { incidentId: { in: incidentIds.map(BigInt) }, seenAt: { gt: this.since() } },
          orderBy: [{ seenAt: 'desc' }, { userId: 'asc' }],
        })
        return [...Map.groupBy(rows, row => String(row.incidentId))].map(([incidentId, viewers]) => ({
          incidentId,
          userIds: viewers.slice(0, VIEWERS_MAX + 1).map(({ userId }) => userId),
        }))
      },
      ({ incidentId }) => incidentId,
    )

  /** Somebody has it open. The others are told when they come, not each time that they stay. Programs look at nothing. */
  async view(actor: Actor, id: string): Promise<IncidentRow> {
    assertMay(actor, 'incident:read')
    const incident = await this.deps.incidents.find(id)
    if (!incident) throw new NotFoundError('The incident')
    if (actor.apiKey) return incident
    const key = { incidentId: BigInt(id), userId: actor.userId }
    const known = await this.deps.prisma.incidentViewer.findUnique({ where: { incidentId_userId: key } })
    const seenAt = new Date(this.deps.clock.now())
    // One statement: the same person may look from two windows.
    await this.deps.prisma.incidentViewer.upsert({ where: { incidentId_userId: key }, create: { ...key, seenAt }, update: { seenAt } })
    if (known === null || known.seenAt <= this.since()) await this.deps.hints.publish('incidents', { ids: [id] })
    return incident
  }

  /** Forgets who looked long ago. */
  async forget(): Promise<void> {
    await this.deps.prisma.incidentViewer.deleteMany({ where: { seenAt: { lte: this.since() } } })
  }

  private since(): Date {
    return new Date(this.deps.clock.now() - SEEN_FOR_MS)
  }
}
