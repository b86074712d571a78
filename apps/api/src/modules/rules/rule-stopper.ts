import type { HintSink } from '../../platform/hints.js'
import type { Logger } from '../../platform/logger.js'
import type { Prisma, PrismaClient } from '../../platform/prisma/client.js'
import { contentOf, readContent } from './rule-content.js'

export interface RuleStopperDeps {
  readonly prisma: PrismaClient
  readonly hints: Pick<HintSink, 'publish'>
  readonly logger: Pick<Logger, 'warn' | 'error'>
}

/** Rules that go too far switch themselves off, and say why. */
export class RuleStopper {
  constructor(private readonly deps: RuleStopperDeps) {}

  /** Off, as a version of its own that nobody wrote; what it had still to do is not done. Once, whoever is first. */
  async stop(ruleId: number, reason: string): Promise<void> {
    const { prisma, hints, logger } = this.deps
    const stopped = await prisma.$transaction(async tx => {
      await tx.$queryRaw`SELECT 1 FROM rule WHERE id = ${ruleId} FOR UPDATE`
      const rule = await tx.rule.findUnique({ where: { id: ruleId } })
      if (!rule || rule.mode === 'OFF') return false
      const version = rule.version + 1
      const now = new Date()
      await tx.rule.update({
        where: { id: ruleId },
        data: { mode: 'OFF', stoppedAt: now, stoppedReason: reason, version, updatedAt: now },
      })
      const content = readContent({ ...rule, mode: 'OFF' })
      await tx.ruleVersion.create({
        data: {
          ruleId,
          version,
          content: content ? contentOf(content) : { definition: rule.definition },
        },
      })
      await failOpenMatches(tx, ruleId, 'The rule stopped itself')
      return true
    })
    if (!stopped) return
    logger.warn({ rule: ruleId, reason }, 'A rule stopped itself')
    await hints.publish('rules', { ids: [ruleId] })
    await hints.publish('ruleMatches', {})
  }

  /** For callers on the way of alerts: never throws, tries no more than once. */
  stopSoon(ruleId: number, reason: string): void {
    this.stop(ruleId, reason).catch((error: unknown) => this.deps.logger.error({ err: error, rule: ruleId }, 'A rule could not be stopped'))
  }
}

/** Ends what a rule had still to do; rows that are being worked on end by themselves when their next step is looked at. */
export async function failOpenMatches(tx: Prisma.TransactionClient, ruleId: number, message: string): Promise<void> {
  const outcome = JSON.stringify([{ action: 'All that was left', state: 'SKIPPED', message }])
  await tx.$executeRaw`UPDATE rule_match SET state = 'FAILED', due_at = NULL, finished_at = now(), outcomes = outcomes || ${outcome}::jsonb
    WHERE rule_id = ${ruleId} AND state IN ('WAITING', 'DUE', 'AWAITING_APPROVAL') AND (claimed_until IS NULL OR claimed_until <= now())`
}
