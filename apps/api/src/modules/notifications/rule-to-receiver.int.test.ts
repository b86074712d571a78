import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { buildSource } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { startHttpServer, type TestHttpServer } from '../../../../../test/support/http-server.js'
import { LooseHints } from '../../../../../test/support/loose-hints.js'
import { ruleBench, type RuleBench } from '../../../../../test/support/rules.js'
import { until } from '../../../../../test/support/until.js'
import { toGlobalId } from '../../graphql/global-id.js'
import { createLogger } from '../../platform/logger.js'
import { OutboundHttp } from '../../platform/outbound-http.js'
import { SecretBox } from '../../platform/secret-box.js'
import { ChannelSender } from './channel-sender.js'
import { ChannelService } from './channel-service.js'
import { DeliveryRunner } from './delivery-runner.js'
import { MailSettings } from './mail-settings.js'

const SECRET = 'a key of the signature'
const secrets = new SecretBox(Buffer.alloc(32, 7))

let database: TestDatabase
let bench: RuleBench
let receiver: TestHttpServer
let http: OutboundHttp
let channelId: number

beforeAll(async () => {
  database = await createTestDatabase()
  receiver = await startHttpServer(() => ({ status: 204 }))
  http = new OutboundHttp({ userAgent: 'Sallyport' })
})
afterAll(async () => {
  await http.stop()
  await receiver.stop()
  await database.drop()
})
beforeEach(async () => {
  await database.pool.query('TRUNCATE rule, rule_match, rule_hour, alert, incident, ingest_batch, channel, delivery CASCADE')
  receiver.requests.length = 0
  receiver.handle(() => ({ status: 204 }))
  await buildSource(database)
  bench = await ruleBench(database)
  const service = new ChannelService({ prisma: database.prisma, secrets })
  const given = { name: 'SOAR', kind: 'WEBHOOK', target: `${receiver.url}/hook`, secret: SECRET }
  channelId = (await service.create(bench.administrator, given)).id
  await bench.make({
    name: 'Beacons',
    actions: [{ do: 'notify', channelId: toGlobalId('Channel', channelId), text: '{threat} on {target}' }],
  })
})

/** A server of its own: nothing but the database is shared with another. */
const makeRunner = (hints = new LooseHints()) => {
  const mail = new MailSettings({ prisma: database.prisma, secrets })
  const sender = new ChannelSender({ http, mail, secrets, clock: { now: () => Date.now() } })
  return new DeliveryRunner({
    pool: database.pool,
    sender,
    hints,
    baseUrl: () => 'https://sallyport.example.com',
    logger: createLogger('silent'),
  })
}
const deliveries = () => database.prisma.delivery.findMany({ orderBy: { id: 'asc' } })
const makeDue = () => database.prisma.delivery.updateMany({ where: { state: 'PENDING' }, data: { dueAt: new Date(0) } })
const match = () => database.prisma.ruleMatch.findFirstOrThrow()

it('what a rule tells arrives once, signed, and the match says that it was handed on', async () => {
  await bench.send({ src: '198.51.100.7' })
  await bench.run()
  expect(await match()).toMatchObject({
    state: 'DONE',
    outcomes: [{ action: 'Tell ‘SOAR’', state: 'DONE', message: 'Handed to channel ‘SOAR’' }],
  })
  expect(receiver.requests).toEqual([])
  const hints = new LooseHints()
  const runner = makeRunner(hints)
  await runner.start()
  await until(async () => (await deliveries())[0]?.state === 'SENT')
  await runner.stop()
  expect(receiver.requests).toHaveLength(1)
  const { headers, body } = receiver.requests[0]!
  const [, time = '', signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-sallyport-signature'])) ?? []
  expect(signature).toBe(createHmac('sha256', SECRET).update(`${time}.${body.toString()}`).digest('hex'))
  const { incidentId, alertId } = await match()
  expect(JSON.parse(body.toString())).toMatchObject({
    title: 'Beacons: Made-up Overflow',
    text: 'Made-up Overflow on 192.0.2.10',
    link: `https://sallyport.example.com/incidents?incident=${incidentId}`,
    fields: expect.arrayContaining([
      { name: 'Attacker', value: '198.51.100.7' },
      { name: 'Alert', value: String(alertId) },
    ]) as unknown,
  })
})

it('what a rule tells reaches a receiver that was down for a while, by whichever server is there then', async () => {
  receiver.handle(() => ({ status: 503 }))
  await bench.send({ src: '198.51.100.7' })
  await bench.run()
  await makeRunner().step()
  expect((await deliveries())[0]).toMatchObject({ state: 'PENDING', attempts: 1 })
  expect((await match()).state).toBe('DONE')
  receiver.handle(() => ({ status: 204 }))
  await makeDue()
  await makeRunner().step()
  expect((await deliveries())[0]).toMatchObject({ state: 'SENT', attempts: 2, error: null })
  const ids = receiver.requests.map(({ headers }) => headers['x-sallyport-delivery'])
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
})

it('a rule that is run again after a restart tells nobody twice', async () => {
  await bench.send({ src: '198.51.100.7' })
  await bench.run()
  await makeRunner().step()
  // The server died after the action and before its outcome was recorded.
  await database.pool.query(
    `UPDATE rule_match SET state = 'DUE', outcomes = '[]', due_at = now(), claimed_until = NULL, attempts = attempts + 1`,
  )
  const again = await ruleBench(database)
  await again.run()
  expect(await match()).toMatchObject({ state: 'DONE', outcomes: [{ state: 'DONE', message: 'Handed to channel ‘SOAR’' }] })
  await Promise.all([makeRunner().step(), makeRunner().step()])
  expect(receiver.requests).toHaveLength(1)
  expect(await deliveries()).toHaveLength(1)
})

it('a rule says of a channel that is switched off or gone that nobody is told', async () => {
  await database.prisma.channel.update({ where: { id: channelId }, data: { enabled: false } })
  await bench.send({ src: '198.51.100.7' })
  await bench.run()
  expect((await match()).outcomes).toMatchObject([{ state: 'FAILED', message: 'The channel SOAR is switched off' }])
  await database.prisma.ruleMatch.deleteMany()
  await database.prisma.channel.deleteMany()
  await bench.send({ src: '198.51.100.7' })
  await bench.run()
  expect((await match()).outcomes).toMatchObject([{ state: 'FAILED', message: 'The channel is gone' }])
  expect(await deliveries()).toEqual([])
})
