import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { composeRules } from '../../compose/compose-rules.js'
import { createLogger } from '../../platform/logger.js'
import { HintBus } from '../../platform/hint-bus.js'
import { toGlobalId } from '../../graphql/global-id.js'
import { ReputationReadModel } from '../reputation/index.js'
import { PersonReadModel } from '../directories/index.js'
import { Lookups } from '../enrichment/index.js'
import { AlertReadModel } from '../alerts/index.js'
import { UserReadModel } from '../auth/index.js'
import { IncidentReadModel } from '../incidents/index.js'
import { BatchWriter } from '../ingest/batch-writer.js'
import { EntryService, ListReadModel } from '../lists/index.js'
import { ReportStore, WildfireReadModel } from '../wildfire/index.js'
import { actorOf } from '../../../../../test/support/graphql.js'
import { buildSource, buildUser } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { syslogLine, threatLine } from '../../../../../test/support/syslog-lines.js'
import { until } from '../../../../../test/support/until.js'

let database: TestDatabase
let stop: (() => Promise<void>) | undefined

beforeAll(async () => {
  database = await createTestDatabase()
  await buildSource(database)
})
afterAll(async () => {
  await stop?.()
  await database.drop()
})

it('goes from a line to the list by itself, woken by hints of the real database', async () => {
  const { pool, prisma } = database
  const logger = createLogger('silent')
  const clock = { now: () => Date.now() }
  const hints = new HintBus({ databaseUrl: database.url, pool, logger })
  const lookups = new Lookups({ pool, hints, clock, logger })
  const lists = new ListReadModel({ pool, clock })
  const told: { readonly channelId: number; readonly title: string; readonly key: string }[] = []
  const rules = composeRules({
    database: { pool, prisma },
    hints,
    clock,
    logger,
    users: new UserReadModel({ prisma }),
    incidents: new IncidentReadModel({ pool }),
    alerts: new AlertReadModel({ pool }),
    lists,
    entries: new EntryService({ pool, lists, hints, clock }),
    known: {
      places: { find: () => Promise.reject(new Error('not asked')) as never, ready: Promise.resolve() },
      networks: { networkOf: () => undefined, ownNetworkOf: () => undefined },
      people: new PersonReadModel({ lookups }),
      reputation: new ReputationReadModel({
        settings: { all: async () => [] },
        lookups,
        feeds: { hits: () => [] },
        policy: { reasonNotToAsk: async () => null } as never,
      }),
      wildfire: new WildfireReadModel({ lookups, reports: new ReportStore({ prisma }) }),
    },
    notifier: {
      notify: async (channelId, { title }, key) => {
        told.push({ channelId, title, key })
        return 'SOC'
      },
    },
  })
  await hints.start()
  for (const service of rules.services) await service.start(new AbortController().signal)
  stop = async () => {
    for (const service of rules.services.toReversed()) await service.stop()
    await hints.stop()
  }
  const user = await buildUser(database, { role: 'ADMINISTRATOR' })
  const list = await prisma.list.create({ data: { name: 'Quarantine', kind: 'USER' } })
  const watched = await prisma.list.create({ data: { name: 'Watched', kind: 'ADDRESS' } })
  const channel = await prisma.channel.create({ data: { name: 'SOC', kind: 'EMAIL', target: 'soc@corp.example' } })
  await rules.service.create(actorOf('ADMINISTRATOR', user.id), {
    name: 'Finance',
    mode: 'ON',
    definition: {
      condition: {
        all: [
          { field: 'attackerListed', op: 'is', value: toGlobalId('List', watched.id) },
          { field: 'userDepartment', op: 'is', value: 'Finance' },
        ],
      },
      actions: [
        { do: 'addToList', listId: toGlobalId('List', list.id), value: 'USER' },
        { do: 'notify', channelId: toGlobalId('Channel', channel.id), text: '{user}' },
      ],
      waitSeconds: 600,
    },
  })
  const writer = new BatchWriter({
    pool,
    logger,
    judge: rules.book,
    onDropped: () => undefined,
    onStored: () => undefined,
    startTimer: () => () => undefined,
  })
  const send = () =>
    writer.write({
      key: randomUUID(),
      lines: [syslogLine(threatLine({ src: '198.51.100.7', dstuser: 'corp\\ann' }, Date.now()), { receivedAt: Date.now() })],
    })
  // Not on the watched list yet: no match. Once it is, the book hears of it.
  await rules.book.refresh()
  await send()
  await new EntryService({ pool, lists, hints, clock }).add(actorOf('ADMINISTRATOR', user.id), {
    listId: watched.id,
    values: ['198.51.100.0/28'],
  })
  await until(async () => {
    await send()
    return (await prisma.ruleMatch.count()) > 0
  })
  await until(
    async () => (await prisma.ruleMatch.count({ where: { state: 'WAITING', claimedUntil: null, dueAt: { gt: new Date() } } })) > 0,
  )
  await pool.query(
    `INSERT INTO lookup (provider, kind, value, state, facts, answered_at, expires_at, created_at)
     VALUES ('DIRECTORY', 'USER', 'corp\\ann', 'KNOWN', $1::jsonb, now(), now() + interval '1 day', now())`,
    [JSON.stringify({ displayName: 'Ann', department: 'Finance', groups: [], accountState: 'ACTIVE' })],
  )
  await hints.publish('lookups', { ids: ['USER corp\\ann'] })
  const match = await until(() => prisma.ruleMatch.findFirst({ where: { state: 'DONE' } }).then(found => found ?? undefined))
  expect(await prisma.listEntry.findFirst({ where: { listId: list.id } })).toMatchObject({ value: 'corp\\ann', cause: 'RULE' })
  expect(told).toContainEqual({ channelId: channel.id, title: 'Finance: Made-up Overflow', key: `rule-match:${match.id}:1` })
})
