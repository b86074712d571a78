import { AlertExport, type AlertReadModel } from '../modules/alerts/index.js'
import type { UserReadModel } from '../modules/auth/index.js'
import { BulkRunner, BulkService, JobItemResolver, jobNodes, JobReadModel, JobResolver } from '../modules/bulk/index.js'
import { IncidentExport, IncidentRestorer, type IncidentReadModel, type IncidentService } from '../modules/incidents/index.js'
import { EntryExport, type ListReadModel } from '../modules/lists/index.js'
import { SavedViewCounter, savedViewNodes, SavedViewResolver, SavedViewService } from '../modules/views/index.js'
import type { Clock } from '../platform/clock.js'
import type { Database } from '../platform/database.js'
import type { HintSink, HintSource } from '../platform/hints.js'
import type { Service } from '../platform/lifecycle.js'
import type { Logger } from '../platform/logger.js'

export interface QueueFoundation {
  readonly database: Pick<Database, 'pool' | 'prisma'>
  readonly hints: HintSource & HintSink
  readonly clock: Clock
  readonly logger: Logger
  readonly users: UserReadModel
  readonly incidents: IncidentReadModel
  readonly incidentService: IncidentService
}

/**
 * Subscriptions whose answer depends on who asks: one's own jobs, and queries that may say `me`. Rather too many than too few, and each
 * pattern looks at the text once: anybody writes it, as long as they like.
 */
export const PERSONAL = {
  jobChanged: /(?:)/,
  incidentsChanged: /(?:assignee|owner):|mine/i,
} as const satisfies Readonly<Record<string, RegExp>>

/** What people do with many incidents at once: saved views and bulk jobs. */
export function composeQueue({ database: { pool, prisma }, hints, clock, logger, users, incidents, incidentService }: QueueFoundation) {
  const views = new SavedViewService({ prisma })
  const jobs = new JobReadModel({ pool, clock })
  const restorer = new IncidentRestorer({ prisma, hints, clock })
  const runner = new BulkRunner({
    pool,
    prisma,
    incidents,
    service: incidentService,
    restorer,
    hints,
    clock,
    logger: logger.child({ part: 'bulk' }),
  })
  const resolvers = [
    new SavedViewResolver({ views, counter: new SavedViewCounter({ incidents, clock }), users }),
    new JobResolver({ jobs, service: new BulkService({ prisma, incidents, jobs, hints, clock }), users }),
    new JobItemResolver({ incidents }),
  ]
  const nodes = [...savedViewNodes({ views }), ...jobNodes({ jobs })]
  const services: readonly Service[] = [runner]
  return { runner, resolvers, nodes, services, personal: PERSONAL }
}

export interface ExportsFoundation {
  readonly database: Pick<Database, 'pool'>
  readonly incidents: IncidentReadModel
  readonly alerts: AlertReadModel
  readonly lists: ListReadModel
}

/** Lists as CSV, by the names of their files. */
export const composeExports = ({ database: { pool }, incidents, alerts, lists }: ExportsFoundation) => ({
  alerts: new AlertExport({ pool, alerts }),
  incidents: new IncidentExport({ pool, incidents }),
  'list-entries': new EntryExport({ pool, lists }),
})
