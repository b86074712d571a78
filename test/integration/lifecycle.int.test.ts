import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { becomeAdministrator, apiClient } from '../support/api-client.js'
import { startApp, type App } from '../support/app.js'

const VIEWER = '{ viewer { user { name } } setUpNeeded }'

describe('a server process', () => {
  let dataDir: string
  let running: App[]
  const start = async (directory = dataDir, environment = {}) => {
    const app = await startApp({ from: 'source', dataDir: directory, environment })
    running.push(app)
    return app
  }
  beforeEach(async () => {
    running = []
    dataDir = await mkdtemp(path.join(tmpdir(), 'sallyport-lifecycle-'))
  })
  afterEach(async () => {
    for (const app of running) await app.stop()
    await rm(dataDir, { recursive: true })
  })

  it('stops cleanly, and goes on where it was, with its people and their sessions', async () => {
    const first = await start(dataDir, { PUBLIC_URL: '', LOG_LEVEL: 'info' })
    const { cookie } = await becomeAdministrator(first)
    expect(await first.stop()).toBe(0)
    expect(first.output()).toContain('Stopped')

    const second = await start()
    expect(second.setUpLink()).toBe('')
    expect(await apiClient(second.url, cookie).ask(VIEWER)).toEqual({ viewer: { user: { name: 'Ada' } }, setUpNeeded: false })
  }, 60_000)

  it('starts again after it was killed, although its database went on', async () => {
    const first = await start()
    const { cookie } = await becomeAdministrator(first)
    first.process.kill('SIGKILL')
    await once(first.process, 'close')

    const second = await start()
    expect(await apiClient(second.url, cookie).ask(VIEWER)).toEqual({ viewer: { user: { name: 'Ada' } }, setUpNeeded: false })
  }, 60_000)

  it('runs beside another with a data directory of its own, but not in the same one', async () => {
    const first = await start()
    const other = await start(path.join(dataDir, 'other'))
    expect(other.url).not.toBe(first.url)
    await expect(start()).rejects.toThrow(/Another Sallyport server uses the data directory/)
    expect(await apiClient(first.url, '').ask(VIEWER)).toEqual({ viewer: null, setUpNeeded: true })
  }, 60_000)
})
