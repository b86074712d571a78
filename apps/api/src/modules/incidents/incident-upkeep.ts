import type { Clock } from '../../platform/clock.js'
import type { HintSink } from '../../platform/hints.js'
import type { Service } from '../../platform/lifecycle.js'
import type { Logger } from '../../platform/logger.js'
import type { Incident, Prisma, PrismaClient } from '../../platform/prisma/client.js'
import type { IncidentPresence } from './incident-presence.js'
import { jsonOf } from './incident-update.js'
import { alertsHidden, endedText, receiptText } from './mute-words.js'

const LOOK_EVERY_MS = 20_000
/** After a failure, and while there is more to do. */
const LOOK_AGAIN_MS = 1_000
const AT_ONCE = 100
const RECEIPT_EVERY_MS = 7 * 86_400_000

export interface IncidentUpkeepDeps {
  readonly prisma: PrismaClient
  readonly presence: Pick<IncidentPresence, 'forget'>
  readonly hints: Pick<HintSink, 'publish'>
  readonly clock: Clock
  readonly logger: Pick<Logger, 'warn' | 'info'>
}

/** Ends mutes when their time is up, and tells once a week what a mute has hidden. Several replicas may run it. */
export class IncidentUpkeep implements Service {
  readonly name = 'incident-upkeep'
  private timer: NodeJS.Timeout | undefined
  private looking: Promise<void> = Promise.resolve()
  private stopped = false

  constructor(private readonly deps: IncidentUpkeepDeps) {}

  async start(): Promise<void> {
    this.schedule(0)
  }

  async stop(): Promise<void> {
    this.stopped = true
    clearTimeout(this.timer)
    await this.looking
  }

  private schedule(wait: number): void {
    if (this.stopped) return
    this.timer = setTimeout(() => {
      this.looking = this.look()
    }, wait)
  }

  private async look(): Promise<void> {
    try {
      const done = (await this.endMutes()) + (await this.writeReceipts())
      await this.deps.presence.forget()
      this.schedule(done >= AT_ONCE ? LOOK_AGAIN_MS : LOOK_EVERY_MS)
    } catch (error) {
      this.deps.logger.warn({ err: error }, 'Mutes could not be looked after; trying again')
      this.schedule(LOOK_AGAIN_MS)
    }
  }

  /** Those whose time is up stay ignored, and the next alert of their key opens a new incident. @returns how many */
  async endMutes(): Promise<number> {
    const now = this.now()
    const ids = await this.deps.prisma.$transaction(async tx => {
      const due = await mutedRows(
        tx,
        await tx.$queryRaw<{ id: bigint }[]>`SELECT id FROM incident
        WHERE muted_until <= ${now} ORDER BY id LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`,
      )
      for (const incident of due) {
        await tx.incident.update({
          where: { id: incident.id },
          data: { mutedUntil: null, linking: false, version: { increment: 1 }, updatedAt: now },
        })
        await record(tx, incident, 'MUTE_ENDED', endedText(incident.mutedAlerts), incident.mutedAlerts, now)
      }
      return due.map(({ id }) => String(id))
    })
    if (ids.length > 0) await this.deps.hints.publish('incidents', { ids })
    return ids.length
  }

  /** Of each mute, a week after it began or after the last receipt. @returns how many */
  async writeReceipts(): Promise<number> {
    const now = this.now()
    const before = new Date(now.getTime() - RECEIPT_EVERY_MS)
    const ids = await this.deps.prisma.$transaction(async tx => {
      const due = await mutedRows(
        tx,
        await tx.$queryRaw<{ id: bigint }[]>`SELECT id FROM incident
        WHERE muted_until > ${now} AND NOT EXISTS (SELECT 1 FROM incident_activity a
          WHERE a.incident_id = incident.id AND a.kind IN ('MUTED', 'MUTE_RECEIPT') AND a.created_at > ${before})
        ORDER BY id LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`,
      )
      for (const incident of due) {
        const last = await tx.incidentActivity.findFirst({
          where: { incidentId: incident.id, kind: { in: ['MUTED', 'MUTE_RECEIPT'] } },
          orderBy: { id: 'desc' },
        })
        const text = receiptText(incident.mutedAlerts, last?.kind === 'MUTE_RECEIPT' ? alertsHidden(last.facts) : 0n)
        await record(tx, incident, 'MUTE_RECEIPT', text, incident.mutedAlerts, now)
        await tx.incident.update({ where: { id: incident.id }, data: { updatedAt: now } })
      }
      return due.map(({ id }) => String(id))
    })
    if (ids.length > 0) await this.deps.hints.publish('incidents', { ids })
    return ids.length
  }

  private now(): Date {
    return new Date(this.deps.clock.now())
  }
}

const mutedRows = (tx: Prisma.TransactionClient, locked: readonly { readonly id: bigint }[]): Promise<Incident[]> =>
  tx.incident.findMany({ where: { id: { in: locked.map(({ id }) => id) } }, orderBy: { id: 'asc' } })

async function record(
  tx: Prisma.TransactionClient,
  { id: incidentId }: Incident,
  kind: 'MUTE_ENDED' | 'MUTE_RECEIPT',
  summary: string,
  alerts: bigint,
  now: Date,
): Promise<void> {
  const facts = jsonOf({ mutedAlerts: Number(alerts) })
  await tx.incidentActivity.create({ data: { incidentId, kind, cause: 'SYSTEM', summary, facts, createdAt: now } })
}
