import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLogger } from '../../platform/logger.js'
import { Spool } from './spool.js'
import type { LineBatch } from './syslog-line.js'

const batch = (number: number, text = `line ${number} "quoted" Grüße\n\0`): LineBatch => ({
  key: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  lines: [{ text, receivedAt: 1000 + number, sender: '192.0.2.1', transport: 'TCP', cut: number % 2 === 0, bytes: text.length }],
})

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'sallyport-spool-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

async function openSpool(limits: { maxBytes?: number; segmentBytes?: number } = {}): Promise<Spool> {
  const spool = new Spool({ directory, maxBytes: 1_000_000, segmentBytes: 400, logger: createLogger('silent'), ...limits })
  await spool.open()
  return spool
}

async function drain(spool: Spool, count = 2): Promise<LineBatch[]> {
  const all: LineBatch[] = []
  for (;;) {
    const { batches, advance } = await spool.oldest(count)
    if (batches.length === 0) return all
    all.push(...batches)
    await advance()
  }
}

const segments = async () => (await readdir(directory)).sort((a, b) => (a < b ? -1 : 1)).map(name => path.join(directory, name))

describe('Spool', () => {
  const batches = Array.from({ length: 7 }, (_, index) => batch(index + 1))

  it('gives batches back in their order, over several segments, and deletes what is stored', async () => {
    const spool = await openSpool()
    for (const one of batches) expect(await spool.append(one)).toBe(true)
    expect((await segments()).length).toBeGreaterThan(1)
    expect([spool.isEmpty, spool.batches]).toEqual([false, 7])
    expect(await drain(spool)).toEqual(batches)
    expect([spool.isEmpty, spool.batches, spool.bytes, await segments()]).toEqual([true, 0, 0, []])
    await spool.close()
  })

  it('gives the same batches again until they are stored', async () => {
    const spool = await openSpool()
    for (const one of batches) await spool.append(one)
    await spool.oldest(2)
    expect((await spool.oldest(2)).batches).toEqual(batches.slice(0, 2))
    await spool.close()
  })

  it('takes batches while it is read', async () => {
    const spool = await openSpool({ segmentBytes: 100_000 })
    await spool.append(batch(1))
    const first = await spool.oldest(2)
    await Promise.all([spool.append(batch(2)), first.advance(), spool.append(batch(3))])
    expect([...first.batches, ...(await drain(spool))]).toEqual([batch(1), batch(2), batch(3)])
    await spool.close()
  })

  it('keeps batches over a restart', async () => {
    const before = await openSpool()
    for (const one of batches) await before.append(one)
    await before.close()
    const after = await openSpool()
    expect(after.batches).toBe(7)
    await after.append(batch(8))
    expect(await drain(after)).toEqual([...batches, batch(8)])
    await after.close()
  })

  it('passes over a torn tail, and what comes after it is kept', async () => {
    const before = await openSpool({ segmentBytes: 100_000 })
    for (const one of batches) await before.append(one)
    await before.close()
    const [file = ''] = await segments()
    const bytes = await readFile(file)
    for (const cut of [1, 13, 100]) {
      await writeFile(file, bytes.subarray(0, bytes.length - cut))
      const after = await openSpool({ segmentBytes: 100_000 })
      await after.append(batch(8))
      expect(await drain(after)).toEqual([...batches.slice(0, 6), batch(8)])
      await after.close()
    }
  })

  it('passes over damage in the middle', async () => {
    const before = await openSpool({ segmentBytes: 100_000 })
    for (const one of batches.slice(0, 3)) await before.append(one)
    await before.close()
    const [file = ''] = await segments()
    const bytes = await readFile(file)
    const second = bytes.indexOf('SLPY', 10)
    for (const [name, at] of [
      ['length', second + 5],
      ['checksum', second + 9],
      ['payload', second + 30],
      ['mark', second],
    ] as const) {
      const damaged = Buffer.from(bytes)
      damaged[at] = (damaged[at] ?? 0) ^ 0x40
      await writeFile(file, damaged)
      const after = await openSpool()
      expect(await drain(after), name).toEqual([batch(1), batch(3)])
      await after.close()
    }
  })

  it('is empty after a segment of nothing but damage', async () => {
    await appendFile(path.join(directory, '000000000001.spool'), 'SLPYgarbage')
    const spool = await openSpool()
    expect(spool.isEmpty).toBe(false)
    expect(await drain(spool)).toEqual([])
    expect(spool.isEmpty).toBe(true)
    await spool.close()
  })

  it('refuses what does not fit, except at the end of a process', async () => {
    const spool = await openSpool({ maxBytes: 400 })
    expect([
      await spool.append(batch(1)),
      await spool.append(batch(2)),
      await spool.append(batch(3)),
      await spool.append(batch(4)),
    ]).toContain(false)
    expect(await spool.append(batch(9), { beyondLimit: true })).toBe(true)
    expect((await drain(spool)).at(-1)).toEqual(batch(9))
    await spool.close()
  })

  it('refuses instead of throwing when the disk does', async () => {
    const spool = await openSpool()
    await rm(directory, { recursive: true })
    expect(await spool.append(batch(1))).toBe(false)
    expect(spool.isEmpty).toBe(true)
  })
})
