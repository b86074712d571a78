import { connect } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLine } from '../../apps/api/src/modules/panos-log/index.js'
import { becomeAdministrator, createSource, listenerPorts, type ListenerPorts } from '../support/api-client.js'
import { startApp, type App } from '../support/app.js'
import { corporaArePresent, corpusLines } from '../support/corpora.js'
import { createTestDatabase, type TestDatabase } from '../support/database.js'
import { until } from '../support/until.js'
import { openLineSender } from '../demo/line-sender.js'

/** Lines in flight over UDP: few enough for any socket buffer. */
const UDP_BURST = 200

interface OutcomeRow {
  readonly outcome: string
  readonly detail: string
  readonly count: number
}

describe.runIf(corporaArePresent).each(['UDP', 'TCP'] as const)('every line of the corpora, over %s', transport => {
  let app: App
  let database: TestDatabase
  let ports: ListenerPorts

  beforeAll(async () => {
    database = await createTestDatabase()
    app = await startApp({ from: 'source', environment: { DATABASE_URL: database.url } })
    const administrator = await becomeAdministrator(app)
    await createSource(administrator)
    ports = await listenerPorts(administrator)
  })

  afterAll(async () => {
    await app?.stop()
    await database?.drop()
  })

  const outcomes = async () =>
    (
      await database.pool.query<OutcomeRow>(
        'SELECT outcome, detail, sum(count)::int AS count FROM ingest_counter GROUP BY outcome, detail ORDER BY outcome, detail',
      )
    ).rows
  const counted = async () => (await outcomes()).reduce((sum, row) => sum + row.count, 0)
  const arrival = (lines: number) =>
    until(async () => (await counted()) >= lines, {
      deadlineMs: 20_000,
      what: () => `${lines} outcomes; the server printed:\n${app.output()}`,
    })

  it('ends in exactly one outcome, and in the one that the reader says', async () => {
    // Without a header of its own a line could continue the one before it.
    const lines = corpusLines().map(line => (transport === 'TCP' && !line.startsWith('<') ? `<14>${line}` : line))
    if (transport === 'UDP') {
      const sender = await openLineSender('udp', '127.0.0.1', ports.UDP)
      for (let at = 0; at < lines.length; at += UDP_BURST) {
        const burst = lines.slice(at, at + UDP_BURST)
        for (const line of burst) await sender.send(line)
        await arrival(at + burst.length)
      }
      await sender.close()
    } else {
      const socket = connect(ports.TCP, '127.0.0.1')
      await once(socket, 'connect')
      socket.end(lines.map(line => `${line}\n`).join(''))
      await once(socket, 'finish')
      await arrival(lines.length)
    }

    const expected = new Map<string, number>()
    for (const line of lines) {
      const reading = readLine(line)
      const detail = reading.kind === 'set-aside' ? reading.logType : reading.kind === 'unreadable' ? reading.reason : ''
      const key = `${reading.kind} ${detail}`.trim()
      expected.set(key, (expected.get(key) ?? 0) + 1)
    }
    const told = new Map<string, number>()
    for (const { outcome, detail, count } of await outcomes()) {
      // The corpora repeat some lines: those are alerts too, but not stored twice.
      const kind = outcome === 'DUPLICATE' ? 'alert' : outcome.toLowerCase().replace('_', '-')
      const key = `${kind} ${detail}`.trim()
      told.set(key, (told.get(key) ?? 0) + count)
    }
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(expected))

    const stored = await database.pool.query<{ alerts: number; kept: number }>(
      'SELECT (SELECT count(*)::int FROM alert) AS alerts, (SELECT count(*)::int FROM unreadable_line) AS kept',
    )
    const alerts = (await outcomes()).find(row => row.outcome === 'ALERT')?.count
    const unreadable = (await outcomes()).filter(row => row.outcome === 'UNREADABLE').reduce((sum, row) => sum + row.count, 0)
    expect(stored.rows[0]).toEqual({ alerts, kept: unreadable })
  })
})
