import type { IncidentEvidence } from '../modules/alerts/index.js'
import {
  DirectoryProvider,
  directoryNodes,
  DirectoryReadModel,
  DirectoryRegistry,
  DirectoryResolver,
  DirectoryService,
  DirectoryTester,
  PersonReadModel,
} from '../modules/directories/index.js'
import {
  AlertFollower,
  canonicalObservable,
  EnrichmentResolver,
  LookupMetrics,
  LookupRunner,
  Lookups,
  OutsidePolicy,
  ProviderHealth,
  type LookupProvider,
} from '../modules/enrichment/index.js'
import { VerdictRaiser } from '../modules/incidents/index.js'
import {
  NamedNetworkReadModel,
  NamedNetworks,
  NamedNetworkService,
  PlaceFinder,
  placeNodes,
  PlacesResolver,
} from '../modules/places/index.js'
import {
  FeedFetcher,
  FeedIndex,
  feedNodes,
  FeedReadModel,
  FeedResolver,
  FeedService,
  makeAskers,
  ReputationProvider,
  ReputationProviderService,
  ReputationReadModel,
  ReputationResolver,
  ReputationSettings,
} from '../modules/reputation/index.js'
import {
  ReportFiles,
  ReportStore,
  WildfireClient,
  WildfireReadModel,
  WildfireReportProvider,
  WildfireResolver,
  WildfireSettings,
  WildfireTester,
  WildfireUsage,
  WildfireVerdictProvider,
} from '../modules/wildfire/index.js'
import type { Service } from '../platform/lifecycle.js'
import type { HttpClient } from '../platform/http-client.js'
import type { Registry } from '../platform/metrics.js'
import { SecretBox } from '../platform/secret-box.js'
import { composeObservables } from './compose-observables.js'
import type { ListsFoundation } from './compose-lists.js'

export interface EnrichmentFoundation extends Pick<ListsFoundation, 'config' | 'database' | 'hints' | 'clock' | 'logger' | 'incidents'> {
  readonly secretKey: Buffer
  readonly metrics: Registry
  readonly outbound: HttpClient
  readonly evidence: IncidentEvidence
  readonly lists: Parameters<typeof composeObservables>[0]['lists']
}

interface Parts extends Omit<EnrichmentFoundation, 'secretKey' | 'metrics' | 'outbound' | 'evidence' | 'lists' | 'incidents'> {
  readonly secrets: SecretBox
  readonly http: HttpClient
  readonly lookups: Lookups
  readonly policy: OutsidePolicy
}

/** Everything that is known of the values of alerts, and those who are asked. */
export function composeEnrichment({ secretKey, metrics, outbound: http, evidence, lists, incidents, ...foundation }: EnrichmentFoundation) {
  const { config, database, hints, clock, logger: parent } = foundation
  const { pool, prisma } = database
  const logger = parent.child({ part: 'enrichment' })
  const lookups = new Lookups({ pool, hints, clock, logger })
  const networks = new NamedNetworks({ prisma, hints, logger: parent.child({ part: 'places' }) })
  const places = new PlaceFinder({ files: config.geo, networks, logger: parent.child({ part: 'places' }) })
  const policy = new OutsidePolicy({ pool, networks, clock })
  const parts: Parts = { ...foundation, logger, secrets: new SecretBox(secretKey), http, lookups, policy }

  const directories = composeDirectories(parts)
  const wildfire = composeWildfire(parts)
  const reputation = composeReputation(parts)
  // In the order in which their health is shown.
  const providers: readonly LookupProvider[] = [...directories.providers, ...wildfire.providers, ...reputation.providers]
  const health = new ProviderHealth({ pool, providers, clock, logger })
  const runner = new LookupRunner({ pool, lookups, providers, hints, metrics: new LookupMetrics(metrics, health), clock, logger })
  const follower = new AlertFollower({ pool, lookups, providers, hints, logger })
  const networkModel = new NamedNetworkReadModel({ prisma })
  const resolvers = [
    new EnrichmentResolver({ health }),
    new PlacesResolver({ networks: networkModel, service: new NamedNetworkService({ prisma, hints }), places }),
    ...directories.resolvers,
    ...wildfire.resolvers,
    ...reputation.resolvers,
    ...composeObservables({
      ...parts,
      providers,
      places,
      people: directories.people,
      wildfire: wildfire.model,
      reputation: reputation.model,
      evidence,
      lists,
      incidents,
    }),
  ]
  const services: readonly Service[] = [networks, places, ...directories.services, ...reputation.services, runner, follower]
  const nodes = [...placeNodes({ networks: networkModel }), ...directories.nodes, ...reputation.nodes]
  const known = { places, networks, people: directories.people, reputation: reputation.model, wildfire: wildfire.model }
  return { resolvers, nodes, services, known, wildfireReports: wildfire.files }
}

function composeDirectories({ database: { prisma }, hints, clock, secrets, lookups }: Parts) {
  const registry = new DirectoryRegistry({ prisma, secrets, hints, clock })
  const directories = new DirectoryReadModel({ prisma })
  const service = new DirectoryService({ prisma, secrets, registry, hints, clock })
  const tester = new DirectoryTester({ prisma, secrets, clock })
  return {
    providers: [new DirectoryProvider({ registry, clock })],
    people: new PersonReadModel({ lookups }),
    resolvers: [new DirectoryResolver({ directories, service, tester, clock })],
    nodes: directoryNodes({ directories }),
    services: [registry],
  }
}

function composeWildfire({ database: { pool, prisma }, hints, clock, logger, secrets, http, lookups }: Parts) {
  const client = new WildfireClient({ http, clock })
  const settings = new WildfireSettings({ prisma, secrets })
  const usage = new WildfireUsage({ pool })
  const reports = new ReportStore({ prisma })
  const model = new WildfireReadModel({ lookups, reports })
  const reportProvider = new WildfireReportProvider({ pool, client, settings, reports, canonical: canonicalObservable, clock })
  const raiser = new VerdictRaiser({ pool, prisma, hints, clock, logger })
  return {
    providers: [new WildfireVerdictProvider({ pool, client, settings, usage, raiser, lookups, reportProvider, clock }), reportProvider],
    model,
    files: new ReportFiles({ reports, client, settings, usage }),
    resolvers: [new WildfireResolver({ model, tester: new WildfireTester({ client, settings, usage }) })],
  }
}

function composeReputation({ config, database: { pool, prisma }, hints, clock, logger, secrets, http, lookups, policy }: Parts) {
  const settings = new ReputationSettings({ prisma, hints, clock })
  const askers = makeAskers({ http, clock })
  const index = new FeedIndex({ prisma, hints, logger })
  const fetcher = new FeedFetcher({ pool, prisma, http, hints, clock, logger, dataDir: config.dataDir })
  const feeds = new FeedReadModel({ prisma })
  return {
    providers: Object.values(askers).map(asker => new ReputationProvider({ asker, settings, policy, secrets })),
    model: new ReputationReadModel({ settings, lookups, feeds: index, policy }),
    resolvers: [
      new ReputationResolver({ service: new ReputationProviderService({ prisma, pool, secrets, hints, settings, askers, clock }) }),
      new FeedResolver({ feeds, service: new FeedService({ prisma, hints, fetcher }) }),
    ],
    nodes: feedNodes({ feeds }),
    services: [settings, index, fetcher],
  }
}
