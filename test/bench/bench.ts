// Measures this server against rsyslog: the same lines, the same PostgreSQL, the same table, in one run.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { benchAlerts, type AlertsResult } from './alerts-bench.js'
import { benchLines } from './bench-lines.js'
import { benchPrefixes, type PrefixResult } from './prefix-bench.js'
import { startEnrichment, type Enrichment } from './enrichment-bench.js'
import { anyFirewall, findRsyslog, startRsyslog, type Receiver } from './receivers.js'
import { measureRules, printRules, rulesReceivers } from './rules-bench.js'
import { benchSubscriptions, type SubscriptionsResult } from './subscriptions-bench.js'
import { createUdpSender } from './udp-sender.js'
import { EmbeddedPostgres } from '../../apps/api/src/platform/embedded-postgres.js'
import { createLogger } from '../../apps/api/src/platform/logger.js'
import { becomeAdministrator, createSource, listenerPorts } from '../support/api-client.js'
import { startApp } from '../support/app.js'

const USAGE = `Measures the highest UDP rate without loss from socket to committed row, against rsyslog on the same
machine, what 200 rules and enrichment take off that rate, what live subscriptions cost, and look-ups in feeds of a million entries.
Takes about an hour; see the options for a short run.

  npm run bench -- [options]

  --repeats <number>      how often everything is repeated         (5)
  --seconds <number>      length of a trial                        (30)
  --subscribers <number>  for the subscription bench               (500)
  --only <name>           alerts, rules, enrichment, subscriptions or prefixes  (all)
  --json <file>           where the figures are written            (bench.json)
`

const DISTINCT_LINES = 20_000
const SUBSCRIPTION_SEQUENCE = 5e15

const { values: options } = parseArgs({
  options: {
    repeats: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '30' },
    subscribers: { type: 'string', default: '500' },
    only: { type: 'string' },
    json: { type: 'string', default: 'bench.json' },
    help: { type: 'boolean', default: false },
  },
})

async function main(): Promise<void> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'sallyport-bench-'))
  const closers: (() => Promise<unknown>)[] = [() => rm(directory, { recursive: true, force: true })]
  try {
    if (options.only === 'prefixes') await writeFile(options.json, `${JSON.stringify({ prefixes: await measurePrefixes() }, null, 2)}\n`)
    else await measure(directory, closers)
  } finally {
    for (const close of closers.reverse()) await close()
  }
}

async function measure(directory: string, closers: (() => Promise<unknown>)[]): Promise<void> {
  const seconds = Number(options.seconds)
  const postgres = new EmbeddedPostgres({ dataDir: path.join(directory, 'database'), logger: createLogger('warn') })
  closers.push(() => postgres.stop())
  await postgres.start(new AbortController().signal)
  const postgresPid = Number((await readFile(path.join(directory, 'database/postgres/postmaster.pid'), 'utf8')).split('\n')[0])
  const app = await startApp({ from: 'built', environment: { DATABASE_URL: postgres.url, NODE_ENV: 'production', LOG_LEVEL: 'warn' } })
  closers.push(() => app.stop())
  const client = await becomeAdministrator(app)
  await createSource(client)
  const { UDP: port } = await listenerPorts(client)
  const database = new Client({ connectionString: postgres.url })
  closers.push(() => database.end())
  await database.connect()
  const { send, name: sender } = await createUdpSender(directory)
  const file = path.join(directory, 'lines')
  await writeFile(file, benchLines(DISTINCT_LINES, Date.now()))

  const own: Receiver = { name: 'Sallyport (linking on)', port, pid: app.process.pid ?? 0, stop: async () => undefined }
  const receivers = [own]
  const rsyslog = await findRsyslog()
  const isWanted = (name: string) => options.only === undefined || options.only === name
  if (rsyslog && isWanted('alerts')) {
    const receiver = await startRsyslog(rsyslog.program, directory, postgres.url, await anyFirewall(database))
    closers.push(() => receiver.stop())
    receivers.push(receiver)
  } else if (isWanted('alerts')) console.log('rsyslog is not on this machine: only this server is measured.')

  const machine = `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'CPU'}, Node ${process.version}, sender: ${sender}, ${rsyslog?.version ?? 'no rsyslog'}`
  console.log(`${machine}\n`)
  let alerts: AlertsResult[] = []
  const common = { database, postgresPid, send, seconds, repeats: Number(options.repeats), log: console.log }
  if (isWanted('alerts')) {
    alerts = await benchAlerts({ ...common, receivers, file })
    printAlerts(alerts)
  }
  let rules: AlertsResult[] = []
  if (isWanted('rules')) {
    printRules(await measureRules())
    rules = await benchAlerts({ ...common, receivers: await rulesReceivers(client, own), file })
    printAlerts(rules)
  }
  let enrichment: AlertsResult[] = []
  if (isWanted('enrichment')) {
    const askable = path.join(directory, 'askable-lines')
    await writeFile(askable, benchLines(DISTINCT_LINES, Date.now(), { askable: true }))
    const started = await startEnrichment({ client, database, receiver: own })
    closers.push(() => started.stop())
    enrichment = await benchAlerts({ ...common, receivers: started.receivers, file: askable })
    await printEnrichment(enrichment, started)
  }
  const subscriptions: SubscriptionsResult[] = []
  if (isWanted('subscriptions')) {
    for (let repeat = 0; repeat < Number(options.repeats); repeat++)
      for (const subscribers of [0, Number(options.subscribers)]) {
        const firstSequence = SUBSCRIPTION_SEQUENCE + subscriptions.length * 1e9
        const bench = { client, serverPid: own.pid, port, send, file, seconds, firstSequence }
        subscriptions.push(await benchSubscriptions(bench, subscribers))
      }
    printSubscriptions(subscriptions)
  }
  const prefixes = isWanted('prefixes') ? await measurePrefixes() : []
  await writeFile(options.json, `${JSON.stringify({ machine, seconds, alerts, rules, enrichment, subscriptions, prefixes }, null, 2)}\n`)
  console.log(`\nFigures: ${options.json}`)
}

async function measurePrefixes(): Promise<PrefixResult[]> {
  const results = await benchPrefixes({ entries: 1_000_000, lookups: 2_000_000, repeats: Number(options.repeats) })
  console.log('\nLook-ups in feeds of a million entries, in memory')
  console.table(results)
  return results
}

function printAlerts(results: readonly AlertsResult[]): void {
  console.log('\nHighest rate without loss, UDP socket to committed row')
  console.table(
    results.map(result => ({
      receiver: result.receiver,
      'lines/s (median)': Math.round(result.median),
      spread: `${result.lowest} – ${result.highest}`,
      'CPU µs/row, receiver': Math.round(result.receiverCpuUs),
      'CPU µs/row, PostgreSQL': Math.round(result.postgresCpuUs),
    })),
  )
  const [own, peer] = results
  if (own && peer) console.log(`Ratio of the medians, ${own.receiver} to ${peer.receiver}: ${(own.median / peer.median).toFixed(2)}`)
}

async function printEnrichment(results: readonly AlertsResult[], enrichment: Enrichment): Promise<void> {
  printAlerts(results)
  const { asked, distinct } = await enrichment.counts()
  console.log(`Questions to the provider in the last trial: ${asked}, about ${distinct} addresses`)
}

function printSubscriptions(results: readonly SubscriptionsResult[]): void {
  console.log('\nLive subscriptions')
  console.table(
    results.map(result => ({
      subscribers: result.subscribers,
      'alerts/s': result.alertsPerSecond,
      sent: result.sent,
      delivered: result.delivered,
      'of all': result.subscribers === 0 ? '' : `${((100 * result.delivered) / (result.sent * result.subscribers)).toFixed(1)} %`,
      'server cores': result.serverCores.toFixed(2),
    })),
  )
}

if (options.help) console.log(USAGE)
else await main()
