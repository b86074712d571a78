import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildAlert, buildIncident, buildSource } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { actorOf } from '../../../../../test/support/graphql.js'
import { until } from '../../../../../test/support/until.js'
import { inventedReport, startWildfireSimulator, type WildfireSimulator } from '../../../../../test/support/wildfire-simulator/index.js'
import { systemClock } from '../../platform/clock.js'
import { HintBus } from '../../platform/hint-bus.js'
import { createLogger } from '../../platform/logger.js'
import { OutboundHttp } from '../../platform/outbound-http.js'
import { SecretBox } from '../../platform/secret-box.js'
import { canonicalObservable, LookupRunner, Lookups, type Observable } from '../enrichment/index.js'
import { VerdictRaiser } from '../incidents/index.js'
import { SourceService } from '../sources/index.js'
import { WELL_KNOWN_HASH, WildfireTester } from './wildfire-tester.js'
import {
  ReportFiles,
  ReportStore,
  WildfireClient,
  WildfireReportProvider,
  WildfireSettings,
  WildfireUsage,
  WildfireVerdictProvider,
} from './index.js'

const KEY = 'k'.repeat(64)
const logger = createLogger('silent')
const secrets = new SecretBox(Buffer.alloc(32, 5))
const administrator = actorOf('ADMINISTRATOR')

let database: TestDatabase
let simulator: WildfireSimulator
let bus: HintBus
let parts: ReturnType<typeof compose>
const http = new OutboundHttp({ userAgent: 'Sallyport test' })

function compose() {
  const { pool, prisma } = database
  const lookups = new Lookups({ pool, hints: bus, clock: systemClock, logger })
  const client = new WildfireClient({ http, clock: systemClock })
  const settings = new WildfireSettings({ prisma, secrets })
  const usage = new WildfireUsage({ pool })
  const reports = new ReportStore({ prisma })
  const raiser = new VerdictRaiser({ pool, prisma, hints: bus, clock: systemClock, logger })
  const report = new WildfireReportProvider({ pool, client, settings, reports, canonical: canonicalObservable, clock: systemClock })
  const verdict = new WildfireVerdictProvider({
    pool,
    client,
    settings,
    usage,
    raiser,
    lookups,
    reportProvider: report,
    clock: systemClock,
  })
  const runner = new LookupRunner({ pool, lookups, providers: [verdict, report], hints: bus, clock: systemClock, logger })
  const sources = new SourceService({ prisma, pool, secrets, hints: bus, settingsChanged: () => undefined })
  const files = new ReportFiles({ reports, client, settings, usage })
  const tester = new WildfireTester({ client, settings, usage })
  return { lookups, raiser, reports, report, verdict, runner, sources, files, tester }
}

beforeAll(async () => {
  database = await createTestDatabase()
  bus = new HintBus({ databaseUrl: database.url, pool: database.pool, logger })
  await bus.start()
})
afterAll(async () => {
  await bus.stop()
  await http.stop()
  await database.drop()
})
beforeEach(async () => {
  await database.pool.query(
    'TRUNCATE alert, incident, incident_activity, lookup, provider_usage, provider_health, wildfire_report CASCADE; DELETE FROM source',
  )
  simulator = await startWildfireSimulator({ apiKeys: [KEY] })
  await buildSource(database, {
    wildfireApiEnabled: true,
    wildfireApiUrl: simulator.url,
    wildfireApiKeySealed: secrets.seal('source.wildfireApiKey', KEY),
  })
  parts = compose()
  await parts.runner.start()
})
afterEach(async () => {
  await parts.runner.stop()
  await simulator.stop()
})

let counter = 0
const newHash = () => (counter += 1).toString(16).padStart(64, 'e')
const file = (value: string): Observable => ({ kind: 'FILE_HASH', value })
const want = (hashes: readonly string[], options?: { force: boolean }) =>
  parts.lookups.want([parts.verdict], hashes.map(file), 'alert', options)
const row = (hash: string, provider = 'WILDFIRE_VERDICT') =>
  database.prisma.lookup.findUnique({ where: { provider_kind_value: { provider, kind: 'FILE_HASH', value: hash } } })
const settled = (hash: string, state: string, provider = 'WILDFIRE_VERDICT') =>
  until(
    async () => {
      const found = await row(hash, provider)
      return found?.state === state && found.claimedUntil === null && found
    },
    { what: () => `${provider} to be ${state}` },
  )
/** Asks again now, as it would be done after the pause. */
const askNow = async (hash: string, provider = 'WILDFIRE_VERDICT') => {
  await database.pool.query('UPDATE lookup SET due_at = now() WHERE provider = $1 AND value = $2', [provider, hash])
  await bus.publish('lookups', { ids: [`FILE_HASH ${hash}`] })
}
const verdictIs = (hash: string, verdict: string) =>
  until(
    async () => {
      const found = await row(hash)
      return (found?.facts as { verdict?: string } | null)?.verdict === verdict && found?.claimedUntil === null && found
    },
    { what: () => `the verdict to be ${verdict}` },
  )
const activitiesOf = (incidentId: bigint) =>
  database.prisma.incidentActivity.findMany({
    where: { incidentId },
    orderBy: { id: 'asc' },
    omit: { id: true, incidentId: true, createdAt: true },
  })
const incidentOf = (id: bigint) => database.prisma.incident.findUniqueOrThrow({ where: { id } })

describe('verdicts', () => {
  it('of many files cost one question, and are stored with their score', async () => {
    const [bad, good, strange, ...others] = Array.from({ length: 400 }, newHash) as [string, string, string, ...string[]]
    simulator.setVerdict(bad, 'malware')
    simulator.setVerdict(good, 'benign')
    await want([bad, good, strange, ...others])
    expect(await settled(bad, 'KNOWN')).toMatchObject({ score: 100, facts: { verdict: 'MALICIOUS' }, dueAt: null })
    const benign = await settled(good, 'KNOWN')
    expect(benign).toMatchObject({ score: 0, facts: { verdict: 'BENIGN' } })
    // Benign and unknown ones are asked about again by themselves.
    expect((benign.dueAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(3_000_000)
    expect((await settled(strange, 'UNKNOWN')).dueAt).not.toBeNull()
    expect(simulator.journal.filter(({ path }) => path === 'get/verdicts')).toHaveLength(1)
  })

  it('leave SHA-1 alone, which WildFire does not know', async () => {
    expect(await want(['a'.repeat(40)])).toBe(0)
  })

  it('of a batch that is refused for one hash are found all the same', async () => {
    const hashes = Array.from({ length: 30 }, newHash)
    const poison = hashes[17] ?? ''
    simulator.faults.poisonous.add(poison)
    for (const hash of hashes) simulator.setVerdict(hash, 'benign')
    await want(hashes)
    for (const hash of hashes) await settled(hash, 'KNOWN')
    const { asked } = await database.prisma.providerUsage.findFirstOrThrow()
    expect(asked).toBe(simulator.usedOf(KEY))
  })

  it('that were settled outlive an answer that leaves the file out', async () => {
    const [hash, other] = [newHash(), newHash()]
    simulator.setVerdict(hash, 'benign')
    await want([hash, other])
    await settled(hash, 'KNOWN')
    simulator.faults.leftOut.add(hash)
    await database.pool.query('UPDATE lookup SET due_at = now()')
    await bus.publish('lookups', { ids: [] })
    const asked = () => simulator.journal.filter(({ path }) => path === 'get/verdicts').length
    await until(() => asked() === 2)
    await until(async () => ((await row(hash))?.dueAt?.getTime() ?? 0) > Date.now() + 60_000)
    expect(await row(hash)).toMatchObject({ state: 'KNOWN', facts: { verdict: 'BENIGN' } })
  })

  it('wait for the next day when the quota of the source is used up', async () => {
    await database.prisma.source.updateMany({ data: { wildfireDailyQuota: 1 } })
    const [first, second] = [newHash(), newHash()]
    simulator.setVerdict(first, 'benign')
    await want([first])
    await settled(first, 'KNOWN')
    await want([second])
    const waiting = await until(async () => {
      const found = await row(second)
      return found?.reason ? found : undefined
    })
    expect(waiting).toMatchObject({ state: 'PENDING', reason: expect.stringMatching(/quota of the day is used up/) as string })
    expect(simulator.usedOf(KEY)).toBe(1)
  })

  it('are not asked for with a key that was refused, until another is saved', async () => {
    const source = await database.prisma.source.findFirstOrThrow()
    await database.prisma.source.updateMany({ data: { wildfireApiKeySealed: secrets.seal('source.wildfireApiKey', 'wrong-key') } })
    const hash = newHash()
    simulator.setVerdict(hash, 'grayware')
    await want([hash])
    const health = await until(
      async () => (await database.prisma.providerHealth.findFirst({ where: { lastError: { not: null } } })) ?? undefined,
    )
    expect(health.lastError).toBe('WildFire does not accept the API key (401: Invalid API key)')
    const refused = simulator.journal.length
    await askNow(hash)
    await parts.sources.update(administrator, { id: source.id, expectedVersion: 1, wildfireApiKey: KEY })
    await settled(hash, 'KNOWN')
    expect(simulator.journal.filter(({ apiKey }) => apiKey === 'wrong-key')).toHaveLength(refused)
    expect(await database.prisma.providerHealth.findFirst({ where: { provider: 'WILDFIRE_VERDICT' } })).toMatchObject({ lastError: null })
  })

  it('are not asked for while the source or its switch is off, or there is no key', async () => {
    for (const data of [{ enabled: false }, { wildfireApiEnabled: false }, { wildfireApiKeySealed: null }]) {
      const before = await database.prisma.source.findFirstOrThrow()
      await database.prisma.source.updateMany({ data })
      expect(await parts.verdict.pace()).toBeUndefined()
      expect(await parts.report.pace()).toBeUndefined()
      const { enabled, wildfireApiEnabled, wildfireApiKeySealed } = before
      await database.prisma.source.updateMany({ data: { enabled, wildfireApiEnabled, wildfireApiKeySealed } })
    }
    expect(await parts.verdict.pace()).toMatchObject({ perDay: 1_050 })
    expect(await parts.report.pace()).toMatchObject({ perDay: 997 })
  })
})

describe('a verdict that turns malicious', () => {
  it('reopens the closed incident, raises it, and says so once', async () => {
    const hash = newHash()
    const incident = await buildIncident(database, { state: 'CLOSED', closeSummary: 'False alarm', closedAt: new Date(), severity: 2 })
    const receiver = { victimSide: 'DESTINATION', dstUser: 'corp\\ann', dstIp: '192.0.2.20' }
    await buildAlert(database, { incidentId: incident.id, fileDigest: hash, verdict: 'BENIGN', subtype: 'wildfire', ...receiver })
    simulator.setVerdict(hash, 'benign')
    await want([hash])
    await verdictIs(hash, 'BENIGN')
    expect(await activitiesOf(incident.id)).toEqual([])
    const hinted = new Promise<readonly string[]>(resolve => bus.on('incidents', ({ ids }) => resolve(ids)))
    simulator.setVerdict(hash, 'malware')
    await askNow(hash)
    expect(await hinted).toEqual([String(incident.id)])
    expect(await verdictIs(hash, 'MALICIOUS')).toMatchObject({
      score: 100,
      facts: { previousVerdict: 'BENIGN', verdictChangedAt: expect.any(String) as string },
    })
    expect(await incidentOf(incident.id)).toMatchObject({ state: 'OPEN', severity: 4, closeSummary: null, closedAt: null, version: 2 })
    const told = {
      kind: 'VERDICT_CHANGED',
      cause: 'SYSTEM',
      userId: null,
      assigneeId: null,
      fromState: 'CLOSED',
      toState: 'OPEN',
      summary: `WildFire verdict of ${hash} changed from BENIGN to MALICIOUS`,
      detail: 'Let through to corp\\ann',
      facts: null,
    }
    expect(await activitiesOf(incident.id)).toEqual([told])
    // Somebody closes it again; asking again is no news.
    await database.prisma.incident.update({ where: { id: incident.id }, data: { state: 'CLOSED' } })
    await askNow(hash)
    await until(() => simulator.journal.filter(({ hashes }) => hashes.includes(hash) && hashes.length === 1).length >= 4)
    await settled(hash, 'KNOWN')
    expect(await activitiesOf(incident.id)).toEqual([told])
    expect(await incidentOf(incident.id)).toMatchObject({ state: 'CLOSED' })
  })

  it('is news also when the API contradicts the firewall at its first word', async () => {
    const hash = newHash()
    const [wrong, right, silent, other] = [
      await buildIncident(database, { state: 'IGNORED', severity: 5 }),
      await buildIncident(database),
      await buildIncident(database, { state: 'ASSIGNED' }),
      await buildIncident(database),
    ]
    await buildAlert(database, {
      incidentId: wrong.id,
      fileDigest: hash,
      verdict: 'GRAYWARE',
      mailRecipient: 'bo@corp.example',
      blocked: true,
    })
    await buildAlert(database, { incidentId: right.id, fileDigest: hash, verdict: 'MALICIOUS' })
    await buildAlert(database, { incidentId: silent.id, fileDigest: hash, verdict: null })
    await buildAlert(database, { incidentId: other.id, fileDigest: newHash(), verdict: 'BENIGN' })
    simulator.setVerdict(hash, 'phishing')
    await want([hash])
    await verdictIs(hash, 'PHISHING')
    const summaries = async (id: bigint) => (await activitiesOf(id)).map(({ summary, detail, toState }) => [summary, detail, toState])
    expect(await summaries(wrong.id)).toEqual([[`WildFire verdict of ${hash} changed from GRAYWARE to PHISHING`, null, 'OPEN']])
    expect(await summaries(silent.id)).toEqual([[`WildFire verdict of ${hash} changed from UNKNOWN to PHISHING`, null, null]])
    expect([await summaries(right.id), await summaries(other.id)]).toEqual([[], []])
    expect([await incidentOf(wrong.id), await incidentOf(silent.id), await incidentOf(right.id)]).toMatchObject([
      { state: 'OPEN', severity: 5 },
      { state: 'ASSIGNED', severity: 4 },
      { state: 'NEW', severity: 3, version: 1 },
    ])
  })

  it('is told once, however often and by however many it is told', async () => {
    const hash = newHash()
    const incident = await buildIncident(database, { state: 'CLOSED' })
    await buildAlert(database, { incidentId: incident.id, fileDigest: hash, verdict: 'BENIGN' })
    const change = { hash, from: 'BENIGN', to: 'MALICIOUS', at: new Date() } as const
    const raised = await Promise.all(Array.from({ length: 5 }, () => parts.raiser.raise([change])))
    expect(raised.flat()).toEqual([String(incident.id)])
    expect(await activitiesOf(incident.id)).toHaveLength(1)
  })

  it('gives the incident back its alerts only where no other takes them', async () => {
    const hash = newHash()
    const link = { linkKey: 'VICTIM_USER', linkValue: 'corp\\cyd' }
    const [closed, later] = [
      await buildIncident(database, { ...link, state: 'CLOSED', linking: false }),
      await buildIncident(database, { ...link, linking: true }),
    ]
    await buildAlert(database, { incidentId: closed.id, fileDigest: hash, verdict: 'BENIGN' })
    await parts.raiser.raise([{ hash, from: undefined, to: 'MALICIOUS', at: new Date() }])
    expect([await incidentOf(closed.id), await incidentOf(later.id)]).toMatchObject([{ state: 'OPEN', linking: false }, { linking: true }])
  })
})

describe('reports', () => {
  it('follow a bad verdict by themselves, and wait until WildFire has one', async () => {
    const hash = newHash()
    simulator.setVerdict(hash, 'malware')
    await want([hash])
    const waiting = await until(async () => {
      const found = await row(hash, 'WILDFIRE_REPORT')
      return found?.reason ? found : undefined
    })
    expect(waiting).toMatchObject({ state: 'PENDING', attempts: 1, reason: 'waiting: WildFire has no report on the file yet' })
    simulator.setReport(hash, inventedReport(hash, true))
    await askNow(hash, 'WILDFIRE_REPORT')
    expect(await settled(hash, 'KNOWN', 'WILDFIRE_REPORT')).toMatchObject({
      facts: { malware: true, families: [expect.any(String)], fetchedAt: expect.any(String) as string },
    })
    const [stored] = await parts.reports.find([hash])
    expect(stored?.content).toMatchObject({ malware: true, fileType: 'PE', sha256: hash })
    expect(stored?.content.indicators.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['ADDRESS', 'DOMAIN', 'URL']))
    expect((await parts.reports.xml(hash))?.toString('utf8')).toMatch(/^\n<\?xml/)
  })

  it('of benign files are fetched for people alone', async () => {
    const hash = newHash()
    simulator.setVerdict(hash, 'benign')
    simulator.setReport(hash, inventedReport(hash, false))
    expect(await parts.lookups.want([parts.report], [file(hash)], 'person')).toBe(0)
    await want([hash])
    await verdictIs(hash, 'BENIGN')
    expect(await parts.lookups.want([parts.report], [file(hash)], 'alert')).toBe(0)
    expect(await parts.lookups.want([parts.report], [file(hash)], 'person')).toBe(1)
    await settled(hash, 'KNOWN', 'WILDFIRE_REPORT')
  })

  it('are fetched again when the verdict changes', async () => {
    const hash = newHash()
    simulator.setVerdict(hash, 'grayware')
    simulator.setReport(hash, inventedReport(hash, false))
    await want([hash])
    await settled(hash, 'KNOWN', 'WILDFIRE_REPORT')
    expect((await parts.reports.find([hash]))[0]?.content.malware).toBe(false)
    simulator.setVerdict(hash, 'malware')
    simulator.setReport(hash, inventedReport(hash, true))
    await askNow(hash)
    await until(async () => (await parts.reports.find([hash]))[0]?.content.malware === true)
  })

  it.each([
    [
      'an entity bomb',
      'bomb',
      'FAILED',
      'failed: The report of WildFire cannot be read: it declares a document type, which is not accepted',
    ],
    ['endless depth', 'deep', 'FAILED', 'failed: The report of WildFire cannot be read: it is nested too deeply'],
    ['half of it', 'truncated', 'PENDING', 'waiting: The report of WildFire cannot be read: it is not well-formed XML'],
    ['a page of a proxy', 'html', 'PENDING', 'waiting: The report of WildFire cannot be read: it is not well-formed XML'],
    ['other XML', 'other-xml', 'PENDING', 'waiting: The report of WildFire cannot be read: it is XML, but not a WildFire report'],
  ] as const)('with %s are not stored, and say why', async (_what, shape, state, reason) => {
    const hash = newHash()
    simulator.setVerdict(hash, 'malware')
    simulator.setReport(hash, {})
    await want([hash])
    await settled(hash, 'KNOWN', 'WILDFIRE_REPORT')
    await database.prisma.wildfireReport.deleteMany()
    simulator.faults.shape = shape
    await database.pool.query(
      `UPDATE lookup SET state = 'PENDING', facts = NULL, answered_at = NULL, due_at = now() WHERE provider = 'WILDFIRE_REPORT'`,
    )
    await askNow(hash, 'WILDFIRE_REPORT')
    const found = await until(async () => {
      const now = await row(hash, 'WILDFIRE_REPORT')
      return now?.reason ? now : undefined
    })
    expect(found).toMatchObject({ state, reason })
    expect(await database.prisma.wildfireReport.count()).toBe(0)
  })
})

describe('a report as a file', () => {
  it('comes from here as XML, and from WildFire as PDF, for one question however many want it', async () => {
    const hash = newHash()
    expect(await parts.files.xml(hash)).toMatchObject({ kind: 'missing' })
    expect(await parts.files.pdf(hash)).toMatchObject({ kind: 'missing' })
    simulator.setVerdict(hash, 'malware')
    simulator.setReport(hash, {})
    await want([hash])
    await settled(hash, 'KNOWN', 'WILDFIRE_REPORT')
    expect(await parts.files.xml(hash)).toMatchObject({ kind: 'file', contentType: 'application/xml; charset=utf-8' })
    const before = simulator.usedOf(KEY)
    const pdfs = await Promise.all([parts.files.pdf(hash), parts.files.pdf(hash)])
    expect(pdfs).toMatchObject([{ kind: 'file', contentType: 'application/pdf' }, { kind: 'file' }])
    expect(simulator.usedOf(KEY)).toBe(before + 1)
    expect((await database.prisma.providerUsage.findFirstOrThrow()).asked).toBe(before + 1)
  })

  it('is not there while the quota is used up, WildFire does not answer, or answers with something else', async () => {
    const hash = newHash()
    simulator.setVerdict(hash, 'malware')
    simulator.setReport(hash, {})
    await want([hash])
    await settled(hash, 'KNOWN', 'WILDFIRE_REPORT')
    simulator.faults.shape = 'html'
    expect(await parts.files.pdf(hash)).toEqual({ kind: 'unavailable', reason: 'WildFire answered with something that is no PDF' })
    simulator.faults.unreachable = true
    expect(await parts.files.pdf(hash)).toMatchObject({ kind: 'unavailable', reason: expect.stringContaining('127.0.0.1') as string })
    await database.prisma.source.updateMany({ data: { wildfireDailyQuota: 1 } })
    expect(await parts.files.pdf(hash)).toMatchObject({ kind: 'unavailable', reason: expect.stringMatching(/quota .* used up/) as string })
    await database.prisma.source.updateMany({ data: { wildfireApiEnabled: false } })
    expect(await parts.files.pdf(hash)).toEqual({ kind: 'unavailable', reason: 'The WildFire API is switched off' })
  })
})

describe('testing a key', () => {
  it('tells what WildFire says, with what is given or stored', async () => {
    const { id } = await database.prisma.source.findFirstOrThrow()
    simulator.setVerdict(WELL_KNOWN_HASH, 'malware')
    const test = (input: object, sourceId: number | undefined = id) => parts.tester.test(administrator, { sourceId, ...input })
    expect(await test({})).toEqual({
      ok: true,
      message: "The key works. WildFire's verdict on the EICAR test file: malicious",
      milliseconds: expect.any(Number) as number,
    })
    expect((await database.prisma.providerUsage.findFirstOrThrow()).asked).toBe(1)
    expect(await test({ apiKey: 'wrong' })).toMatchObject({
      ok: false,
      message: 'WildFire does not accept the API key (401: Invalid API key)',
    })
    expect(await test({ apiKey: KEY, apiUrl: 'http://127.0.0.1:1' }, undefined)).toMatchObject({
      ok: false,
      message: expect.stringMatching(/127\.0\.0\.1/) as string,
    })
    simulator.faults.answers.push({ status: 421 }, { status: 200, body: '<wildfire/>' })
    expect(await test({})).toMatchObject({ ok: false, message: 'WildFire does not accept the argument (421)' })
    expect(await test({})).toMatchObject({ ok: false, message: 'WildFire answered without a verdict: check the API URL' })
  })

  it('never sends the stored key to another URL than the stored one', async () => {
    const { id } = await database.prisma.source.findFirstOrThrow()
    const stranger = await startWildfireSimulator({ apiKeys: [KEY] })
    await expect(parts.tester.test(administrator, { sourceId: id, apiUrl: stranger.url })).rejects.toMatchObject({
      faults: [{ code: 'INVALID', field: ['apiKey'] }],
    })
    expect(stranger.journal).toEqual([])
    await stranger.stop()
  })

  it('says what is missing, and is for administrators', async () => {
    await database.prisma.source.updateMany({ data: { wildfireApiKeySealed: null } })
    const { id } = await database.prisma.source.findFirstOrThrow()
    await expect(parts.tester.test(administrator, { sourceId: id })).rejects.toMatchObject({ faults: [{ field: ['apiKey'] }] })
    await expect(parts.tester.test(administrator, { sourceId: 999 })).rejects.toMatchObject({ faults: [{ code: 'NOT_FOUND' }] })
    await expect(parts.tester.test(administrator, { sourceId: id, apiKey: 'k', apiUrl: 'http://x.example' })).rejects.toThrow(/https/)
    await expect(parts.tester.test(actorOf('ANALYST'), { sourceId: id })).rejects.toThrow(/source:write/)
    await database.prisma.source.updateMany({
      data: { wildfireApiKeySealed: new SecretBox(Buffer.alloc(32, 6)).seal('source.wildfireApiKey', KEY) },
    })
    expect(await parts.tester.test(administrator, { sourceId: id })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/enter it again/) as string,
    })
  })
})
