import type { GraphQLSchema } from 'graphql'
import { Arg, Ctx, Query, Resolver } from 'type-graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSource } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { actorOf, contextOf, runOperation } from '../../../../../test/support/graphql.js'
import {
  reportXml,
  SANDBOX_SECTIONS,
  startWildfireSimulator,
  type WildfireSimulator,
} from '../../../../../test/support/wildfire-simulator/index.js'
import { buildSchema } from '../../graphql/build-schema.js'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { toGlobalId } from '../../graphql/global-id.js'
import { systemClock } from '../../platform/clock.js'
import { createLogger } from '../../platform/logger.js'
import { OutboundHttp } from '../../platform/outbound-http.js'
import { SecretBox } from '../../platform/secret-box.js'
import { parseXml } from '../../platform/xml.js'
import { canonicalObservable, Lookups } from '../enrichment/index.js'
import { readReport } from './read-report.js'
import {
  ReportStore,
  WildfireAnalysisType,
  WildfireClient,
  WildfireReadModel,
  WildfireResolver,
  WildfireSettings,
  WildfireTester,
  WildfireUsage,
} from './index.js'

const KEY = 'a'.repeat(64)
const HASH = 'c'.repeat(64)
const BENIGN = 'd'.repeat(64)
const AT = '2026-11-24T10:00:00.000Z'
const secrets = new SecretBox(Buffer.alloc(32, 3))
const http = new OutboundHttp({ userAgent: 'Sallyport test' })

/** Stands in for Observable.wildfire, which is of a module above. */
@Can('enrichment:read')
@Resolver()
class ProbeResolver {
  constructor(private readonly model: WildfireReadModel) {}

  @Query(() => WildfireAnalysisType)
  probe(@Arg('hash', () => String) hash: string, @Ctx() context: Context): Promise<WildfireAnalysisType> {
    return context.load(this.model.analysisOf).load(hash)
  }
}

let database: TestDatabase
let simulator: WildfireSimulator
let schema: GraphQLSchema
let model: WildfireReadModel
let sourceId: string

beforeAll(async () => {
  database = await createTestDatabase()
  simulator = await startWildfireSimulator({ apiKeys: [KEY] })
  const { pool, prisma } = database
  const source = await buildSource(database, {
    wildfireApiUrl: simulator.url,
    wildfireApiKeySealed: secrets.seal('source.wildfireApiKey', KEY),
  })
  sourceId = toGlobalId('Source', source.id)
  const reports = new ReportStore({ prisma })
  const lookups = new Lookups({ pool, hints: { publish: async () => undefined }, clock: systemClock, logger: createLogger('silent') })
  model = new WildfireReadModel({ lookups, reports })
  const client = new WildfireClient({ http, clock: systemClock })
  const tester = new WildfireTester({ client, settings: new WildfireSettings({ prisma, secrets }), usage: new WildfireUsage({ pool }) })
  const resolvers = [new ProbeResolver(model), new WildfireResolver({ model, tester })]
  schema = buildSchema({ resolvers, pubSub: { publish: () => undefined, subscribe: () => (async function* () {})() } })

  const xml = reportXml(HASH, {
    family: 'Moonpick',
    size: 12_345,
    platforms: [
      {
        summary: [{ text: 'Packed', score: 0.4, details: 'Hides what it does' }],
        extractedUrls: [{ url: 'www.corp.example/', verdict: 'benign' }],
        sections: SANDBOX_SECTIONS,
      },
    ],
  })
  for (const hash of [HASH, BENIGN])
    await reports.save({ hash, fetchedAt: new Date(AT), content: readReport(parseXml(xml), canonicalObservable) }, Buffer.from(xml))
  const facts = { firstAskedAt: AT, watchedSince: AT, askedAt: AT }
  const lookup = { kind: 'FILE_HASH', state: 'KNOWN', answeredAt: AT, expiresAt: '2026-12-01T10:00:00.000Z' }
  await prisma.lookup.createMany({
    data: [
      {
        ...lookup,
        provider: 'WILDFIRE_VERDICT',
        value: HASH,
        score: 100,
        facts: { ...facts, verdict: 'MALICIOUS', previousVerdict: 'BENIGN', verdictChangedAt: AT },
      },
      { ...lookup, provider: 'WILDFIRE_REPORT', value: HASH },
      { ...lookup, provider: 'WILDFIRE_VERDICT', value: BENIGN, score: 0, facts: { ...facts, verdict: 'BENIGN' } },
    ],
  })
})
afterAll(async () => {
  await simulator.stop()
  await http.stop()
  await database.drop()
})

const run = (query: string, role: 'VIEWER' | 'ANALYST' | 'ADMINISTRATOR' | undefined, variables = {}) =>
  runOperation({ schema, query, variables, ...(role && { actor: actorOf(role) }) })

const PROBE = `query ($hash: String!) { probe(hash: $hash) {
  status { provider state answeredAt refreshing reason } verdict previousVerdict verdictChangedAt reportStatus { provider state }
  report { fetchedAt malware fileType size sha256 signer families xmlPath pdfPath
    platforms { platform software malware summary { text details score } processes { action subject detail } files { action } network { action subject } }
    indicators { kind value verdict } } } }`

describe('an analysis', () => {
  it('tells the verdict, since when, and the report', async () => {
    const { data, errors } = await run(PROBE, 'VIEWER', { hash: HASH })
    expect(errors).toBeUndefined()
    expect(data?.['probe']).toMatchObject({
      status: { provider: 'WILDFIRE_VERDICT', state: 'KNOWN', answeredAt: AT, refreshing: false, reason: null },
      verdict: 'MALICIOUS',
      previousVerdict: 'BENIGN',
      verdictChangedAt: AT,
      reportStatus: { provider: 'WILDFIRE_REPORT', state: 'KNOWN' },
      report: {
        fetchedAt: AT,
        malware: true,
        fileType: 'PE',
        size: '12345',
        sha256: HASH,
        signer: null,
        families: ['Moonpick'],
        xmlPath: `/wildfire/${HASH}.xml`,
        pdfPath: `/wildfire/${HASH}.pdf`,
        platforms: [
          {
            platform: '204',
            malware: true,
            summary: [{ text: 'Packed', details: 'Hides what it does', score: 0.4 }],
            files: [{ action: 'Create' }],
          },
        ],
      },
    })
  })

  it('of what nobody asked about says so', async () => {
    const { data } = await run(PROBE, 'ANALYST', { hash: 'e'.repeat(64) })
    expect(data?.['probe']).toEqual({
      status: { provider: 'WILDFIRE_VERDICT', state: 'NOT_ASKED', answeredAt: null, refreshing: false, reason: null },
      verdict: null,
      previousVerdict: null,
      verdictChangedAt: null,
      reportStatus: { provider: 'WILDFIRE_REPORT', state: 'NOT_ASKED' },
      report: null,
    })
  })

  it('is for people who are signed in', async () => {
    expect((await run(PROBE, undefined, { hash: HASH })).errors?.[0]?.message).toBe('Sign in first')
  })
})

describe('indicators', () => {
  it('of a bad file are what its report names, without the harmless; of a benign file there are none', async () => {
    const loader = contextOf(actorOf('VIEWER')).load(model.indicatorsOf)
    const [bad = [], benign, unknown] = await Promise.all([loader.load(HASH), loader.load(BENIGN), loader.load('e'.repeat(64))])
    expect(bad.map(({ kind }) => kind)).toEqual(['ADDRESS', 'ADDRESS', 'ADDRESS', 'DOMAIN', 'URL', 'FILE_HASH'])
    expect(bad.some(({ value }) => value.includes('corp.example'))).toBe(false)
    expect([benign, unknown]).toEqual([[], []])
  })
})

describe('testing a key', () => {
  const TEST =
    'mutation ($input: WildfireTestInput!) { wildfireTest(input: $input) { test { ok message milliseconds } userErrors { code field message } } }'

  it('answers what WildFire says, or what the person can mend', async () => {
    const test = async (input: object) => (await run(TEST, 'ADMINISTRATOR', { input })).data?.['wildfireTest']
    expect(await test({ sourceId })).toMatchObject({
      test: { ok: true, message: expect.stringContaining('The key works') as string },
      userErrors: [],
    })
    expect(await test({ sourceId, apiKey: 'nonsense' })).toMatchObject({ test: { ok: false }, userErrors: [] })
    expect(await test({ apiKey: 'x', apiUrl: 'http://wildfire.corp.example' })).toEqual({
      test: null,
      userErrors: [{ code: 'INVALID', field: ['apiUrl'], message: 'The key must not travel in clear: use https://' }],
    })
    expect(await test({ sourceId: toGlobalId('Source', 999) })).toMatchObject({
      test: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['sourceId'] }],
    })
  })

  it('is for administrators', async () => {
    for (const role of ['VIEWER', 'ANALYST'] as const)
      expect((await run(TEST, role, { input: { sourceId } })).errors?.[0]?.message).toBe('This needs the permission source:write')
  })
})
