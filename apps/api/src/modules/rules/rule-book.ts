import { readPredicate, RULE_FIELDS, SEVERITIES, type Predicate, type RuleDefinition } from '@sallyport/shared'
import type { Pool } from 'pg'
import { parseGlobalId } from '../../graphql/global-id.js'
import type { Clock } from '../../platform/clock.js'
import type { HintSource } from '../../platform/hints.js'
import type { Service } from '../../platform/lifecycle.js'
import type { Logger } from '../../platform/logger.js'
import type { PrismaClient } from '../../platform/prisma/client.js'
import type { AlertJudge, AlertMatch, JudgedAlert } from '../ingest/index.js'
import { coalesced, type NamedNetworks, type PlaceFinder } from '../places/index.js'
import {
  compileCondition,
  compileRules,
  UNKNOWN,
  WindowCounter,
  type CompiledCondition,
  type CompiledRules,
  type CountKey,
  type FactValue,
  type FirstSeenKey,
  type RuleFacts,
  type Unknown,
} from './engine/index.js'
import { factsOfUnderstood, type AlertFacts } from './judged-alert.js'
import type { Knowledge } from './knowledge.js'
import { keyValueOf, LazyFacts } from './lazy-facts.js'
import { ListMemory } from './list-memory.js'
import type { RecentAnswers } from './recent-answers.js'
import { loadedRule, type LoadedRule } from './rule-content.js'
import { RuleTimes } from './rule-times.js'
import { SeenValues } from './seen-values.js'

const RETRY_MS = 5_000
const HOUR_MS = 3_600_000
/** A rule that matches more alerts in an hour is wrong: it stops itself. */
export const MATCHES_PER_HOUR_MAX = 20_000

export interface RuleBookDeps {
  readonly pool: Pool
  readonly prisma: Pick<PrismaClient, 'rule'>
  readonly hints: HintSource
  readonly places: Pick<PlaceFinder, 'find' | 'ready'>
  readonly networks: Pick<NamedNetworks, 'networkOf' | 'ownNetworkOf'>
  readonly answers: RecentAnswers
  readonly clock: Clock
  readonly logger: Logger
  /** Told once of a rule that matches too much; it is not asked any more. */
  readonly onFlood?: (ruleId: number, reason: string) => void
}

interface Loaded {
  readonly rules: readonly LoadedRule[]
  readonly compiled: CompiledRules
  readonly firstSeen: readonly FirstSeenKey[]
}

/** What is told of a place of evidence (RuleMatch.matched). */
export interface Evidence {
  readonly path: string
  readonly text: string
  readonly value: string | null
}

const NOTHING: Loaded = { rules: [], compiled: compileRules([]), firstSeen: [] }

/** The rules in force, compiled, with all that they ask for in memory: judges alerts on their way, without waiting for anything. */
export class RuleBook implements Service, AlertJudge {
  readonly name = 'rule-book'
  readonly times = new RuleTimes()
  private loaded = NOTHING
  private readonly lists: ListMemory
  private counters: ReadonlyMap<string, WindowCounter> = new Map()
  private readonly seen = new SeenValues()
  private placesReady = false
  private readonly matched = new Map<number, { hour: number; count: number }>()
  private readonly flooded = new Set<string>()
  private undo: (() => void)[] = []
  private timer: NodeJS.Timeout | undefined
  private readonly changedLists = new Set<number>()
  private readonly stopping = new AbortController()

  constructor(private readonly deps: RuleBookDeps) {
    this.lists = new ListMemory(deps)
  }

  /** Fails when the rules cannot be read: alerts would pass by unjudged. */
  async start(): Promise<void> {
    const { hints, answers, places } = this.deps
    this.undo = [
      hints.on('rules', () => this.wake()),
      hints.on('resync', () => this.startOver()),
      hints.on('lists', ({ ids }) => this.listsChanged(ids)),
      hints.on('lookups', ({ ids }) => answers.forget(ids)),
      hints.on('enrichmentSettings', () => answers.forget()),
    ]
    void places.ready.then(() => (this.placesReady = true))
    await this.refresh()
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    for (const undo of this.undo.splice(0)) undo()
    clearTimeout(this.timer)
    await this.refresh().catch(() => undefined)
  }

  /** Resolves when what was committed before the call is in force here. */
  readonly refresh = coalesced(async () => {
    if (this.stopping.signal.aborted) return
    const changed = [...this.changedLists]
    this.changedLists.clear()
    try {
      const stored = await this.deps.prisma.rule.findMany({
        where: { mode: { not: 'OFF' } },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
      })
      const rules = stored.flatMap(rule => this.usable(loadedRule(rule), rule.id))
      const compiled = compileRules(rules)
      await this.lists.load(listKeysOf(compiled.listIds), changed)
      this.counters = countersFor(compiled, this.counters)
      this.loaded = { rules, compiled, firstSeen: firstSeenOf(rules) }
      this.flooded.clear()
    } catch (error) {
      for (const id of changed) this.changedLists.add(id)
      throw error
    }
  })

  /** In memory for anybody who evaluates rules. */
  get memory(): Pick<Knowledge, 'place' | 'networkName' | 'isOwn' | 'isListed'> {
    const { places, networks, clock } = this.deps
    return {
      place: address => (this.placesReady ? places.find(address) : undefined),
      networkName: address => networks.networkOf(address)?.name,
      isOwn: address => networks.ownNetworkOf(address) !== undefined,
      isListed: (listId, value) => this.lists.isListed(listId, value, clock.now()) ?? UNKNOWN,
    }
  }

  /** The predicates that held, in words. */
  evidence(condition: CompiledCondition, facts: RuleFacts): Evidence[] {
    const names = { list: (id: string) => this.lists.nameOf(id) }
    return condition.held(facts).map(({ path, predicate, value }) => ({
      path: path.join('.'),
      text: readPredicate(predicate, names),
      value: valueInWords(predicate, value),
    }))
  }

  judge(alerts: readonly JudgedAlert[]): readonly (readonly AlertMatch[])[] {
    const loaded = this.loaded
    if (loaded.compiled.size === 0) return []
    const knowledge = new IngestKnowledge(this.memory, this.deps.answers, this.seen, this.deps.clock.now())
    const sampled = Math.floor(alerts.length / 2)
    return alerts.map(({ alert, firewall, source }, at) => {
      const told = factsOfUnderstood(alert, firewall, source)
      knowledge.turnTo(told, this.countedOf(told))
      const facts = new LazyFacts(told, knowledge)
      if (at === sampled) this.times.measure(loaded, new LazyFacts(told, knowledge), alerts.length)
      const matches = this.matchesOf(loaded, facts)
      for (const of of loaded.firstSeen) this.seen.add(of, keyValueOf(told, of), told.occurredAt)
      return matches
    })
  }

  private matchesOf({ compiled }: Loaded, facts: RuleFacts): AlertMatch[] {
    const matches: AlertMatch[] = []
    for (const { rule, verdict, condition } of compiled.judge(facts)) {
      if (!this.mayMatch(rule.id, rule.version)) continue
      const isMatch = verdict === 'match'
      matches.push({
        ruleId: rule.id,
        ruleVersion: rule.version,
        ruleName: rule.name,
        state: isMatch ? 'DUE' : 'WAITING',
        matched: isMatch ? this.evidence(condition, facts) : [],
        waitUntil: isMatch ? undefined : this.deps.clock.now() + rule.definition.waitSeconds * 1_000,
      })
    }
    return matches
  }

  /** Counts a match; false from the one on that is too many. */
  private mayMatch(ruleId: number, version: number): boolean {
    const key = `${ruleId} ${version}`
    if (this.flooded.has(key)) return false
    const hour = Math.floor(this.deps.clock.now() / HOUR_MS)
    const entry = this.matched.get(ruleId)
    const count = entry?.hour === hour ? entry.count + 1 : 1
    this.matched.set(ruleId, { hour, count })
    if (count <= MATCHES_PER_HOUR_MAX) return true
    this.flooded.add(key)
    this.deps.onFlood?.(ruleId, `It matched more than ${MATCHES_PER_HOUR_MAX.toLocaleString('en')} alerts within an hour`)
    return false
  }

  private countedOf(alert: AlertFacts): ReadonlyMap<string, number> {
    const counts = new Map<string, number>()
    for (const [key, counter] of this.counters) {
      const value = keyValueOf(alert, key.slice(0, key.indexOf(' ')) as CountKey)
      if (value !== undefined) counts.set(key, counter.add(value, alert.occurredAt))
    }
    return counts
  }

  /** A rule that cannot be read or compiled is left out: the others go on. */
  private usable(rule: LoadedRule | undefined, id: number): LoadedRule[] {
    try {
      if (!rule) throw new Error('It is written in a form that this release does not know')
      compileCondition(rule.definition.condition)
      return [rule]
    } catch (error) {
      this.deps.logger.error({ err: error, rule: id }, 'A rule cannot be used')
      return []
    }
  }

  private listsChanged(ids: readonly number[]): void {
    const held = ids.filter(id => this.lists.has(id))
    for (const id of held) this.changedLists.add(id)
    if (held.length > 0) this.wake()
  }

  private startOver(): void {
    this.deps.answers.forget()
    for (const id of listKeysOf(this.loaded.compiled.listIds)) this.changedLists.add(id)
    this.wake()
  }

  private wake(): void {
    clearTimeout(this.timer)
    this.refresh().catch((error: unknown) => {
      if (this.stopping.signal.aborted) return
      this.deps.logger.warn({ err: error }, 'Rules could not be read again; those known before are used on')
      this.timer = setTimeout(() => this.wake(), RETRY_MS)
    })
  }
}

/** What is known of one alert after the other on their way. */
class IngestKnowledge implements Knowledge {
  readonly place: Knowledge['place']
  readonly networkName: Knowledge['networkName']
  readonly isOwn: Knowledge['isOwn']
  readonly isListed: Knowledge['isListed']
  private counts: ReadonlyMap<string, number> = new Map()
  private occurredAt = 0

  constructor(
    memory: Pick<Knowledge, 'place' | 'networkName' | 'isOwn' | 'isListed'>,
    private readonly answers: RecentAnswers,
    private readonly seen: SeenValues,
    private readonly now: number,
  ) {
    this.place = memory.place
    this.networkName = memory.networkName
    this.isOwn = memory.isOwn
    this.isListed = memory.isListed
  }

  turnTo({ occurredAt }: AlertFacts, counts: ReadonlyMap<string, number>): void {
    this.occurredAt = occurredAt
    this.counts = counts
  }

  person(user: string): ReturnType<Knowledge['person']> {
    return this.answers.person(user, this.now)
  }

  score(...[kind, value]: Parameters<Knowledge['score']>): number | undefined | Unknown {
    return this.answers.score(kind, value, this.now)
  }

  wildfireVerdict(hash: string): string | undefined | Unknown {
    return this.answers.verdict(hash, this.now)
  }

  count(per: CountKey, _value: string, windowSeconds: number): number | Unknown {
    return this.counts.get(`${per} ${windowSeconds}`) ?? UNKNOWN
  }

  /** Only that it was seen is known here: whether stored alerts have it is for the runner to find out. */
  isFirstSeen(of: FirstSeenKey, value: string, withinDays: number): boolean | Unknown {
    return this.seen.isSeen(of, value, this.occurredAt, withinDays) ? false : UNKNOWN
  }
}

/** Of the alert, as people write it: the engine compares severities by rank. null: the predicate says it all. */
function valueInWords(predicate: Predicate, value: FactValue | undefined): string | null {
  if (value === undefined || typeof value === 'boolean') return null
  const isSeverity = 'field' in predicate && RULE_FIELDS[predicate.field].type === 'severity'
  return String(isSeverity ? SEVERITIES[Number(value)]?.toLowerCase() : value).slice(0, 500)
}

function countersFor(compiled: CompiledRules, before: ReadonlyMap<string, WindowCounter>): ReadonlyMap<string, WindowCounter> {
  return new Map(
    compiled.counts.map(({ per, windowSeconds }) => {
      const key = `${per} ${windowSeconds}`
      return [key, before.get(key) ?? new WindowCounter(windowSeconds)]
    }),
  )
}

/** Keys of lists by their global ids. */
export const listKeysOf = (globalIds: Iterable<string>): number[] =>
  [...globalIds].flatMap(id => {
    const parsed = parseGlobalId(id)
    return parsed?.type === 'List' && /^\d{1,9}$/.test(parsed.id) ? [Number(parsed.id)] : []
  })

function firstSeenOf(rules: readonly LoadedRule[]): FirstSeenKey[] {
  const wanted = new Set<FirstSeenKey>()
  const visit = (condition: RuleDefinition['condition']): void => {
    if ('firstSeen' in condition) wanted.add(condition.firstSeen.of)
    for (const key of ['all', 'any', 'none'] as const)
      if (key in condition) (condition as Record<typeof key, (typeof condition)[]>)[key].forEach(visit)
  }
  for (const { definition } of rules) visit(definition.condition)
  return [...wanted]
}
