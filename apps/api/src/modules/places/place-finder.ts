import type { AddressScope } from '@sallyport/shared'
import type { Service } from '../../platform/lifecycle.js'
import type { Logger } from '../../platform/logger.js'
import type { NamedNetwork } from '../../platform/prisma/client.js'
import { formatAddress } from '../lists/index.js'
import { scopeOfWords } from './address-scope.js'
import { readAddress } from './address-words.js'
import { GeoSlot } from './geo-slot.js'
import type { GeoDatabase } from './geo-source.js'
import { openOwnMmdb } from './mmdb-source.js'
import type { NamedNetworks } from './named-networks.js'
import { openShippedAsn, openShippedCity, SHIPPED } from './shipped-geo.js'

/** Where an address is; null: not known. */
export interface FoundPlace {
  readonly scope: AddressScope
  /** What a private, reserved or translated range is, in words. */
  readonly scopeName: string | null
  readonly network: NamedNetwork | null
  readonly countryCode: string | null
  readonly country: string | null
  readonly region: string | null
  readonly city: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly asn: number | null
  readonly organisation: string | null
  /** Those that the answer is from. */
  readonly sources: readonly GeoDatabase[]
}

export interface PlaceFinderDeps {
  /** Files in MaxMind's format that go before those that ship. */
  readonly files: { readonly cityFile?: string | undefined; readonly asnFile?: string | undefined }
  readonly networks: Pick<NamedNetworks, 'networkOf'>
  readonly logger: Logger
  /** How often own files are looked at for a change; 10,000 unless told. */
  readonly pollMs?: number
}

const POLL_MS = 10_000

/**
 * Tells from local databases where an address is, in microseconds and without asking anybody. Databases are loaded in the
 * background: until then, and when they cannot be, places are not known and geoDatabases says why.
 */
export class PlaceFinder implements Service {
  readonly name = 'places'
  /** Resolves when the databases have been loaded or have failed. */
  ready: Promise<void> = Promise.resolve()
  private readonly city: GeoSlot
  private readonly asn: GeoSlot
  private timer: NodeJS.Timeout | undefined
  private readonly stopping = new AbortController()

  constructor(private readonly deps: PlaceFinderDeps) {
    const { files, logger } = deps
    const openOwn = (kind: 'City' | 'ASN') => (file: string, signal: AbortSignal) => openOwnMmdb(kind, file, signal)
    this.city = new GeoSlot({
      ownFile: files.cityFile,
      openOwn: openOwn('City'),
      openShipped: openShippedCity,
      shipped: SHIPPED.City,
      logger,
    })
    this.asn = new GeoSlot({ ownFile: files.asnFile, openOwn: openOwn('ASN'), openShipped: openShippedAsn, shipped: SHIPPED.ASN, logger })
  }

  async start(): Promise<void> {
    const { files, pollMs = POLL_MS } = this.deps
    this.ready = this.refresh()
    if (files.cityFile === undefined && files.asnFile === undefined) return
    this.timer = setInterval(() => void this.refresh(), pollMs)
    this.timer.unref()
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    clearInterval(this.timer)
    await this.ready
    await this.refresh()
  }

  /** Looks at own files now. */
  async refresh(): Promise<void> {
    await Promise.all([this.city, this.asn].map(slot => slot.refresh(this.stopping.signal)))
  }

  databases(): GeoDatabase[] {
    return [...this.city.databases(), ...this.asn.databases()]
  }

  /** Of an address in text; text that is none is RESERVED, 'Not an IP address'. */
  find(address: string): FoundPlace {
    const words = readAddress(address)
    if (words === undefined) return { ...NOWHERE, scope: 'RESERVED', scopeName: 'Not an IP address' }
    const { scope, name, embedded } = scopeOfWords(words)
    const network = this.deps.networks.networkOf(address) ?? null
    // The other end of a translated address is where its IPv4 address is.
    const asked = embedded ?? words
    const text = typeof asked === 'number' && address.includes(':') ? formatAddress(4, BigInt(asked)) : address
    const city = this.city.find(text, asked)
    const asn = this.asn.find(text, asked)
    const known = { ...defined(asn?.record), ...defined(city?.record) }
    return {
      ...NOWHERE,
      ...known,
      // An enterprise database of places knows operators too; the one that is made for them goes before it.
      ...defined({ asn: asn?.record.asn, organisation: asn?.record.organisation }),
      country: known.countryCode === undefined ? null : countryName(known.countryCode),
      scope,
      scopeName: name ?? null,
      network,
      sources: [city, asn].flatMap(found => (found ? [found.database] : [])),
    }
  }
}

const NOWHERE: Omit<FoundPlace, 'scope' | 'scopeName'> = {
  network: null,
  countryCode: null,
  country: null,
  region: null,
  city: null,
  latitude: null,
  longitude: null,
  asn: null,
  organisation: null,
  sources: [],
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

const defined = <T extends object>(fields: T | undefined): Defined<T> =>
  Object.fromEntries(Object.entries(fields ?? {}).filter(([, value]) => value !== undefined)) as Defined<T>

const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' })
const countryNames = new Map<string, string>()

/** 'DE': 'Germany'. */
function countryName(code: string): string {
  const known = countryNames.get(code)
  if (known !== undefined) return known
  const name = regionNames.of(code) ?? code
  countryNames.set(code, name)
  return name
}
