import {
  FirewallResolver,
  FirewallService,
  IngestCounters,
  sourceNodes,
  SourceReadModel,
  SourceResolver,
  SourceService,
  UnreadableLineResolver,
} from '../modules/sources/index.js'
import { SecretBox } from '../platform/secret-box.js'
import type { Clock } from '../platform/clock.js'
import type { Database } from '../platform/database.js'
import type { HintBus } from '../platform/hint-bus.js'

interface SourcesFoundation {
  readonly database: Database
  readonly hints: HintBus
  readonly clock: Clock
  readonly secretKey: Buffer
  /** Tells ingest. */
  readonly settingsChanged: () => void
}

export function composeSources({ database: { pool, prisma }, hints, clock, secretKey, settingsChanged }: SourcesFoundation) {
  const sources = new SourceReadModel({ prisma })
  const counters = new IngestCounters({ pool, clock })
  const service = new SourceService({ prisma, pool, secrets: new SecretBox(secretKey), hints, settingsChanged })
  const resolvers = [
    new SourceResolver({ sources, service }),
    new FirewallResolver({ counters, service: new FirewallService({ prisma, hints, settingsChanged }) }),
    new UnreadableLineResolver({ sources }),
  ]
  return { sources, counters, resolvers, nodes: sourceNodes({ sources }) }
}
