// The demo sender: made-up alerts of many firewalls, sent to a running server at a steady rate.
import { parseArgs } from 'node:util'
import { startDemoFirewall } from './demo-firewall.js'
import { startDemoProviders } from './demo-providers.js'
import { openLineSender, type DemoTransport } from './line-sender.js'
import { createScenario, type DemoLine } from './scenario.js'

const USAGE = `Sends made-up alerts of many firewalls to a running server.

  npm run demo -- [options]

  --host <address>     where the server is            (127.0.0.1)
  --port <number>      its syslog port                (514 if it is open, else 5514; 6514 for tls)
  --transport <name>   udp, tcp or tls                (udp)
  --rate <number>      lines a second                 (5)
  --firewalls <number> how many firewalls             (12)
  --seconds <number>   stop after that long           (runs until Ctrl-C)
  --header <name>      bsd or ietf                    (bsd)
  --seed <number>      the same seed, the same story  (the time)
  --quiet              print only the totals
  --firewall           run a simulated firewall too, to push lists to
  --providers          run a simulated directory, WildFire and reputation providers too
`

const TICK_MS = 50

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string' },
    transport: { type: 'string', default: 'udp' },
    rate: { type: 'string', default: '5' },
    firewalls: { type: 'string', default: '12' },
    seconds: { type: 'string' },
    header: { type: 'string', default: 'bsd' },
    seed: { type: 'string' },
    quiet: { type: 'boolean', default: false },
    firewall: { type: 'boolean', default: false },
    providers: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

function fail(message: string): never {
  console.error(`${message}\n\n${USAGE}`)
  process.exit(2)
}

function number(name: 'port' | 'rate' | 'firewalls' | 'seconds' | 'seed', lowest: number, highest: number): number | undefined {
  const text = values[name]
  if (text === undefined) return undefined
  const value = Number(text)
  return Number.isFinite(value) && value >= lowest && value <= highest
    ? value
    : fail(`--${name} must be a number from ${lowest} to ${highest}.`)
}

const isTransport = (name: string): name is DemoTransport => ['udp', 'tcp', 'tls'].includes(name)
const HEADERS: Readonly<Record<string, 'BSD' | 'IETF'>> = { bsd: 'BSD', ietf: 'IETF' }

async function main(): Promise<void> {
  if (values.help) return void console.log(USAGE)
  const { transport, host } = values
  const header = HEADERS[values.header]
  if (!isTransport(transport)) fail('--transport must be udp, tcp or tls.')
  if (header === undefined) fail('--header must be bsd or ietf.')
  const rate = number('rate', 0.01, 100_000) ?? 5
  const next = createScenario({ firewalls: number('firewalls', 1, 3000) ?? 12, seed: number('seed', 0, 2 ** 32) ?? Date.now(), header })
  const port = number('port', 1, 65_535) ?? (await defaultPort(transport, host))
  const sender = await openLineSender(transport, host, port).catch((error: unknown) =>
    fail(
      `Nothing takes ${transport} at ${host}:${port} (${error instanceof Error ? error.message : String(error)}). Is the server running?`,
    ),
  )
  const firewall = values.firewall ? await startDemoFirewall(line => console.log(line)) : undefined
  const providers = values.providers ? await startDemoProviders(line => console.log(line)) : undefined
  console.log(`Sending ${rate} lines a second to ${transport}://${host}:${port}. Ctrl-C ends it.`)
  const totals = await sendAtRate({ rate, seconds: number('seconds', 0.1, 1e9), next, send: line => sender.send(line) })
  await sender.close()
  await firewall?.stop()
  await providers?.stop()
  console.log(`Sent ${totals.alert} alerts, ${totals['set-aside']} lines of other types and ${totals.unreadable} garbled ones.`)
}

/** A server without the right to bind port 514 takes 5514. UDP gives no answer, but TCP listens on the same port. */
async function defaultPort(transport: DemoTransport, host: string): Promise<number> {
  if (transport === 'tls') return 6514
  try {
    const probe = await openLineSender('tcp', host, 514)
    await probe.close()
    return 514
  } catch {
    return 5514
  }
}

interface Sending {
  readonly rate: number
  readonly seconds: number | undefined
  readonly next: (now: number) => DemoLine
  readonly send: (line: string) => Promise<void>
}

/** Keeps to the rate on average: a late tick sends what is due. Ends with the time given, or with Ctrl-C. */
async function sendAtRate({ rate, seconds, next, send }: Sending): Promise<Record<DemoLine['kind'], number>> {
  const totals = { alert: 0, 'set-aside': 0, unreadable: 0 }
  const interrupted = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort())
  const started = performance.now()
  let sent = 0
  while (!interrupted.signal.aborted) {
    const elapsed = (performance.now() - started) / 1000
    const until = seconds === undefined ? elapsed : Math.min(elapsed, seconds)
    for (const due = Math.floor(until * rate); sent < due; sent++) {
      const line = next(Date.now())
      await send(line.text)
      totals[line.kind]++
      if (!values.quiet) console.log(`${line.firewall.padEnd(14)} ${line.summary}`)
    }
    if (seconds !== undefined && elapsed >= seconds) break
    await new Promise(resolve => setTimeout(resolve, TICK_MS))
  }
  return totals
}

await main()
