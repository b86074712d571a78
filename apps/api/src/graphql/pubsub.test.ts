import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HintPubSub } from './pubsub.js'
import type { HintListener, HintMap, HintSource, HintTopic } from '../platform/hints.js'

class Hints implements HintSource {
  private readonly listeners: Partial<Record<HintTopic, (hint: never) => void>> = {}
  on<T extends HintTopic>(topic: T, listener: HintListener<T>): () => void {
    this.listeners[topic] = listener
    return () => delete this.listeners[topic]
  }
  emit<T extends HintTopic>(topic: T, hint: HintMap[T]): void {
    this.listeners[topic]?.(hint as never)
  }
}

describe('HintPubSub', () => {
  const hints = new Hints()
  let pubSub: HintPubSub
  beforeEach(async () => {
    vi.useFakeTimers()
    pubSub = new HintPubSub({ hints })
    await pubSub.start()
  })
  afterEach(async () => {
    await pubSub.stop()
    vi.useRealTimers()
  })
  const reader = (topic: string) => {
    const events = pubSub.subscribe(topic)[Symbol.asyncIterator]()
    const next = events.next()
    return { first: async () => (await next).value as unknown, rest: events }
  }

  it('makes one event of the batches of 200 ms, without a hole between events', async () => {
    const { first, rest } = reader('alerts')
    for (const batch of ['7', '9', '8']) hints.emit('alerts', { batch })
    await vi.advanceTimersByTimeAsync(200)
    expect(await first()).toEqual({ fromBatch: '6', toBatch: '9', resync: false })
    hints.emit('alerts', { batch: '12' })
    await vi.advanceTimersByTimeAsync(200)
    expect((await rest.next()).value).toEqual({ fromBatch: '9', toBatch: '12', resync: false })
  })

  it('gathers incident ids once each, and gives up on very many', async () => {
    const { first, rest } = reader('incidents')
    hints.emit('incidents', { ids: ['1', '2'] })
    hints.emit('incidents', { ids: ['2', '3'] })
    await vi.advanceTimersByTimeAsync(200)
    expect(await first()).toEqual({ ids: ['1', '2', '3'], resync: false })
    hints.emit('incidents', { ids: Array.from({ length: 501 }, (_, index) => String(index)) })
    await vi.advanceTimersByTimeAsync(200)
    expect((await rest.next()).value).toEqual({ ids: [], resync: true })
  })

  it('tells of sources once a second', async () => {
    const { first } = reader('sources')
    const seen = vi.fn()
    void first().then(seen)
    hints.emit('sources', {})
    await vi.advanceTimersByTimeAsync(900)
    expect(seen).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(100)
    expect(seen).toHaveBeenCalledWith({ resync: false })
  })

  it('gathers lists and devices twice a second', async () => {
    const { first } = reader('enforcement')
    hints.emit('lists', { ids: [1, 2] })
    hints.emit('devices', { ids: [3] })
    hints.emit('lists', { ids: [2] })
    await vi.advanceTimersByTimeAsync(500)
    expect(await first()).toEqual({ listIds: [1, 2], deviceIds: [3], resync: false })
  })

  it('gathers values of which something new is known, and gives up on very many', async () => {
    const { first, rest } = reader('enrichment')
    hints.emit('lookups', { ids: ['USER a', 'ADDRESS 192.0.2.1'] })
    hints.emit('lookups', { ids: ['USER a'] })
    hints.emit('enrichmentSettings', {})
    await vi.advanceTimersByTimeAsync(500)
    expect(await first()).toEqual({ ids: ['USER a', 'ADDRESS 192.0.2.1'], settings: true, resync: false })
    for (const from of [0, 300]) hints.emit('lookups', { ids: Array.from({ length: 300 }, (_, index) => `USER ${from + index}`) })
    await vi.advanceTimersByTimeAsync(500)
    expect((await rest.next()).value).toEqual({ ids: [], settings: false, resync: true })
    hints.emit('lookups', { ids: ['USER b'] })
    hints.emit('lookups', { ids: [] })
    await vi.advanceTimersByTimeAsync(500)
    expect((await rest.next()).value).toEqual({ ids: [], settings: false, resync: true })
  })

  it('tells every topic to start over when hints may have been missed', async () => {
    const readers = (['alerts', 'incidents', 'sources', 'enforcement', 'enrichment'] as const).map(reader)
    hints.emit('resync', {})
    await vi.advanceTimersByTimeAsync(1_000)
    for (const { first } of readers) expect(await first()).toMatchObject({ resync: true })
  })

  it('survives a burst that nobody reads', async () => {
    const { first, rest } = reader('alerts')
    for (let batch = 1; batch <= 5_000; batch += 1) pubSub.publish('alerts', batch)
    expect(await first()).toBe(1)
    expect((await rest.next()).value).toBe(4_985)
  })
})
