import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gunzip } from 'node:zlib'

const gunzipped = promisify(gunzip)
const brotlied = promisify(brotliCompress)

export const EXTENSIONS = ['txt', 'json', 'csv'] as const
export type Extension = (typeof EXTENSIONS)[number]
export type Encoding = 'identity' | 'gzip' | 'br'

/** Bodies by format, gzipped: as they are stored. */
export type StoredBodies = Readonly<Record<Extension, Uint8Array>>

/** Names a version in force over restarts and restored databases alike. */
export interface VersionRef {
  /** Digits. */
  readonly id: string
  readonly number: number
  readonly entryCount: number
  /** Epoch milliseconds. */
  readonly inForceAt: number
}

export interface Representation {
  readonly body: Buffer
  /** Strong: differs with the encoding (RFC 9110, 8.8.3). */
  readonly etag: string
  readonly encoding: Encoding
  readonly extension: Extension
  readonly version: VersionRef
}

/** A version in memory, in all forms that may be asked for. */
export interface ServedVersion {
  readonly ref: VersionRef
  readonly forms: Readonly<Record<Extension, Readonly<Record<Encoding, Representation>>>>
}

export const isSameVersion = (left: VersionRef, right: VersionRef): boolean =>
  left.id === right.id && left.number === right.number && left.inForceAt === right.inForceAt

/** Compresses on zlib's own threads. @throws when a body is not what gzip wrote */
export async function servedVersion(ref: VersionRef, bodies: StoredBodies): Promise<ServedVersion> {
  const [txt, json, csv] = await Promise.all(EXTENSIONS.map(async extension => formsOf(ref, extension, bodies[extension])))
  if (!txt || !json || !csv) throw new Error('A body is missing')
  return { ref, forms: { txt, json, csv } }
}

async function formsOf(version: VersionRef, extension: Extension, stored: Uint8Array): Promise<Record<Encoding, Representation>> {
  const identity = await gunzipped(stored)
  const br = await brotlied(identity, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: identity.length },
  })
  const tag = createHash('sha256').update(identity).digest('base64url').slice(0, 27)
  const form = (encoding: Encoding, body: Buffer): Representation => ({
    body,
    etag: encoding === 'identity' ? `"${tag}"` : `"${tag}-${encoding}"`,
    encoding,
    extension,
    version,
  })
  return { identity: form('identity', identity), gzip: form('gzip', Buffer.from(stored)), br: form('br', br) }
}
