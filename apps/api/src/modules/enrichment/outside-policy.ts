import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { isDocumentationAddress, isPublicAddress } from '../../platform/public-address.js'
import { parseRange, readProtections, type ProtectionIndex } from '../lists/index.js'
import type { Observable } from './lookup-provider.js'

/** Protections are read again after this time. There is no hint for all of their changes, and a value is judged again before it is asked about. */
const FRESH_MS = 2_000

/** Last labels of names that mean something inside one network only (RFC 6761, RFC 6762, RFC 8375, ICANN's list of collisions). */
const INSIDE_LABELS: ReadonlySet<string> = new Set([
  'local',
  'localhost',
  'localdomain',
  'internal',
  'intranet',
  'intra',
  'lan',
  'home',
  'corp',
  'private',
  'priv',
  'domain',
  'workgroup',
  'mail',
  'test',
  'invalid',
  // Names of addresses: they tell which addresses there are inside.
  'arpa',
])

export interface OutsidePolicyDeps {
  readonly pool: Pool
  /** NamedNetworks of places. */
  readonly networks: { ownNetworkOf(address: string): { readonly name: string } | undefined }
  readonly clock: Clock
}

/** Decides what providers outside are never asked about: they would learn of it, and know nothing of it. */
export class OutsidePolicy {
  private loaded: { readonly at: number; readonly index: Promise<ProtectionIndex> } | undefined

  constructor(private readonly deps: OutsidePolicyDeps) {}

  /**
   * Why providers outside are not asked; undefined: they may be.
   *
   * @param observable in canonical form
   * @throws when the protected values cannot be read: then nobody is to be asked
   */
  async reasonNotToAsk({ kind, value }: Observable): Promise<string | undefined> {
    switch (kind) {
      case 'USER':
        return 'Users are asked about in directories only'
      case 'HOST':
        return 'Host names mean something in this network only'
      case 'FILE_HASH':
        return undefined
      case 'ADDRESS':
        return this.ofAddress(value)
      case 'DOMAIN':
      case 'URL':
        return this.ofHost(value.split(/[/?]/, 1)[0] ?? value)
    }
  }

  private async ofAddress(address: string): Promise<string | undefined> {
    // Those of examples are nobody's: demonstrations and tests are made of them.
    if (!isPublicAddress(address) && !isDocumentationAddress(address)) return 'A private or reserved address'
    const own = this.deps.networks.ownNetworkOf(address)
    if (own) return `In the own network ${own.name}`
    const range = parseRange(address)
    return range && protectedBy((await this.protections()).touchedBy('ADDRESS', { value: address, range }))
  }

  private async ofHost(host: string): Promise<string | undefined> {
    if (parseRange(host)) return this.ofAddress(host)
    const labels = host.split('.')
    if (labels.length < 2) return 'A name without a domain'
    if (INSIDE_LABELS.has(labels.at(-1) ?? '')) return `Names in .${labels.at(-1)} are of inner networks`
    // Asked as a URL's host: of a domain, only its parents protect it.
    return protectedBy((await this.protections()).touchedBy('URL', { value: host }))
  }

  private protections(): Promise<ProtectionIndex> {
    const now = this.deps.clock.now()
    if (!this.loaded || now - this.loaded.at >= FRESH_MS || now < this.loaded.at) {
      const index = readProtections(this.deps.pool)
      const loaded = { at: now, index }
      this.loaded = loaded
      index.catch(() => {
        if (this.loaded === loaded) this.loaded = undefined
      })
    }
    return this.loaded.index
  }
}

const protectedBy = (protection: { readonly description: string; readonly value: string } | undefined): string | undefined =>
  protection && `Protected: ${protection.description === '' ? protection.value : protection.description}`
