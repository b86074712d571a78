import { teamNodes, TeamReadModel, TeamResolver, TeamService, type UserReadModel } from '../modules/auth/index.js'
import {
  FieldValues,
  IncidentPresence,
  IncidentTaskResolver,
  IncidentTasks,
  IncidentTasksResolver,
  IncidentUpkeep,
  IncidentWorkflowResolver,
  WorkflowSettingsResolver,
  type IncidentReadModel,
  type Targets,
} from '../modules/incidents/index.js'
import type { Clock } from '../platform/clock.js'
import type { Database } from '../platform/database.js'
import type { HintSink } from '../platform/hints.js'
import type { Logger } from '../platform/logger.js'

interface WorkflowFoundation {
  readonly prisma: Database['prisma']
  readonly hints: HintSink
  readonly clock: Clock
  readonly logger: Logger
  readonly users: UserReadModel
  readonly incidents: IncidentReadModel
  readonly targets: Targets
}

/** Teams, tasks, targets, values of fields, who looks at what, and mutes. */
export function composeWorkflow({ prisma, hints, clock, logger, users, incidents, targets }: WorkflowFoundation) {
  const teams = new TeamReadModel({ prisma })
  const tasks = new IncidentTasks({ prisma, hints, clock })
  const presence = new IncidentPresence({ prisma, incidents, hints, clock })
  const upkeep = new IncidentUpkeep({ prisma, presence, hints, clock, logger: logger.child({ part: 'incidents' }) })
  const resolvers = [
    new TeamResolver({ teams, service: new TeamService({ prisma, teams }), users }),
    new WorkflowSettingsResolver({ fieldValues: new FieldValues({ prisma }), targets }),
    new IncidentWorkflowResolver({ teams, users, targets, tasks, presence }),
    new IncidentTaskResolver({ users }),
    new IncidentTasksResolver({ tasks, presence }),
  ]
  return { teams, presence, upkeep, resolvers, nodes: teamNodes({ teams }), services: [upkeep] }
}
