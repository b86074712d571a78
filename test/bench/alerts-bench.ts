import { setTimeout as delay } from 'node:timers/promises'
import type { Client } from 'pg'
import { cpuSeconds } from './cpu.js'
import { climb, median, rungAtMost, rungRate } from './ladder.js'
import type { Receiver } from './receivers.js'
import type { UdpSender } from './udp-sender.js'

/** How long after the last datagram every row must be there. */
const SETTLE_MS = 3000

export interface AlertsBench {
  readonly receivers: readonly Receiver[]
  readonly database: Client
  /** Process whose descendants are PostgreSQL's. */
  readonly postgresPid: number
  readonly send: UdpSender
  readonly file: string
  readonly seconds: number
  readonly repeats: number
  readonly log: (line: string) => void
}

export interface Trial {
  readonly rate: number
  readonly sent: number
  readonly rows: number
  readonly held: boolean
  /** CPU of receiver and PostgreSQL, microseconds a row. */
  readonly receiverCpuUs: number
  readonly postgresCpuUs: number
}

export interface AlertsResult {
  readonly receiver: string
  /** Highest lines a second without loss, one number a repeat. */
  readonly rates: readonly number[]
  readonly median: number
  readonly lowest: number
  readonly highest: number
  readonly receiverCpuUs: number
  readonly postgresCpuUs: number
  readonly trials: readonly Trial[]
}

/** In each repeat every receiver climbs its ladder, in turn and in alternating order, on the same machine and table. */
export async function benchAlerts(bench: AlertsBench): Promise<AlertsResult[]> {
  const runs = bench.receivers.map(receiver => ({
    receiver,
    rung: rungAtMost(5000),
    rates: [] as number[],
    best: [] as Trial[],
    trials: [] as Trial[],
  }))
  let sequence = 1
  for (let repeat = 1; repeat <= bench.repeats; repeat++) {
    for (const run of repeat % 2 === 1 ? runs : runs.toReversed()) {
      const held = new Map<number, Trial>()
      const top = await climb(run.rung, async rung => {
        const trial = await tryRate(bench, run.receiver, rungRate(rung), sequence)
        sequence += trial.sent
        run.trials.push(trial)
        bench.log(
          `  ${repeat}/${bench.repeats}  ${run.receiver.name.padEnd(26)} ${String(trial.rate).padStart(6)}/s  sent ${trial.sent}, rows ${trial.rows}${trial.held ? '' : '  lost or late'}`,
        )
        if (trial.held) held.set(rung, trial)
        return trial.held
      })
      const best = held.get(top)
      run.rates.push(best?.rate ?? 0)
      if (best) run.best.push(best)
      // The next repeat begins a rung lower, so that it can fall as well as rise.
      run.rung = Math.max(0, top - 1)
    }
  }
  return runs.map(({ receiver, rates, best, trials }) => ({
    receiver: receiver.name,
    rates,
    median: median(rates),
    lowest: Math.min(...rates),
    highest: Math.max(...rates),
    receiverCpuUs: median(best.map(trial => trial.receiverCpuUs)),
    postgresCpuUs: median(best.map(trial => trial.postgresCpuUs)),
    trials,
  }))
}

async function tryRate(bench: AlertsBench, receiver: Receiver, rate: number, firstSequence: number): Promise<Trial> {
  const { database, file, seconds, send } = bench
  await database.query('TRUNCATE alert, incident, incident_activity CASCADE')
  await receiver.prepare?.()
  await database.query('CHECKPOINT')
  const before = { receiver: cpuSeconds(receiver.pid), postgres: cpuSeconds(bench.postgresPid) }
  const { sent } = await send({ port: receiver.port, file, rate, seconds, firstSequence })
  const held = await reaches(database, sent)
  const rows = held ? sent : await settled(database)
  const us = (after: number, earlier: number) => ((after - earlier) * 1e6) / Math.max(rows, 1)
  return {
    rate,
    sent,
    rows,
    held,
    receiverCpuUs: us(cpuSeconds(receiver.pid), before.receiver),
    postgresCpuUs: us(cpuSeconds(bench.postgresPid), before.postgres),
  }
}

async function countRows(database: Client): Promise<number> {
  const { rows } = await database.query<{ count: string }>('SELECT count(*) FROM alert')
  return Number(rows[0]?.count)
}

async function reaches(database: Client, wanted: number): Promise<boolean> {
  const deadline = performance.now() + SETTLE_MS
  while (performance.now() < deadline) {
    if ((await countRows(database)) >= wanted) return true
    await delay(200)
  }
  return false
}

/** Waits until a backlog has been worked off: the next trial must not start under it. */
async function settled(database: Client): Promise<number> {
  let last = -1
  for (;;) {
    const rows = await countRows(database)
    if (rows === last) return rows
    last = rows
    await delay(1500)
  }
}
