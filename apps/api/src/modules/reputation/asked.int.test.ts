import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeAskers } from './providers/askers.js'
import { ReputationSettings, PROVIDER_TYPES } from './provider-settings.js'
import { ReputationProvider } from './reputation-provider.js'
import { ReputationProviderService } from './reputation-provider-service.js'
import { ReputationReadModel } from './reputation-read-model.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { actorOf, contextOf } from '../../../../../test/support/graphql.js'
import { startProviderSimulators, type ProviderSimulators } from '../../../../../test/support/providers/index.js'
import { until } from '../../../../../test/support/until.js'
import { LookupRunner, Lookups, OutsidePolicy, type Observable } from '../enrichment/index.js'
import type { Clock } from '../../platform/clock.js'
import type { HintMap, HintSink, HintSource, HintTopic } from '../../platform/hints.js'
import { OutboundHttp } from '../../platform/outbound-http.js'
import { SecretBox } from '../../platform/secret-box.js'

const KEY = 'made-up-key-1'
const administrator = actorOf('ADMINISTRATOR')
const address = (value: string): Observable => ({ kind: 'ADDRESS', value })
const ATTACKER = address('198.51.100.23')
const IDS = ['ABUSEIPDB', 'VIRUSTOTAL', 'GREYNOISE'] as const

let database: TestDatabase
let simulators: ProviderSimulators
let stack: Awaited<ReturnType<typeof startStack>>

/** All of it but ingest: settings, queue, providers over HTTP, and what is read of it. */
async function startStack({ prisma, pool }: TestDatabase) {
  const clock: Clock = { now: () => Date.now() }
  const logger = pino({ enabled: false })
  const secrets = new SecretBox(Buffer.alloc(32, 7))
  const http = new OutboundHttp({ userAgent: 'sallyport-test' })
  const hints = inProcessHints()
  const settings = new ReputationSettings({ prisma, hints, clock })
  const askers = makeAskers({ http, clock, makeResolver: () => ({ reverse: async () => ['scan.example.'], cancel: () => undefined }) })
  const policy = new OutsidePolicy({
    pool,
    clock,
    networks: { ownNetworkOf: value => (value.startsWith('203.0.113.') ? { name: 'Office' } : undefined) },
  })
  const providers = PROVIDER_TYPES.map(type => new ReputationProvider({ asker: askers[type], settings, policy, secrets }))
  const lookups = new Lookups({ pool, hints, clock, logger })
  const runner = new LookupRunner({ pool, lookups, providers, hints, clock, logger })
  await settings.start()
  await runner.start()
  return {
    service: new ReputationProviderService({ prisma, pool, secrets, hints, settings, askers, clock }),
    want: (observables: readonly Observable[]) => lookups.want(providers, observables, 'alert'),
    reputationOf: (observable: Observable) =>
      contextOf(administrator)
        .load(new ReputationReadModel({ settings, lookups, feeds: { hits: () => [] }, policy }).reputationOf)
        .load(observable),
    stop: async () => {
      await runner.stop()
      await settings.stop()
      await http.stop()
    },
  }
}

function inProcessHints(): HintSource & HintSink {
  const listeners = new Map<HintTopic, Set<(hint: never) => void>>()
  return {
    on: (topic, listener) => {
      const known = listeners.get(topic) ?? new Set()
      listeners.set(topic, known.add(listener))
      return () => void known.delete(listener)
    },
    publish: async <T extends HintTopic>(topic: T, hint: HintMap[T]) => {
      for (const listener of listeners.get(topic) ?? []) (listener as (hint: HintMap[T]) => void)(hint)
    },
  }
}

beforeAll(async () => {
  database = await createTestDatabase()
  simulators = await startProviderSimulators({ keys: [KEY] })
  stack = await startStack(database)
  const urls = { ABUSEIPDB: simulators.abuseIpdb.url, VIRUSTOTAL: simulators.virusTotal.url, GREYNOISE: simulators.greyNoise.url }
  for (const type of IDS)
    await stack.service.update(administrator, { type, expectedVersion: 0, enabled: true, apiKey: KEY, baseUrl: urls[type], perMinute: 0 })
  // Settings are in force once they have been read again.
  await until(async () => (await states(address('10.0.0.7'))).length === IDS.length)
})
afterAll(async () => {
  await stack.stop()
  await simulators.stop()
  await database.drop()
})

const servers = () => [simulators.abuseIpdb, simulators.virusTotal, simulators.greyNoise].map(({ server }) => server)
const states = async (observable: Observable) => (await stack.reputationOf(observable)).evidence.map(({ state }) => state)

it('asks all that are set up once, and makes one score of it', async () => {
  simulators.abuseIpdb.set(ATTACKER.value, { abuseConfidenceScore: 90, totalReports: 12 })
  simulators.virusTotal.set(ATTACKER.value, { malicious: 5, suspicious: 0, harmless: 60, undetected: 25 })
  simulators.greyNoise.set(ATTACKER.value, undefined)
  for (let alert = 0; alert < 20; alert += 1) await stack.want([ATTACKER, address('10.0.0.7'), address('203.0.113.8')])
  await until(async () => !(await states(ATTACKER)).includes('PENDING'))
  const { score, evidence } = await stack.reputationOf(ATTACKER)
  expect(score).toBe(78)
  expect(evidence).toMatchObject([
    { source: 'AbuseIPDB', state: 'KNOWN', score: 90, weight: 46, summary: '12 reports, confidence 90 %' },
    { source: 'VirusTotal', state: 'KNOWN', score: 67, weight: 54, summary: '5 of 90 engines' },
    { source: 'GreyNoise', state: 'UNKNOWN', score: null, weight: 0 },
  ])
  // Neither the twenty alerts nor the private and own addresses were worth another question.
  expect(servers().map(({ journal }) => journal.length)).toEqual([1, 1, 1])
  expect((await stack.reputationOf(address('203.0.113.8'))).evidence).toMatchObject([
    { state: 'NOT_ASKED', reason: 'In the own network Office' },
    { state: 'NOT_ASKED' },
    { state: 'NOT_ASKED' },
  ])
})

it('stops asking where the key is refused, until the settings change', async () => {
  const { version } = await stack.service.settingsOf('ABUSEIPDB')
  await stack.service.update(administrator, { type: 'ABUSEIPDB', expectedVersion: version, apiKey: 'revoked' })
  await stack.want([address('192.0.2.1')])
  const refused = await until(async () => (await stack.reputationOf(address('192.0.2.1'))).evidence.find(({ reason }) => reason !== null))
  expect(refused).toMatchObject({
    source: 'AbuseIPDB',
    state: 'PENDING',
    reason: expect.stringContaining('refuses the API key') as unknown,
  })
  const { length } = simulators.abuseIpdb.server.journal
  await stack.want([address('192.0.2.2')])
  await until(async () => (await states(address('192.0.2.2')))[1] !== 'PENDING')
  expect(simulators.abuseIpdb.server.journal.length).toBe(length)
  await stack.service.update(administrator, { type: 'ABUSEIPDB', expectedVersion: version + 1, apiKey: KEY })
  await until(async () => !(await states(address('192.0.2.2'))).includes('PENDING'))
})

it('stores whatever hostile contents hold', async () => {
  for (const server of servers()) server.fault = 'HOSTILE'
  await stack.want([address('192.0.2.77')])
  await until(async () => !(await states(address('192.0.2.77'))).includes('PENDING'))
  for (const server of servers()) server.fault = 'NONE'
  expect(await states(address('192.0.2.77'))).toEqual(['KNOWN', 'KNOWN', 'KNOWN'])
})

it('stores the names of reverse DNS', async () => {
  await stack.service.update(administrator, { type: 'REVERSE_DNS', expectedVersion: 0, enabled: true })
  await stack.want([address('192.0.2.80')])
  const names = await until(async () => {
    const row = await database.prisma.lookup.findFirst({ where: { provider: 'REVERSE_DNS', value: '192.0.2.80', state: 'KNOWN' } })
    return row?.facts
  })
  expect(names).toEqual({ names: ['scan.example'] })
})
