import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { issueCertificate } from './panos-simulator/certificates.js'

/** A request as it arrived, body included. */
export interface ReceivedRequest {
  readonly method: string
  /** Path and query. */
  readonly url: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Answers by writing to the response, or returns what is to be sent. Nothing of both: the client waits. */
export type HttpHandler = (
  request: ReceivedRequest,
  response: ServerResponse,
) => void | Answer | undefined | Promise<void | Answer | undefined>

export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  /** An object becomes JSON. */
  readonly body?: string | Buffer | object
}

export interface TestHttpServer {
  /** http(s)://127.0.0.1:port, or https://localhost:port with TLS. */
  readonly url: string
  readonly port: number
  /** PEM of the authority of its certificate. */
  readonly caPem: string | undefined
  /** All that arrived. */
  readonly requests: ReceivedRequest[]
  /** Replaces what it answers. */
  handle(handler: HttpHandler): void
  stop(): Promise<void>
}

export interface HttpServerOptions {
  /** A certificate for this host name (and localhost, 127.0.0.1) by an authority of the tests; `true`: localhost. */
  readonly tls?: boolean | string
  /** Port to listen on; any that is free unless told. */
  readonly port?: number
}

/** A programmable server on 127.0.0.1. */
export async function startHttpServer(handler: HttpHandler, { tls = false, port = 0 }: HttpServerOptions = {}): Promise<TestHttpServer> {
  let answer = handler
  const requests: ReceivedRequest[] = []
  const listener = (incoming: IncomingMessage, response: ServerResponse) => {
    void receive(incoming)
      .then(async request => {
        requests.push(request)
        const given = await answer(request, response)
        if (given) send(response, given)
      })
      .catch(() => response.destroy())
  }
  const certificate = tls === false ? undefined : await issueCertificate(tls === true ? 'localhost' : tls)
  const server = certificate ? createTlsServer({ cert: certificate.cert, key: certificate.key }, listener) : createServer(listener)
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const bound = (server.address() as AddressInfo).port
  return {
    url: certificate ? `https://localhost:${bound}` : `http://127.0.0.1:${bound}`,
    port: bound,
    caPem: certificate?.caPem,
    requests,
    handle: next => (answer = next),
    stop: async () => {
      if (!server.listening) return
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function receive(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const url = incoming.url ?? '/'
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  return {
    method: incoming.method ?? 'GET',
    url,
    path: pathname,
    query: searchParams,
    headers: incoming.headers,
    body: Buffer.concat(chunks),
  }
}

function send(response: ServerResponse, { status = 200, headers = {}, body = '' }: Answer): void {
  const isJson = typeof body === 'object' && !Buffer.isBuffer(body)
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (isJson && !response.hasHeader('content-type')) response.setHeader('content-type', 'application/json')
  response.writeHead(status)
  response.end(isJson ? JSON.stringify(body) : body)
}
