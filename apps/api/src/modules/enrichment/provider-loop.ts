import type { Clock } from '../../platform/clock.js'
import type { Logger } from '../../platform/logger.js'
import { askProvider, toFault } from './ask-provider.js'
import type { Claim, ClaimedBatch, LookupClaims, NextDue } from './lookup-claims.js'
import type { LookupMetrics } from './lookup-metrics.js'
import { outcomeOf, outcomeOfFault, told, type Outcome } from './lookup-outcome.js'
import type { LookupAnswer, LookupProvider, ProviderFault, ProviderPace } from './lookup-provider.js'
import { accepts } from './lookups.js'
import { UNTIL_SETTINGS_CHANGE, type GateKey, type Pass, type ProviderGate } from './provider-gate.js'
import { pause, Waker } from '../../platform/waker.js'

/** Without a hint it looks so often: claims of a replica that died, hints that were lost. */
const SLOW_MS = 15_000
/** A claim is another's to take after this time: longer than a call and its consequences take. */
const LEASE_MS = 180_000
/** Another replica was faster: its claims become visible in a moment. */
const LOST_RACE_MS = 25
const MARK_EVERY_MS = 5_000
const REST_MS = 60_000
const PACE_MS = 1_000
const REOPEN_EVERY_MS = 3_600_000
/** Consequences that failed are tried again after these pauses, and then by asking again after the last. */
const CONSEQUENCE_PAUSES_MS = [500, 3_000]
const ASK_AGAIN_MS = 60_000

export interface ProviderLoopDeps {
  readonly provider: LookupProvider
  readonly claims: LookupClaims
  readonly gate: ProviderGate
  readonly metrics: Pick<LookupMetrics, 'count'> | undefined
  /** Ids of values, as hints have them, of which something new is to be shown. */
  readonly announce: (ids: readonly string[]) => void
  readonly clock: Clock
  readonly logger: Logger
}

/** Asks one provider about what is due, as fast as it may be asked and no faster. */
export class ProviderLoop {
  private readonly waker = new Waker()
  private readonly stopped = new AbortController()
  private readonly calls = new Set<Promise<void>>()
  private running: Promise<void> = Promise.resolve()
  private settings: { readonly version: string | undefined; readonly reopenedAt: number } | undefined
  private settingsMayDiffer = true
  private markedAt = 0
  private restedAt = 0
  private pacedAt = 0
  private readonly key: GateKey

  constructor(private readonly deps: ProviderLoopDeps) {
    const { id, usageOf } = deps.provider
    this.key = { provider: id, usage: usageOf ?? id }
  }

  start(): void {
    this.running = this.run()
  }

  /** Something may be due. */
  wake(): void {
    this.waker.wake()
  }

  settingsChanged(): void {
    this.settingsMayDiffer = true
    this.waker.wake()
  }

  /** Aborts what is under way, and gives its claims back. */
  async stop(): Promise<void> {
    this.stopped.abort(new Error('The server was stopped'))
    await this.running
    await Promise.all(this.calls)
  }

  private async run(): Promise<void> {
    const { signal } = this.stopped
    for (let failures = 0; !signal.aborted;) {
      try {
        const wait = await this.step()
        failures = 0
        if (wait > 0) await this.waker.sleep(Math.min(wait, SLOW_MS), signal)
      } catch (error) {
        failures += 1
        this.deps.logger.warn({ err: error, provider: this.key.provider }, 'Look-ups are held up; trying again')
        await pause(Math.min(500 * 2 ** failures, 30_000), signal)
      }
    }
  }

  /** Makes one call, where one is to be made and may be. Returns how long there is nothing to do, unless somebody wakes it. */
  private async step(): Promise<number> {
    const { provider, claims, gate, clock } = this.deps
    const now = new Date(clock.now())
    // Those who are switched off are not asked with every hint whether they still are.
    if (!this.settingsMayDiffer && this.isResting(now)) return SLOW_MS
    const pace = await provider.pace()
    if (this.settingsMayDiffer) await this.lookAtSettings(now.getTime())
    if (!pace) return this.rest(now)
    this.restedAt = 0
    // A call that ends wakes the loop.
    if (this.calls.size >= Math.max(pace.concurrency, 1)) return SLOW_MS
    const next = await claims.nextDue(provider.id, now)
    const soonest = Math.min(...[next.person, next.alert].map(due => due?.getTime() ?? Infinity))
    if (soonest > now.getTime()) return soonest - now.getTime()
    const pass = await gate.pass(this.key, pace, now)
    return pass.kind === 'wait' ? this.hold(pass, now) : this.begin(pass, { pace, next, now })
  }

  /** Switched off: what was wanted before is as if it had not been. Replicas may have seen the switch later, so it is looked at again. */
  private async rest(now: Date): Promise<number> {
    this.pacedAt = now.getTime()
    if (now.getTime() - this.restedAt < REST_MS) return SLOW_MS
    if (await this.deps.claims.forgetUnasked(this.key.provider, now)) return 0
    this.restedAt = now.getTime()
    return SLOW_MS
  }

  private isResting(now: Date): boolean {
    return this.restedAt > 0 && now.getTime() - this.pacedAt < PACE_MS
  }

  private async hold({ until, reason }: Extract<Pass, { kind: 'wait' }>, now: Date): Promise<number> {
    if (reason !== undefined && now.getTime() - this.markedAt >= MARK_EVERY_MS) {
      this.markedAt = now.getTime()
      this.deps.announce(await this.deps.claims.markWaiting(this.key.provider, told('waiting', reason), now))
    }
    if (until >= UNTIL_SETTINGS_CHANGE) this.settingsMayDiffer = true
    return until.getTime() - now.getTime()
  }

  private async begin(
    pass: Extract<Pass, { kind: 'go' }>,
    { pace, next, now }: { readonly pace: ProviderPace; readonly next: NextDue; readonly now: Date },
  ): Promise<number> {
    const { provider, claims, gate, clock, logger } = this.deps
    const lease = new Date(clock.now() + LEASE_MS)
    const batch = await claims.claim({ provider: provider.id, next }, Math.max(provider.batchSize, 1), { now, lease })
    const { taken, refused } = await this.stillAccepted(batch.claims)
    if (refused.length > 0) {
      await claims.drop(batch, refused)
      this.deps.announce(refused.map(idOf))
    }
    if (taken.length === 0) {
      await gate.giveBack(this.key, pass, now)
      return refused.length > 0 ? 0 : LOST_RACE_MS
    }
    const call: Promise<void> = this.call({ ...batch, claims: taken }, pass)
      .catch((error: unknown) => {
        // The claims end by themselves.
        logger.warn({ err: error, provider: provider.id }, 'The outcome of a look-up could not be stored')
        return pause(1_000, this.stopped.signal)
      })
      .finally(() => {
        this.calls.delete(call)
        this.waker.wake()
      })
    this.calls.add(call)
    return this.calls.size < pace.concurrency ? 0 : SLOW_MS
  }

  /** Own networks and protected values may have been added since they were wanted. */
  private async stillAccepted(claims: readonly Claim[]): Promise<{ taken: Claim[]; refused: Claim[] }> {
    const { provider, logger } = this.deps
    const taken: Claim[] = []
    const refused: Claim[] = []
    for (const claim of claims) {
      const isAccepted = await accepts(provider, observableOf(claim), claim.priority > 0 ? 'person' : 'alert', logger)
      ;(isAccepted ? taken : refused).push(claim)
    }
    return { taken, refused }
  }

  private async call(batch: ClaimedBatch, pass: Extract<Pass, { kind: 'go' }>): Promise<void> {
    const { provider, claims, gate, clock, logger } = this.deps
    const observables = batch.claims.map(observableOf)
    let answers: readonly LookupAnswer[]
    try {
      answers = await askProvider(provider, observables, this.stopped.signal)
    } catch (error) {
      if (this.stopped.signal.aborted) return claims.release(batch)
      return this.failed(batch, toFault(error, provider.id, logger))
    }
    const now = clock.now()
    await gate.succeeded(provider.id, pass, new Date(now))
    const outcomes = batch.claims.flatMap((claim, at) => {
      const answer = answers[at]
      return answer ? [{ claim, answer, outcome: outcomeOf(answer, claim, now) }] : []
    })
    const stored = new Set(await claims.store(batch, outcomes, { now: new Date(now), keep: provider.answered !== undefined }))
    const written = outcomes.filter(({ claim }) => stored.has(claim))
    await this.consequences(batch, written)
    this.told(written)
  }

  private async failed(batch: ClaimedBatch, fault: ProviderFault): Promise<void> {
    const { provider, claims, gate, clock, logger } = this.deps
    const now = new Date(clock.now())
    const openUntil = await gate.failed(provider.id, fault, now)
    logger.warn({ provider: provider.id, fault: fault.fault, reason: fault.message, openUntil }, 'A provider could not be asked')
    this.markedAt = 0
    this.deps.metrics?.count(provider.id, fault.fault.toLowerCase(), batch.claims.length)
    // The value is not to blame: it is due as before, and the gate holds it.
    if (fault.fault !== 'UNAVAILABLE') return claims.release(batch)
    const outcomes = batch.claims.map(claim => ({ claim, outcome: outcomeOfFault(fault.message, claim, now.getTime()) }))
    const stored = await claims.store(batch, outcomes, { now })
    this.deps.announce(stored.map(idOf))
  }

  private told(written: readonly { readonly claim: Claim; readonly outcome: Outcome }[]): void {
    for (const { outcome } of written) this.deps.metrics?.count(this.key.provider, outcome.told, 1)
    this.deps.announce(written.map(({ claim }) => idOf(claim)))
  }

  /** At least once: the claims stay until it is done, and end by themselves when the server dies meanwhile. */
  private async consequences(
    batch: ClaimedBatch,
    written: readonly { readonly claim: Claim; readonly answer: LookupAnswer; readonly outcome: Outcome }[],
  ): Promise<void> {
    const { provider, claims, clock, logger } = this.deps
    if (!provider.answered || written.length === 0) return
    const changes = written.map(({ claim, answer }) => ({ observable: observableOf(claim), before: claim.facts ?? undefined, answer }))
    for (const wait of [...CONSEQUENCE_PAUSES_MS, undefined]) {
      try {
        await provider.answered(changes)
        await claims.finish(
          batch,
          written.map(({ claim, outcome }) => ({ claim, dueAt: outcome.dueAt })),
        )
        return
      } catch (error) {
        logger.error({ err: error, provider: provider.id }, 'What follows from an answer could not be done')
        if (wait === undefined || this.stopped.signal.aborted) break
        await pause(wait, this.stopped.signal)
      }
    }
    const again = new Date(clock.now() + (this.stopped.signal.aborted ? 0 : ASK_AGAIN_MS))
    await claims.finish(
      batch,
      written.map(({ claim }) => ({ claim, dueAt: again })),
    )
  }

  /** Wrong credentials are not tried again with every change of something else: that locks accounts. */
  private async lookAtSettings(now: number): Promise<void> {
    this.settingsMayDiffer = false
    const { provider, gate } = this.deps
    const version = provider.settingsVersion ? await provider.settingsVersion() : undefined
    const before = this.settings
    const isDue = before === undefined || (version === undefined ? now - before.reopenedAt >= REOPEN_EVERY_MS : version !== before.version)
    if (!isDue) return
    this.settings = { version, reopenedAt: now }
    // A restart mends no quota and no server; it may have brought other settings.
    await gate.reopen(provider.id, { onlyCredentials: before === undefined })
  }
}

const observableOf = ({ kind, value }: Claim) => ({ kind, value })
const idOf = ({ kind, value }: Claim): string => `${kind} ${value}`
