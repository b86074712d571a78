import { networkInterfaces } from 'node:os'
import { buildSchema } from './graphql/build-schema.js'
import { createErrorFormatter } from './graphql/format-error.js'
import { NodeResolver } from './graphql/node.js'
import { HintPubSub } from './graphql/pubsub.js'
import { SharedSubscriptions } from './graphql/shared-subscriptions.js'
import { CONSOLE_FOLDER } from './http/console-files.js'
import { HttpServer } from './http/http-server.js'
import { IngestResolver, IngestService, JsonEventIntake } from './modules/ingest/index.js'
import { baseUrlOf } from './modules/publish/index.js'
import { systemClock } from './platform/clock.js'
import { HintBus } from './platform/hint-bus.js'
import { createMetrics } from './platform/metrics.js'
import { OutboundHttp } from './platform/outbound-http.js'
import type { Config } from './config.js'
import type { NodeLoader } from './graphql/node.js'
import type { CatchUp } from './graphql/shared-subscriptions.js'
import type { Database } from './platform/database.js'
import type { Service } from './platform/lifecycle.js'
import type { Logger } from './platform/logger.js'
import { composeAuth } from './compose/compose-auth.js'
import { composeDevices } from './compose/compose-devices.js'
import { composeEnrichment } from './compose/compose-enrichment.js'
import { composeIncidents } from './compose/compose-incidents.js'
import { composeLists } from './compose/compose-lists.js'
import { composeNotifications } from './compose/compose-notifications.js'
import { composeOverview } from './compose/compose-overview.js'
import { composePublish } from './compose/compose-publish.js'
import { composeExports, composeQueue } from './compose/compose-queue.js'
import { composeRules } from './compose/compose-rules.js'
import { composeStory } from './compose/compose-story.js'
import { composeSources } from './compose/compose-sources.js'

/** What the parts stand on: started before they are made. */
export interface Foundation {
  readonly config: Config
  readonly database: Database
  readonly secretKey: Buffer
  readonly logger: Logger
}

/** What a part of the server brings along. Its services start before lines and requests are taken. */
interface Area {
  readonly resolvers: readonly object[]
  readonly nodes?: readonly NodeLoader[]
  readonly services?: readonly Service[]
}

export type Composition = ReturnType<typeof compose>

/** The composition root: the only place where services, read models and resolvers are made. */
export function compose({ config, database, secretKey, logger }: Foundation) {
  const clock = systemClock
  const metrics = createMetrics()
  const hints = new HintBus({ databaseUrl: database.url, pool: database.pool, logger: logger.child({ part: 'hints' }) })
  const ingest = new IngestService({
    syslog: config.syslog,
    dataDir: config.dataDir,
    databaseUrl: database.url,
    hints,
    metrics,
    // Made further down, as it stands on much more; nothing is judged before all is started.
    judge: { judge: alerts => rules.book.judge(alerts) },
    logger: logger.child({ part: 'ingest' }),
  })

  const auth = composeAuth({ prisma: database.prisma, hints, clock, logger })
  const ground = { config, database, hints, clock, logger, secretKey, metrics, outbound: outboundOf(config), users: auth.users }
  const { sources, tokens, counters, ...ofSources } = composeSources({
    ...ground,
    baseUrl: () => baseUrl(),
    settingsChanged: () => ingest.settingsChanged(),
  })
  const { incidents, alerts, evidence, ...ofIncidents } = composeIncidents({ ...ground, sources })
  const queue = composeQueue({ ...ground, incidents, ...ofIncidents })
  const lists = composeLists({ ...ground, incidents, alerts })
  const devices = composeDevices({ ...ground, ...lists })
  const enrichment = composeEnrichment({ ...ground, incidents, evidence, lists: lists.lists })

  const notifications = composeNotifications({ ...ground, baseUrl: () => baseUrl() })
  const { known } = enrichment
  const rules = composeRules({ ...ground, ...lists, incidents, alerts, known, notifier: notifications.notifier })
  const story = composeStory({ ...ground, incidents, lists: lists.lists, known })

  // The port is known once it is bound.
  const baseUrl = () => baseUrlOf({ ...config.http, port: http.address?.port ?? config.http.port, interfaces: networkInterfaces() })
  const publish = composePublish({ ...ground, lists: lists.lists, baseUrl })

  const areas: readonly Area[] = [
    auth,
    ofSources,
    ofIncidents,
    queue,
    lists,
    publish,
    devices,
    enrichment,
    notifications,
    rules,
    story,
    composeOverview({ ...ground, lists: lists.lists }),
    { resolvers: [new IngestResolver({ ingest, counters, sources, publicUrl: config.http.publicUrl })] },
  ]
  const loaders = areas.flatMap(({ nodes }) => nodes ?? [])
  const resolvers = [new NodeResolver({ loaders }), ...areas.flatMap(area => area.resolvers)]
  const pubSub = new HintPubSub({ hints })
  const schema = buildSchema({ resolvers, pubSub })
  const formatError = createErrorFormatter(logger.child({ part: 'graphql' }))
  const alertsAdded: CatchUp = async after => ({ fromBatch: after, toBatch: await alerts.newestBatch(), resync: false })
  const readiness = [
    { name: 'database', isReady: () => database.isAvailable() },
    { name: 'hints', isReady: () => hints.listening },
    { name: 'listeners', isReady: () => ingest.listeners().every(listener => listener.port !== undefined) },
  ]
  const http: HttpServer = new HttpServer({
    config: config.http,
    published: publish.listener,
    wildfireReports: enrichment.wildfireReports,
    events: new JsonEventIntake({ tokens, ingest, clock }),
    schema,
    exports: composeExports({ ...ground, incidents, alerts, lists: lists.lists }),
    subscriptions: new SharedSubscriptions({ schema, formatError, catchUps: { alertsAdded }, personal: queue.personal }),
    sessions: auth.sessions,
    apiKeys: auth.keySessions,
    readiness,
    metrics,
    formatError,
    consoleFolder: CONSOLE_FOLDER,
    logger: logger.child({ part: 'http' }),
  })
  const others = [ground.outbound, ...areas.flatMap(area => area.services ?? [])]
  const services: readonly Service[] = [hints, auth.sessions, auth.keySessions, tokens, pubSub, lists.upkeep, ...others, ingest, http]
  return { services, schema, http, ingest, setUps: auth.setUps }
}

/** The only way out to HTTP. */
const outboundOf = ({ outbound: { caFile, proxies } }: Config) =>
  new OutboundHttp({ userAgent: 'Sallyport', extraCaFile: caFile, environment: proxies })
