import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { startHttpServer, type HttpServerOptions, type TestHttpServer } from './http-server.js'

/** How a feed is served; as it ought to be unless told. */
export type FeedManner =
  | 'plain'
  /** With content-encoding, when the client takes it. */
  | 'gzip'
  /** Without ETag; Last-Modified instead. */
  | 'dated'
  /** Breaks off in the middle of the body. */
  | 'truncated'
  /** Begins, and never ends. */
  | 'slow'
  /** Never ends, and fast. */
  | 'huge'
  /** A page that says sorry, with status 200. */
  | 'html'
  | 'broken'
  /** To another place on the internet. */
  | 'redirect'

export interface ServedFeed {
  readonly body: string | Buffer
  readonly manner?: FeedManner
}

/** Block-list feeds as their servers serve them, on 127.0.0.1: for tests and the demo. */
export interface FeedServer {
  urlOf(name: string): string
  /** From now on. */
  serve(name: string, feed: ServedFeed): void
  /** Status codes that were answered for a feed, in order. */
  answered(name: string): readonly number[]
  readonly http: TestHttpServer
  stop(): Promise<void>
}

const PAGE = '<!DOCTYPE html>\n<html><head><title>Sorry</title></head>\n<body>\n198.51.100.1\n</body></html>\n'
const LINES = Buffer.from(Array.from({ length: 4_096 }, (_, index) => `198.51.${index >> 8}.${index & 255}\n`).join(''))

export async function startFeedServer(
  feeds: Readonly<Record<string, ServedFeed>> = {},
  options: HttpServerOptions = {},
): Promise<FeedServer> {
  const served = new Map(Object.entries(feeds))
  const answered = new Map<string, number[]>()
  const http = await startHttpServer((request, response) => {
    const name = request.path.slice(1)
    const feed = served.get(name)
    response.once('close', () => answered.set(name, [...(answered.get(name) ?? []), response.statusCode]))
    if (!feed) return { status: 404, body: 'Not found' }
    const body = Buffer.from(feed.body)
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
    const modified = new Date(Date.UTC(2026, 0, 1) + (parseInt(etag.slice(1, 7), 16) % 100_000) * 1_000).toUTCString()
    const type = { 'content-type': 'text/plain' }
    switch (feed.manner ?? 'plain') {
      case 'plain':
        if (request.headers['if-none-match'] === etag) return { status: 304, headers: { etag } }
        return { headers: { ...type, etag }, body }
      case 'gzip':
        if (request.headers['if-none-match'] === etag) return { status: 304, headers: { etag } }
        if (!String(request.headers['accept-encoding']).includes('gzip')) return { headers: { ...type, etag }, body }
        return { headers: { ...type, etag, 'content-encoding': 'gzip' }, body: gzipSync(body) }
      case 'dated':
        if (request.headers['if-modified-since'] === modified) return { status: 304 }
        return { headers: { ...type, 'last-modified': modified }, body }
      case 'truncated':
        response.writeHead(200, { ...type, 'content-length': body.length + 100 })
        response.write(body, () => response.destroy())
        return undefined
      case 'slow':
        response.writeHead(200, type)
        response.write(body)
        return undefined
      case 'huge': {
        response.writeHead(200, type)
        const pour = () => {
          while (!response.destroyed && response.write(LINES));
        }
        response.on('drain', pour)
        pour()
        return undefined
      }
      case 'html':
        return { headers: { 'content-type': 'text/html' }, body: PAGE }
      case 'broken':
        return { status: 503, headers: { 'retry-after': '60' }, body: 'Try again later' }
      case 'redirect':
        return { status: 302, headers: { location: 'http://10.0.0.1/list.txt' } }
    }
  }, options)
  return {
    urlOf: name => `${http.url}/${name}`,
    serve: (name, feed) => void served.set(name, feed),
    answered: name => answered.get(name) ?? [],
    http,
    stop: () => http.stop(),
  }
}
