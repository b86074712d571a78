import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeSocket } from '../testing/fake-socket'
import { createLiveConnection, type LiveConnection } from './live-connection'

let connection: LiveConnection
const onSessionOver = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  onSessionOver.mockReset()
  FakeSocket.install()
  connection = createLiveConnection('ws://here/graphql', onSessionOver)
})
afterEach(() => {
  connection.dispose()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const socket = async (index: number): Promise<FakeSocket> => {
  await vi.waitFor(() => expect(FakeSocket.opened[index]).toBeDefined())
  return FakeSocket.opened[index] as FakeSocket
}

describe('the live connection', () => {
  it('opens no socket before somebody is signed in, and one for all', async () => {
    expect(FakeSocket.opened).toEqual([])
    expect(connection.store.get().state).toBe('idle')
    expect(connection.client()).toBe(connection.client())
    await vi.advanceTimersByTimeAsync(0)
    expect(FakeSocket.opened).toHaveLength(1)
    expect(connection.store.get()).toEqual({ state: 'connecting', reconnects: 0 })
  })

  it('is live when the server takes it, and counts how often it came back', async () => {
    connection.client()
    const first = await socket(0)
    first.accept()
    expect(connection.store.get()).toEqual({ state: 'live', reconnects: 0 })
    first.endWith(1006)
    expect(connection.store.get().state).toBe('reconnecting')
    await vi.advanceTimersByTimeAsync(20_000)
    const second = await socket(1)
    second.accept()
    expect(connection.store.get()).toEqual({ state: 'live', reconnects: 1 })
    expect(onSessionOver).not.toHaveBeenCalled()
  })

  it('goes on trying, with pauses that grow to 8 seconds at most', async () => {
    connection.client()
    for (let attempt = 0; attempt < 12; attempt += 1) {
      ;(await socket(attempt)).endWith(1006)
      await vi.advanceTimersByTimeAsync(8_000)
    }
    expect(FakeSocket.opened.length).toBe(13)
  })

  it.each([4401, 4403])('tells that the session is over at %d', async code => {
    connection.client()
    const first = await socket(0)
    first.accept()
    first.endWith(code)
    expect(onSessionOver).toHaveBeenCalled()
  })

  it('gives up a socket that answers no ping', async () => {
    connection.client()
    const first = await socket(0)
    first.accept()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(first.sent.at(-1)).toEqual({ type: 'ping' })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(connection.store.get().state).toBe('reconnecting')
  })
})
