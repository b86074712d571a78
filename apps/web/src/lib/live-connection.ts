import { type Client, createClient } from 'graphql-ws'
import { createStore, type Store } from './store'

/** idle: nobody is signed in yet; connecting: first attempt; reconnecting: it was live, or the first attempt failed. */
export type ConnectionState = 'idle' | 'connecting' | 'live' | 'reconnecting'

export interface Connection {
  readonly state: ConnectionState
  /** How often the connection came back: a change tells that events may have been missed. */
  readonly reconnects: number
}

export interface LiveConnection {
  readonly store: Store<Connection>
  /** The socket, opened at the first call and kept open until disposed. */
  client(): Client
  dispose(): void
}

/** The server closes with these when the session is over; trying again would be refused again. */
const SESSION_OVER: ReadonlySet<number> = new Set([4401, 4403])
const PING_EVERY_MS = 10_000
const PONG_WITHIN_MS = 5_000
const RETRY_CAP_MS = 8_000

/** One WebSocket for all subscriptions. It tries again for ever, with growing, jittered pauses. */
export function createLiveConnection(url: string, onSessionOver: () => void): LiveConnection {
  const store = createStore<Connection>({ state: 'idle', reconnects: 0 })
  let socket: Client | undefined

  function open(): Client {
    let wasLive = false
    let pongTimeout: ReturnType<typeof setTimeout> | undefined
    store.set({ ...store.get(), state: 'connecting' })
    const client = createClient({
      url,
      lazy: false,
      retryAttempts: Infinity,
      keepAlive: PING_EVERY_MS,
      connectionAckWaitTimeout: 10_000,
      shouldRetry: () => true,
      retryWait: async retries => {
        const pause = Math.min(RETRY_CAP_MS, 500 * 2 ** Math.min(retries, 5)) * (0.5 + Math.random() / 2)
        await new Promise(resolve => setTimeout(resolve, pause))
      },
      onNonLazyError: () => store.set({ ...store.get(), state: 'reconnecting' }),
      on: {
        connected: () => {
          store.set({ state: 'live', reconnects: store.get().reconnects + (wasLive ? 1 : 0) })
          wasLive = true
        },
        closed: event => {
          clearTimeout(pongTimeout)
          store.set({ ...store.get(), state: 'reconnecting' })
          if (SESSION_OVER.has((event as Partial<CloseEvent>).code ?? 0)) onSessionOver()
        },
        // A half-open socket (laptop slept, NAT forgot) never closes by itself: no pong, no connection.
        ping: received => {
          if (!received) pongTimeout = setTimeout(() => client.terminate(), PONG_WITHIN_MS)
        },
        pong: received => {
          if (received) clearTimeout(pongTimeout)
        },
      },
    })
    return client
  }

  return {
    store,
    client: () => (socket ??= open()),
    dispose() {
      void socket?.dispose()
      socket = undefined
    },
  }
}
