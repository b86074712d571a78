import type { RuleAction, RuleDefinition } from '@sallyport/shared'
import { valueOfAlert } from '../judged-alert.js'
import type { StoredAlert } from '../stored-alerts.js'
import type { PreviewResult } from './preview-result.js'

const POINTS_MAX = 168
const SAMPLES = 20
const HOUR_MS = 3_600_000
/** Values of one action that are told apart; more are a flood anyway. */
const VALUES_MAX = 50_000
const STEPS_MS = [60_000, 300_000, 600_000, 1_800_000, HOUR_MS]

type ListAction = Extract<RuleAction, { readonly do: 'addToList' | 'removeFromList' }>

export interface ActionTally {
  readonly action: RuleAction
  /** Matches in which there was something to do. */
  times: number
  /** Values, as alerts write them. */
  readonly values: Set<string>
  /** New values by hour. */
  readonly byHour: Map<number, number>
}

/** What comes together while stored alerts are gone through, oldest first. Bounded, whatever the alerts. */
export class PreviewTally {
  matches = 0
  unknown = 0
  readonly actions: readonly ActionTally[]
  private readonly incidents = new Set<string>()
  private readonly samples: string[] = []
  private readonly points = new Map<number, number>()
  private readonly matchesByHour = new Map<number, number>()
  private readonly stepMs: number

  constructor(
    definition: RuleDefinition,
    private readonly from: number,
    to: number,
  ) {
    this.actions = definition.actions.map(action => ({ action, times: 0, values: new Set(), byHour: new Map() }))
    this.stepMs = STEPS_MS.find(step => Math.ceil((to - from) / step) <= POINTS_MAX) ?? Math.ceil((to - from) / POINTS_MAX)
    for (let at = from; at < to; at += this.stepMs) this.points.set(this.pointOf(at), 0)
  }

  match({ id, incidentId, facts }: StoredAlert): void {
    this.matches += 1
    if (incidentId !== null) this.incidents.add(incidentId)
    this.samples.push(id)
    if (this.samples.length > SAMPLES) this.samples.shift()
    const point = this.pointOf(facts.occurredAt)
    this.points.set(point, (this.points.get(point) ?? 0) + 1)
    const hour = Math.floor(facts.occurredAt / HOUR_MS)
    this.matchesByHour.set(hour, (this.matchesByHour.get(hour) ?? 0) + 1)
    for (const tally of this.actions) {
      const { action } = tally
      if (!isListAction(action)) tally.times += action.do === 'notify' || incidentId !== null ? 1 : 0
      else {
        const value = valueOfAlert(facts, action.value)
        if (value === undefined) continue
        tally.times += 1
        if (tally.values.has(value) || tally.values.size >= VALUES_MAX) continue
        tally.values.add(value)
        tally.byHour.set(hour, (tally.byHour.get(hour) ?? 0) + 1)
      }
    }
  }

  get mostMatchesInAnHour(): number {
    return Math.max(0, ...this.matchesByHour.values())
  }

  /** Values that would be put on lists in the worst hour. */
  get mostEntriesInAnHour(): number {
    const hours = new Map<number, number>()
    for (const { action, byHour } of this.actions)
      if (action.do === 'addToList') for (const [hour, count] of byHour) hours.set(hour, (hours.get(hour) ?? 0) + count)
    return Math.max(0, ...hours.values())
  }

  /** Without effects and warnings. */
  result(): PreviewResult {
    return {
      matches: this.matches,
      unknown: this.unknown,
      incidents: this.incidents.size,
      points: [...this.points].slice(-POINTS_MAX - 1).map(([at, matches]) => ({ at, matches })),
      samples: this.samples.toReversed(),
      effects: [],
      warnings: [],
    }
  }

  private pointOf(at: number): number {
    return this.from + Math.floor((at - this.from) / this.stepMs) * this.stepMs
  }
}

export const isListAction = (action: RuleAction): action is ListAction => action.do === 'addToList' || action.do === 'removeFromList'
