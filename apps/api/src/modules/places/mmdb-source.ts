import { readFile } from 'node:fs/promises'
import { Reader, type Response } from 'maxmind'
import { readGeoRecord, type GeoRecord } from './geo-record.js'
import type { GeoDatabase, GeoKind, GeoSource } from './geo-source.js'
import { readAddress, type AddressWords } from './address-words.js'

export const MMDB_MAX_BYTES = 2 ** 31

/** Looked up once to see that a file can be read: one of each half of either address space. */
const PROBES = ['1.1.1.1', '8.8.8.8', '81.2.69.160', '202.12.27.33', '2001:500::1', '2606:4700::1111', '2a00:1450::1']

/**
 * A MaxMind-format file, read into memory.
 * @throws an Error whose message tells an administrator what is wrong with it
 */
export async function openMmdb(file: string, signal: AbortSignal): Promise<MmdbFile> {
  const bytes = await readFile(file, { signal })
  if (bytes.length >= 2 && bytes.readUInt16BE() === 0x1f8b) throw new Error('It is compressed: unpack it (gunzip) first')
  const opened = new MmdbFile(readerOf(bytes))
  for (const probe of PROBES) opened.probe(probe)
  return opened
}

function readerOf(bytes: Buffer): Reader<Response> {
  try {
    return new Reader<Response>(bytes)
  } catch (error) {
    throw new Error('It is no database in MaxMind format (.mmdb), or not all of it is there', { cause: error })
  }
}

/** The lookups of one file. */
export class MmdbFile {
  constructor(private readonly reader: Reader<Response>) {}

  get builtAt(): Date | null {
    const { buildEpoch } = this.reader.metadata
    return Number.isNaN(buildEpoch.getTime()) ? null : buildEpoch
  }

  get type(): string {
    return this.reader.metadata.databaseType
  }

  find(address: string, words: AddressWords): GeoRecord | undefined {
    // A tree of IPv4 would take the first bits of an IPv6 address for one.
    if (this.reader.metadata.ipVersion === 4 && typeof words !== 'number') return undefined
    try {
      return readGeoRecord(this.reader.get(address))
    } catch {
      // A part of the file is damaged: the rest is still of use.
      return undefined
    }
  }

  /** @throws when the file cannot be looked into */
  probe(address: string): void {
    const words = readAddress(address)
    if (this.reader.metadata.ipVersion === 4 && typeof words !== 'number') return
    try {
      this.reader.get(address)
    } catch (error) {
      throw new Error('It is damaged, or not all of it is there', { cause: error })
    }
  }
}

const MAXMIND = { attribution: 'This product includes GeoLite Data created by MaxMind', url: 'https://www.maxmind.com' }
const DB_IP = { attribution: 'IP Geolocation by DB-IP', url: 'https://db-ip.com' }

/** What the licences of the databases that one can get for nothing want to be shown; of others their name. */
function attributionOf(type: string): Pick<GeoDatabase, 'attribution' | 'url'> {
  if (/^GeoLite/i.test(type)) return MAXMIND
  if (/^GeoIP/i.test(type)) return { attribution: `${type} by MaxMind`, url: MAXMIND.url }
  if (/^DB-?IP/i.test(type)) return DB_IP
  return { attribution: type === '' ? 'A database of your own' : type.slice(0, 100), url: null }
}

/** The administrator's own file. @throws an Error for the administrator */
export async function openOwnMmdb(kind: GeoKind, file: string, signal: AbortSignal): Promise<GeoSource> {
  const opened = await openMmdb(file, signal)
  const { type } = opened
  if (kind === 'City' && /(^|[-_ ])ASN\b/i.test(type)) throw new Error(`It holds network operators (${type}): give it as GEO_ASN_FILE`)
  if (kind === 'ASN' && /\b(City|Country)\b/i.test(type)) throw new Error(`It holds places (${type}): give it as GEO_CITY_FILE`)
  return {
    database: { ...attributionOf(type), builtAt: opened.builtAt, kind, file, error: null },
    find: (address, words) => opened.find(address, words),
  }
}
