import { durationWords } from '@sallyport/shared'
import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import type { HintSink, HintSource } from '../../platform/hints.js'
import type { Service } from '../../platform/lifecycle.js'
import type { Logger } from '../../platform/logger.js'
import type { PrismaClient } from '../../platform/prisma/client.js'
import { pause, Waker } from '../../platform/waker.js'
import { FactFinder, hintOf, needWords, type FactFinderDeps } from './fact-finder.js'
import { evaluate } from './match-evaluator.js'
import { MatchActions, type MatchActionsDeps } from './match-actions.js'
import { MatchStore, type ClaimedMatch } from './match-store.js'
import type { RuleBook } from './rule-book.js'
import { RuleStates, RuleVersions } from './rule-states.js'
import { readAlerts, type StoredAlert } from './stored-alerts.js'
import { WaitingKeys } from './waiting-keys.js'

const CLAIMED_AT_ONCE = 100
const IDLE_MS = 5_000
const UPKEEP_MS = 10_000
const FORGET_MS = 10 * 60_000
/** Between two looks at what is waited for; news of it come as hints, this is for hints that were missed. */
const LOOK_AGAIN_MAX_SECONDS = 60
const ATTEMPTS_MAX = 50

export interface RuleRunnerDeps extends Omit<FactFinderDeps, 'pool'>, Omit<MatchActionsDeps, 'store' | 'states'> {
  readonly pool: Pool
  readonly prisma: PrismaClient
  readonly book: Pick<RuleBook, 'memory' | 'evidence' | 'times'>
  readonly hints: HintSource & Pick<HintSink, 'publish'>
  readonly clock: Clock
  readonly logger: Logger
}

/**
 * Does what rules want done, behind ingest: looks again at what had to wait for facts, and carries out the actions of matches.
 * Any number of replicas share the work. A server that dies leaves its rows to others after a minute.
 */
export class RuleRunner implements Service {
  readonly name = 'rule-runner'
  private readonly store: MatchStore
  private readonly versions: RuleVersions
  private readonly waiting = new WaitingKeys()
  private readonly waker = new Waker()
  private stopped = new AbortController()
  private running: Promise<void> = Promise.resolve()
  private undo: (() => void)[] = []
  private upkeepAt = 0
  private forgetAt = 0

  constructor(private readonly deps: RuleRunnerDeps) {
    this.store = new MatchStore(deps)
    this.versions = new RuleVersions(deps)
  }

  async start(): Promise<void> {
    const { hints } = this.deps
    this.stopped = new AbortController()
    this.undo = [
      hints.on('ruleMatches', () => this.waker.wake()),
      hints.on('resync', () => this.waker.wake()),
      hints.on('lookups', ({ ids }) => void this.news(ids)),
    ]
    this.running = this.run(this.stopped.signal)
  }

  async stop(): Promise<void> {
    this.stopped.abort()
    for (const undo of this.undo.splice(0)) undo()
    await this.running
  }

  /** Works on the next matches that are due. Returns whether there may be more right away. */
  async step(): Promise<boolean> {
    const claimed = await this.store.claim(CLAIMED_AT_ONCE)
    if (claimed.length === 0) return false
    const [alerts, states] = await Promise.all([
      readAlerts(
        this.deps.pool,
        claimed.map(({ alertId }) => alertId),
      ),
      RuleStates.read(
        this.deps.prisma,
        claimed.map(({ ruleId }) => ruleId),
        this.versions,
      ),
    ])
    const finder = new FactFinder(this.deps)
    const actions = new MatchActions({ ...this.deps, store: this.store, states })
    for (const [at, match] of claimed.entries()) {
      if (this.stopped.signal.aborted) {
        await this.store.release(claimed.slice(at))
        return false
      }
      await this.workOn(match, alerts.get(match.alertId), { states, finder, actions })
    }
    await this.deps.hints.publish('ruleMatches', {})
    return claimed.length === CLAIMED_AT_ONCE
  }

  private async workOn(
    match: ClaimedMatch,
    alert: StoredAlert | undefined,
    parts: { readonly states: RuleStates; readonly finder: FactFinder; readonly actions: MatchActions },
  ): Promise<void> {
    try {
      if (!alert) return await this.store.finish(match, 'FAILED', [...match.outcomes, gone('The alert is gone')], {})
      const due = match.state === 'DUE' ? match : await this.judgeAgain(match, alert, parts)
      if (due) await parts.actions.carryOut(due, alert)
    } catch (error) {
      this.deps.logger.warn({ err: error, match: match.id, rule: match.ruleId }, 'A match could not be dealt with')
      // The database may be away: then the lease ends by itself.
      const isHopeless = match.attempts >= ATTEMPTS_MAX
      const left = isHopeless
        ? this.store.finish(match, 'FAILED', [...match.outcomes, gone('It failed again and again')], { matches: 1 })
        : this.store.retry(match, Math.min(2 ** match.attempts, 300))
      await left.catch(() => undefined)
    }
  }

  /** Of what waits for facts: the match, where they said yes by now. */
  private async judgeAgain(
    match: ClaimedMatch,
    alert: StoredAlert,
    { states, finder }: { readonly states: RuleStates; readonly finder: FactFinder },
  ): Promise<ClaimedMatch | undefined> {
    const then = await states.atVersion(match.ruleId, match.ruleVersion)
    const now = states.of(match.ruleId)
    if (!then || !now || now.mode === 'OFF') return void (await this.store.finish(match, 'NO_MATCH', [], {}))
    const began = performance.now()
    const { memory } = this.deps.book
    const { verdict, facts, missing } = await evaluate(then.condition, alert, { memory, finder, isLast: match.isLast })
    this.deps.book.times.add(match.ruleId, (performance.now() - began) * 1_000)
    if (verdict === 'no match') return void (await this.store.finish(match, 'NO_MATCH', [], {}))
    if (verdict === 'unknown') {
      if (!match.isLast) {
        this.waiting.add(
          match.id,
          missing.flatMap(need => hintOf(need) ?? []),
        )
        return void (await this.store.postpone(match, Math.min(2 ** match.attempts, LOOK_AGAIN_MAX_SECONDS)))
      }
      const words = missing.map(needWords).join(', ') || 'what it asks for'
      const message = `Unknown: ${words} did not arrive within ${durationWords(then.content.definition.waitSeconds)}`
      return void (await this.store.finish(match, 'NO_MATCH', [{ action: 'Match', state: 'SKIPPED', message }], {}))
    }
    const due = await this.store.matchedNow(match, this.deps.book.evidence(then.condition, facts))
    if (due && then.content.stopAfterMatch && now.mode === 'ON') await this.store.passOver(due)
    return due
  }

  private async news(ids: readonly string[]): Promise<void> {
    const matches = this.waiting.take(ids)
    if (matches.length === 0) return
    try {
      await this.store.wake(matches)
    } catch (error) {
      this.deps.logger.warn({ err: error }, 'Matches could not be told of news; they are looked at again by themselves')
    }
    this.waker.wake()
  }

  private async run(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted;) {
      try {
        while (!signal.aborted && (await this.step()));
        await this.upkeep()
        failures = 0
        const due = await this.store.nextDueMs()
        await this.waker.sleep(Math.min(Math.max(due ?? IDLE_MS, 20), IDLE_MS), signal)
      } catch (error) {
        failures += 1
        this.deps.logger.warn({ err: error }, 'Rules could not be carried out; trying again')
        await pause(Math.min(500 * 2 ** failures, 30_000), signal)
      }
    }
  }

  /** Times are stored and old records forgotten, now and then. */
  async upkeep(): Promise<void> {
    const now = this.deps.clock.now()
    if (now >= this.upkeepAt) {
      this.upkeepAt = now + UPKEEP_MS
      await this.store.addTimes(this.deps.book.times.take())
    }
    if (now >= this.forgetAt) {
      const more = await this.store.forgetOld()
      this.forgetAt = more ? now : now + FORGET_MS
    }
  }
}

const gone = (message: string) => ({ action: 'All that was left', state: 'FAILED', message }) as const
