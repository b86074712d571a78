import { buildSchema } from '../../apps/api/src/graphql/build-schema.js'
import { NodeResolver } from '../../apps/api/src/graphql/node.js'
import {
  directoryNodes,
  DirectoryProvider,
  DirectoryReadModel,
  DirectoryRegistry,
  DirectoryResolver,
  DirectoryService,
  DirectoryTester,
} from '../../apps/api/src/modules/directories/index.js'
import type { Actor } from '../../apps/api/src/platform/actor.js'
import type { HintListener, HintSource, HintTopic } from '../../apps/api/src/platform/hints.js'
import { SecretBox } from '../../apps/api/src/platform/secret-box.js'
import type { TestDatabase } from './database.js'
import { READER, SUFFIX } from './directory-people.js'
import { actorOf } from './graphql.js'

/** A clock that is set by hand. */
export class HandClock {
  private ahead = 0
  now(): number {
    return Date.now() + this.ahead
  }
  advance(ms: number): void {
    this.ahead += ms
  }
}

/** Hints of one process: what is published is heard at once. */
class LocalHints implements HintSource {
  private readonly listeners = new Map<HintTopic, Set<(hint: never) => void>>()
  readonly published: string[] = []

  on<T extends HintTopic>(topic: T, listener: HintListener<T>): () => void {
    const listeners = this.listeners.get(topic) ?? new Set()
    this.listeners.set(topic, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  async publish(topic: HintTopic): Promise<void> {
    this.published.push(topic)
    for (const listener of this.listeners.get(topic) ?? []) listener({} as never)
  }
}

export type Directories = ReturnType<typeof composeDirectories>

/** The module on a real database, behind a schema of its own. */
export function composeDirectories({ prisma }: TestDatabase) {
  const clock = new HandClock()
  const hints = new LocalHints()
  const secrets = new SecretBox(Buffer.alloc(32, 7))
  const registry = new DirectoryRegistry({ prisma, secrets, hints, clock })
  const directories = new DirectoryReadModel({ prisma })
  const service = new DirectoryService({ prisma, secrets, registry, hints, clock })
  const tester = new DirectoryTester({ prisma, secrets, clock })
  const provider = new DirectoryProvider({ registry, clock })
  const resolvers = [
    new NodeResolver({ loaders: directoryNodes({ directories }) }),
    new DirectoryResolver({ directories, service, tester, clock }),
  ]
  const silent = { publish: () => undefined, subscribe: () => ({ async *[Symbol.asyncIterator]() {} }) }
  return { clock, hints, secrets, registry, service, tester, provider, schema: buildSchema({ resolvers, pubSub: silent }) }
}

export const ADMINISTRATOR: Actor = actorOf('ADMINISTRATOR')

/** A directory as the administrator enters it, at this URL. */
export const directoryInput = (url: string, more: Readonly<Record<string, unknown>> = {}) => ({
  name: 'Corp',
  preset: 'OPENLDAP',
  urls: [url],
  bindDn: READER.dn,
  bindPassword: READER.password,
  baseDn: SUFFIX,
  ...more,
})
