import { characterOf, oneOf, pickOf, recentDay } from './plausible.js'
import { ProviderServer, type ProviderManners, type ProviderOptions, type ProviderReply } from './provider-server.js'

/** Engines by what they say. */
export interface Stats {
  readonly malicious: number
  readonly suspicious: number
  readonly harmless: number
  readonly undetected: number
}

export interface VirusTotalSimulator {
  /** To be set as base URL. */
  readonly url: string
  readonly server: ProviderServer
  /** What it says of an address, domain, hash or full URL from now on; undefined: it has never heard of it. */
  set(value: string, stats: Stats | undefined): void
  stop(): Promise<void>
}

/** VirusTotal v3: `GET /api/v3/{ip_addresses,domains,files,urls}/{id}` with the header `x-apikey`. */
export async function startVirusTotal(options: ProviderOptions): Promise<VirusTotalSimulator> {
  const given = new Map<string, Stats | undefined>()
  const now = options.now ?? (() => Date.now())
  const server = new ProviderServer(mannersOf(given, now), options)
  await server.start()
  return {
    url: server.url,
    server,
    set: (value, stats) => void given.set(value, stats),
    stop: () => server.stop(),
  }
}

const error = (status: number, code: string, message: string): ProviderReply => ({ status, body: { error: { code, message } } })

const KINDS: Readonly<Record<string, string>> = { ip_addresses: 'ip_address', domains: 'domain', files: 'file', urls: 'url' }

const mannersOf = (given: ReadonlyMap<string, Stats | undefined>, now: () => number): ProviderManners => ({
  keyHeader: 'x-apikey',
  reply: url => {
    const [, collection = '', encoded = ''] = /^\/api\/v3\/([a-z_]+)\/([^/]+)$/.exec(url.pathname) ?? []
    const kind = KINDS[collection]
    if (kind === undefined) return error(404, 'NotFoundError', 'Resource not found.')
    const id = decodeURIComponent(encoded)
    const value = kind === 'url' ? Buffer.from(id, 'base64url').toString('utf8') : id
    if (kind === 'url' && (/[^\w-]/.test(id) || !/^https?:\/\//.test(value)))
      return error(400, 'InvalidArgumentError', 'Not a URL identifier')
    const stats = given.has(value) ? given.get(value) : plausible(value, kind)
    if (!stats) return error(404, 'NotFoundError', `${kind} "${value}" not found`)
    return { status: 200, body: { data: { id, type: kind, attributes: attributesOf(value, kind, stats, now()) } } }
  },
  wrongKey: () => error(401, 'WrongCredentialsError', 'Wrong API key'),
  usedUp: () => error(429, 'QuotaExceededError', 'Quota exceeded'),
  hostile: {
    data: {
      attributes: {
        last_analysis_stats: { malicious: 9, suspicious: -4, harmless: 1e300, undetected: 'none' },
        last_analysis_date: 1e300,
        as_owner: 'Evil\u0000Net \ud800',
        tags: Array.from({ length: 5_000 }, () => 'tag\u202e'),
        categories: Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`engine ${index}`, `category ${index}`])),
      },
    },
  },
})

function plausible(value: string, kind: string): Stats | undefined {
  const engines = kind === 'file' ? 72 : 94
  const rest = (malicious: number, suspicious: number, undetected: number): Stats => ({
    malicious,
    suspicious,
    undetected,
    harmless: engines - malicious - suspicious - undetected,
  })
  switch (characterOf(value)) {
    case 'ATTACKER':
      return rest(pickOf(value, 'malicious', 5, 22), pickOf(value, 'suspicious', 0, 3), 30)
    case 'SUSPICIOUS':
      return rest(1, 1, 32)
    case 'HARMLESS':
      return rest(0, 0, 28)
    case 'UNHEARD_OF':
      // It has an opinion on every address and domain, but not on every file.
      return kind === 'ip_address' || kind === 'domain' ? rest(0, 0, 36) : undefined
  }
}

function attributesOf(value: string, kind: string, stats: Stats, now: number): object {
  const analysed = Math.floor(recentDay(value, now).getTime() / 1_000)
  const common = { last_analysis_stats: { ...stats, timeout: 0 }, last_analysis_date: analysed, reputation: -stats.malicious, tags: [] }
  switch (kind) {
    case 'ip_address':
      return { ...common, as_owner: oneOf(value, 'isp', ['Example Hosting', 'Sample Telecom', 'Placeholder Networks']), asn: 64_500 }
    case 'domain':
      return { ...common, registrar: 'Example Registrar', creation_date: analysed - 90 * 86_400, categories: {} }
    case 'file':
      return {
        ...common,
        meaningful_name: oneOf(value, 'name', ['invoice.exe', 'setup.msi', 'report.docm']),
        type_description: 'Win32 EXE',
        size: pickOf(value, 'size', 20_000, 4_000_000),
        first_submission_date: analysed - 86_400,
        ...(stats.malicious > 0 && { popular_threat_classification: { suggested_threat_label: 'trojan.example/sample' } }),
      }
    default:
      return { ...common, title: 'Example page', last_final_url: value, categories: {} }
  }
}
