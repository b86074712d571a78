import { RULE_ENTRIES_PER_HOUR, type RuleDefinition } from '@sallyport/shared'
import { z } from 'zod'
import type { Actor } from '../../../platform/actor.js'
import { assertMay, UserFaultsError } from '../../../platform/errors.js'
import type { Service } from '../../../platform/lifecycle.js'
import type { Logger } from '../../../platform/logger.js'
import type { Prisma, PrismaClient, RulePreview } from '../../../platform/prisma/client.js'
import { checkRule } from '../engine/index.js'
import { readSurroundings } from '../rule-names.js'
import { PreviewRun, type PreviewRunDeps } from './preview-run.js'

const HOUR_MS = 3_600_000
const HOURS_MAX = 168
/** A run that is not touched for so long is lost: its server has gone. */
const LOST_MS = 60_000
/** Of all people together, per replica. */
const AT_ONCE_MAX = 2

const startInput = z.object({
  hours: z.int().min(1, 'At least an hour').max(HOURS_MAX, 'At most a week'),
  maxEntriesPerHour: z.int().min(RULE_ENTRIES_PER_HOUR.min).max(RULE_ENTRIES_PER_HOUR.max).nullish(),
})

export interface RulePreviewServiceDeps extends PreviewRunDeps {
  readonly prisma: PrismaClient
  readonly logger: Pick<Logger, 'warn'>
}

/** Runs rules over stored alerts before they are switched on. The server that is asked runs it; the others read how far it is. */
export class RulePreviewService implements Service {
  readonly name = 'rule-previews'
  private readonly running = new Set<Promise<void>>()
  private readonly stopping = new AbortController()

  constructor(private readonly deps: RulePreviewServiceDeps) {}

  async start(): Promise<void> {
    // Nothing to do before somebody asks.
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    await Promise.all(this.running)
  }

  /** A person looks at one preview at a time: an earlier one ends. */
  async begin(actor: Actor, { definition, ...input }: Readonly<Record<string, unknown>>): Promise<RulePreview> {
    assertMay(actor, 'rule:write')
    const { hours, maxEntriesPerHour } = startInput.parse(input)
    const checked = checkRule(definition, await readSurroundings(this.deps))
    if (!checked.ok)
      throw new UserFaultsError(checked.faults.map(({ path, message }) => ({ code: 'INVALID', message, field: ['definition', ...path] })))
    const { prisma, clock } = this.deps
    const now = clock.now()
    await prisma.rulePreview.deleteMany({ where: { createdAt: { lt: new Date(now - 24 * HOUR_MS) } } })
    await prisma.rulePreview.updateMany({ where: { userId: actor.userId, state: 'RUNNING' }, data: { state: 'CANCELLED' } })
    if (this.running.size >= AT_ONCE_MAX)
      throw new UserFaultsError([{ code: 'RATE_LIMITED', message: 'Others are running previews: try again in a moment', field: null }])
    const preview = await prisma.rulePreview.create({
      data: {
        userId: actor.userId,
        definition: checked.definition,
        fromTime: new Date(now - hours * HOUR_MS),
        toTime: new Date(now),
        createdAt: new Date(now),
        touchedAt: new Date(now),
      },
    })
    const run = this.carryOut(preview, checked.definition, maxEntriesPerHour ?? RULE_ENTRIES_PER_HOUR.usual)
    this.running.add(run)
    void run.finally(() => this.running.delete(run))
    return preview
  }

  async cancel(actor: Actor, id: string): Promise<RulePreview> {
    assertMay(actor, 'rule:write')
    await this.deps.prisma.rulePreview.updateMany({ where: { id, state: 'RUNNING' }, data: { state: 'CANCELLED' } })
    const preview = await this.find(id)
    if (!preview) throw new UserFaultsError([{ code: 'NOT_FOUND', message: 'The preview was not found', field: ['id'] }])
    return preview
  }

  async find(id: string): Promise<RulePreview | undefined> {
    const { prisma, clock } = this.deps
    const preview = await prisma.rulePreview.findUnique({ where: { id } })
    if (preview?.state !== 'RUNNING' || clock.now() - preview.touchedAt.getTime() < LOST_MS) return preview ?? undefined
    await prisma.rulePreview.updateMany({
      where: { id, state: 'RUNNING', touchedAt: preview.touchedAt },
      data: { state: 'FAILED', message: 'The server that ran it has gone' },
    })
    return (await prisma.rulePreview.findUnique({ where: { id } })) ?? undefined
  }

  private async carryOut({ id, fromTime, toTime }: RulePreview, definition: RuleDefinition, maxEntriesPerHour: number): Promise<void> {
    const { prisma, clock, logger } = this.deps
    const store = async (data: Prisma.RulePreviewUpdateManyMutationInput): Promise<boolean> => {
      if (this.stopping.signal.aborted) return false
      const { count } = await prisma.rulePreview.updateMany({
        where: { id, state: 'RUNNING' },
        data: { ...data, touchedAt: new Date(clock.now()) },
      })
      return count > 0
    }
    try {
      const run = new PreviewRun(this.deps, { definition, maxEntriesPerHour, from: fromTime, to: toTime })
      const ended = await run.run(async ({ total, done, result }) => store({ total, done, result }))
      if (ended) await store({ ...ended, state: 'DONE' })
    } catch (error) {
      logger.warn({ err: error, preview: id }, 'A preview failed')
      await store({ state: 'FAILED', message: 'It failed. Try again, or look at a shorter time' }).catch(() => undefined)
    }
  }
}
