import type { Random } from './random.js'
import type { ThreatLayout } from '../../apps/api/src/modules/panos-log/index.js'

/** A made-up firewall. Addresses and names throughout are those set aside for documentation and private use. */
export interface DemoFirewall {
  readonly name: string
  readonly serial: string
  /** (major << 8) + minor. */
  readonly configVersion: number
  readonly layout: ThreatLayout
  /** Third part of the networks behind it. */
  readonly site: number
}

/** Releases after 11.0 write the layout of 11.0. */
const RELEASES = [
  [2049, '8.1'],
  [2304, '9.0'],
  [2305, '9.1'],
  [2560, '10.0'],
  [2561, '10.1'],
  [2562, '10.2'],
  [2562, '10.2'],
  [2816, '11.0'],
  [2817, '11.0'],
  [2818, '11.0'],
] as const satisfies readonly (readonly [number, ThreatLayout])[]

const SITES = ['hq', 'dc-east', 'dc-west', 'berlin', 'lyon', 'osaka', 'austin', 'leeds', 'cork', 'pune', 'lima', 'perth'] as const

export function castFirewalls(count: number, random: Random): readonly DemoFirewall[] {
  return Array.from({ length: count }, (_, index) => {
    const [configVersion, layout] = RELEASES[index % RELEASES.length] ?? RELEASES[0]
    const site = SITES[index % SITES.length] ?? 'hq'
    return {
      name: `fw-${site}-${String(Math.floor(index / SITES.length) + 1).padStart(2, '0')}`,
      serial: `0099${String(random.between(0, 99_999_999)).padStart(8, '0')}`,
      configVersion,
      layout,
      site: index % 250,
    }
  })
}

export interface Employee {
  readonly user: string
  readonly mail: string
  /** Last part of the address. */
  readonly host: number
}

const NAMES = [
  'ann',
  'bela',
  'chidi',
  'dana',
  'emre',
  'fatima',
  'goran',
  'hana',
  'ines',
  'jonas',
  'kofi',
  'lucia',
  'mina',
  'noor',
  'otto',
] as const

export const EMPLOYEES: readonly Employee[] = NAMES.map((name, index) => ({
  user: `corp\\${name}`,
  mail: `${name}@corp.example`,
  host: 20 + index * 7,
}))

export interface Attacker {
  readonly address: string
  readonly country: string
}

/** The same few come again and again, as they do. */
export const ATTACKERS: readonly Attacker[] = [
  { address: '192.0.2.66', country: 'Netherlands' },
  { address: '192.0.2.199', country: 'Brazil' },
  { address: '198.51.100.23', country: 'United States' },
  { address: '198.51.100.71', country: 'Romania' },
  { address: '198.51.100.140', country: 'Viet Nam' },
  { address: '203.0.113.8', country: 'China' },
  { address: '203.0.113.45', country: 'Russian Federation' },
  { address: '203.0.113.201', country: 'India' },
]

export const SERVERS = [
  { host: 10, port: 443, app: 'web-browsing', rule: 'dmz-web-in' },
  { host: 25, port: 25, app: 'smtp', rule: 'mail-in' },
  { host: 22, port: 22, app: 'ssh', rule: 'admin-ssh' },
  { host: 45, port: 445, app: 'ms-ds-smb', rule: 'file-shares' },
] as const

export const USER_AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15',
  'python-requests/2.32.3',
  'curl/8.11.0',
] as const
