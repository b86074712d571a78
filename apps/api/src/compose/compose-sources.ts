import {
  FirewallResolver,
  FirewallService,
  IngestCounters,
  sourceNodes,
  SourceReadModel,
  SourceResolver,
  SourceService,
  SourceTokens,
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
  /** Where senders of events reach this server. */
  readonly baseUrl: () => string
  /** Tells ingest. */
  readonly settingsChanged: () => void
}

export function composeSources({ database: { pool, prisma }, hints, clock, secretKey, baseUrl, settingsChanged }: SourcesFoundation) {
  const sources = new SourceReadModel({ prisma })
  const counters = new IngestCounters({ pool, clock })
  const tokens = new SourceTokens({ prisma, hints })
  const service = new SourceService({
    prisma,
    pool,
    secrets: new SecretBox(secretKey),
    hints,
    settingsChanged: () => {
      tokens.forget()
      settingsChanged()
    },
  })
  const resolvers = [
    new SourceResolver({ sources, service, baseUrl }),
    new FirewallResolver({ counters, service: new FirewallService({ prisma, hints, settingsChanged }) }),
    new UnreadableLineResolver({ sources }),
  ]
  return { sources, tokens, counters, resolvers, nodes: sourceNodes({ sources }) }
}
