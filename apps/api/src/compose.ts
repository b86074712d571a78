import { networkInterfaces } from 'node:os'
import path from 'node:path'
import { buildSchema } from './graphql/build-schema.js'
import { createErrorFormatter } from './graphql/format-error.js'
import { NodeResolver, type NodeLoader } from './graphql/node.js'
import { HintPubSub } from './graphql/pubsub.js'
import { SharedSubscriptions, type CatchUp } from './graphql/shared-subscriptions.js'
import { CONSOLE_FOLDER } from './http/console-files.js'
import { HttpServer } from './http/http-server.js'
import { publishedLists } from './http/published-lists.js'
import { WaitingServer } from './http/waiting-server.js'
import { alertNodes, AlertReadModel, AlertResolver, IncidentAlertsResolver, IncidentEvidence } from './modules/alerts/index.js'
import {
  AuthResolver,
  SessionService,
  SetUpService,
  SignInLimiter,
  SignInService,
  userNodes,
  UserReadModel,
  UserResolver,
  UserService,
} from './modules/auth/index.js'
import {
  deviceNodes,
  DeviceReadModel,
  DeviceResolver,
  DeviceService,
  DeviceSessions,
  EnforcementDevicesResolver,
  ListHistory,
  ListMappingsResolver,
  MappingPlanner,
  MappingResolver,
  MappingService,
  PanosDriver,
  PushService,
  PushSwitch,
  RegisteredTimers,
  SyncRunResolver,
  SyncScheduler,
  SyncService,
} from './modules/devices/index.js'
import {
  IncidentActionsResolver,
  IncidentActivityResolver,
  incidentNodes,
  IncidentReadModel,
  IncidentResolver,
  IncidentService,
} from './modules/incidents/index.js'
import { IngestResolver, IngestService } from './modules/ingest/index.js'
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
} from './modules/lists/index.js'
import {
  baseUrlOf,
  FetchRecorder,
  ListPublishingResolver,
  PublishActionsResolver,
  PublishCredentialResolver,
  PublishedCatalog,
  PublishedFetchResolver,
  PublishedFiles,
  PublishedVersionResolver,
  Publisher,
  PublishingResolver,
  publishNodes,
  PublishReadModel,
  PublishService,
  VersionWriter,
} from './modules/publish/index.js'
import {
  FirewallResolver,
  FirewallService,
  IngestCounters,
  sourceNodes,
  SourceReadModel,
  SourceResolver,
  SourceService,
  UnreadableLineResolver,
} from './modules/sources/index.js'
import { systemClock } from './platform/clock.js'
import { HintBus } from './platform/hint-bus.js'
import { createMetrics } from './platform/metrics.js'
import { SecretBox } from './platform/secret-box.js'
import type { Config } from './config.js'
import type { Database } from './platform/database.js'
import type { Service } from './platform/lifecycle.js'
import type { Logger } from './platform/logger.js'

/** What the parts stand on: started before they are made. */
export interface Foundation {
  readonly config: Config
  readonly database: Database
  readonly secretKey: Buffer
  readonly logger: Logger
}

export type Composition = ReturnType<typeof compose>

/** The composition root: the only place where services, read models and resolvers are made. */
export function compose({ config, database, secretKey, logger }: Foundation) {
  const { pool, prisma } = database
  const clock = systemClock
  const metrics = createMetrics()
  const hints = new HintBus({ databaseUrl: database.url, pool, logger: logger.child({ part: 'hints' }) })
  const ingest = new IngestService({
    syslog: config.syslog,
    dataDir: config.dataDir,
    databaseUrl: database.url,
    hints,
    metrics,
    logger: logger.child({ part: 'ingest' }),
  })
  const settingsChanged = () => ingest.settingsChanged()

  const auth = composeAuth({ prisma, hints, clock, logger })
  const sources = new SourceReadModel({ prisma })
  const counters = new IngestCounters({ pool, clock })
  const incidents = new IncidentReadModel({ pool })
  const alerts = new AlertReadModel({ pool })
  const lists = composeLists({ config, database, hints, clock, logger, users: auth.users, incidents, alerts })
  const devices = composeDevices({ ...lists, database, hints, clock, logger, secretKey, users: auth.users })

  // The port is known once it is bound.
  const baseUrl = () => baseUrlOf({ ...config.http, port: http.address?.port ?? config.http.port, interfaces: networkInterfaces() })
  const publish = composePublish({ config, database, hints, clock, logger, users: auth.users, lists: lists.lists, baseUrl })

  const loaders: NodeLoader[] = [
    ...userNodes({ users: auth.users }),
    ...sourceNodes({ sources }),
    ...incidentNodes({ incidents }),
    ...alertNodes({ alerts }),
    ...lists.nodes,
    ...publish.nodes,
    ...devices.nodes,
  ]
  const resolvers = [
    new NodeResolver({ loaders }),
    ...auth.resolvers,
    new SourceResolver({
      sources,
      service: new SourceService({ prisma, pool, secrets: new SecretBox(secretKey), hints, settingsChanged }),
    }),
    new FirewallResolver({ counters, service: new FirewallService({ prisma, hints, settingsChanged }) }),
    new UnreadableLineResolver({ sources }),
    new IngestResolver({ ingest, counters, sources, publicUrl: config.http.publicUrl }),
    new IncidentResolver({ incidents, users: auth.users }),
    new IncidentActivityResolver({ users: auth.users }),
    new IncidentActionsResolver({ service: new IncidentService({ prisma, incidents, hints, clock }) }),
    new AlertResolver({ alerts, sources, incidents }),
    new IncidentAlertsResolver({ alerts, evidence: new IncidentEvidence({ pool }), sources }),
    ...lists.resolvers,
    ...publish.resolvers,
    ...devices.resolvers,
  ]
  const pubSub = new HintPubSub({ hints })
  const schema = buildSchema({ resolvers, pubSub })
  const formatError = createErrorFormatter(logger.child({ part: 'graphql' }))
  const alertsAdded: CatchUp = async after => ({ fromBatch: after, toBatch: await alerts.newestBatch(), resync: false })
  const http: HttpServer = new HttpServer({
    config: config.http,
    published: publish.listener,
    schema,
    subscriptions: new SharedSubscriptions({ schema, formatError, catchUps: { alertsAdded } }),
    sessions: auth.sessions,
    readiness: [
      { name: 'database', isReady: () => database.isAvailable() },
      { name: 'hints', isReady: () => hints.listening },
      { name: 'listeners', isReady: () => ingest.listeners().every(listener => listener.port !== undefined) },
    ],
    metrics,
    formatError,
    consoleFolder: CONSOLE_FOLDER,
    logger: logger.child({ part: 'http' }),
  })
  const services: readonly Service[] = [hints, auth.sessions, pubSub, lists.upkeep, ...publish.services, ...devices.services, ingest, http]
  return { services, schema, http, ingest, setUps: auth.setUps }
}

interface AuthFoundation {
  readonly prisma: Database['prisma']
  readonly hints: HintBus
  readonly clock: typeof systemClock
  readonly logger: Logger
}

function composeAuth({ prisma, hints, clock, logger }: AuthFoundation) {
  const sessions = new SessionService({ prisma, hints, clock, logger: logger.child({ part: 'auth' }) })
  const setUps = new SetUpService({ prisma, clock })
  const signIns = new SignInService({ prisma, limiter: new SignInLimiter({ prisma, clock }) })
  const users = new UserReadModel({ prisma })
  const resolvers = [
    new AuthResolver({ sessions, signIns, setUps }),
    new UserResolver({ users: new UserService({ prisma, sessions, clock }), readModel: users }),
  ]
  return { sessions, setUps, users, resolvers }
}

interface ListsFoundation {
  readonly config: Config
  readonly database: Database
  readonly hints: HintBus
  readonly clock: typeof systemClock
  readonly logger: Logger
  readonly users: UserReadModel
  readonly incidents: IncidentReadModel
  readonly alerts: AlertReadModel
}

function composeLists({ config, database: { pool, prisma }, hints, clock, logger, users, incidents, alerts }: ListsFoundation) {
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

interface DevicesFoundation {
  readonly database: Database
  readonly hints: HintBus
  readonly clock: typeof systemClock
  readonly logger: Logger
  readonly secretKey: Buffer
  readonly users: UserReadModel
  readonly lists: ListReadModel
  readonly protections: ProtectionService
}

function composeDevices({ database: { pool, prisma }, hints, clock, logger, secretKey, users, lists, protections }: DevicesFoundation) {
  const secrets = new SecretBox(secretKey)
  const devices = new DeviceReadModel({ prisma })
  const sessions = new DeviceSessions({ prisma, secrets, drivers: [new PanosDriver({ clock })] })
  const pushSwitch = new PushSwitch({ prisma, hints })
  const history = new ListHistory({ pool })
  const timers = new RegisteredTimers({ pool })
  const planner = new MappingPlanner({ lists, history, timers, clock })
  const log = logger.child({ part: 'devices' })
  const sync = new SyncService({ pool, prisma, sessions, planner, history, timers, pushSwitch, hints, clock, logger: log })
  const scheduler = new SyncScheduler({ pool, prisma, sync, sessions, pushSwitch, hints, clock, logger: log })
  const resolvers = [
    new DeviceResolver({ devices, service: new DeviceService({ prisma, secrets, sessions, sync, protections, hints, clock }), clock }),
    new MappingResolver({ devices, lists, service: new MappingService({ prisma, sessions, planner, lists, sync, hints }) }),
    new SyncRunResolver({ devices, users, push: new PushService({ prisma, sync, pushSwitch }), pushSwitch }),
    new ListMappingsResolver({ devices }),
    new EnforcementDevicesResolver({ devices }),
  ]
  return { resolvers, nodes: deviceNodes({ devices }), services: [sync, scheduler] as const }
}

interface PublishFoundation extends Pick<ListsFoundation, 'config' | 'database' | 'hints' | 'clock' | 'logger' | 'users'> {
  readonly lists: ListReadModel
  readonly baseUrl: () => string
}

function composePublish({ config, database: { pool, prisma }, hints, clock, logger: parent, users, lists, baseUrl }: PublishFoundation) {
  const logger = parent.child({ part: 'publish' })
  const readModel = new PublishReadModel({ pool, clock })
  const writer = new VersionWriter({ pool, lists, clock, logger })
  const catalog = new PublishedCatalog({ clock })
  const fetches = new FetchRecorder({ pool, clock, logger })
  const publisher = new Publisher({ readModel, writer, catalog, files: publishedFiles(config, parent), hints, logger })
  const resolvers = [
    new ListPublishingResolver(),
    new PublishingResolver({ readModel, baseUrl }),
    new PublishActionsResolver({ service: new PublishService({ prisma, lists, writer, publisher, hints, clock }) }),
    new PublishedVersionResolver({ users }),
    new PublishedFetchResolver({ readModel }),
    new PublishCredentialResolver({ readModel, lists }),
  ]
  return {
    resolvers,
    nodes: publishNodes({ readModel }),
    services: [fetches, publisher] as const,
    listener: publishedLists({ catalog, fetches, logger }),
  }
}

const publishedFiles = ({ dataDir }: Config, logger: Logger): PublishedFiles =>
  new PublishedFiles({ folder: path.join(dataDir, 'published'), logger: logger.child({ part: 'publish' }) })

/** What serves the published lists on the disk while there is no database; undefined: there are none. */
export async function composeWaiting({ config, logger }: Pick<Foundation, 'config' | 'logger'>): Promise<WaitingServer | undefined> {
  const onDisk = await publishedFiles(config, logger).load()
  if (!onDisk || onDisk.settings.lists.length === 0) return undefined
  const catalog = new PublishedCatalog({ clock: systemClock })
  catalog.replace(onDisk.settings, onDisk.versions)
  // Nobody can be told of these fetches.
  const fetches = { record: () => undefined }
  return new WaitingServer({ config: config.http, published: publishedLists({ catalog, fetches, logger }) })
}
