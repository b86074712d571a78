import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import type { HintSource } from '../../platform/hints.js'
import type { Service } from '../../platform/lifecycle.js'
import type { Logger } from '../../platform/logger.js'
import { LookupClaims } from './lookup-claims.js'
import type { LookupMetrics } from './lookup-metrics.js'
import type { LookupProvider } from './lookup-provider.js'
import type { Lookups } from './lookups.js'
import { ProviderGate } from './provider-gate.js'
import { ProviderLoop } from './provider-loop.js'

/** Hints of that long wake once. */
const WAKE_AFTER_MS = 100
/** Answers of that long are told of in one hint. */
const ANNOUNCE_AFTER_MS = 150
const UPKEEP_EVERY_MS = 3_600_000
const UPKEEP_FIRST_MS = 120_000
const UNWANTED_MS = 90 * 86_400_000
/** Rows that go at a time: what is left waits for the next time. */
const UPKEEP_STATEMENTS = 40

export interface LookupRunnerDeps {
  readonly pool: Pool
  readonly lookups: Pick<Lookups, 'publish'>
  readonly providers: readonly LookupProvider[]
  readonly hints: HintSource
  readonly metrics?: LookupMetrics | undefined
  readonly clock: Clock
  readonly logger: Logger
}

/** Asks providers what is wanted. Any number of replicas may run: each value is asked about by one of them. */
export class LookupRunner implements Service {
  readonly name = 'lookup-runner'
  private readonly claims: LookupClaims
  private readonly gate: ProviderGate
  private loops: readonly ProviderLoop[] = []
  private unlisten: (() => void)[] = []
  private waking: NodeJS.Timeout | undefined
  private announcing: NodeJS.Timeout | undefined
  private readonly news = new Set<string>()
  private upkeepTimer: NodeJS.Timeout | undefined
  private upkeep: Promise<void> = Promise.resolve()
  private stopped = false

  constructor(private readonly deps: LookupRunnerDeps) {
    this.claims = new LookupClaims(deps)
    this.gate = new ProviderGate(deps)
  }

  async start(): Promise<void> {
    const { providers, hints, clock, logger, metrics } = this.deps
    this.stopped = false
    this.loops = providers.map(
      provider =>
        new ProviderLoop({ provider, claims: this.claims, gate: this.gate, metrics, announce: ids => this.announce(ids), clock, logger }),
    )
    this.unlisten = [
      hints.on('lookups', () => this.wakeSoon()),
      hints.on('enrichmentSettings', () => this.settingsChanged()),
      hints.on('resync', () => this.settingsChanged()),
    ]
    for (const loop of this.loops) loop.start()
    this.scheduleUpkeep(UPKEEP_FIRST_MS)
  }

  async stop(): Promise<void> {
    this.stopped = true
    for (const undo of this.unlisten.splice(0)) undo()
    clearTimeout(this.waking)
    clearTimeout(this.upkeepTimer)
    this.waking = undefined
    await Promise.all([...this.loops.map(loop => loop.stop()), this.upkeep])
    this.loops = []
    await this.announceNow()
  }

  /** Deletes what nobody wanted for long, in bounded steps. Runs by itself once an hour. */
  async tidy(): Promise<number> {
    const now = this.deps.clock.now()
    await this.gate.forgetOld(new Date(now))
    let gone = 0
    for (let statement = 0; statement < UPKEEP_STATEMENTS && !this.stopped; statement += 1) {
      const deleted = await this.claims.forgetUnwanted(new Date(now - UNWANTED_MS))
      if (deleted === 0) break
      gone += deleted
    }
    return gone
  }

  private settingsChanged(): void {
    for (const loop of this.loops) loop.settingsChanged()
  }

  private wakeSoon(): void {
    this.waking ??= setTimeout(() => {
      this.waking = undefined
      for (const loop of this.loops) loop.wake()
    }, WAKE_AFTER_MS)
  }

  private announce(ids: readonly string[]): void {
    if (ids.length === 0) return
    for (const id of ids) this.news.add(id)
    this.announcing ??= setTimeout(() => void this.announceNow(), ANNOUNCE_AFTER_MS)
  }

  private async announceNow(): Promise<void> {
    clearTimeout(this.announcing)
    this.announcing = undefined
    const ids = [...this.news]
    this.news.clear()
    if (ids.length > 0) await this.deps.lookups.publish(ids)
  }

  private scheduleUpkeep(wait: number): void {
    if (this.stopped) return
    this.upkeepTimer = setTimeout(() => {
      this.upkeep = this.tidy()
        .then(gone => {
          if (gone > 0) this.deps.logger.info({ gone }, 'Answers that nobody wanted for long were deleted')
        })
        .catch((error: unknown) => this.deps.logger.warn({ err: error }, 'Old answers could not be deleted'))
        .finally(() => this.scheduleUpkeep(UPKEEP_EVERY_MS))
    }, wait)
  }
}
