import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Pool } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { becomeAdministrator, createSource, listenerPorts } from '../support/api-client.js'
import { startApp, type App } from '../support/app.js'
import { threatLine } from '../support/syslog-lines.js'
import { until } from '../support/until.js'

/** Lines a second: a steady load that this machine carries easily. */
const RATE = 2000
const TICK_MS = 20

let dataDir: string
let app: App
let pool: Pool

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'sallyport-kill-'))
  app = await startApp({ from: 'source', dataDir })
})

afterAll(async () => {
  await pool?.end()
  await app?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

/** Sends over one connection until it is stopped; knows what it has sent. */
function startLoad(port: number) {
  const socket: Socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  const sent: string[] = []
  let first = 0
  const timer = setInterval(() => {
    if (socket.writableNeedDrain || socket.destroyed) return
    const fresh = Array.from({ length: (RATE * TICK_MS) / 1000 }, () => `${threatLine({ dst: `192.0.2.${(first += 1) % 250}` })}\n`)
    sent.push(...fresh)
    socket.write(fresh.join(''))
  }, TICK_MS)
  const stop = async () => {
    clearInterval(timer)
    if (!socket.destroyed) {
      socket.end()
      await once(socket, 'close')
    }
  }
  return { sent, stop }
}

async function openPool(): Promise<Pool> {
  const { port, password } = JSON.parse(await readFile(path.join(dataDir, 'postgres.json'), 'utf8')) as { port: number; password: string }
  const opened = new Pool({ host: '127.0.0.1', port, user: 'sallyport', database: 'sallyport', password, max: 2 })
  opened.on('error', () => undefined)
  return opened
}

const postmaster = async () => Number((await readFile(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])

const numbers = async () => {
  const { rows } = await pool.query<{ sequence: string }>('SELECT sequence::text FROM alert ORDER BY id')
  return rows.map(row => row.sequence)
}
const sequenceOf = (line: string) => /,client-to-server,(\d+),/.exec(line)?.[1] ?? line

it('loses and doubles nothing when PostgreSQL is killed under load, and keeps what was committed when the server is killed', async () => {
  const administrator = await becomeAdministrator(app)
  await createSource(administrator)
  const port = (await listenerPorts(administrator)).TCP
  pool = await openPool()

  const load = startLoad(port)
  await until(async () => (await numbers()).length > RATE, {
    deadlineMs: 20_000,
    what: () => `the first alerts; printed:\n${app.output()}`,
  })
  const killed = await postmaster()
  process.kill(killed, 'SIGKILL')
  // Its children go on for a moment: what answers must be another.
  const isBack = async () => (await postmaster()) !== killed && (await pool.query('SELECT 1')).rowCount === 1
  await until(() => isBack().catch(() => false), { deadlineMs: 30_000, what: () => `PostgreSQL to be back; printed:\n${app.output()}` })
  await load.stop()
  const wanted = load.sent.map(sequenceOf).toSorted()
  await until(async () => (await numbers()).length >= wanted.length, {
    deadlineMs: 30_000,
    what: () => `${wanted.length} alerts; printed:\n${app.output()}`,
  })
  expect((await numbers()).toSorted()).toEqual(wanted)
  expect(app.output()).toContain('they wait in the spool')

  const second = startLoad(port)
  await until(async () => (await numbers()).length > wanted.length + RATE, { deadlineMs: 20_000 })
  const committed = await numbers()
  const died = once(app.process, 'exit')
  app.process.kill('SIGKILL')
  await died
  await second.stop()
  await pool.end()
  app = await startApp({ from: 'source', dataDir })
  pool = await openPool()
  const kept = await numbers()
  expect(new Set(kept).size).toBe(kept.length)
  expect(committed.filter(number => !kept.includes(number))).toEqual([])

  // The sender does not know what arrived and sends all of it again.
  const again = connect(Number(/"transport":"TCP".*?"port":(\d+)/.exec(app.output())?.[1]), '127.0.0.1')
  again.end(second.sent.join(''))
  await once(again, 'close')
  const all = [...load.sent, ...second.sent].map(sequenceOf).toSorted()
  await until(async () => (await numbers()).length >= all.length, {
    deadlineMs: 30_000,
    what: () => `${all.length} alerts; printed:\n${app.output()}`,
  })
  expect((await numbers()).toSorted()).toEqual(all)
  const { rows } = await pool.query<{ alerts: string; counted: string }>(
    `SELECT (SELECT count(*) FROM alert WHERE incident_id IS NOT NULL) AS alerts, (SELECT sum(alert_count) FROM incident) AS counted`,
  )
  expect(rows[0]?.counted).toBe(rows[0]?.alerts)
}, 180_000)
