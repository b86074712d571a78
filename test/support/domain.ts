import type { GraphQLSchema } from 'graphql'
import type { PubSub } from 'type-graphql'
import { buildSchema } from '../../apps/api/src/graphql/build-schema.js'
import { NodeResolver } from '../../apps/api/src/graphql/node.js'
import {
  alertNodes,
  AlertReadModel,
  AlertResolver,
  IncidentAlertsResolver,
  IncidentEvidence,
} from '../../apps/api/src/modules/alerts/index.js'
import { UserReadModel, UserResolver } from '../../apps/api/src/modules/auth/index.js'
import {
  directoryNodes,
  DirectoryReadModel,
  DirectoryRegistry,
  DirectoryResolver,
  DirectoryService,
  DirectoryTester,
  peopleSearch,
  PersonReadModel,
} from '../../apps/api/src/modules/directories/index.js'
import {
  EnrichmentResolver,
  Lookups,
  OutsidePolicy,
  ProviderHealth,
  type LookupProvider,
} from '../../apps/api/src/modules/enrichment/index.js'
import {
  IncidentActionsResolver,
  IncidentActivityResolver,
  incidentNodes,
  IncidentReadModel,
  IncidentResolver,
  IncidentService,
  Targets,
} from '../../apps/api/src/modules/incidents/index.js'
import { IngestResolver } from '../../apps/api/src/modules/ingest/ingest-resolver.js'
import type { IngestControl } from '../../apps/api/src/modules/ingest/ingest-status.js'
import {
  BlockExplainer,
  BlockResolver,
  EnforcementResolver,
  EntryService,
  ListEntryResolver,
  ListMembership,
  listNodes,
  ListReadModel,
  ListResolver,
  ListService,
  ProtectionResolver,
  ProtectionService,
  UnblockService,
} from '../../apps/api/src/modules/lists/index.js'
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
} from '../../apps/api/src/modules/observables/index.js'
import {
  NamedNetworkReadModel,
  NamedNetworks,
  NamedNetworkService,
  PlaceFinder,
  placeNodes,
  PlacesResolver,
} from '../../apps/api/src/modules/places/index.js'
import {
  feedNodes,
  FeedReadModel,
  FeedResolver,
  FeedService,
  makeAskers,
  ReputationProviderService,
  ReputationReadModel,
  ReputationResolver,
  ReputationSettings,
} from '../../apps/api/src/modules/reputation/index.js'
import {
  FirewallResolver,
  FirewallService,
  IngestCounters,
  sourceNodes,
  SourceReadModel,
  SourceResolver,
  SourceService,
  UnreadableLineResolver,
} from '../../apps/api/src/modules/sources/index.js'
import {
  ReportStore,
  WildfireClient,
  WildfireReadModel,
  WildfireResolver,
  WildfireSettings,
  WildfireTester,
  WildfireUsage,
} from '../../apps/api/src/modules/wildfire/index.js'
import { composeNotifications } from '../../apps/api/src/compose/compose-notifications.js'
import { composeOverview } from '../../apps/api/src/compose/compose-overview.js'
import { composeQueue } from '../../apps/api/src/compose/compose-queue.js'
import { composeRules } from '../../apps/api/src/compose/compose-rules.js'
import { composeWorkflow } from '../../apps/api/src/compose/compose-workflow.js'
import { composeStory } from '../../apps/api/src/compose/compose-story.js'
import type { Clock } from '../../apps/api/src/platform/clock.js'
import type { HintSink, HintSource } from '../../apps/api/src/platform/hints.js'
import { HttpFault, type HttpClient } from '../../apps/api/src/platform/http-client.js'
import { createLogger } from '../../apps/api/src/platform/logger.js'
import { SecretBox } from '../../apps/api/src/platform/secret-box.js'
import { AT } from './builders.js'
import type { TestDatabase } from './database.js'
import { runOperation, type TestOperation } from './graphql.js'

/** The modules on a real database, behind the real schema; ingest is a stand-in that tells what it was asked. */
export interface Domain {
  readonly schema: GraphQLSchema
  readonly alerts: AlertReadModel
  readonly incidents: IncidentReadModel
  readonly incidentService: IncidentService
  readonly sourceService: SourceService
  readonly lists: ListReadModel
  readonly entryService: EntryService
  readonly protectionService: ProtectionService
  readonly lookups: Lookups
  readonly queue: ReturnType<typeof composeQueue>
  readonly rules: ReturnType<typeof composeRules>
  readonly notifications: ReturnType<typeof composeNotifications>
  readonly workflow: ReturnType<typeof composeWorkflow>
  readonly story: ReturnType<typeof composeStory>
  readonly secrets: SecretBox
  /** Hints published so far, as 'topic' or 'topic id id'. */
  readonly hints: string[]
  /** What ingest was asked. */
  readonly asked: string[]
}

/** Listens to nothing unless `pubSub` is given; its clock stands at AT unless another is. */
export function composeDomain(
  { pool, prisma }: TestDatabase,
  {
    pubSub = SILENT,
    clock = { now: () => AT.getTime() },
    providers = [],
  }: { pubSub?: PubSub; clock?: Clock; providers?: readonly LookupProvider[] } = {},
): Domain {
  const hints: string[] = []
  const asked: string[] = []
  const hintSink: HintSink = {
    publish: async (topic, hint) => {
      hints.push('ids' in hint ? [topic, ...hint.ids].join(' ') : topic)
    },
  }
  const ingest = ingestStandIn(asked)
  const settingsChanged = () => ingest.settingsChanged()
  const secrets = new SecretBox(Buffer.alloc(32, 7))
  const users = new UserReadModel({ prisma })
  const sources = new SourceReadModel({ prisma })
  const counters = new IngestCounters({ pool, clock })
  const sourceService = new SourceService({ prisma, pool, secrets, hints: hintSink, settingsChanged })
  const targets = new Targets({ prisma })
  const incidents = new IncidentReadModel({ pool, people: peopleSearch, targets, clock })
  const incidentService = new IncidentService({ prisma, incidents, hints: hintSink, clock })
  const alerts = new AlertReadModel({ pool, people: peopleSearch })
  const lists = new ListReadModel({ pool, clock })
  const entryService = new EntryService({ pool, lists, hints: hintSink, clock })
  const protectionService = new ProtectionService({ pool, hints: hintSink, clock })
  const explainer = new BlockExplainer({ pool, clock })
  const evidence = new IncidentEvidence({ pool })
  const workflow = composeWorkflow({ prisma, hints: hintSink, clock, logger: createLogger('silent'), users, incidents, targets })
  const known = composeKnown({ pool, prisma }, { clock, providers, secrets, hintSink, lists, incidents, evidence })
  const queue = composeQueue({
    database: { pool, prisma },
    hints: { ...hintSink, ...DEAF },
    clock,
    logger: createLogger('silent'),
    users,
    incidents,
    incidentService,
  })
  const notifications = composeNotifications({
    database: { pool, prisma },
    hints: { ...hintSink, ...DEAF },
    clock,
    logger: createLogger('silent'),
    secretKey: Buffer.alloc(32, 7),
    outbound: NO_WAY_OUT,
    baseUrl: () => 'https://sallyport.example.com',
  })
  const rules = composeRules({
    database: { pool, prisma },
    hints: { ...hintSink, ...DEAF },
    clock,
    logger: createLogger('silent'),
    users,
    incidents,
    alerts,
    lists,
    entries: entryService,
    known: known.parts,
    notifier: notifications.notifier,
  })
  const story = composeStory({ database: { pool, prisma }, hints: hintSink, clock, users, incidents, lists, known: known.parts })
  const resolvers = [
    new NodeResolver({
      loaders: [
        ...sourceNodes({ sources }),
        ...incidentNodes({ incidents }),
        ...alertNodes({ alerts }),
        ...listNodes({ lists }),
        ...known.nodes,
        ...queue.nodes,
        ...rules.nodes,
        ...notifications.nodes,
        ...workflow.nodes,
      ],
    }),
    new UserResolver({ users: undefined as never, readModel: users }),
    new SourceResolver({ sources, service: sourceService, baseUrl: () => 'https://sallyport.example.com' }),
    new FirewallResolver({ counters, service: new FirewallService({ prisma, hints: hintSink, settingsChanged }) }),
    new UnreadableLineResolver({ sources }),
    new IncidentResolver({ incidents, users }),
    new IncidentActivityResolver({ users }),
    new IncidentActionsResolver({ service: incidentService }),
    new AlertResolver({ alerts, sources, incidents }),
    new IncidentAlertsResolver({ alerts, evidence, sources }),
    new ListResolver({ lists, service: new ListService({ prisma, lists, hints: hintSink, clock }) }),
    new ListEntryResolver({ lists, service: entryService, users, incidents, alerts }),
    new BlockResolver({ lists, explainer, service: new UnblockService({ pool, explainer, hints: hintSink, clock }), users }),
    new ProtectionResolver({ lists, service: protectionService }),
    new EnforcementResolver({ lists }),
    ...known.resolvers,
    ...queue.resolvers,
    ...rules.resolvers,
    ...notifications.resolvers,
    ...workflow.resolvers,
    ...story.resolvers,
    ...composeOverview({ database: { pool, prisma }, clock, lists }).resolvers,
    new IngestResolver({ ingest, counters, sources, publicUrl: 'https://sallyport.example.com' }),
  ]
  const schema = buildSchema({ resolvers, pubSub })
  const { lookups } = known
  return {
    schema,
    alerts,
    incidents,
    incidentService,
    sourceService,
    lists,
    entryService,
    protectionService,
    lookups,
    queue,
    rules,
    notifications,
    workflow,
    story,
    secrets,
    hints,
    asked,
  }
}

interface KnownParts {
  readonly clock: Clock
  readonly providers: readonly LookupProvider[]
  readonly secrets: SecretBox
  readonly hintSink: HintSink
  readonly lists: ListReadModel
  readonly incidents: IncidentReadModel
  readonly evidence: IncidentEvidence
}

/** What is known of values: stored answers, no feeds, no databases of places; nobody is asked. */
function composeKnown(
  { pool, prisma }: Pick<TestDatabase, 'pool' | 'prisma'>,
  { clock, providers, secrets, hintSink, lists, incidents, evidence }: KnownParts,
) {
  const logger = createLogger('silent')
  const lookups = new Lookups({ pool, hints: hintSink, clock, logger })
  const networks = new NamedNetworks({ prisma, hints: DEAF, logger })
  const places = new PlaceFinder({ files: {}, networks, logger })
  const policy = new OutsidePolicy({ pool, networks, clock })
  const settings = new ReputationSettings({ prisma, hints: DEAF, clock })
  const wildfire = new WildfireReadModel({ lookups, reports: new ReportStore({ prisma }) })
  const looks = new Looks({ lookups, providers, clock, logger })
  const networkModel = new NamedNetworkReadModel({ prisma })
  const settable = composeSettable({ pool, prisma }, { clock, secrets, hintSink, settings, wildfire })
  const reputation = new ReputationReadModel({ settings, lookups, feeds: { hits: () => [] }, policy })
  const people = new PersonReadModel({ lookups })
  const resolvers = [
    ...settable.resolvers,
    new EnrichmentResolver({ health: new ProviderHealth({ pool, providers, clock, logger }) }),
    new PlacesResolver({ networks: networkModel, service: new NamedNetworkService({ prisma, hints: hintSink }), places }),
    new ObservableResolver({ looks, refreshes: new RefreshService({ lookups, providers, policy, clock }) }),
    new ObservableFieldsResolver({
      places,
      reputation,
      people,
      wildfire,
      lookups,
      policy,
      lists: new ObservableLists({ membership: new ListMembership({ pool, clock }), lists }),
      activity: new ObservableActivity({ pool, clock }),
      incidents,
      clock,
    }),
    new AlertObservablesResolver({ looks }),
    new IncidentObservablesResolver({ seen: new SeenObservables({ evidence, indicatorsOf: wildfire.indicatorsOf }), looks }),
  ]
  const parts = { places, networks, people, reputation, wildfire }
  return { lookups, resolvers, parts, nodes: [...placeNodes({ networks: networkModel }), ...settable.nodes] }
}

interface SettableParts extends Pick<KnownParts, 'clock' | 'secrets' | 'hintSink'> {
  readonly settings: ReputationSettings
  readonly wildfire: WildfireReadModel
}

/** What administrators set, with no way out of this computer. */
function composeSettable(
  { pool, prisma }: Pick<TestDatabase, 'pool' | 'prisma'>,
  { clock, secrets, hintSink: hints, settings, wildfire }: SettableParts,
) {
  const http = NO_WAY_OUT
  const askers = makeAskers({ http, clock })
  const registry = new DirectoryRegistry({ prisma, secrets, hints: DEAF, clock })
  const directories = new DirectoryReadModel({ prisma })
  const feeds = new FeedReadModel({ prisma })
  const tester = new WildfireTester({
    client: new WildfireClient({ http, clock }),
    settings: new WildfireSettings({ prisma, secrets }),
    usage: new WildfireUsage({ pool }),
  })
  const resolvers = [
    new DirectoryResolver({
      directories,
      service: new DirectoryService({ prisma, secrets, registry, hints, clock }),
      tester: new DirectoryTester({ prisma, secrets, clock }),
      clock,
    }),
    new ReputationResolver({ service: new ReputationProviderService({ prisma, pool, secrets, hints, settings, askers, clock }) }),
    new FeedResolver({ feeds, service: new FeedService({ prisma, hints, fetcher: { fetchNow: () => undefined } }) }),
    new WildfireResolver({ model: wildfire, tester }),
  ]
  return { resolvers, nodes: [...directoryNodes({ directories }), ...feedNodes({ feeds })] }
}

/** For parts that would listen once they were started. */
const DEAF: HintSource = { on: () => () => undefined }

const NO_WAY_OUT: HttpClient = { request: () => Promise.reject(new HttpFault('UNREACHABLE', 'There is no way out')) }

/** Answers of unknown shape: what a test expects of them says what they are. Throws the first error, as its resolver threw it. */
export async function answerOf(operation: TestOperation): Promise<Record<string, unknown>> {
  const { data, errors } = await runOperation(operation)
  const [error] = errors ?? []
  if (error) throw error.originalError ?? error
  return data ?? {}
}

async function* emptyStream(): AsyncGenerator<unknown> {}

/** For tests that execute the events of subscriptions themselves. */
const SILENT: PubSub = { publish: () => undefined, subscribe: () => emptyStream() }

function ingestStandIn(asked: string[]): IngestControl {
  return {
    listeners: () => [
      {
        transport: 'UDP',
        address: '0.0.0.0',
        port: 5514,
        wantedPort: 514,
        notice: 'Port 514 needs a right that this server does not have',
        certificatePem: undefined,
        certificateFingerprint: undefined,
      },
    ],
    gauges: () => ({ queuedLines: 3, spooledBatches: 2, spooledBytes: 5_000_000_000, databaseAvailable: true }),
    retryUnreadable: async () => {
      asked.push('retryUnreadable')
      return { readAgain: 4, nowAlerts: 2, nowSetAside: 1, stillUnreadable: 1 }
    },
    sendTestAlert: async severity => {
      asked.push(`sendTestAlert ${severity}`)
      return '9007199254740993'
    },
    settingsChanged: () => asked.push('settingsChanged'),
  }
}
