import { randomUUID } from 'node:crypto'
import type { RuleContent } from '@sallyport/shared'
import { BatchWriter } from '../../apps/api/src/modules/ingest/batch-writer.js'
import { createLogger } from '../../apps/api/src/platform/logger.js'
import type { Rule } from '../../apps/api/src/platform/prisma/client.js'
import type { Actor } from '../../apps/api/src/platform/actor.js'
import { buildUser } from './builders.js'
import type { TestDatabase } from './database.js'
import { composeDomain, type Domain } from './domain.js'
import { actorOf } from './graphql.js'
import { syslogLine, threatLine } from './syslog-lines.js'

type Fields = Parameters<typeof threatLine>[0]

/** Rules on a real database: alerts go through the real writer, and the runner is stepped by hand. */
export interface RuleBench {
  readonly domain: Domain
  readonly administrator: Actor
  /** Makes a rule that is in force. */
  make(
    given: { condition?: unknown; actions: readonly unknown[] } & Partial<Omit<RuleContent, 'definition'>> & Record<string, unknown>,
  ): Promise<Rule>
  /** Stores lines as alerts, judged by the rules. */
  send(...fields: readonly Fields[]): Promise<void>
  /** Steps until nothing is due. */
  run(): Promise<void>
}

export const ALWAYS = { field: 'severity', op: 'atLeast', value: 'UNKNOWN' }

export async function ruleBench(database: TestDatabase): Promise<RuleBench> {
  const domain = composeDomain(database, { clock: { now: () => Date.now() } })
  const user = await buildUser(database, { role: 'ADMINISTRATOR' })
  const administrator = actorOf('ADMINISTRATOR', user.id)
  const { book, runner, service } = domain.rules
  await book.start()
  const writer = new BatchWriter({
    pool: database.pool,
    logger: createLogger('silent'),
    judge: book,
    onDropped: () => undefined,
    onStored: () => undefined,
    startTimer: () => () => undefined,
  })
  return {
    domain,
    administrator,
    make: async ({ condition = ALWAYS, actions, sources, schedule, waitSeconds, ...settings }) => {
      const definition = Object.fromEntries(
        Object.entries({ condition, actions, sources, schedule, waitSeconds }).filter(([, value]) => value !== undefined),
      )
      const rule = await service.create(administrator, { name: `Rule ${randomUUID().slice(0, 8)}`, mode: 'ON', ...settings, definition })
      await book.refresh()
      return rule
    },
    send: (...fields) =>
      writer.write({
        key: randomUUID(),
        lines: fields.map(given => syslogLine(threatLine(given, Date.now()), { receivedAt: Date.now() })),
      }),
    run: async () => {
      while (await runner.step());
    },
  }
}
