import { SEVERITIES, severityOfRank, type Severity } from '@sallyport/shared'
import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { searchRows } from '../../platform/read-rows.js'
import type { Sql } from '../../platform/sql.js'
import { rangeKey, stepsOf, type OverviewRange } from './overview-range.js'
import { ageSearch, AGES, topOf, type Top, type TopKind, type TopRow } from './overview-search.js'
import { alertSteps, deviceStates, handlingTimes, incidentSteps, listGrowth, openIncidents, topUsers, topValues } from './overview-sql.js'
import { SharedAnswers } from './shared-answers.js'

/** Screens on walls ask again and again: what is this old is new enough. */
const KEPT_MS = 10_000

export interface SeverityCount {
  readonly severity: Severity
  readonly count: number
}

export interface Step {
  readonly at: Date
  readonly severities: SeverityCount[]
  readonly allowed: number
  readonly blocked: number
}

interface StepRow {
  /** Digits. */
  readonly step: string
  readonly severity: number
  readonly allowed: number
  readonly blocked: number
}

interface OpenRow {
  readonly severity: number
  readonly age: number
  readonly count: number
}

export interface ListCounts {
  readonly id: number
  readonly entries: number
  readonly added: number
  readonly removed: number
}

export interface DeviceCounts {
  readonly id: number
  readonly inSync: number
  readonly pending: number
  readonly failed: number
}

export interface Overview {
  readonly range: OverviewRange
  readonly alerts: Step[]
  readonly incidents: Step[]
  readonly tops: Readonly<Record<TopKind, Top[]>>
  readonly openByAge: Top[]
  readonly openBySeverity: SeverityCount[]
  readonly medianAcknowledgeMinutes: number | null
  readonly medianCloseMinutes: number | null
  readonly lists: ListCounts[]
  readonly devices: DeviceCounts[]
}

/** Counts over time and what is most frequent, each with the list behind it. */
export class OverviewReadModel {
  private readonly answers: SharedAnswers<Overview>

  constructor(private readonly deps: { readonly pool: Pool; readonly clock: Clock }) {
    this.answers = new SharedAnswers({ clock: deps.clock, keptMs: KEPT_MS })
  }

  /**
   * Kept for ten seconds, and shared by those who ask at the same time.
   * @throws UnavailableError where the database needs longer than a search may take
   */
  async overview(range: OverviewRange): Promise<Overview> {
    return this.answers.get(rangeKey(range), () => this.count(range))
  }

  /** One statement after the other: an overview takes one connection, however much it counts. */
  private async count(range: OverviewRange): Promise<Overview> {
    const now = new Date(this.deps.clock.now())
    const alerts = await this.rows<StepRow>(alertSteps(range))
    const incidents = await this.rows<StepRow>(incidentSteps(range))
    const values = await this.rows<TopRow & { kind: TopKind }>(topValues(range))
    const users = await this.rows<TopRow>(topUsers(range))
    const open = await this.rows<OpenRow>(openIncidents(now))
    const [times] = await this.rows<{ acknowledge: number | null; close: number | null }>(handlingTimes(range))
    const tops = (kind: TopKind) => values.filter(row => row.kind === kind).map(row => topOf(kind, row, range))
    return {
      range,
      alerts: toSteps(alerts, range),
      incidents: toSteps(incidents, range),
      tops: {
        attacker: tops('attacker'),
        target: tops('target'),
        user: users.map(row => topOf('user', row, range)),
        threat: tops('threat'),
        rule: tops('rule'),
        firewall: tops('firewall'),
      },
      openByAge: AGES.map((age, place) => ({ label: age.label, count: sumOf(open, row => row.age === place), search: ageSearch(age) })),
      openBySeverity: bySeverity(rank => sumOf(open, row => row.severity === rank)),
      medianAcknowledgeMinutes: times?.acknowledge ?? null,
      medianCloseMinutes: times?.close ?? null,
      lists: await this.rows<ListCounts>(listGrowth(range, now)),
      devices: await this.rows<DeviceCounts>(deviceStates()),
    }
  }

  private rows<Row extends object>(query: Sql): Promise<Row[]> {
    return searchRows<Row>(this.deps.pool, query)
  }
}

/** A step per beginning, also where nothing was. */
export function toSteps(rows: readonly StepRow[], range: OverviewRange): Step[] {
  const ofStep = Map.groupBy(rows, row => Number(row.step))
  return stepsOf(range).map(at => {
    const own = ofStep.get(Math.floor(at.getTime() / range.stepMs)) ?? []
    return {
      at,
      severities: bySeverity(rank => {
        const row = own.find(({ severity }) => severity === rank)
        return row ? row.allowed + row.blocked : 0
      }),
      allowed: own.reduce((sum, row) => sum + row.allowed, 0),
      blocked: own.reduce((sum, row) => sum + row.blocked, 0),
    }
  })
}

/** The highest first, without those of which there is none. */
const bySeverity = (countOf: (rank: number) => number): SeverityCount[] =>
  SEVERITIES.map((_, rank) => ({ severity: severityOfRank(rank), count: countOf(rank) }))
    .filter(({ count }) => count > 0)
    .toReversed()

const sumOf = (rows: readonly OpenRow[], which: (row: OpenRow) => boolean): number =>
  rows.filter(which).reduce((sum, row) => sum + row.count, 0)
