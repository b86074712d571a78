import type { ObservableKind } from '@sallyport/shared'
import type { Pool } from 'pg'
import { createContext, type Context } from '../../graphql/context.js'
import { UnavailableError } from '../../platform/errors.js'
import { searchRows } from '../../platform/read-rows.js'
import { sql, type Sql } from '../../platform/sql.js'
import type { PersonReadModel } from '../directories/index.js'
import type { ReputationReadModel } from '../reputation/index.js'
import type { WildfireReadModel } from '../wildfire/index.js'
import type { Clock } from '../../platform/clock.js'
import { UNKNOWN, type CountKey, type FirstSeenKey, type Unknown } from './engine/index.js'
import type { KnownPerson } from './knowledge.js'
import type { RecentAnswers } from './recent-answers.js'

/** Something that a rule has to know and that is not in memory. */
export type Need =
  | { readonly what: 'person'; readonly user: string }
  | { readonly what: 'score'; readonly kind: ObservableKind; readonly value: string }
  | { readonly what: 'verdict'; readonly hash: string }
  | { readonly what: 'count'; readonly per: CountKey; readonly value: string; readonly windowSeconds: number }
  | { readonly what: 'firstSeen'; readonly of: FirstSeenKey; readonly value: string; readonly withinDays: number }

/** The alert that it is asked about. */
export interface AskedAlert {
  readonly id: string
  readonly occurredAt: number
}

export interface FactFinderDeps {
  readonly pool: Pool
  readonly people: Pick<PersonReadModel, 'personOf'>
  readonly reputation: Pick<ReputationReadModel, 'reputationOf'>
  readonly wildfire: Pick<WildfireReadModel, 'analysisOf'>
  readonly answers: RecentAnswers
  readonly clock: Clock
}

const SEARCH_TIMEOUT_MS = 5_000
/** No rule asks for more (rule-definition). */
const COUNT_MAX = 100_000

/** Reads from the database what rules need to know. One per chunk of work: the same question is asked once. */
export class FactFinder {
  private readonly context: Context = createContext({})

  constructor(private readonly deps: FactFinderDeps) {}

  /**
   * @param isLast nobody waits any longer: what is known by then counts, though more might come
   * @returns UNKNOWN: it is not known yet
   */
  async find(need: Need, alert: AskedAlert, isLast: boolean): Promise<unknown> {
    switch (need.what) {
      case 'person':
        return this.person(need.user)
      case 'score':
        return this.score(need.kind, need.value, isLast)
      case 'verdict':
        return this.verdict(need.hash, isLast)
      case 'count':
        return this.search(async () => this.count(need, alert))
      case 'firstSeen':
        return this.search(async () => this.isFirstSeen(need, alert))
    }
  }

  private async person(user: string): Promise<KnownPerson | undefined | Unknown> {
    const { status, department, title, groups, manager, city } = await this.context.load(this.deps.people.personOf).load(user)
    // With a reason nobody was asked: it is no person.
    const isNobody = status.state === 'UNKNOWN' || (status.state === 'NOT_ASKED' && status.reason !== null)
    if (!isNobody && status.answeredAt === null) return UNKNOWN
    const person = isNobody ? undefined : { department, title, groups, manager, city }
    this.deps.answers.remember('person', 'USER', user, person, this.deps.clock.now())
    return person
  }

  private async score(kind: ObservableKind, value: string, isLast: boolean): Promise<number | undefined | Unknown> {
    const { score, evidence } = await this.context.load(this.deps.reputation.reputationOf).load({ kind, value })
    const isAwaited = evidence.some(
      ({ provider, state, reason, answeredAt }) =>
        provider !== null && answeredAt === null && (state === 'PENDING' || (state === 'NOT_ASKED' && reason === null)),
    )
    if (isAwaited) return isLast && score !== null ? score : UNKNOWN
    this.deps.answers.remember('score', kind, value, score ?? undefined, this.deps.clock.now())
    return score ?? undefined
  }

  private async verdict(hash: string, isLast: boolean): Promise<string | undefined | Unknown> {
    const { status, verdict } = await this.context.load(this.deps.wildfire.analysisOf).load(hash)
    if (status.answeredAt === null && verdict === null) return status.state === 'NOT_ASKED' && status.reason !== null ? undefined : UNKNOWN
    if (verdict === 'PENDING' && !isLast) return UNKNOWN
    const told = verdict ?? undefined
    if (told !== 'PENDING') this.deps.answers.remember('verdict', 'FILE_HASH', hash, told, this.deps.clock.now())
    return told
  }

  /** Alerts up to this one, itself included. */
  private async count({ per, value, windowSeconds }: Need & { what: 'count' }, { occurredAt }: AskedAlert): Promise<number> {
    const from = new Date(occurredAt - windowSeconds * 1_000)
    const [row] = await searchRows<{ count: number }>(
      this.deps.pool,
      sql`SELECT count(*)::int AS count FROM (SELECT 1 FROM alert WHERE ${hasValue(per, value)}
        AND occurred_at BETWEEN ${from} AND ${new Date(occurredAt)} LIMIT ${COUNT_MAX}) AS counted`,
      SEARCH_TIMEOUT_MS,
    )
    return row?.count ?? 0
  }

  private async isFirstSeen({ of, value, withinDays }: Need & { what: 'firstSeen' }, { id, occurredAt }: AskedAlert): Promise<boolean> {
    const from = new Date(occurredAt - withinDays * 86_400_000)
    const rows = await searchRows(
      this.deps.pool,
      sql`SELECT 1 FROM alert WHERE ${hasValue(of, value)} AND occurred_at >= ${from} AND id < ${id}::bigint LIMIT 1`,
      SEARCH_TIMEOUT_MS,
    )
    return rows.length === 0
  }

  /** What takes too long to find out is not known. */
  private async search<T>(work: () => Promise<T>): Promise<T | Unknown> {
    try {
      return await work()
    } catch (error) {
      if (error instanceof UnavailableError) return UNKNOWN
      throw error
    }
  }
}

/** Alerts with the value in the role, as keyValueOf names it. */
function hasValue(key: CountKey, value: string): Sql {
  switch (key) {
    case 'attacker':
      return sql`(src_ip = ${value}::inet AND attacker_side = 'SOURCE' OR dst_ip = ${value}::inet AND attacker_side = 'DESTINATION')`
    case 'target':
      return sql`(src_ip = ${value}::inet AND victim_side = 'SOURCE' OR dst_ip = ${value}::inet AND victim_side = 'DESTINATION')`
    case 'user':
      return sql`(lower(src_user) = ${value} OR lower(dst_user) = ${value})`
    case 'threatId':
      return sql`threat_id = ${value}::bigint`
    case 'rule':
      return sql`rule = ${value}`
    case 'fileHash':
      return sql`file_digest = ${value}`
    case 'domain':
      return sql`domain = ${value}`
  }
}

/** What is still missing, for people: 'the reputation of 203.0.113.8'. */
export function needWords(need: Need): string {
  switch (need.what) {
    case 'person':
      return `what the directory says of ${need.user}`
    case 'score':
      return `the reputation of ${need.value}`
    case 'verdict':
      return `the WildFire verdict on ${need.hash}`
    case 'count':
      return `how often ${need.value} was seen`
    case 'firstSeen':
      return `whether ${need.value} was seen before`
  }
}

/** Hint ids that tell of news of it. */
export function hintOf(need: Need): string | undefined {
  switch (need.what) {
    case 'person':
      return `USER ${need.user}`
    case 'score':
      return `${need.kind} ${need.value}`
    case 'verdict':
      return `FILE_HASH ${need.hash}`
    default:
      return undefined
  }
}
