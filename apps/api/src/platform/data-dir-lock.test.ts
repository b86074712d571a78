import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DataDirLock } from './data-dir-lock.js'

describe('DataDirLock', () => {
  let dataDir: string
  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'sallyport-lock-'))
  })
  afterEach(() => rm(dataDir, { recursive: true }))

  it('lets one server in, and the next when that has gone', async () => {
    const [first, second] = [new DataDirLock({ dataDir }), new DataDirLock({ dataDir: `${dataDir}/.` })]
    await first.start()
    await expect(second.start()).rejects.toThrow(/Another Sallyport server uses the data directory/)
    await first.stop()
    await second.start()
    await second.stop()
  })

  it('does not mind servers with other directories', async () => {
    const locks = [new DataDirLock({ dataDir }), new DataDirLock({ dataDir: path.join(dataDir, 'other') })]
    for (const lock of locks) await lock.start()
    for (const lock of locks) await lock.stop()
  })
})
