import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { AlertType } from '../alerts/index.js'
import { canonicalObservable, type Observable } from '../enrichment/index.js'
import { IncidentType } from '../incidents/index.js'
import type { Looks } from './looks.js'
import { SeenObservableType } from './observable-type.js'
import type { SeenObservables } from './seen-observables.js'
import { valuesOfOneAlert, type SeenValue } from './seen-values.js'

const toObservable = ({ kind, value }: SeenValue): Observable => ({ kind, value })
const toSeenType = (seen: SeenValue): SeenObservableType => ({ role: seen.role, alerts: seen.alerts, observable: toObservable(seen) })

@Can('alert:read', 'enrichment:read')
@Resolver(() => AlertType)
export class AlertObservablesResolver {
  constructor(private readonly deps: { readonly looks: Pick<Looks, 'at'> }) {}

  @FieldResolver(() => [SeenObservableType], {
    description: 'Who and what it names, the attacker first. Who may ask providers makes them be asked by reading it.',
  })
  observables(@Root() alert: AlertType, @Ctx() context: Context): SeenObservableType[] {
    const seen = valuesOfOneAlert(alert, canonicalObservable)
    this.deps.looks.at(seen.map(toObservable), context)
    return seen.map(toSeenType)
  }
}

@Can('incident:read', 'alert:read', 'enrichment:read')
@Resolver(() => IncidentType)
export class IncidentObservablesResolver {
  constructor(private readonly deps: { readonly seen: Pick<SeenObservables, 'ofIncident'>; readonly looks: Pick<Looks, 'at'> }) {}

  @FieldResolver(() => [SeenObservableType], {
    description: 'The most seen first, at most 100; those that only WildFire reports name last. A value in two roles is told twice.',
  })
  async observables(@Root() incident: IncidentType, @Ctx() context: Context): Promise<SeenObservableType[]> {
    const seen = await context.load(this.deps.seen.ofIncident).load(incident.incidentId)
    // A report may name a hundred values that no alert of ours does: they would use up the quota of a day.
    this.deps.looks.at(seen.filter(({ role }) => role !== 'INDICATOR').map(toObservable), context)
    return seen.map(toSeenType)
  }
}
