import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { cpuSeconds } from './cpu.js'
import type { UdpSender } from './udp-sender.js'
import type { ApiClient } from '../support/api-client.js'

const ALERTS_PER_SECOND = 200

export interface SubscriptionsBench {
  readonly client: ApiClient
  readonly serverPid: number
  readonly port: number
  readonly send: UdpSender
  readonly file: string
  readonly seconds: number
  readonly firstSequence: number
}

export interface SubscriptionsResult {
  readonly subscribers: number
  readonly alertsPerSecond: number
  readonly sent: number
  /** Alerts that all subscribers received together. */
  readonly delivered: number
  readonly resyncs: number
  /** CPU of the server process, in cores; with nobody listening, the cost of the alerts alone. */
  readonly serverCores: number
}

/** What it costs the server to tell this many browsers of 200 alerts a second. */
export async function benchSubscriptions(bench: SubscriptionsBench, subscribers: number): Promise<SubscriptionsResult> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(import.meta.dirname, 'subscribers.ts'), bench.client.url, bench.client.cookie, String(subscribers)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  try {
    if (subscribers > 0 && (await lines.next()).done) throw new Error('The subscribers could not connect')
    // The subscriptions themselves are on their way when the last connection is acknowledged.
    await delay(1000)
    const before = cpuSeconds(bench.serverPid)
    const started = performance.now()
    const { sent } = await bench.send({
      port: bench.port,
      file: bench.file,
      rate: ALERTS_PER_SECOND,
      seconds: bench.seconds,
      firstSequence: bench.firstSequence,
    })
    await delay(1500)
    const cores = (cpuSeconds(bench.serverPid) - before) / ((performance.now() - started) / 1000)
    child.kill('SIGTERM')
    const { value, done } = await lines.next()
    if (done) throw new Error('The subscribers ended early')
    const { received, resyncs } = JSON.parse(value) as { received: number; resyncs: number }
    return { subscribers, alertsPerSecond: ALERTS_PER_SECOND, sent, delivered: received, resyncs, serverCores: cores }
  } finally {
    if (child.exitCode === null) {
      child.kill('SIGKILL')
      await once(child, 'close')
    }
  }
}
