import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, type BrotliDecompress, type Gunzip, type Inflate } from 'node:zlib'
import { HttpFault } from './http-client.js'

const DECODERS: Readonly<Record<string, () => Gunzip | Inflate | BrotliDecompress>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

export interface BodyOptions {
  /** The content-encoding header. */
  readonly encoding: string | readonly string[] | undefined
  readonly host: string
  readonly maxBytes: number
}

/** The whole body, decompressed. It is given up as soon as it is too large, so that little compressed data cannot fill the memory. */
export async function readBody(body: Readable, { encoding, host, maxBytes }: BodyOptions): Promise<Buffer> {
  const name = (typeof encoding === 'string' ? encoding : (encoding ?? []).join(', ')).trim().toLowerCase()
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of decoded(body, name, host)) {
      bytes += chunk.length
      if (bytes > maxBytes) throw new HttpFault('TOO_LARGE', `The answer of ${host} is larger than ${maxBytes} bytes`)
      chunks.push(chunk)
    }
  } finally {
    body.on('error', () => undefined).destroy()
  }
  return Buffer.concat(chunks, bytes)
}

async function* decoded(body: Readable, encoding: string, host: string): AsyncGenerator<Buffer> {
  const make = DECODERS[encoding]
  if (!make && encoding !== '' && encoding !== 'identity') {
    throw new HttpFault('UNREACHABLE', `${host} answers in an encoding that was not asked for`)
  }
  if (!make) {
    yield* body as AsyncIterable<Buffer>
    return
  }
  // Both ends fail together; the error reaches the reader through the decoder.
  const decoder = make()
  let isEmpty = true
  const encoded = async function* () {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      isEmpty = false
      yield chunk
    }
  }
  pipeline(encoded, decoder, () => undefined)
  try {
    yield* decoder as AsyncIterable<Buffer>
  } catch (error) {
    // No body at all, as answers to HEAD have it.
    if (isEmpty && body.readableEnded) return
    if (error instanceof Error && 'code' in error && /^(Z_|ERR__?ERROR|ERR_PADDING|ERR_BROTLI)/.test(String(error.code)))
      throw new HttpFault('UNREACHABLE', `${host} sent a body that cannot be decompressed`, { cause: error })
    throw error
  }
}
