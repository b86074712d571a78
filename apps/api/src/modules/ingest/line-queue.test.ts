import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LineQueue } from './line-queue.js'
import type { SyslogLine } from './syslog-line.js'

const line = (text: string, transport: SyslogLine['transport'] = 'TCP'): SyslogLine => ({
  text,
  transport,
  receivedAt: 0,
  sender: '192.0.2.1',
  cut: false,
  bytes: text.length,
})
const queueOf = (...lines: SyslogLine[]) => {
  const queue = new LineQueue({ maxLines: 4, maxBytes: 10_000 })
  for (const one of lines) queue.push(one)
  return queue
}

describe('LineQueue', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('gives lines in the order of their arrival', () => {
    const queue = queueOf(line('a'), line('b'), line('c'))
    expect([queue.take(2), queue.take(2)].map(lines => lines.map(one => one.text))).toEqual([['a', 'b'], ['c']])
    expect([queue.length, queue.bytes]).toEqual([0, 0])
  })

  it('keeps its order through many pushes and takes', () => {
    const queue = queueOf()
    const taken: string[] = []
    for (let index = 0; index < 20_000; index += 1) {
      queue.push(line(String(index)))
      if (index % 3 === 2) taken.push(...queue.take(3).map(one => one.text))
    }
    expect([...taken, ...queue.take(9).map(one => one.text)]).toEqual(Array.from({ length: 20_000 }, (_, index) => String(index)))
  })

  it('is congested above its lines or bytes, and tells when half has drained', () => {
    const relieved = vi.fn()
    const queue = queueOf(line('a'), line('b'), line('c'), line('d'))
    queue.onRelief(relieved)
    expect(queue.congested).toBe(false)
    queue.push(line('e'))
    expect(queue.congested).toBe(true)
    queue.take(2)
    expect(relieved).not.toHaveBeenCalled()
    queue.take(1)
    expect(relieved).toHaveBeenCalledOnce()
    expect(queueOf(line('x'.repeat(10_000))).congested).toBe(true)
  })

  it('closes a batch by size', async () => {
    const queue = queueOf(line('a'))
    const ready = vi.fn()
    void queue.waitForBatch(2, 100).then(ready)
    await vi.advanceTimersByTimeAsync(50)
    expect(ready).not.toHaveBeenCalled()
    queue.push(line('b'))
    await vi.advanceTimersByTimeAsync(0)
    expect(ready).toHaveBeenCalledOnce()
  })

  it('closes a batch by age, counted from its first line', async () => {
    const queue = queueOf()
    const ready = vi.fn()
    void queue.waitForBatch(2, 100).then(ready)
    await vi.advanceTimersByTimeAsync(1000)
    expect(ready).not.toHaveBeenCalled()
    queue.push(line('a'))
    await vi.advanceTimersByTimeAsync(99)
    expect(ready).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(ready).toHaveBeenCalledOnce()
  })

  it('closes every batch at once after interrupt()', async () => {
    const queue = queueOf()
    const waiting = queue.waitForBatch(2, 100)
    queue.interrupt()
    await waiting
    await queue.waitForBatch(2, 100)
  })

  it('gives up datagrams and keeps the rest in order', () => {
    const queue = queueOf(line('a'), line('b', 'UDP'), line('c', 'TLS'), line('d', 'UDP'))
    expect(queue.takeDatagrams().map(one => one.text)).toEqual(['b', 'd'])
    expect(queue.take(9).map(one => one.text)).toEqual(['a', 'c'])
  })
})
