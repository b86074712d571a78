import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { syslogLine } from '../../../../../test/support/syslog-lines.js'
import { until } from '../../../../../test/support/until.js'
import { createLogger } from '../../platform/logger.js'
import { BatchPipeline } from './batch-pipeline.js'
import { LineQueue } from './line-queue.js'
import { Spool } from './spool.js'
import type { LineBatch, SyslogLine } from './syslog-line.js'

let directory: string
const spools: Spool[] = []
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'sallyport-pipeline-'))
})
afterEach(async () => {
  for (const spool of spools.splice(0)) await spool.close()
  await rm(directory, { recursive: true, force: true })
})

/** A pipeline before a database that is there or not, as the test says. */
async function startPipeline(options: { available: boolean; spoolBytes?: number }) {
  const stored: string[] = []
  const keys: string[] = []
  const dropped: string[] = []
  const database = { available: options.available, hold: undefined as Promise<void> | undefined }
  const logger = createLogger('silent')
  const queue = new LineQueue({ maxLines: 1000, maxBytes: 1_000_000 })
  const spool = new Spool({ directory, maxBytes: options.spoolBytes ?? 1_000_000, segmentBytes: 10_000, logger })
  await spool.open()
  spools.push(spool)
  const writer = {
    write: async (batch: LineBatch) => {
      await database.hold
      if (!database.available) throw new Error('away')
      keys.push(batch.key)
      stored.push(...batch.lines.map(line => line.text))
    },
  }
  let heldDatagrams = 0
  const onTaken = (lines: readonly SyslogLine[]) => (heldDatagrams -= lines.filter(line => line.transport === 'UDP').length)
  const onDropped = (reason: string) => void dropped.push(reason)
  const pipeline = new BatchPipeline({ queue, writer, spool, onTaken, onDropped, logger })
  pipeline.start()
  const push = (text: string, transport: SyslogLine['transport'] = 'TCP') => {
    if (transport === 'UDP') heldDatagrams += 1
    queue.push(syslogLine(text, { transport }))
  }
  return { pipeline, queue, spool, stored, keys, dropped, database, push, heldDatagrams: () => heldDatagrams }
}

const numbered = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `line ${from + index}`)

describe('BatchPipeline', () => {
  it('stores what arrives, in order, in batches of at most 500', async () => {
    const { pipeline, stored, keys, push } = await startPipeline({ available: true })
    for (const text of numbered(1200)) push(text)
    await until(() => stored.length === 1200)
    expect(stored).toEqual(numbered(1200))
    expect(keys).toHaveLength(3)
    await pipeline.stop()
  })

  it('spools while the database is away, and replays in order when it is back, each batch once', async () => {
    const { pipeline, spool, stored, keys, push, database } = await startPipeline({ available: false })
    for (const text of numbered(700)) push(text)
    await until(() => spool.batches === 2)
    for (const text of numbered(300, 700)) push(text)
    await until(() => spool.batches === 3)
    expect(pipeline.databaseAvailable).toBe(false)
    database.available = true
    await until(() => stored.length === 1000 && spool.isEmpty)
    expect(stored).toEqual(numbered(1000))
    expect(new Set(keys).size).toBe(3)
    expect(pipeline.databaseAvailable).toBe(true)
    await pipeline.stop()
  })

  it('replays what an earlier process left', async () => {
    const before = await startPipeline({ available: false })
    for (const text of numbered(10)) before.push(text)
    await before.pipeline.stop()
    await before.spool.close()
    const after = await startPipeline({ available: true })
    await until(() => after.stored.length === 10)
    await after.pipeline.stop()
  })

  it('drops datagrams when the spool is full too, and keeps the lines of streams until the database is back', async () => {
    const { pipeline, queue, spool, stored, dropped, push, database, heldDatagrams } = await startPipeline({
      available: false,
      spoolBytes: 10,
    })
    push('from a stream')
    push('a datagram', 'UDP')
    await until(() => dropped.length === 1)
    push('a later datagram', 'UDP')
    push('later from a stream')
    await until(() => dropped.length === 2)
    expect(dropped).toEqual(['SPOOL_FULL', 'SPOOL_FULL'])
    database.available = true
    await until(() => stored.length === 2)
    expect(stored).toEqual(['from a stream', 'later from a stream'])
    expect([queue.length, spool.isEmpty, heldDatagrams()]).toEqual([0, true, 0])
    await pipeline.stop()
  })

  it('has stored or spooled every line when it has stopped', async () => {
    const { pipeline, spool, stored, push, database } = await startPipeline({ available: true })
    const held = Promise.withResolvers<void>()
    database.hold = held.promise
    for (const text of numbered(2000)) push(text)
    const stopped = pipeline.stop()
    database.available = false
    held.resolve()
    await stopped
    for (;;) {
      const { batches, advance } = await spool.oldest(10)
      if (batches.length === 0) break
      for (const batch of batches) stored.push(...batch.lines.map(line => line.text))
      await advance()
    }
    expect(stored.toSorted()).toEqual(numbered(2000).toSorted())
  })
})
