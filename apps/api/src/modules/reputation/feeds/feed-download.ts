import { open, realpath } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { FEED_MAX_BYTES, feedLocationFault, isFeedUrl } from '@sallyport/shared'
import { HttpFault, type HttpClient } from '../../../platform/http-client.js'

const TIMEOUT_MS = 60_000
const VALIDATOR_MAX = 1_000

const unzip = promisify(gunzip)

export type Download =
  /** As it was when the tags were given. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'body'; readonly body: Buffer; readonly etag: string | null; readonly lastModified: string | null }

/** Why a feed could not be fetched or read; for the settings page. */
export class FeedFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'FeedFault'
  }
}

export interface DownloadOptions {
  readonly location: string
  /** What the last good body came with; null: fetch it whatever it is. */
  readonly etag: string | null
  readonly lastModified: string | null
  readonly http: HttpClient
  /** DATA_DIR/feeds: the only folder that files are read from. */
  readonly folder: string
  readonly signal: AbortSignal
}

/** From its URL, or from its file. Unpacked if it is a .gz. @throws FeedFault, or what the signal was aborted with */
export async function download(options: DownloadOptions): Promise<Download> {
  const fault = feedLocationFault(options.location)
  if (fault !== undefined) throw new FeedFault(fault)
  const fetched = isFeedUrl(options.location) ? await fromServer(options) : await fromFile(options)
  return fetched.kind === 'body' ? { ...fetched, body: await unpacked(fetched.body) } : fetched
}

async function fromServer({ location, etag, lastModified, http, signal }: DownloadOptions): Promise<Download> {
  const conditions = {
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  }
  const headers = { accept: 'text/plain, text/csv, */*;q=0.5', ...conditions }
  const request = { method: 'GET', url: location, headers, timeoutMs: TIMEOUT_MS, maxBytes: FEED_MAX_BYTES, signal } as const
  const response = await http.request(request).catch((error: unknown) => {
    signal.throwIfAborted()
    throw error instanceof HttpFault ? new FeedFault(error.message, { cause: error }) : error
  })
  if (response.status === 304 && Object.keys(conditions).length > 0) return { kind: 'unchanged' }
  if (response.status !== 200) throw new FeedFault(`${new URL(location).host} answered ${response.status}`)
  return {
    kind: 'body',
    body: response.body,
    etag: validator(response.headers['etag']),
    lastModified: validator(response.headers['last-modified']),
  }
}

const validator = (value: string | undefined): string | null =>
  value !== undefined && value.length <= VALIDATOR_MAX && /^[\x20-\x7e]+$/.test(value) ? value : null

/** A link may not lead out of the folder, and what is read is what was looked at. */
async function fromFile({ location, etag, folder, signal }: DownloadOptions): Promise<Download> {
  try {
    const root = await realpath(folder)
    const file = await realpath(path.join(root, location))
    if (!file.startsWith(`${root}${path.sep}`)) throw new FeedFault('The file is outside of the folder feeds of the data directory')
    const handle = await open(file)
    try {
      const status = await handle.stat()
      if (!status.isFile()) throw new FeedFault('It is not a file')
      if (status.size > FEED_MAX_BYTES) throw new FeedFault(tooLarge)
      const stamp = `"${status.mtimeMs}-${status.size}"`
      if (stamp === etag) return { kind: 'unchanged' }
      return { kind: 'body', body: await handle.readFile({ signal }), etag: stamp, lastModified: null }
    } finally {
      await handle.close()
    }
  } catch (error) {
    signal.throwIfAborted()
    throw fileFault(error, location)
  }
}

const tooLarge = `It is larger than ${FEED_MAX_BYTES / 1_048_576} MB`

function fileFault(error: unknown, location: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new FeedFault(`There is no file ${location} in the folder feeds of the data directory`)
  if (code === 'EACCES') return new FeedFault(`The server may not read the file ${location}`)
  return error
}

async function unpacked(body: Buffer): Promise<Buffer> {
  if (body.length < 2 || body.readUInt16BE() !== 0x1f8b) return body
  return unzip(body, { maxOutputLength: FEED_MAX_BYTES }).catch((error: unknown) => {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new FeedFault(isTooLarge ? tooLarge : 'It is compressed and damaged, or not all of it came', { cause: error })
  })
}
