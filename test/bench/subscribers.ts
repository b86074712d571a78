// A process of its own: many subscribers to alertsAdded, so that their work does not count as the server's.
// Arguments: url, cookie, how many. Prints {"ready":…} when all are connected; on SIGTERM {"received":…} and ends.
import { createClient } from 'graphql-ws'
import WebSocket from 'ws'

const [, , url = '', cookie = '', count = '0'] = process.argv

const DOCUMENT = `subscription {
  alertsAdded {
    cursor resyncRequired
    alerts { id receivedAt occurredAt subtype severity threatName action blocked app rule source { address user } destination { address } }
  }
}`

class SignedInWebSocket extends WebSocket {
  constructor(address: string, protocols: string | string[]) {
    super(address, protocols, { headers: { cookie, origin: url } })
  }
}

interface Event {
  readonly alertsAdded: { readonly alerts: readonly unknown[]; readonly resyncRequired: boolean }
}

let received = 0
let resyncs = 0
let connected = 0
const clients = Array.from({ length: Number(count) }, () => {
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: SignedInWebSocket,
    lazy: true,
    retryAttempts: 0,
  })
  client.on('connected', () => {
    if (++connected === Number(count)) process.stdout.write(`${JSON.stringify({ ready: connected })}\n`)
  })
  client.subscribe<Event>(
    { query: DOCUMENT },
    {
      next: ({ data, errors }) => {
        if (errors) throw new Error(JSON.stringify(errors))
        received += data?.alertsAdded.alerts.length ?? 0
        if (data?.alertsAdded.resyncRequired) resyncs++
      },
      error: error => {
        process.stderr.write(`${error instanceof Error ? error.message : JSON.stringify(error)}\n`)
        process.exit(1)
      },
      complete: () => undefined,
    },
  )
  return client
})

// With no subscriber nothing else would keep the process.
const alive = setInterval(() => undefined, 60_000)
process.on('SIGTERM', () => {
  clearInterval(alive)
  process.stdout.write(`${JSON.stringify({ received, resyncs })}\n`, () => {
    for (const client of clients) client.terminate()
    process.exit(0)
  })
})
