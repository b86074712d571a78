import { isIPv4 } from 'node:net'
import { characterOf, oneOf, recentDay } from './plausible.js'
import { ProviderServer, type ProviderManners, type ProviderOptions, type ProviderReply } from './provider-server.js'

export interface Noise {
  readonly noise: boolean
  readonly riot: boolean
  readonly classification: 'malicious' | 'suspicious' | 'benign' | 'unknown'
  readonly name: string
}

export interface GreyNoiseSimulator {
  /** To be set as base URL. */
  readonly url: string
  readonly server: ProviderServer
  /** What it says of an address from now on; undefined: it has never seen it. */
  set(address: string, noise: Noise | undefined): void
  stop(): Promise<void>
}

/** GreyNoise community v3: `GET /v3/community/{ip}` with the header `key`. */
export async function startGreyNoise(options: ProviderOptions): Promise<GreyNoiseSimulator> {
  const given = new Map<string, Noise | undefined>()
  const now = options.now ?? (() => Date.now())
  const server = new ProviderServer(mannersOf(given, now), options)
  await server.start()
  return {
    url: server.url,
    server,
    set: (address, noise) => void given.set(address, noise),
    stop: () => server.stop(),
  }
}

const message = (status: number, text: string): ProviderReply => ({ status, body: { message: text } })

const mannersOf = (given: ReadonlyMap<string, Noise | undefined>, now: () => number): ProviderManners => ({
  keyHeader: 'key',
  reply: url => {
    const address = decodeURIComponent(/^\/v3\/community\/([^/]+)$/.exec(url.pathname)?.[1] ?? '')
    if (!isIPv4(address)) return message(400, 'Request is not a valid routable IPv4 address')
    const noise = given.has(address) ? given.get(address) : plausible(address)
    if (!noise) return notSeen(address)
    return {
      status: 200,
      body: {
        ip: address,
        ...noise,
        link: `https://viz.greynoise.io/ip/${address}`,
        last_seen: recentDay(address, now()).toISOString().slice(0, 10),
        message: 'Success',
      },
    }
  },
  wrongKey: () => message(401, 'API key not found'),
  usedUp: (limit, quota) =>
    message(429, limit === 'DAY' ? `You have hit your daily rate-limit of ${quota} requests per day.` : 'You are asking too fast.'),
  hostile: {
    noise: true,
    riot: false,
    classification: 'MALICIOUS\u0000',
    name: 'a\u0000b\u202ec'.repeat(4_000),
    link: 'javascript:alert(1)',
    last_seen: {},
  },
})

const notSeen = (address: string): ProviderReply => ({
  status: 404,
  body: {
    ip: address,
    noise: false,
    riot: false,
    message: 'IP not observed scanning the internet or contained in RIOT data set.',
  },
})

function plausible(address: string): Noise | undefined {
  switch (characterOf(address)) {
    case 'ATTACKER':
      return { noise: true, riot: false, classification: 'malicious', name: 'unknown' }
    case 'SUSPICIOUS':
      return { noise: true, riot: false, classification: 'unknown', name: oneOf(address, 'name', ['unknown', 'Example Survey']) }
    case 'HARMLESS':
      return { noise: false, riot: true, classification: 'benign', name: 'Example Public DNS' }
    case 'UNHEARD_OF':
      return undefined
  }
}
