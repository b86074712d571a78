import { type AlertReadModel } from '../modules/alerts/index.js'
import { type UserReadModel } from '../modules/auth/index.js'
import { type IncidentReadModel } from '../modules/incidents/index.js'
import {
  BlockExplainer,
  BlockResolver,
  EnforcementResolver,
  EntryService,
  ListEntryResolver,
  listNodes,
  ListReadModel,
  ListResolver,
  ListService,
  ListUpkeep,
  ProtectionResolver,
  ProtectionService,
  UnblockService,
} from '../modules/lists/index.js'
import { type systemClock } from '../platform/clock.js'
import { type HintBus } from '../platform/hint-bus.js'
import type { Config } from '../config.js'
import type { Database } from '../platform/database.js'
import type { Logger } from '../platform/logger.js'

export interface ListsFoundation {
  readonly config: Config
  readonly database: Database
  readonly hints: HintBus
  readonly clock: typeof systemClock
  readonly logger: Logger
  readonly users: UserReadModel
  readonly incidents: IncidentReadModel
  readonly alerts: AlertReadModel
}

export function composeLists({ config, database: { pool, prisma }, hints, clock, logger, users, incidents, alerts }: ListsFoundation) {
  const lists = new ListReadModel({ pool, clock })
  const entries = new EntryService({ pool, lists, hints, clock })
  const protections = new ProtectionService({ pool, hints, clock })
  const explainer = new BlockExplainer({ pool, clock })
  const resolvers = [
    new ListResolver({ lists, service: new ListService({ prisma, lists, hints, clock }) }),
    new ListEntryResolver({ lists, service: entries, users, incidents, alerts }),
    new BlockResolver({ lists, explainer, service: new UnblockService({ pool, explainer, hints, clock }), users }),
    new ProtectionResolver({ lists, service: protections }),
    new EnforcementResolver({ lists }),
  ]
  const upkeep = new ListUpkeep({ entries, protections, publicUrl: config.http.publicUrl, clock, logger: logger.child({ part: 'lists' }) })
  return { lists, entries, protections, resolvers, nodes: listNodes({ lists }), upkeep }
}
