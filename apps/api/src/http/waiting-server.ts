import { createServer, type Server } from 'node:http'
import type { RequestListener } from './published-lists.js'
import type { Config } from '../config.js'
import type { Service } from '../platform/lifecycle.js'

export interface WaitingServerDeps {
  readonly config: Pick<Config['http'], 'host' | 'port'>
  readonly published: RequestListener
}

/** Stands in for the HTTP server while the database is awaited: serves published lists, and tells everybody else to come back. */
export class WaitingServer implements Service {
  readonly name = 'waiting-http'
  private server: Server | undefined

  constructor(private readonly deps: WaitingServerDeps) {}

  async start(): Promise<void> {
    const { config, published } = this.deps
    const server = createServer((request, response) => {
      if (published(request, response)) return
      const isAlive = request.url === '/healthz'
      const body = JSON.stringify(isAlive ? { status: 'alive' } : { error: 'The database does not answer yet' })
      response.writeHead(isAlive ? 200 : 503, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' }).end(body)
    })
    this.server = server
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(config.port, config.host, resolve)
    })
  }

  async stop(): Promise<void> {
    const { server } = this
    if (!server?.listening) return
    const closed = new Promise<void>(resolve => server.close(() => resolve()))
    server.closeAllConnections()
    await closed
  }
}
