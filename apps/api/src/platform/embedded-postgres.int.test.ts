import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { until } from '../../../../test/support/until.js'
import { EmbeddedPostgres } from './embedded-postgres.js'
import { createLogger } from './logger.js'

const logger = createLogger('silent')
const signal = () => new AbortController().signal

async function ask<T extends object>(url: string, text: string): Promise<T[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}

/** A zombie does not run: who should bury an orphan differs from machine to machine. */
const isRunning = (pid: number): boolean => /^[^Z]/.test(spawnSync('ps', ['-p', String(pid), '-o', 'stat='], { encoding: 'utf8' }).stdout)

/** A server that is killed once its database runs. */
const DYING_SERVER = `
  import { EmbeddedPostgres } from ${JSON.stringify(new URL('./embedded-postgres.ts', import.meta.url).pathname)}
  import { createLogger } from ${JSON.stringify(new URL('./logger.ts', import.meta.url).pathname)}
  const postgres = new EmbeddedPostgres({ dataDir: process.env.TEST_DATA_DIR, logger: createLogger('silent') })
  await postgres.start(new AbortController().signal)
  process.stdout.write(String(postgres.pid), () => process.kill(process.pid, 'SIGKILL'))
`

describe('EmbeddedPostgres', () => {
  let dataDir: string
  let running: EmbeddedPostgres[]
  const create = (directory = dataDir) => {
    const postgres = new EmbeddedPostgres({ dataDir: directory, logger, settings: { fsync: 'off', shared_buffers: '16MB' } })
    running.push(postgres)
    return postgres
  }

  beforeEach(async () => {
    running = []
    dataDir = await mkdtemp(path.join(tmpdir(), 'sallyport-postgres-'))
  })
  afterEach(async () => {
    for (const postgres of running) await postgres.stop()
    await rm(dataDir, { recursive: true })
  })

  it('keeps its data, port and password over a restart, and its password to its owner', async () => {
    const first = create()
    await first.start(signal())
    await ask(first.url, 'CREATE TABLE kept AS SELECT 1 AS one')
    await first.stop()
    const second = create()
    await second.start(signal())
    expect(second.url).toBe(first.url)
    expect(await ask(second.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }])
    expect((await stat(path.join(dataDir, 'postgres.json'))).mode & 0o777).toBe(0o600)
    expect(await ask(second.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  })

  it('needs the password', async () => {
    const postgres = create()
    await postgres.start(signal())
    const url = new URL(postgres.url)
    url.password = 'guess'
    await expect(ask(url.href, 'SELECT 1')).rejects.toThrow(/password/)
  })

  it('starts again on the same port when its postmaster is killed', async () => {
    const postgres = create()
    await postgres.start(signal())
    await ask(postgres.url, 'CREATE TABLE kept AS SELECT 1 AS one')
    const killed = postgres.pid ?? 0
    process.kill(killed, 'SIGKILL')
    const rows = await until(
      () => (postgres.pid === killed ? undefined : ask(postgres.url, 'SELECT one FROM kept').catch(() => undefined)),
      {
        deadlineMs: 20_000,
      },
    )
    expect(rows).toEqual([{ one: 1 }])
    expect(isRunning(killed)).toBe(false)
  })

  it('takes the place of one whose server was killed', async () => {
    const killed = spawn(process.execPath, ['--import', 'tsx', '--conditions=development', '--input-type=module', '-e', DYING_SERVER], {
      env: { ...process.env, TEST_DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let printed = ''
    killed.stdout.on('data', chunk => (printed += String(chunk)))
    await once(killed, 'close')
    expect(killed.signalCode).toBe('SIGKILL')
    const orphanPid = Number(printed)
    expect(isRunning(orphanPid)).toBe(true)
    const heir = create()
    await heir.start(signal())
    expect(heir.pid).not.toBe(orphanPid)
    expect(isRunning(orphanPid)).toBe(false)
    expect(await ask(heir.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('starts in spite of a pid file whose pid is now that of another process', async () => {
    const first = create()
    await first.start(signal())
    await first.stop()
    const stranger = spawn('sleep', ['60'])
    try {
      const pidFile = path.join(dataDir, 'postgres', 'postmaster.pid')
      await writeFile(pidFile, `${stranger.pid}\n${path.join(dataDir, 'postgres')}\n0\n1\n\n127.0.0.1\n`)
      const second = create()
      await second.start(signal())
      expect(await ask(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
      expect((await readFile(pidFile, 'utf8')).split('\n')[0]).toBe(String(second.pid))
      expect(stranger.exitCode).toBeNull()
    } finally {
      stranger.kill()
      await once(stranger, 'close')
    }
  })

  it('takes another port when its own is in use', async () => {
    const first = create()
    await first.start(signal())
    const other = await mkdtemp(path.join(tmpdir(), 'sallyport-postgres-'))
    try {
      await writeFile(path.join(other, 'postgres.json'), await readFile(path.join(dataDir, 'postgres.json'), 'utf8'))
      const second = create(other)
      await second.start(signal())
      expect(new URL(second.url).port).not.toBe(new URL(first.url).port)
      await second.stop()
    } finally {
      await rm(other, { recursive: true })
    }
  })
})
