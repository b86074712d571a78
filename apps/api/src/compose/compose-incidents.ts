import { alertNodes, AlertReadModel, AlertResolver, IncidentAlertsResolver, IncidentEvidence } from '../modules/alerts/index.js'
import type { UserReadModel } from '../modules/auth/index.js'
import { peopleSearch } from '../modules/directories/index.js'
import {
  IncidentActionsResolver,
  IncidentActivityResolver,
  incidentNodes,
  IncidentReadModel,
  IncidentResolver,
  IncidentService,
} from '../modules/incidents/index.js'
import type { SourceReadModel } from '../modules/sources/index.js'
import type { Clock } from '../platform/clock.js'
import type { Database } from '../platform/database.js'
import type { HintBus } from '../platform/hint-bus.js'

interface IncidentsFoundation {
  readonly database: Database
  readonly hints: HintBus
  readonly clock: Clock
  readonly users: UserReadModel
  readonly sources: SourceReadModel
}

/** Incidents and their alerts. */
export function composeIncidents({ database: { pool, prisma }, hints, clock, users, sources }: IncidentsFoundation) {
  const incidents = new IncidentReadModel({ pool, people: peopleSearch })
  const alerts = new AlertReadModel({ pool, people: peopleSearch })
  const evidence = new IncidentEvidence({ pool })
  const resolvers = [
    new IncidentResolver({ incidents, users }),
    new IncidentActivityResolver({ users }),
    new IncidentActionsResolver({ service: new IncidentService({ prisma, incidents, hints, clock }) }),
    new AlertResolver({ alerts, sources, incidents }),
    new IncidentAlertsResolver({ alerts, evidence, sources }),
  ]
  return { incidents, alerts, evidence, resolvers, nodes: [...incidentNodes({ incidents }), ...alertNodes({ alerts })] }
}
