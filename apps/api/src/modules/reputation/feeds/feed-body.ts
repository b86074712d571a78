import { setImmediate as breathe } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { FEED_MAX_BYTES } from '@sallyport/shared'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** Names in other scripts grow in canonical form. */
const UNPACKED_MAX = 4 * FEED_MAX_BYTES
const VALUES_A_TURN = 20_000

/** Values, each followed by a newline, gzipped: as they are stored. The same values make the same bytes. */
export async function packValues(values: readonly string[]): Promise<Buffer> {
  const parts: Buffer[] = []
  for (let at = 0; at < values.length; at += VALUES_A_TURN) {
    parts.push(Buffer.from(values.slice(at, at + VALUES_A_TURN).join('\n') + '\n'))
    await breathe()
  }
  return pack(Buffer.concat(parts))
}

/** What packValues packed, with its newlines. */
export const unpackValues = (body: Uint8Array): Promise<Buffer> => unpack(body, { maxOutputLength: UNPACKED_MAX })
