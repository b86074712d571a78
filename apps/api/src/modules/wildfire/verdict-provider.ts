import type { Pool } from 'pg'
import type { WildfireVerdict } from '@sallyport/shared'
import type { Clock } from '../../platform/clock.js'
import { readRows } from '../../platform/read-rows.js'
import { sql } from '../../platform/sql.js'
import type { LookupAnswer, LookupChange, LookupProvider, Lookups, Observable, ProviderPace } from '../enrichment/index.js'
import type { VerdictRaiser } from '../incidents/index.js'
import { readVerdictFacts, verdictAnswer, type VerdictFacts } from './verdict-facts.js'
import { BATCH_MAX, verdictsOn, type VerdictsReply, type WildfireAccess, type WildfireClient } from './wildfire-client.js'
import type { WildfireSettings } from './wildfire-settings.js'
import type { WildfireUsage } from './wildfire-usage.js'
import { isBad, isSettled, isWildfireHash, worstVerdict } from './wildfire-verdict.js'

/** Verdicts are batches: few calls are needed. */
const CONCURRENCY = 2
/** Questions that one batch may become when it is refused as a whole and has to be asked in parts. */
const PARTS_MAX = 40
const LEFT_OUT: LookupAnswer = { kind: 'later', reason: 'WildFire left the file out of its answer', pauseSeconds: 600, giveUpAfter: 5 }

export interface VerdictProviderDeps {
  readonly pool: Pick<Pool, 'query'>
  readonly client: Pick<WildfireClient, 'verdicts'>
  readonly settings: Pick<WildfireSettings, 'dailyQuota' | 'access' | 'version'>
  readonly usage: Pick<WildfireUsage, 'count'>
  readonly raiser: Pick<VerdictRaiser, 'raise'>
  readonly lookups: Pick<Lookups, 'want'>
  /** Who is asked for the report of a file whose verdict makes it worth it. */
  readonly reportProvider: LookupProvider
  readonly clock: Clock
}

/** Verdicts of the WildFire API on files, up to 500 in one question of the quota. */
export class WildfireVerdictProvider implements LookupProvider {
  readonly id = 'WILDFIRE_VERDICT'
  readonly kinds = ['FILE_HASH'] as const
  readonly batchSize = BATCH_MAX

  constructor(private readonly deps: VerdictProviderDeps) {}

  async pace(): Promise<ProviderPace | undefined> {
    const quota = await this.deps.settings.dailyQuota()
    return quota === undefined ? undefined : { concurrency: CONCURRENCY, perDay: quota }
  }

  async settingsVersion(): Promise<string> {
    return this.deps.settings.version()
  }

  /** Files of all alerts, not of WildFire's alone: a batch costs the same with them. */
  async accepts({ value }: Observable): Promise<boolean> {
    return isWildfireHash(value)
  }

  async ask(observables: readonly Observable[], signal: AbortSignal): Promise<readonly LookupAnswer[]> {
    const hashes = observables.map(({ value }) => value)
    const access = await this.deps.settings.access()
    const before = await this.factsOf(hashes)
    const told = await this.askInParts(access, [...new Set(hashes)], signal)
    const now = this.deps.clock.now()
    return hashes.map(hash => answerOn(told.get(hash), before.get(hash), now))
  }

  /**
   * Bad verdicts raise the incidents that believed otherwise, and files with a bad or dubious one get their report fetched.
   * Decided by what is stored alone: when this is called again for the same answer, nothing is missed and nothing done twice.
   */
  async answered(changes: readonly LookupChange[]): Promise<void> {
    const verdicts = changes.flatMap(({ observable, answer }) => {
      const facts = answer.kind === 'known' ? readVerdictFacts(answer.facts) : undefined
      return facts && (isBad(facts.verdict) || facts.verdict === 'GRAYWARE') ? [{ observable, facts }] : []
    })
    // A report that was written before the verdict changed is fetched again.
    for (const force of [false, true]) {
      const files = verdicts.filter(({ facts }) => (facts.verdictChangedAt === facts.askedAt) === force)
      if (files.length === 0) continue
      await this.deps.lookups.want(
        [this.deps.reportProvider],
        files.map(({ observable }) => observable),
        'alert',
        { force },
      )
    }
    await this.deps.raiser.raise(
      verdicts
        .filter(({ facts }) => isBad(facts.verdict))
        .map(({ observable, facts }) => ({
          hash: observable.value,
          from: facts.previousVerdict,
          to: facts.verdict,
          at: new Date(facts.verdictChangedAt ?? facts.firstAskedAt),
        })),
    )
  }

  /** A batch that is refused for the sake of one hash is halved until that one is found. */
  private async askInParts(access: WildfireAccess, hashes: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, Told>> {
    const told = new Map<string, Told>()
    let questions = 0
    const ask = async (part: readonly string[]): Promise<void> => {
      if ((questions += 1) > PARTS_MAX) return
      const reply = await this.deps.client.verdicts(access, part, signal)
      if (reply.kind === 'verdicts') return note(told, part, reply.infos)
      const [only, ...others] = part
      if (only !== undefined && others.length === 0) return void told.set(only, { refused: reply.reason })
      const middle = Math.ceil(part.length / 2)
      await ask(part.slice(0, middle))
      await ask(part.slice(middle))
    }
    try {
      await ask(hashes)
    } finally {
      // The runner counts one.
      await this.deps.usage.count(Math.min(questions, PARTS_MAX) - 1)
    }
    return told
  }

  private async factsOf(hashes: readonly string[]): Promise<ReadonlyMap<string, VerdictFacts>> {
    const rows = await readRows<{ value: string; facts: unknown }>(
      this.deps.pool,
      sql`SELECT value, facts FROM lookup WHERE provider = ${this.id} AND kind = 'FILE_HASH' AND value = ANY(${hashes}::text[])`,
    )
    return new Map(
      rows.flatMap(({ value, facts }) => {
        const known = readVerdictFacts(facts)
        return known ? [[value, known] as const] : []
      }),
    )
  }
}

type Told = WildfireVerdict | { readonly refused: string }

function note(told: Map<string, Told>, part: readonly string[], infos: (VerdictsReply & { kind: 'verdicts' })['infos']): void {
  for (const hash of part) {
    const verdict = worstVerdict(verdictsOn(hash, infos, part.length === 1))
    if (verdict !== undefined) told.set(hash, verdict)
  }
}

/** What was settled is not lost when WildFire leaves a file out, or will not speak of it any more. */
function answerOn(told: Told | undefined, before: VerdictFacts | undefined, now: number): LookupAnswer {
  if (typeof told === 'string') return verdictAnswer(told, before, now)
  if (isSettled(before?.verdict)) return verdictAnswer('ERROR', before, now)
  return told === undefined ? LEFT_OUT : { kind: 'failed', reason: told.refused }
}
