import type { Pool } from 'pg'
import type { IncidentEvidence } from '../modules/alerts/index.js'
import type { PersonReadModel } from '../modules/directories/index.js'
import type { LookupProvider, Lookups, OutsidePolicy } from '../modules/enrichment/index.js'
import type { IncidentReadModel } from '../modules/incidents/index.js'
import { ListMembership, type ListReadModel } from '../modules/lists/index.js'
import {
  AlertObservablesResolver,
  IncidentObservablesResolver,
  Looks,
  ObservableActivity,
  ObservableFieldsResolver,
  ObservableLists,
  ObservableResolver,
  RefreshService,
  SeenObservables,
} from '../modules/observables/index.js'
import type { PlaceFinder } from '../modules/places/index.js'
import type { ReputationReadModel } from '../modules/reputation/index.js'
import type { WildfireReadModel } from '../modules/wildfire/index.js'
import type { Clock } from '../platform/clock.js'
import type { Logger } from '../platform/logger.js'

interface ObservablesFoundation {
  readonly database: { readonly pool: Pool }
  readonly clock: Clock
  readonly logger: Logger
  readonly lookups: Lookups
  readonly policy: OutsidePolicy
  readonly providers: readonly LookupProvider[]
  readonly places: PlaceFinder
  readonly people: PersonReadModel
  readonly wildfire: WildfireReadModel
  readonly reputation: ReputationReadModel
  readonly evidence: IncidentEvidence
  readonly lists: ListReadModel
  readonly incidents: IncidentReadModel
}

/** The resolvers that bring together what the modules of enrichment know. */
export function composeObservables({ database: { pool }, clock, logger, lookups, policy, providers, ...known }: ObservablesFoundation) {
  const { places, people, wildfire, reputation, evidence, incidents } = known
  const looks = new Looks({ lookups, providers, clock, logger })
  return [
    new ObservableResolver({ looks, refreshes: new RefreshService({ lookups, providers, policy, clock }) }),
    new ObservableFieldsResolver({
      places,
      reputation,
      people,
      wildfire,
      lookups,
      policy,
      lists: new ObservableLists({ membership: new ListMembership({ pool, clock }), lists: known.lists }),
      activity: new ObservableActivity({ pool, clock }),
      incidents,
      clock,
    }),
    new AlertObservablesResolver({ looks }),
    new IncidentObservablesResolver({ seen: new SeenObservables({ evidence, indicatorsOf: wildfire.indicatorsOf }), looks }),
  ] as const
}
