import { execute, parse } from 'graphql'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AT, buildFirewall, buildSource } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { answerOf, composeDomain, type Domain } from '../../../../../test/support/domain.js'
import { actorOf, contextOf } from '../../../../../test/support/graphql.js'
import { toGlobalId } from '../../graphql/global-id.js'

let database: TestDatabase
let domain: Domain
let sourceId = ''

beforeAll(async () => {
  database = await createTestDatabase()
  sourceId = toGlobalId('Source', (await buildSource(database)).id)
  const first = await buildFirewall(database, { firstAlertAt: new Date(AT.getTime() - 5_000), lastAlertAt: AT, alertCount: 3n })
  const second = await buildFirewall(database, {
    firstAlertAt: new Date(AT.getTime() - 9_000),
    lastAlertAt: new Date(AT.getTime() - 8_000),
    alertCount: 4n,
  })
  await buildFirewall(database)
  const counter = { minute: AT, outcome: 'ALERT', detail: '' }
  await database.prisma.ingestCounter.createMany({
    data: [
      { ...counter, firewallId: first.id, count: 3n },
      { ...counter, firewallId: second.id, count: 4n },
      { ...counter, firewallId: 0, outcome: 'UNREADABLE', detail: 'NO_PAYLOAD', count: 5n },
      { ...counter, firewallId: 0, outcome: 'DROPPED', detail: 'NO_SOURCE', count: 8n },
      { ...counter, firewallId: 0, outcome: 'DROPPED', detail: 'SOURCE_DISABLED', count: 1n },
      { ...counter, firewallId: 0, outcome: 'DROPPED', detail: 'UDP_QUEUE_FULL', count: 2n },
    ],
  })
})
afterAll(() => database.drop())
beforeEach(() => {
  domain = composeDomain(database)
})

const run = (query: string, variables: Record<string, unknown> = {}, actor = actorOf('ADMINISTRATOR')) =>
  answerOf({ schema: domain.schema, query, variables, actor })

describe('ingestStatus', () => {
  it('tells listeners, the address to send to, and the lines of no firewall', async () => {
    const query =
      '{ ingestStatus { listeners { transport port wantedPort listening notice certificatePem } syslogAddress outcomes { outcome detail count } linesWithoutSource databaseAvailable spooledBatches } }'
    expect(await run(query, {}, actorOf('VIEWER'))).toEqual({
      ingestStatus: {
        listeners: [
          {
            transport: 'UDP',
            port: 5514,
            wantedPort: 514,
            listening: true,
            notice: expect.stringContaining('514') as unknown,
            certificatePem: null,
          },
        ],
        syslogAddress: 'sallyport.example.com',
        outcomes: [
          { outcome: 'DROPPED', detail: 'NO_SOURCE', count: '8' },
          { outcome: 'DROPPED', detail: 'UDP_QUEUE_FULL', count: '2' },
          { outcome: 'DROPPED', detail: 'SOURCE_DISABLED', count: '1' },
          { outcome: 'UNREADABLE', detail: 'NO_PAYLOAD', count: '5' },
        ],
        linesWithoutSource: '9',
        databaseAvailable: true,
        spooledBatches: 2,
      },
    })
  })
})

describe('health', () => {
  it('adds up the firewalls of the source', async () => {
    const query =
      '{ sources { health { firstAlertAt lastAlertAt alertCount alertsPerMinute outcomes { outcome count } queuedLines spooledBytes spooledBatches } } }'
    const chart = Array.from({ length: 60 }, (_, minute) => (minute === 59 ? 7 : 0))
    expect((await run(query))['sources']).toEqual([
      {
        health: {
          firstAlertAt: new Date(AT.getTime() - 9_000).toISOString(),
          lastAlertAt: AT.toISOString(),
          alertCount: '7',
          alertsPerMinute: chart,
          outcomes: [{ outcome: 'ALERT', count: '7' }],
          queuedLines: 3,
          spooledBytes: '5000000000',
          spooledBatches: 2,
        },
      },
    ])
  })

  it('is told again with each change', async () => {
    const document = parse(
      'subscription { sourceHealthChanged { sources { name health { alertCount } } ingestStatus { linesWithoutSource } } }',
    )
    const contextValue = contextOf(actorOf('VIEWER'))
    const { data } = await execute({ schema: domain.schema, document, rootValue: { resync: false }, contextValue })
    expect(data?.['sourceHealthChanged']).toEqual({
      sources: [{ name: 'Edge firewalls', health: { alertCount: '7' } }],
      ingestStatus: { linesWithoutSource: '9' },
    })
  })
})

describe('a test alert', () => {
  const SEND = 'mutation ($input: SourceSendTestAlertInput!) { sourceSendTestAlert(input: $input) { sequence userErrors { code } } }'

  it('is sent, and its sequence number told', async () => {
    expect(await run(SEND, { input: { id: sourceId, severity: 'CRITICAL' } })).toEqual({
      sourceSendTestAlert: { sequence: '9007199254740993', userErrors: [] },
    })
    expect(domain.asked).toEqual(['sendTestAlert CRITICAL'])
  })

  it('is not sent to a source that is gone or disabled', async () => {
    expect(await run(SEND, { input: { id: toGlobalId('Source', 999) } })).toMatchObject({
      sourceSendTestAlert: { userErrors: [{ code: 'NOT_FOUND' }] },
    })
    await database.prisma.source.updateMany({ data: { enabled: false } })
    expect(await run(SEND, { input: { id: sourceId } })).toEqual({
      sourceSendTestAlert: { sequence: null, userErrors: [{ code: 'NOT_ALLOWED_NOW' }] },
    })
    await database.prisma.source.updateMany({ data: { enabled: true } })
    expect(domain.asked).toEqual([])
  })

  it.each(['VIEWER', 'ANALYST'] as const)('is not sent by %s', async role => {
    await expect(run(SEND, { input: { id: sourceId } }, actorOf(role))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('unreadableLinesRetry', () => {
  const RETRY = 'mutation { unreadableLinesRetry { readAgain nowAlerts nowSetAside stillUnreadable userErrors { code } } }'

  it('tells what became of the lines', async () => {
    expect(await run(RETRY)).toEqual({
      unreadableLinesRetry: { readAgain: 4, nowAlerts: 2, nowSetAside: 1, stillUnreadable: 1, userErrors: [] },
    })
  })

  it.each(['VIEWER', 'ANALYST'] as const)('is not for %s', async role => {
    await expect(run(RETRY, {}, actorOf(role))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(domain.asked).toEqual([])
  })
})
