import type { GraphQLSchema } from 'graphql'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeAskers } from './providers/askers.js'
import { ReputationSettings } from './provider-settings.js'
import { REPUTATION_API_KEY, ReputationProvider } from './reputation-provider.js'
import { ReputationProviderService } from './reputation-provider-service.js'
import { ReputationReadModel, type ListedBy } from './reputation-read-model.js'
import { ReputationResolver } from './reputation-resolver.js'
import { toReputationType } from './reputation-type.js'
import { AT } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { answerOf } from '../../../../../test/support/domain.js'
import { actorOf, contextOf } from '../../../../../test/support/graphql.js'
import { startProviderSimulators, type ProviderSimulators } from '../../../../../test/support/providers/index.js'
import { Lookups } from '../enrichment/lookups.js'
import type { LookupRow, Observable } from '../enrichment/index.js'
import { buildSchema } from '../../graphql/build-schema.js'
import type { HintSource } from '../../platform/hints.js'
import { OutboundHttp } from '../../platform/outbound-http.js'
import { SecretBox } from '../../platform/secret-box.js'

const KEY = 'made-up-key-1'
const ADDRESS: Observable = { kind: 'ADDRESS', value: '198.51.100.23' }
const PRIVATE: Observable = { kind: 'ADDRESS', value: '10.0.0.7' }
const administrator = actorOf('ADMINISTRATOR')
const clock = { now: () => AT.getTime() }
const secrets = new SecretBox(Buffer.alloc(32, 7))
const http = new OutboundHttp({ userAgent: 'sallyport-test' })
const policy = { reasonNotToAsk: async ({ value }: Observable) => (value.startsWith('10.') ? 'Private network (RFC 1918)' : undefined) }

let database: TestDatabase
let simulators: ProviderSimulators
let schema: GraphQLSchema
let settings: ReputationSettings
let readModel: ReputationReadModel
let providerOf: (type: 'ABUSEIPDB' | 'VIRUSTOTAL' | 'GREYNOISE' | 'REVERSE_DNS') => ReputationProvider
const hints: string[] = []
const listeners = new Map<string, () => void>()
const listed = new Map<string, ListedBy[]>()

beforeAll(async () => {
  database = await createTestDatabase()
  simulators = await startProviderSimulators({ keys: [KEY] })
})
afterAll(async () => {
  await simulators.stop()
  await http.stop()
  await database.drop()
})

beforeEach(async () => {
  await database.pool.query('TRUNCATE reputation_provider, provider_usage, provider_health, lookup')
  hints.length = 0
  listed.clear()
  const { prisma, pool } = database
  const sink = { publish: async (topic: string) => void hints.push(topic) }
  const source: HintSource = {
    on: (topic, listener) => {
      listeners.set(topic, () => listener({} as never))
      return () => listeners.delete(topic)
    },
  }
  const askers = makeAskers({ http, clock, makeResolver: () => ({ reverse: async () => ['One.example.'], cancel: () => undefined }) })
  settings = new ReputationSettings({ prisma, hints: source, clock })
  await settings.start()
  const service = new ReputationProviderService({ prisma, pool, secrets, hints: sink, settings, askers, clock })
  schema = buildSchema({ resolvers: [new ReputationResolver({ service })], pubSub: undefined as never })
  const lookups = new Lookups({ pool, hints: sink, clock, logger: pino({ enabled: false }) })
  readModel = new ReputationReadModel({ settings, lookups, feeds: { hits: ({ value }) => listed.get(value) ?? [] }, policy })
  providerOf = type => new ReputationProvider({ asker: askers[type], settings, policy, secrets })
})

const FIELDS = 'type enabled needsKey hasApiKey baseUrl defaultBaseUrl dailyQuota perMinute cacheSeconds weight kinds version'
const list = async (actor = administrator) =>
  (await answerOf({ schema, query: `{ reputationProviders { id ${FIELDS} } }`, actor }))['reputationProviders'] as { type: string }[]
const update = async (input: object, actor = administrator) =>
  (
    await answerOf({
      schema,
      query: `mutation ($input: ReputationProviderUpdateInput!) { reputationProviderUpdate(input: $input) { provider { ${FIELDS} } userErrors { code field message } } }`,
      variables: { input },
      actor,
    })
  )['reputationProviderUpdate']
const test = async (input: object, actor = administrator) =>
  (
    await answerOf({
      schema,
      query:
        'mutation ($input: ReputationProviderTestInput!) { reputationProviderTest(input: $input) { test { ok message milliseconds } userErrors { code field message } } }',
      variables: { input },
      actor,
    })
  )['reputationProviderTest']
const asked = async () => (await database.prisma.providerUsage.findMany()).map(({ provider, asked: count }) => [provider, count])
const ready = (type: 'ABUSEIPDB' | 'VIRUSTOTAL' | 'GREYNOISE', fields: object = {}) =>
  update({ type, expectedVersion: 0, enabled: true, apiKey: KEY, ...fields })

describe('settings', () => {
  it('are listed for every type, set or not', async () => {
    expect(await list(actorOf('VIEWER'))).toMatchObject([
      { type: 'ABUSEIPDB', enabled: false, needsKey: true, hasApiKey: false, dailyQuota: 1_000, kinds: ['ADDRESS'], version: 0 },
      { type: 'VIRUSTOTAL', dailyQuota: 500, perMinute: 4, kinds: ['ADDRESS', 'DOMAIN', 'URL', 'FILE_HASH'] },
      { type: 'GREYNOISE', dailyQuota: 50, defaultBaseUrl: 'https://api.greynoise.io', baseUrl: null },
      { type: 'REVERSE_DNS', needsKey: false, dailyQuota: 0, defaultBaseUrl: null, weight: 0 },
    ])
  })

  it('are changed in part, sealed, and told to others', async () => {
    await database.prisma.providerHealth.create({ data: { provider: 'ABUSEIPDB', failures: 5, openUntil: AT, lastError: 'refused' } })
    await database.prisma.providerHealth.create({ data: { provider: 'GREYNOISE', failures: 5 } })
    expect(await settings.of('ABUSEIPDB')).toMatchObject({ version: 0 })
    expect(await ready('ABUSEIPDB', { weight: 30, dailyQuota: null })).toMatchObject({
      provider: { enabled: true, hasApiKey: true, weight: 30, dailyQuota: 1_000, version: 1 },
      userErrors: [],
    })
    const row = await database.prisma.reputationProvider.findFirstOrThrow()
    expect(row.apiKeySealed).not.toContain(KEY)
    expect(secrets.open(REPUTATION_API_KEY, row.apiKeySealed ?? '')).toBe(KEY)
    expect(hints).toEqual(['enrichmentSettings'])
    // A refused key may be mended: asking begins anew, of this provider alone.
    expect((await database.prisma.providerHealth.findMany()).map(({ provider }) => provider)).toEqual(['GREYNOISE'])
    expect(await settings.of('ABUSEIPDB')).toMatchObject({ version: 1, enabled: true })
    expect(await update({ type: 'ABUSEIPDB', expectedVersion: 1, perMinute: 5, baseUrl: null })).toMatchObject({
      provider: { perMinute: 5, weight: 30, hasApiKey: true, version: 2 },
    })
    expect(JSON.stringify(await list())).not.toContain(KEY)
  })

  it('are refused when somebody else was faster, also in a race', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(weight => update({ type: 'GREYNOISE', expectedVersion: 0, weight })))
    const won = answers.filter(answer => (answer as { userErrors: unknown[] }).userErrors.length === 0)
    expect(won).toHaveLength(1)
    expect(await update({ type: 'GREYNOISE', expectedVersion: 0, weight: 9 })).toMatchObject({
      provider: { version: 1 },
      userErrors: [{ code: 'CONFLICT', field: ['expectedVersion'] }],
    })
  })

  it.each([
    [{ type: 'ABUSEIPDB', enabled: true }, 'apiKey', 'Enter the API key'],
    [{ type: 'ABUSEIPDB', apiKey: 'with space' }, 'apiKey', 'A key has no spaces and no special letters'],
    [{ type: 'ABUSEIPDB', apiKey: 'a\r\nHost: evil.example' }, 'apiKey', 'A key has no spaces and no special letters'],
    [{ type: 'ABUSEIPDB', baseUrl: 'http://api.example' }, 'baseUrl', 'The key must not travel in the clear: use https'],
    [
      { type: 'ABUSEIPDB', baseUrl: 'https://user:word@api.example' },
      'baseUrl',
      'Write it as https://host, with or without a port and a path',
    ],
    [{ type: 'ABUSEIPDB', baseUrl: 'https://api.example/?a=b' }, 'baseUrl', 'Write it as https://host, with or without a port and a path'],
    [{ type: 'ABUSEIPDB', baseUrl: 'https://999.1.1.1' }, 'baseUrl', 'Not the URL of a server'],
    [{ type: 'REVERSE_DNS', baseUrl: 'https://api.example' }, 'baseUrl', 'It is asked by the name servers of this system'],
    [{ type: 'REVERSE_DNS', apiKey: KEY }, 'apiKey', 'It needs no key'],
    [{ type: 'VIRUSTOTAL', weight: 101 }, 'weight', 'At most 100'],
    [{ type: 'VIRUSTOTAL', cacheSeconds: 10 }, 'cacheSeconds', 'At least 5 minutes'],
  ])('refuse %j', async (input, field, message) => {
    expect(await update({ expectedVersion: 0, ...input })).toEqual({
      provider: null,
      userErrors: [{ code: 'INVALID', field: [field], message }],
    })
    expect(hints).toEqual([])
  })

  it('never send a stored key to another host', async () => {
    await ready('VIRUSTOTAL')
    const elsewhere = { type: 'VIRUSTOTAL', baseUrl: 'https://evil.example' }
    const refused = {
      userErrors: [{ code: 'INVALID', field: ['apiKey'], message: 'Enter the API key again: it would go to another host' }],
    }
    expect(await update({ ...elsewhere, expectedVersion: 1 })).toMatchObject(refused)
    expect(await test(elsewhere)).toMatchObject(refused)
    expect(await update({ ...elsewhere, expectedVersion: 1, apiKey: KEY })).toMatchObject({ provider: { baseUrl: 'https://evil.example' } })
    expect(await update({ type: 'VIRUSTOTAL', expectedVersion: 2, baseUrl: null })).toMatchObject(refused)
    expect(await update({ type: 'VIRUSTOTAL', expectedVersion: 2, apiKey: null })).toMatchObject({
      userErrors: [{ field: ['apiKey'], message: 'Enter the API key' }],
    })
    expect(await update({ type: 'VIRUSTOTAL', expectedVersion: 2, enabled: false, apiKey: null })).toMatchObject({
      provider: { hasApiKey: false },
    })
  })

  it('are for administrators', async () => {
    const input = { type: 'REVERSE_DNS', expectedVersion: 0, enabled: true }
    await expect(update(input, actorOf('ANALYST'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(test({ type: 'REVERSE_DNS' }, actorOf('ANALYST'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('of another replica are heard of by the hint', async () => {
    expect(await settings.of('REVERSE_DNS')).toMatchObject({ enabled: false })
    await database.prisma.reputationProvider.create({
      data: { type: 'REVERSE_DNS', enabled: true, dailyQuota: 0, perMinute: 0, cacheSeconds: 600 },
    })
    expect(await settings.of('REVERSE_DNS')).toMatchObject({ enabled: false })
    listeners.get('enrichmentSettings')?.()
    expect(await settings.of('REVERSE_DNS')).toMatchObject({ enabled: true })
    await settings.stop()
    expect(listeners.size).toBe(0)
  })
})

describe('a test', () => {
  it('asks with what is given, and counts the question', async () => {
    const given = { type: 'ABUSEIPDB', apiKey: KEY, baseUrl: simulators.abuseIpdb.url }
    simulators.abuseIpdb.set('1.1.1.1', { totalReports: 3, abuseConfidenceScore: 0, isWhitelisted: true })
    expect(await test(given)).toMatchObject({
      test: { ok: true, message: 'AbuseIPDB answers for 1.1.1.1: on the white list, 3 reports, confidence 0 %' },
      userErrors: [],
    })
    expect(await test({ ...given, apiKey: 'wrong-key' })).toMatchObject({
      test: { ok: false, message: 'AbuseIPDB refuses the API key (HTTP 401)' },
    })
    expect(await asked()).toEqual([['ABUSEIPDB', 2]])
    expect(await database.prisma.reputationProvider.count()).toBe(0)
  })

  it('asks with what is stored, as long as the quota lasts', async () => {
    await ready('GREYNOISE', { baseUrl: simulators.greyNoise.url, dailyQuota: 1 })
    simulators.greyNoise.set('1.1.1.1', undefined)
    expect(await test({ type: 'GREYNOISE' })).toMatchObject({
      test: { ok: true, message: 'GreyNoise answers: it knows nothing of 1.1.1.1' },
    })
    const before = simulators.greyNoise.server.journal.length
    expect(await test({ type: 'GREYNOISE' })).toMatchObject({
      test: { ok: false, message: 'The quota of the day (1) is used up; it begins anew at 00:00 UTC' },
    })
    expect(simulators.greyNoise.server.journal.length).toBe(before)
    expect(await asked()).toEqual([['GREYNOISE', 1]])
  })

  it('needs a key, unless the provider does not', async () => {
    expect(await test({ type: 'VIRUSTOTAL' })).toMatchObject({
      test: null,
      userErrors: [{ field: ['apiKey'], message: 'Enter the API key' }],
    })
    expect(await asked()).toEqual([])
    expect(await test({ type: 'REVERSE_DNS' })).toMatchObject({
      test: { ok: true, message: 'Reverse DNS answers for 1.1.1.1: one.example' },
    })
  })

  it('says what is wrong with a server that is away', async () => {
    expect(await test({ type: 'VIRUSTOTAL', apiKey: KEY, baseUrl: 'http://127.0.0.1:1' })).toMatchObject({
      test: { ok: false, message: expect.stringMatching(/^VirusTotal cannot be asked: /) as unknown },
    })
  })
})

describe('a provider', () => {
  it('is asked when it is switched on and has its key', async () => {
    const provider = providerOf('ABUSEIPDB')
    expect(await provider.pace()).toBeUndefined()
    await ready('ABUSEIPDB', { perMinute: 0 })
    expect(await provider.pace()).toEqual({ concurrency: 4, perMinute: undefined, perDay: 1_000 })
    await update({ type: 'ABUSEIPDB', expectedVersion: 1, enabled: false })
    expect(await provider.pace()).toBeUndefined()
  })

  it.each<['ABUSEIPDB' | 'VIRUSTOTAL' | 'GREYNOISE' | 'REVERSE_DNS', Observable, boolean, boolean]>([
    ['ABUSEIPDB', ADDRESS, true, true],
    ['ABUSEIPDB', PRIVATE, false, false],
    ['ABUSEIPDB', { kind: 'DOMAIN', value: 'a.example' }, false, false],
    ['REVERSE_DNS', PRIVATE, false, false],
    ['GREYNOISE', ADDRESS, true, true],
    ['GREYNOISE', { kind: 'ADDRESS', value: '2001:db8::1' }, false, false],
    ['VIRUSTOTAL', { kind: 'ADDRESS', value: '2001:db8::1' }, true, true],
    ['VIRUSTOTAL', { kind: 'FILE_HASH', value: 'ab'.repeat(16) }, true, true],
    ['VIRUSTOTAL', { kind: 'URL', value: 'a.example/?token=1' }, false, true],
    ['VIRUSTOTAL', { kind: 'USER', value: 'corp\\ann' }, false, false],
  ])('%s takes %j for alerts: %j, for a person: %j', async (type, observable, forAlerts, forPerson) => {
    const provider = providerOf(type)
    expect([await provider.accepts(observable, 'alert'), await provider.accepts(observable, 'person')]).toEqual([forAlerts, forPerson])
  })

  it('answers for as long as is set, and shorter when it knows nothing', async () => {
    await ready('ABUSEIPDB', { baseUrl: simulators.abuseIpdb.url, cacheSeconds: 172_800 })
    simulators.abuseIpdb.set(ADDRESS.value, { abuseConfidenceScore: 77, totalReports: 5 })
    simulators.abuseIpdb.set('203.0.113.77', { abuseConfidenceScore: 0, totalReports: 0, isWhitelisted: null })
    const values = [ADDRESS, { kind: 'ADDRESS', value: '203.0.113.77' }] as const
    expect(await providerOf('ABUSEIPDB').ask(values, AbortSignal.timeout(5_000))).toMatchObject([
      { kind: 'known', score: 77, expiresInSeconds: 172_800 },
      { kind: 'unknown', expiresInSeconds: 21_600 },
    ])
  })

  it('whose key cannot be opened says so', async () => {
    await ready('GREYNOISE')
    await database.prisma.reputationProvider.updateMany({ data: { apiKeySealed: 'v1.garbage' } })
    settings.forget()
    await expect(providerOf('GREYNOISE').ask([ADDRESS], AbortSignal.timeout(5_000))).rejects.toMatchObject({ fault: 'CREDENTIALS' })
  })
})

describe('the reputation', () => {
  const of = (observable: Observable) => contextOf(administrator).load(readModel.reputationOf).load(observable)
  const store = (provider: LookupRow['provider'], { kind, value }: Observable, fields: Partial<LookupRow> & { dueAt?: Date }) => {
    const { facts, state = 'KNOWN', score, reason, dueAt, answeredAt, expiresAt } = { answeredAt: AT, expiresAt: AT, ...fields }
    return database.prisma.lookup.create({
      data: {
        provider,
        kind,
        value,
        state,
        ...(facts !== undefined && facts !== null && { facts }),
        score: score ?? null,
        reason: reason ?? null,
        dueAt: dueAt ?? null,
        answeredAt,
        expiresAt,
      },
    })
  }
  const feed = (fields: Partial<ListedBy> = {}): ListedBy => ({
    name: 'Example feed',
    score: 90,
    weight: 50,
    entry: '198.51.100.0/24',
    succeededAt: AT,
    ...fields,
  })

  it('is unknown where nobody is set up', async () => {
    expect(await of(ADDRESS)).toEqual({ score: null, evidence: [] })
  })

  it('is one score with the evidence behind it', async () => {
    await ready('ABUSEIPDB', { weight: 60 })
    await ready('VIRUSTOTAL', { weight: 70 })
    await update({ type: 'REVERSE_DNS', expectedVersion: 0, enabled: true })
    listed.set(ADDRESS.value, [feed()])
    const facts = {
      summary: '37 reports, confidence 100 %',
      details: [{ name: 'Reports', value: '37' }],
      link: 'https://x.example',
      certainty: 100,
    }
    await store('ABUSEIPDB', ADDRESS, { score: 100, facts })
    await store('VIRUSTOTAL', ADDRESS, { score: 0, facts: { ...facts, summary: '0 of 90 engines', certainty: 20 } })
    const { score, evidence } = toReputationType(await of(ADDRESS))
    expect(score).toBe(85)
    expect(evidence).toMatchObject([
      {
        source: 'Example feed',
        provider: null,
        state: 'KNOWN',
        score: 90,
        weight: 40,
        summary: 'On the list as 198.51.100.0/24',
        answeredAt: AT,
      },
      {
        source: 'AbuseIPDB',
        provider: 'ABUSEIPDB',
        score: 100,
        weight: 48,
        link: 'https://x.example',
        details: facts.details,
        expiresAt: AT,
      },
      { source: 'VirusTotal', score: 0, weight: 11, summary: '0 of 90 engines' },
    ])
  })

  it('says of each that says nothing why', async () => {
    for (const type of ['ABUSEIPDB', 'VIRUSTOTAL', 'GREYNOISE'] as const) await ready(type)
    await store('ABUSEIPDB', ADDRESS, { state: 'PENDING', answeredAt: null, expiresAt: null, reason: 'waiting: quota', dueAt: AT })
    await store('GREYNOISE', ADDRESS, { state: 'FAILED', reason: 'failed: GreyNoise answers with HTTP 503' })
    expect(await of(ADDRESS)).toMatchObject({
      score: null,
      evidence: [
        { state: 'PENDING', reason: 'waiting: quota', weight: 0, score: null, summary: null },
        { state: 'NOT_ASKED', reason: null },
        { state: 'FAILED', reason: 'failed: GreyNoise answers with HTTP 503' },
      ],
    })
    expect((await of(PRIVATE)).evidence).toMatchObject([
      { state: 'NOT_ASKED', reason: 'Private network (RFC 1918)' },
      { state: 'NOT_ASKED', reason: 'Private network (RFC 1918)' },
      { state: 'NOT_ASKED', reason: 'Private network (RFC 1918)' },
    ])
    expect((await of({ kind: 'URL', value: 'a.example/b' })).evidence).toMatchObject([
      { source: 'VirusTotal', state: 'NOT_ASKED', reason: expect.stringContaining('may hold secrets') as unknown },
    ])
    expect((await of({ kind: 'ADDRESS', value: '2001:db8::1' })).evidence.map(({ source }) => source)).toEqual(['AbuseIPDB', 'VirusTotal'])
  })

  it('counts the last answer while a newer one is asked for or failed', async () => {
    await ready('GREYNOISE')
    const facts = { summary: 'seen attacking at random', details: [], link: null, certainty: 100 }
    await store('GREYNOISE', ADDRESS, { score: 85, facts, reason: 'failed: no answer', dueAt: new Date(AT.getTime() - 1) })
    expect(await of(ADDRESS)).toMatchObject({ score: 85, evidence: [{ state: 'KNOWN', refreshing: true, reason: 'failed: no answer' }] })
  })
})
