import { isIP } from 'node:net'
import { characterOf, oneOf, pickOf, recentDay, type Character } from './plausible.js'
import { ProviderServer, type ProviderManners, type ProviderOptions, type ProviderReply } from './provider-server.js'

/** Fields of the documented answer of `/api/v2/check`. */
export interface AbuseReport {
  readonly abuseConfidenceScore: number
  readonly totalReports: number
  readonly numDistinctUsers: number
  readonly isWhitelisted: boolean | null
  readonly usageType: string | null
  readonly isp: string | null
  readonly domain: string | null
  readonly countryCode: string | null
  readonly isTor: boolean
  readonly lastReportedAt: string | null
}

export interface AbuseIpdbSimulator {
  /** To be set as base URL. */
  readonly url: string
  readonly server: ProviderServer
  /** What it says of an address from now on; the rest is made up. */
  set(address: string, report: Partial<AbuseReport>): void
  stop(): Promise<void>
}

/** AbuseIPDB v2: `GET /api/v2/check` with the header `Key`. */
export async function startAbuseIpdb(options: ProviderOptions): Promise<AbuseIpdbSimulator> {
  const given = new Map<string, Partial<AbuseReport>>()
  const now = options.now ?? (() => Date.now())
  const server = new ProviderServer(mannersOf(given, now), options)
  await server.start()
  return {
    url: server.url,
    server,
    set: (address, report) => void given.set(address, report),
    stop: () => server.stop(),
  }
}

const error = (status: number, detail: string, headers: Record<string, string> = {}): ProviderReply => ({
  status,
  headers,
  body: { errors: [{ detail, status }] },
})

const mannersOf = (given: ReadonlyMap<string, Partial<AbuseReport>>, now: () => number): ProviderManners => ({
  keyHeader: 'key',
  reply: url => {
    if (url.pathname !== '/api/v2/check') return error(404, 'There is no such endpoint.')
    const address = url.searchParams.get('ipAddress') ?? ''
    if (isIP(address) === 0) return error(422, 'The ip address must be a valid IPv4 or IPv6 address.')
    return { status: 200, body: { data: reportOf(address, given.get(address), now()) } }
  },
  wrongKey: () => error(401, 'Authentication failed. Your API key is either missing, incorrect, or revoked.'),
  usedUp: (limit, quota, at) => {
    const wait = limit === 'MINUTE' ? 60 : Math.ceil((86_400_000 - (at % 86_400_000)) / 1_000)
    return error(429, `Daily rate limit of ${quota} requests exceeded for this endpoint. See headers for additional details.`, {
      'retry-after': String(wait),
      'x-ratelimit-limit': String(quota),
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Math.floor(at / 1_000) + wait),
    })
  },
  hostile: {
    data: {
      abuseConfidenceScore: 100,
      totalReports: 5,
      numDistinctUsers: 'many',
      isp: 'Evil\u0000Net \ud800 \u202egnp.exe',
      usageType: 'x'.repeat(50_000),
      domain: { toString: 1 },
      lastReportedAt: 7,
      countryCode: '<script>alert(1)</script>',
    },
  },
})

interface Bounds {
  readonly confidence: readonly [low: number, high: number]
  readonly reports: readonly [low: number, high: number]
}

const REPORTS: Readonly<Record<Character, Bounds>> = {
  ATTACKER: { confidence: [70, 100], reports: [12, 900] },
  SUSPICIOUS: { confidence: [10, 45], reports: [1, 9] },
  UNHEARD_OF: { confidence: [0, 0], reports: [0, 0] },
  HARMLESS: { confidence: [0, 0], reports: [0, 3] },
}

function reportOf(address: string, given: Partial<AbuseReport> | undefined, now: number): object {
  const character = characterOf(address)
  const { confidence, reports } = REPORTS[character]
  const totalReports = given?.totalReports ?? pickOf(address, 'reports', ...reports)
  return {
    ipAddress: address,
    isPublic: true,
    ipVersion: isIP(address),
    isWhitelisted: character === 'HARMLESS' ? true : null,
    abuseConfidenceScore: pickOf(address, 'confidence', ...confidence),
    countryCode: oneOf(address, 'country', ['NL', 'BR', 'US', 'RO', 'VN', 'CN', 'IN']),
    usageType: oneOf(address, 'usage', ['Data Center/Web Hosting/Transit', 'Fixed Line ISP', 'Mobile ISP']),
    isp: oneOf(address, 'isp', ['Example Hosting', 'Sample Telecom', 'Placeholder Networks']),
    domain: oneOf(address, 'isp', ['hosting.example', 'telecom.example', 'networks.example']),
    hostnames: [],
    isTor: false,
    totalReports,
    numDistinctUsers: Math.ceil(totalReports / 3),
    lastReportedAt: totalReports === 0 ? null : recentDay(address, now).toISOString(),
    ...given,
  }
}
