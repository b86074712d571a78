import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Asker, Finding } from './asker.js'
import { makeAskers, type Askers } from './askers.js'
import { retryAfterMs } from './json-question.js'
import { startProviderSimulators, type ProviderFaultKind, type ProviderSimulators } from '../../../../../../test/support/providers/index.js'
import { until } from '../../../../../../test/support/until.js'
import { OutboundHttp } from '../../../platform/outbound-http.js'
import { ProviderFault, type Observable } from '../../enrichment/index.js'

const KEY = 'made-up-key-1'
const SMALL_KEY = 'made-up-key-2'
const HASTY_KEY = 'made-up-key-3'
const NOON = Date.UTC(2026, 10, 24, 12, 0, 5)
const MIDNIGHT = Date.UTC(2026, 10, 25)
const ADDRESS: Observable = { kind: 'ADDRESS', value: '198.51.100.23' }

let now = NOON
let http: OutboundHttp
let simulators: ProviderSimulators
let askers: Askers

beforeAll(async () => {
  const keys = [KEY, { key: SMALL_KEY, perDay: 1 }, { key: HASTY_KEY, perMinute: 1 }]
  simulators = await startProviderSimulators({ keys, now: () => now })
  http = new OutboundHttp({ userAgent: 'sallyport-test' })
  await http.start()
})
afterAll(async () => {
  await http.stop()
  await simulators.stop()
})

/** Those that are asked over HTTP, each with its simulator. */
const THREE = [
  { type: 'ABUSEIPDB', server: () => simulators.abuseIpdb.server },
  { type: 'VIRUSTOTAL', server: () => simulators.virusTotal.server },
  { type: 'GREYNOISE', server: () => simulators.greyNoise.server },
] as const

beforeEach(() => {
  now = NOON
  askers = makeAskers({ http, clock: { now: () => now } })
  for (const { server } of THREE) {
    server().fault = 'NONE'
    server().slowMs = 0
    server().journal.length = 0
  }
})

interface Asking {
  readonly key?: string
  readonly signal?: AbortSignal
}

const ask = (type: Asker['type'], observable: Observable = ADDRESS, { key = KEY, signal = AbortSignal.timeout(20_000) }: Asking = {}) => {
  const server = THREE.find(one => one.type === type)?.server()
  return askers[type].ask(observable, { baseUrl: server?.url ?? '', apiKey: key }, signal)
}

/** What it ends with: the finding, or the fault without anything that could be a secret. */
async function outcome(asked: Promise<Finding>): Promise<object> {
  try {
    return await asked
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error
    const { retryAt } = error.options
    return { fault: error.fault, message: error.message, ...(retryAt !== undefined && { retryAt }) }
  }
}

describe('an answer', () => {
  it('is one of the provider itself', async () => {
    simulators.abuseIpdb.set(ADDRESS.value, { abuseConfidenceScore: 91, totalReports: 40 })
    simulators.virusTotal.set(ADDRESS.value, { malicious: 10, suspicious: 0, harmless: 50, undetected: 30 })
    simulators.greyNoise.set(ADDRESS.value, { noise: true, riot: false, classification: 'malicious', name: 'unknown' })
    const findings = await Promise.all(THREE.map(({ type }) => ask(type)))
    expect(findings).toMatchObject([
      { kind: 'known', score: 91, facts: { summary: '40 reports, confidence 91 %' } },
      { kind: 'known', score: 89, facts: { summary: '10 of 90 engines' } },
      { kind: 'known', score: 85, facts: { summary: 'seen attacking at random' } },
    ])
    expect(THREE.map(({ server }) => server().journal)).toMatchObject([
      [{ method: 'GET', path: '/api/v2/check?ipAddress=198.51.100.23&maxAgeInDays=90', key: KEY, status: 200 }],
      [{ method: 'GET', path: '/api/v3/ip_addresses/198.51.100.23', key: KEY }],
      [{ method: 'GET', path: '/v3/community/198.51.100.23', key: KEY }],
    ])
  })

  it('tells of domains, hashes, URLs and IPv6 too', async () => {
    const { virusTotal, abuseIpdb } = simulators
    const stats = { malicious: 3, suspicious: 0, harmless: 60, undetected: 27 }
    const values: readonly [Observable, string][] = [
      [{ kind: 'DOMAIN', value: 'evil.example' }, 'evil.example'],
      [{ kind: 'FILE_HASH', value: 'ab'.repeat(32) }, 'ab'.repeat(32)],
      [{ kind: 'URL', value: 'evil.example/a?b=%20' }, 'http://evil.example/a?b=%20'],
      [{ kind: 'ADDRESS', value: '2001:db8::7' }, '2001:db8::7'],
    ]
    for (const [observable, asked] of values) {
      virusTotal.set(asked, stats)
      expect(await ask('VIRUSTOTAL', observable)).toMatchObject({ kind: 'known', score: 49, facts: { summary: '3 of 90 engines' } })
    }
    abuseIpdb.set('2001:db8::7', { abuseConfidenceScore: 5, totalReports: 1 })
    expect(await ask('ABUSEIPDB', { kind: 'ADDRESS', value: '2001:db8::7' })).toMatchObject({ kind: 'known', score: 5 })
  })

  it('may be that nothing is known', async () => {
    simulators.abuseIpdb.set('203.0.113.99', { abuseConfidenceScore: 0, totalReports: 0, isWhitelisted: null })
    simulators.virusTotal.set('203.0.113.99', undefined)
    simulators.greyNoise.set('203.0.113.99', undefined)
    const findings = await Promise.all(THREE.map(({ type }) => ask(type, { kind: 'ADDRESS', value: '203.0.113.99' })))
    expect(findings.map(({ kind }) => kind)).toEqual(['unknown', 'unknown', 'unknown'])
  })

  it('may be that the value is none', async () => {
    expect(await ask('ABUSEIPDB', { kind: 'ADDRESS', value: 'nonsense' })).toMatchObject({ kind: 'failed' })
    expect(await ask('GREYNOISE', { kind: 'ADDRESS', value: 'nonsense' })).toMatchObject({ kind: 'failed' })
    expect(await ask('VIRUSTOTAL', { kind: 'HOST', value: 'nonsense' })).toMatchObject({ kind: 'failed' })
  })

  it('is made up for the attackers of the demo, always the same', async () => {
    const values = ['192.0.2.66', '203.0.113.201', '203.0.113.45']
    for (const value of values) {
      const first = await Promise.all(THREE.map(({ type }) => ask(type, { kind: 'ADDRESS', value })))
      expect(first.every(finding => finding.kind === 'known' && (finding.score ?? 0) >= 60)).toBe(true)
      expect(await Promise.all(THREE.map(({ type }) => ask(type, { kind: 'ADDRESS', value })))).toEqual(first)
    }
  })
})

describe('a refusal', () => {
  it.each(THREE)('of the key by $type stops asking', async ({ type }) => {
    const refused = await outcome(ask(type, ADDRESS, { key: 'wrong-secret' }))
    expect(refused).toMatchObject({ fault: 'CREDENTIALS', message: expect.stringMatching(/refuses the API key \(HTTP 401\)/) as unknown })
    expect(JSON.stringify(refused)).not.toContain('wrong-secret')
  })

  it('because of the quota says until when', async () => {
    for (const { type } of THREE) await ask(type, ADDRESS, { key: SMALL_KEY })
    const [abuse, virusTotal, noise] = await Promise.all(THREE.map(({ type }) => outcome(ask(type, ADDRESS, { key: SMALL_KEY }))))
    expect(abuse).toEqual({ fault: 'QUOTA', message: 'The quota of AbuseIPDB is used up', retryAt: MIDNIGHT })
    expect(noise).toEqual({ fault: 'QUOTA', message: 'The quota of GreyNoise is used up' })
    // It does not say which of its quotas: a minute later it is clear.
    expect(virusTotal).toMatchObject({ fault: 'RATE', retryAt: NOON + 60_000 })
    expect(await outcome(ask('VIRUSTOTAL', ADDRESS, { key: SMALL_KEY }))).toMatchObject({ fault: 'RATE' })
    now = NOON + 60_000
    expect(await outcome(ask('VIRUSTOTAL', ADDRESS, { key: SMALL_KEY }))).toMatchObject({ fault: 'QUOTA', retryAt: now + 3_600_000 })
  })

  it('because of the rate is a short pause', async () => {
    await ask('ABUSEIPDB', ADDRESS, { key: HASTY_KEY })
    expect(await outcome(ask('ABUSEIPDB', ADDRESS, { key: HASTY_KEY }))).toMatchObject({ fault: 'RATE', retryAt: NOON + 60_000 })
  })
})

describe('whatever goes wrong', () => {
  const UNAVAILABLE: readonly ProviderFaultKind[] = [
    'UNREACHABLE',
    'SERVER_ERROR',
    'TRUNCATED',
    'HTML',
    'OTHER_SHAPE',
    'HUGE',
    'GZIP_BOMB',
    'DEEP',
  ]

  it.each(THREE.flatMap(one => UNAVAILABLE.map(fault => ({ ...one, fault }))))(
    '$fault at $type is a fault of the provider',
    async ({ type, server, fault }) => {
      server().fault = fault
      const failed = await outcome(ask(type))
      expect(failed).toMatchObject({ fault: 'UNAVAILABLE' })
      expect(JSON.stringify(failed)).not.toContain(KEY)
    },
  )

  it.each(THREE)('hostile contents of $type come out clean', async ({ type, server }) => {
    server().fault = 'HOSTILE'
    const finding = await ask(type)
    const text = JSON.stringify(finding)
    expect(finding.kind).toBe('known')
    expect(text).not.toMatch(/\\u0000|\\ud800|\u202e|javascript:/)
    expect(text.length).toBeLessThan(6_000)
  })

  it.each(THREE)('$type that stays silent is not waited for once nobody wants to', async ({ type, server }) => {
    server().fault = 'SILENT'
    const stop = new AbortController()
    const asked = ask(type, ADDRESS, { signal: stop.signal })
    const rejected = expect(asked).rejects.toThrow('stopped')
    await until(() => server().journal.length === 1)
    stop.abort(new Error('stopped'))
    await rejected
  })

  it('a slow answer is an answer', async () => {
    simulators.greyNoise.server.slowMs = 300
    expect(await ask('GREYNOISE', { kind: 'ADDRESS', value: '203.0.113.8' })).toMatchObject({ kind: 'known', score: 85 })
  })

  it('a base URL of something else is found out', async () => {
    const other = { baseUrl: simulators.greyNoise.url, apiKey: KEY }
    expect(await outcome(askers.VIRUSTOTAL.ask(ADDRESS, other, AbortSignal.timeout(5_000)))).toMatchObject({ fault: 'CREDENTIALS' })
    expect(await outcome(askers.ABUSEIPDB.ask(ADDRESS, other, AbortSignal.timeout(5_000)))).toMatchObject({ fault: 'UNAVAILABLE' })
  })
})

it.each([
  [undefined, undefined],
  ['120', 120_000],
  [' 5 ', 5_000],
  ['-1', undefined],
  ['soon', undefined],
  ['999999999', 604_800_000],
  [new Date(NOON + 30_000).toUTCString(), 30_000],
  [new Date(NOON - 30_000).toUTCString(), undefined],
])('Retry-After %j is %j', (header, wait) => {
  expect(retryAfterMs(header, NOON)).toBe(wait)
})
