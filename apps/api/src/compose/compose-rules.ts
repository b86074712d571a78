import type { AlertReadModel } from '../modules/alerts/index.js'
import type { UserReadModel } from '../modules/auth/index.js'
import type { PersonReadModel } from '../modules/directories/index.js'
import { IncidentWork, type IncidentReadModel } from '../modules/incidents/index.js'
import type { EntryService, ListReadModel } from '../modules/lists/index.js'
import type { NamedNetworks, PlaceFinder } from '../modules/places/index.js'
import type { ReputationReadModel } from '../modules/reputation/index.js'
import {
  ActionExecutor,
  ActivityRuleResolver,
  AlertRulesResolver,
  IncidentRulesResolver,
  MatchDecisions,
  RecentAnswers,
  RuleActionsResolver,
  RuleBook,
  RuleMatchResolver,
  ruleNodes,
  RulePreviewEffectResolver,
  RulePreviewResolver,
  RulePreviewService,
  RuleReadModel,
  RuleResolver,
  RuleRunner,
  RuleService,
  RuleStopper,
  RuleVersionResolver,
  type Notifier,
} from '../modules/rules/index.js'
import type { WildfireReadModel } from '../modules/wildfire/index.js'
import type { Clock } from '../platform/clock.js'
import type { Database } from '../platform/database.js'
import type { HintSink, HintSource } from '../platform/hints.js'
import type { Service } from '../platform/lifecycle.js'
import type { Logger } from '../platform/logger.js'

export interface RulesFoundation {
  readonly database: Pick<Database, 'pool' | 'prisma'>
  readonly hints: HintSource & HintSink
  readonly clock: Clock
  readonly logger: Logger
  readonly users: UserReadModel
  readonly incidents: IncidentReadModel
  readonly alerts: AlertReadModel
  readonly lists: ListReadModel
  readonly entries: EntryService
  /** What is known of values. */
  readonly known: {
    readonly places: Pick<PlaceFinder, 'find' | 'ready'>
    readonly networks: Pick<NamedNetworks, 'networkOf' | 'ownNetworkOf'>
    readonly people: PersonReadModel
    readonly reputation: ReputationReadModel
    readonly wildfire: WildfireReadModel
  }
  /** undefined: notifications are not set up. */
  readonly notifier?: Notifier | undefined
}

/** Match conditions: judged on the way of alerts, carried out behind it. */
export function composeRules({
  database,
  hints,
  clock,
  logger: parent,
  users,
  incidents,
  alerts,
  lists,
  entries,
  known,
  notifier,
}: RulesFoundation) {
  const { pool, prisma } = database
  const logger = parent.child({ part: 'rules' })
  const answers = new RecentAnswers()
  const stopper = new RuleStopper({ prisma, hints, logger })
  const book = new RuleBook({
    pool,
    prisma,
    hints,
    ...known,
    answers,
    clock,
    logger,
    onFlood: (id, reason) => stopper.stopSoon(id, reason),
  })
  const work = new IncidentWork({ prisma, hints, clock })
  const executor = new ActionExecutor({ pool, entries, work, notifier })
  const runner = new RuleRunner({ pool, prisma, book, hints, ...known, answers, executor, work, stopper, clock, logger })
  const rules = new RuleReadModel({ pool, prisma })
  const service = new RuleService({ prisma, hints, clock })
  const previews = new RulePreviewService({ pool, prisma, book, ...known, answers, entries, clock, logger })
  const decisions = new MatchDecisions({ pool, hints })
  const resolvers = [
    new RuleResolver({ prisma, rules, service, users }),
    new RuleVersionResolver({ users }),
    new RuleActionsResolver({ service }),
    new RuleMatchResolver({ rules, decisions, users, incidents, alerts }),
    new AlertRulesResolver({ rules }),
    new IncidentRulesResolver({ rules }),
    new ActivityRuleResolver({ rules }),
    new RulePreviewResolver({ previews, alerts }),
    new RulePreviewEffectResolver({ lists }),
  ]
  // The book before whoever asks it; ingest comes after both.
  const services: readonly Service[] = [book, runner, previews]
  return { book, runner, service, decisions, previews, rules, resolvers, nodes: ruleNodes({ rules }), services }
}
