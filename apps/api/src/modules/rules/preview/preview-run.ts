import { readAction, type RuleDefinition } from '@sallyport/shared'
import type { Pool } from 'pg'
import { UserFaultsError } from '../../../platform/errors.js'
import type { PrismaClient } from '../../../platform/prisma/client.js'
import { searchRows } from '../../../platform/read-rows.js'
import { sql } from '../../../platform/sql.js'
import type { EntryService } from '../../lists/index.js'
import {
  compileRules,
  FALSE,
  isPrivateAddress,
  MAYBE,
  TRUE,
  UNKNOWN,
  WindowCounter,
  type CountKey,
  type RuleFacts,
  type Verdict,
} from '../engine/index.js'
import { FactFinder, type FactFinderDeps, type Need } from '../fact-finder.js'
import { keyValueOf } from '../lazy-facts.js'
import { ListMemory } from '../list-memory.js'
import { evaluate } from '../match-evaluator.js'
import { listKeysOf, MATCHES_PER_HOUR_MAX, type RuleBook } from '../rule-book.js'
import { readSurroundings } from '../rule-names.js'
import { SeenValues } from '../seen-values.js'
import { alertsWhere, toStoredAlerts, type StoredAlert } from '../stored-alerts.js'
import { NOTHING_YET, type PreviewEffect, type PreviewResult } from './preview-result.js'
import { isListAction, PreviewTally, type ActionTally } from './preview-tally.js'

export interface PreviewRunDeps extends FactFinderDeps {
  readonly pool: Pool
  readonly prisma: PrismaClient
  readonly book: Pick<RuleBook, 'memory'>
  readonly entries: Pick<EntryService, 'previewAutomatically'>
}

export interface PreviewRequest {
  readonly definition: RuleDefinition
  readonly maxEntriesPerHour: number
  readonly from: Date
  readonly to: Date
}

/** Told now and then; false: it is to end. */
export type PreviewProgress = (now: { readonly total: number; readonly done: number; readonly result: PreviewResult }) => Promise<boolean>

export const PREVIEW_ALERTS_MAX = 200_000
const PAGE = 2_000
const TIME_MAX_MS = 60_000
const SEARCH_TIMEOUT_MS = 20_000
const VALUES_SHOWN = 50

/** Goes through stored alerts, oldest first, as if the rule had been there. What is known of values is what is known now. */
export class PreviewRun {
  private readonly finder: FactFinder
  private readonly memory: ReturnType<typeof memoryWith>
  private readonly tally: PreviewTally
  private readonly counters: ReadonlyMap<string, WindowCounter>
  private readonly seen = new SeenValues()
  private readonly judge: (facts: RuleFacts) => Verdict
  private readonly lists: readonly number[]
  private done = 0

  constructor(
    private readonly deps: PreviewRunDeps,
    private readonly request: PreviewRequest,
  ) {
    const { definition, from, to } = request
    this.finder = new FactFinder(deps)
    this.tally = new PreviewTally(definition, from.getTime(), to.getTime())
    const compiled = compileRules([{ id: 0, name: '', version: 0, mode: 'ON', stopAfterMatch: false, definition }])
    this.judge = facts => {
      const [judgement] = compiled.judge(facts)
      return !judgement ? FALSE : judgement.verdict === 'match' ? TRUE : MAYBE
    }
    this.counters = new Map(compiled.counts.map(({ per, windowSeconds }) => [`${per} ${windowSeconds}`, new WindowCounter(windowSeconds)]))
    this.lists = listKeysOf(compiled.listIds)
    this.memory = memoryWith(deps)
  }

  /** @returns undefined: it was ended from outside */
  async run(progress: PreviewProgress): Promise<{ total: number; done: number; result: PreviewResult } | undefined> {
    await this.memory.load(this.lists)
    const began = performance.now()
    const { total, from, isCut } = await this.range()
    const warnings = isCut ? [`Only the newest ${PREVIEW_ALERTS_MAX.toLocaleString('en')} alerts were looked at`] : []
    if (!(await progress({ total, done: 0, result: NOTHING_YET }))) return undefined
    for (let after: StoredAlert | undefined; ;) {
      const page = await this.page(from, after)
      for (const alert of page) await this.judgeAlert(alert)
      this.done += page.length
      after = page.at(-1)
      if (page.length < PAGE) break
      if (!(await progress({ total, done: this.done, result: this.tally.result() }))) return undefined
      if (performance.now() - began > TIME_MAX_MS) {
        warnings.push(`It took too long: the last ${Math.max(0, total - this.done).toLocaleString('en')} alerts were not looked at`)
        break
      }
    }
    const effects = await this.effects()
    return { total, done: this.done, result: { ...this.tally.result(), effects, warnings: [...warnings, ...this.warnings()] } }
  }

  private async range(): Promise<{ total: number; from: Date; isCut: boolean }> {
    const { from, to } = this.request
    const inTime = sql`occurred_at >= ${from} AND occurred_at < ${to}`
    const [row] = await searchRows<{ total: number; cut: Date | null }>(
      this.deps.pool,
      sql`SELECT (SELECT count(*)::int FROM (SELECT 1 FROM alert WHERE ${inTime} LIMIT ${PREVIEW_ALERTS_MAX + 1}) AS counted) AS total,
        (SELECT occurred_at FROM alert WHERE ${inTime} ORDER BY occurred_at DESC, id DESC OFFSET ${PREVIEW_ALERTS_MAX - 1} LIMIT 1) AS cut`,
      SEARCH_TIMEOUT_MS,
    )
    const total = row?.total ?? 0
    const isCut = total > PREVIEW_ALERTS_MAX
    return { total: Math.min(total, PREVIEW_ALERTS_MAX), from: isCut ? (row?.cut ?? from) : from, isCut }
  }

  private async page(from: Date, after: StoredAlert | undefined): Promise<StoredAlert[]> {
    const position = after
      ? sql`(alert.occurred_at, alert.id) > (${new Date(after.facts.occurredAt)}::timestamptz, ${after.id}::bigint)`
      : sql`alert.occurred_at >= ${from}`
    const rows = await searchRows(
      this.deps.pool,
      alertsWhere(sql`${position} AND alert.occurred_at < ${this.request.to} ORDER BY alert.occurred_at, alert.id LIMIT ${PAGE}`),
      SEARCH_TIMEOUT_MS,
    )
    return toStoredAlerts(rows)
  }

  private async judgeAlert(alert: StoredAlert): Promise<void> {
    const { facts } = alert
    const counts = new Map<string, number>()
    for (const [key, counter] of this.counters) {
      const value = keyValueOf(facts, key.slice(0, key.indexOf(' ')) as CountKey)
      if (value !== undefined) counts.set(key, counter.add(value, facts.occurredAt))
    }
    const known = (need: Need): unknown => {
      if (need.what === 'count') return counts.get(`${need.per} ${need.windowSeconds}`)
      return need.what === 'firstSeen' && this.seen.isSeen(need.of, need.value, facts.occurredAt, need.withinDays) ? false : undefined
    }
    const { verdict } = await evaluate({ judge: this.judge }, alert, { memory: this.memory, finder: this.finder, isLast: true, known })
    if (verdict === 'match') this.tally.match(alert)
    else if (verdict === 'unknown') this.tally.unknown += 1
    for (const key of ['attacker', 'target', 'user', 'fileHash', 'domain', 'threatId'] as const)
      this.seen.add(key, keyValueOf(facts, key), facts.occurredAt)
  }

  private async effects(): Promise<PreviewEffect[]> {
    const { names } = await readSurroundings(this.deps)
    const effects: PreviewEffect[] = []
    for (const tally of this.tally.actions) {
      const [listId = null] = isListAction(tally.action) ? listKeysOf([tally.action.listId]) : []
      const effect = { ...NO_EFFECT, action: readAction(tally.action, names), listId, times: tally.times }
      effects.push(listId !== null && tally.action.do === 'addToList' ? { ...effect, ...(await this.added(listId, tally)) } : effect)
    }
    return effects
  }

  private async added(listId: number, { values }: ActionTally): Promise<Partial<PreviewEffect>> {
    try {
      const { counts, lines } = await this.deps.entries.previewAutomatically('RULE', { listId, values: [...values] })
      const of = (...verdicts: readonly string[]): number =>
        counts.filter(({ verdict }) => verdicts.includes(verdict)).reduce((sum, { count }) => sum + count, 0)
      const added = lines.flatMap(({ verdict, value }) => (verdict === 'NEW' && value !== null ? [value] : []))
      return {
        wouldAdd: of('NEW'),
        alreadyListed: of('ALREADY_THERE', 'COVERED', 'DUPLICATE_IN_INPUT'),
        protected: of('PROTECTED', 'COOLING_DOWN'),
        internal: [...values].filter(value => isPrivateAddress(value) || this.memory.isOwn(value)).length,
        invalid: of('INVALID'),
        values: added.slice(0, VALUES_SHOWN),
      }
    } catch (error) {
      // The list has gone meanwhile.
      if (error instanceof UserFaultsError) return {}
      throw error
    }
  }

  private warnings(): string[] {
    const { tally, done } = this
    const { maxEntriesPerHour } = this.request
    const number = (count: number): string => count.toLocaleString('en')
    const warnings: string[] = []
    if (done >= 20 && tally.matches === done) warnings.push('It matches every alert')
    if (tally.mostEntriesInAnHour > maxEntriesPerHour)
      warnings.push(
        `It would add ${number(tally.mostEntriesInAnHour)} entries in an hour: more than its limit of ${number(maxEntriesPerHour)}`,
      )
    if (tally.mostMatchesInAnHour > MATCHES_PER_HOUR_MAX)
      warnings.push(
        `It would match ${number(tally.mostMatchesInAnHour)} alerts in an hour: it would stop itself at ${number(MATCHES_PER_HOUR_MAX)}`,
      )
    if (tally.unknown > 0) warnings.push(`Of ${number(tally.unknown)} alerts it is not known (any more) whether they match`)
    if (this.counters.size > 0) warnings.push('What came before the first alert that was looked at is not counted')
    return warnings
  }
}

const NO_EFFECT = { wouldAdd: 0, alreadyListed: 0, protected: 0, internal: 0, invalid: 0, values: [] as string[] }

/** The memory of the rules in force, with the lists of this rule, which nobody may hold yet. */
function memoryWith({ pool, book, clock }: Pick<PreviewRunDeps, 'pool' | 'book' | 'clock'>) {
  const lists = new ListMemory({ pool })
  const { place, networkName, isOwn } = book.memory
  return {
    place,
    networkName,
    isOwn,
    isListed: (listId: string, value: string) => lists.isListed(listId, value, clock.now()) ?? UNKNOWN,
    load: (ids: readonly number[]) => lists.load(ids),
  }
}
