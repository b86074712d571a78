import path from 'node:path'
import { publishedLists } from '../http/published-lists.js'
import { WaitingServer } from '../http/waiting-server.js'
import { type ListReadModel } from '../modules/lists/index.js'
import {
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
} from '../modules/publish/index.js'
import { systemClock } from '../platform/clock.js'
import type { Config } from '../config.js'
import type { Logger } from '../platform/logger.js'
import type { ListsFoundation } from './compose-lists.js'

interface PublishFoundation extends Pick<ListsFoundation, 'config' | 'database' | 'hints' | 'clock' | 'logger' | 'users'> {
  readonly lists: ListReadModel
  readonly baseUrl: () => string
}

export function composePublish({
  config,
  database: { pool, prisma },
  hints,
  clock,
  logger: parent,
  users,
  lists,
  baseUrl,
}: PublishFoundation) {
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
export async function composeWaiting({ config, logger }: Pick<ListsFoundation, 'config' | 'logger'>): Promise<WaitingServer | undefined> {
  const onDisk = await publishedFiles(config, logger).load()
  if (!onDisk || onDisk.settings.lists.length === 0) return undefined
  const catalog = new PublishedCatalog({ clock: systemClock })
  catalog.replace(onDisk.settings, onDisk.versions)
  // Nobody can be told of these fetches.
  const fetches = { record: () => undefined }
  return new WaitingServer({ config: config.http, published: publishedLists({ catalog, fetches, logger }) })
}
