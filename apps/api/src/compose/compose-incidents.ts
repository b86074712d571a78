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
  Targets,
} from '../modules/incidents/index.js'
import type { SourceReadModel } from '../modules/sources/index.js'
import type { Clock } from '../platform/clock.js'
import type { Database } from '../platform/database.js'
import type { HintBus } from '../platform/hint-bus.js'
import type { Logger } from '../platform/logger.js'
import { composeWorkflow } from './compose-workflow.js'

interface IncidentsFoundation {
  readonly database: Database
  readonly hints: HintBus
  readonly clock: Clock
  readonly logger: Logger
  readonly users: UserReadModel
  readonly sources: SourceReadModel
}

/** Incidents and their alerts. */
export function composeIncidents({ database: { pool, prisma }, hints, clock, logger, users, sources }: IncidentsFoundation) {
  const targets = new Targets({ prisma })
  const incidents = new IncidentReadModel({ pool, people: peopleSearch, targets, clock })
  const alerts = new AlertReadModel({ pool, people: peopleSearch })
  const evidence = new IncidentEvidence({ pool })
  const incidentService = new IncidentService({ prisma, incidents, hints, clock })
  const workflow = composeWorkflow({ prisma, hints, clock, logger, users, incidents, targets })
  const resolvers = [
    new IncidentResolver({ incidents, users }),
    new IncidentActivityResolver({ users }),
    new IncidentActionsResolver({ service: incidentService }),
    new AlertResolver({ alerts, sources, incidents }),
    new IncidentAlertsResolver({ alerts, evidence, sources }),
    ...workflow.resolvers,
  ]
  const nodes = [...incidentNodes({ incidents }), ...alertNodes({ alerts }), ...workflow.nodes]
  return { incidents, incidentService, alerts, evidence, targets, teams: workflow.teams, resolvers, nodes, services: workflow.services }
}
