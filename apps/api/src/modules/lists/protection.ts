import type { ListKind, ProtectionKind } from '@sallyport/shared'
import { parseRange } from './entry/canonical-address.js'
import { canonicalEntry } from './entry/canonical-entry.js'
import { formatRange, type AddressRange } from './entry/address-range.js'
import { RangeIndex } from './entry/range-index.js'
import { refuse, type Canonical } from './entry/verdict.js'

export interface ProtectedValue {
  readonly kind: ProtectionKind
  readonly value: string
  readonly description: string
}

/** A canonical value, as canonicalEntry gives it. */
export interface CanonicalValue {
  readonly value: string
  readonly range?: AddressRange | undefined
}

/** Ships with the server: what belongs to no attacker, or takes the server or the firewalls off the network when it is blocked. */
export const SHIPPED_PROTECTIONS: readonly ProtectedValue[] = [
  network('0.0.0.0/8', 'This network (RFC 1122)'),
  network('10.0.0.0/8', 'Private network (RFC 1918)'),
  network('100.64.0.0/10', 'Shared address space of carriers (RFC 6598)'),
  network('127.0.0.0/8', 'Loopback'),
  network('169.254.0.0/16', 'Link-local'),
  network('172.16.0.0/12', 'Private network (RFC 1918)'),
  network('192.168.0.0/16', 'Private network (RFC 1918)'),
  network('224.0.0.0/4', 'Multicast'),
  network('255.255.255.255', 'Broadcast'),
  network('::', 'Unspecified address'),
  network('::1', 'Loopback'),
  network('fc00::/7', 'Unique local addresses (RFC 4193)'),
  network('fe80::/10', 'Link-local'),
  network('ff00::/8', 'Multicast'),
  { kind: 'DOMAIN', value: 'localhost', description: 'This host' },
  { kind: 'DOMAIN', value: 'paloaltonetworks.com', description: 'Updates and licences of the firewalls' },
]

function network(value: string, description: string): ProtectedValue {
  return { kind: 'NETWORK', value, description }
}

/** Networks of any width, domains (with all their subdomains) and users, in the forms in which entries are compared with them. */
export function canonicalProtection(kind: ProtectionKind, typed: string): Canonical {
  if (kind === 'USER') return canonicalEntry('USER', typed)
  if (kind === 'NETWORK') {
    const range = parseRange(typed.trim())
    return range ? { ok: true, value: formatRange(range), range } : refuse('Not an IP address, a network or a range')
  }
  if (/[*^]/.test(typed)) return refuse('A protected domain covers its subdomains: write it without wildcards')
  return canonicalEntry('DOMAIN', typed)
}

/** All enabled protections, ready to be asked about many values. */
export class ProtectionIndex {
  private readonly networks: RangeIndex<ProtectedValue & { range: AddressRange }>
  private readonly domains: readonly { readonly labels: readonly string[]; readonly protection: ProtectedValue }[]
  private readonly domainByName: ReadonlyMap<string, ProtectedValue>
  private readonly users: ReadonlyMap<string, readonly ProtectedValue[]>

  constructor(protections: readonly ProtectedValue[]) {
    const of = (kind: ProtectionKind) => protections.filter(protection => protection.kind === kind)
    this.networks = new RangeIndex(
      of('NETWORK').flatMap(protection => {
        const range = parseRange(protection.value)
        return range ? [{ ...protection, range }] : []
      }),
    )
    this.domains = of('DOMAIN').map(protection => ({ labels: protection.value.split('.').reverse(), protection }))
    this.domainByName = new Map(of('DOMAIN').map(protection => [protection.value, protection]))
    this.users = Map.groupBy(of('USER'), protection => bareUser(protection.value))
  }

  /** The protection that a value of this kind would touch, whichever of the two is the wider one. */
  touchedBy(kind: ListKind, { value, range }: CanonicalValue): ProtectedValue | undefined {
    switch (kind) {
      case 'ADDRESS':
        return range && this.networks.find(range)
      case 'DOMAIN':
        return this.byDomain(value.replace(/^\*\./, ''), true)
      case 'URL':
        return this.byUrl(value)
      case 'USER':
        return this.byUser(value)
      case 'FILE_HASH':
        return undefined
    }
  }

  private byUrl(url: string): ProtectedValue | undefined {
    const host = hostOfUrl(url)
    const range = parseRange(host)
    if (range) return this.networks.find(range)
    if (!/[*^]/.test(host)) return this.byDomain(host, false)
    const pattern = host.split('.').reverse()
    return this.domains.find(({ labels }) => patternTouches(pattern, labels))?.protection
  }

  /** @param coversSubdomains firewalls may be told to expand a domain entry to its subdomains: then a parent covers a protected child */
  private byDomain(name: string, coversSubdomains: boolean): ProtectedValue | undefined {
    for (let rest = name; ;) {
      const protection = this.domainByName.get(rest)
      if (protection) return protection
      const dot = rest.indexOf('.')
      if (dot < 0) break
      rest = rest.slice(dot + 1)
    }
    if (!coversSubdomains) return undefined
    return this.domains.find(({ protection }) => protection.value.endsWith(`.${name}`))?.protection
  }

  /** A user is written domain\\user, user@domain or bare; two ways of writing that may mean the same person count as the same. */
  private byUser(value: string): ProtectedValue | undefined {
    return this.users.get(bareUser(value))?.find(protection => maySameUser(protection.value, value))
  }
}

/** Host part of a canonical URL. */
export const hostOfUrl = (url: string): string => url.split('/', 1)[0] ?? url

const bareUser = (user: string): string => user.replace(/^.*\\/, '').replace(/@.*$/, '')

/** Of users with the same bare name: only two domains written in the same way tell them apart. */
const maySameUser = (left: string, right: string): boolean =>
  left === right || !['\\', '@'].some(mark => left.includes(mark) && right.includes(mark))

/**
 * Whether some host matches the pattern and is the domain or one of its subdomains. Labels are given from the right.
 * `*` counts as any number of labels, none included: `*.x` is published as `x` too.
 */
function patternTouches(pattern: readonly string[], domain: readonly string[]): boolean {
  const touches = (at: number, label: number): boolean => {
    // The whole domain is matched: whatever the pattern goes on with is a subdomain.
    if (label === domain.length) return true
    const token = pattern[at]
    if (token === undefined) return false
    if (token === '*') return touches(at + 1, label) || touches(at, label + 1)
    return (token === '^' || token === domain[label]) && touches(at + 1, label + 1)
  }
  return touches(0, 0)
}
