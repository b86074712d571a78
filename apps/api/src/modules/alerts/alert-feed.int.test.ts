import { parse } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildAlert, buildIncident } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { composeDomain, type Domain } from '../../../../../test/support/domain.js'
import { actorOf } from '../../../../../test/support/graphql.js'
import { fixedSession } from '../../graphql/context.js'
import { createErrorFormatter } from '../../graphql/format-error.js'
import { HintPubSub } from '../../graphql/pubsub.js'
import type { SharedResult } from '../../graphql/shared-result.js'
import { SharedSubscriptions } from '../../graphql/shared-subscriptions.js'
import { HintBus } from '../../platform/hint-bus.js'
import { createLogger } from '../../platform/logger.js'

let database: TestDatabase
let domain: Domain
let hints: HintBus
let pubSub: HintPubSub
let subscriptions: SharedSubscriptions

beforeAll(async () => {
  database = await createTestDatabase()
  const logger = createLogger('silent')
  hints = new HintBus({ databaseUrl: database.url, pool: database.pool, logger })
  pubSub = new HintPubSub({ hints })
  domain = composeDomain(database, { pubSub })
  const { schema, alerts } = domain
  const alertsAdded = async (after: string) => ({ fromBatch: after, toBatch: await alerts.newestBatch(), resync: false })
  subscriptions = new SharedSubscriptions({ schema, formatError: createErrorFormatter(logger), catchUps: { alertsAdded } })
  await hints.start()
  await pubSub.start()
})
afterAll(async () => {
  await pubSub.stop()
  await hints.stop()
  await database.drop()
})

async function subscribe(query: string, variables: Record<string, unknown> = {}) {
  const subscriber = { session: fixedSession(actorOf('VIEWER')), close: () => undefined }
  const stream = await subscriptions.subscribe({ document: parse(query), variables }, subscriber)
  if (!(Symbol.asyncIterator in stream)) throw new Error(JSON.stringify(stream.errors))
  return stream
}

const nextOf = async (stream: AsyncIterator<SharedResult>) => {
  const result = await stream.next()
  return result.done ? undefined : result.value.result
}

/** Stores an alert as ingest does: the batch names its ids, the hint follows. */
async function storeBatch(batch: number, rule: string): Promise<void> {
  const { id } = await buildAlert(database, { rule })
  const key = `00000000-0000-4000-8000-${String(batch).padStart(12, '0')}`
  await database.prisma.ingestBatch.create({ data: { id: BigInt(batch), key, firstAlertId: id, lastAlertId: id } })
  await hints.publish('alerts', { batch: String(batch) })
}

const FEED = `subscription ($filter: AlertFilter, $after: String) {
  alertsAdded(filter: $filter, after: $after) { alerts { rule firewall { name } } cursor resyncRequired } }`

it('feeds alerts as they are stored, and whoever was away goes on where it left', async () => {
  const stream = await subscribe(FEED, { filter: { rule: { contains: 'feed' } } })
  await storeBatch(1, 'feed one')
  const first = (await nextOf(stream))?.data
  expect(first).toMatchObject({ alertsAdded: { alerts: [{ rule: 'feed one' }], cursor: '1', resyncRequired: false } })
  await storeBatch(2, 'feed two')
  expect((await nextOf(stream))?.data).toMatchObject({ alertsAdded: { alerts: [{ rule: 'feed two' }], cursor: '2' } })
  const late = await subscribe(FEED, { filter: { rule: { contains: 'feed' } }, after: '1' })
  expect((await nextOf(late))?.data).toMatchObject({
    alertsAdded: { alerts: [{ rule: 'feed two' }], cursor: '2', resyncRequired: false },
  })
  await stream.return?.()
  await late.return?.()
})

it('answers a position that is none with an error, and one of another database with resyncRequired', async () => {
  const garbage = await subscribe(FEED, { after: 'garbage' })
  expect(await nextOf(garbage)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
  const foreign = await subscribe(FEED, { after: '999' })
  expect((await nextOf(foreign))?.data).toMatchObject({ alertsAdded: { alerts: [], resyncRequired: true } })
  await garbage.return?.()
  await foreign.return?.()
})

it('tells of incidents that were changed', async () => {
  const stream = await subscribe(
    'subscription { incidentsChanged(filter: { state: [NEW] }) { incidents { number title } noLongerMatchingIds } }',
  )
  const { id, title } = await buildIncident(database)
  await hints.publish('incidents', { ids: [String(id)] })
  expect((await nextOf(stream))?.data).toEqual({
    incidentsChanged: { incidents: [{ number: String(id), title }], noLongerMatchingIds: [] },
  })
  await stream.return?.()
})
