// Measures the serving of a published list of 50,000 addresses beside nginx, which serves the same bytes from files.
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { becomeAdministrator, type ApiClient } from '../support/api-client.js'
import { startApp } from '../support/app.js'
import { until } from '../support/until.js'

const USAGE = `Needs nginx and wrk (apt-get install nginx-light wrk).

  npm run bench published-lists -- [options]

  --repeats <number>  rounds, each with every case of both servers in turn  (5)
  --seconds <number>  length of a trial                                     (5)
  --from <what>       built (dist) or source                                (built)
  --json <file>       where the figures are written                         (published-lists.json)
`

const ENTRIES = 50_000
const CONNECTIONS = 32

/** Share of nginx's rate that is wanted. */
const TARGETS = { '200 identity': 0.9, '200 gzip': 0.8, '304': 0.4 } as const
type Case = keyof typeof TARGETS

const run = promisify(execFile)
const { values: options } = parseArgs({
  options: {
    repeats: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    from: { type: 'string', default: 'built' },
    json: { type: 'string', default: 'published-lists.json' },
    help: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})

interface Contender {
  readonly name: string
  readonly url: string
  readonly pid: number
}

interface Trial {
  readonly rate: number
  readonly cpuUs: number
}

async function main(): Promise<void> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'sallyport-published-bench-'))
  const closers: (() => Promise<unknown>)[] = [() => rm(directory, { recursive: true, force: true })]
  try {
    const app = await startApp({
      from: options.from === 'source' ? 'source' : 'built',
      environment: { NODE_ENV: 'production', LOG_LEVEL: 'warn' },
    })
    closers.push(() => app.stop())
    const { url, seconds } = await publish(await becomeAdministrator(app))
    console.log(`${ENTRIES} addresses were published ${seconds.toFixed(1)} s after the import had been answered`)
    const nginx = await startNginx(directory, url)
    closers.push(nginx.stop)
    await measure([nginx.contender, { name: 'Sallyport', url, pid: app.process.pid ?? 0 }])
  } finally {
    for (const close of closers.reverse()) await close()
  }
}

async function publish(client: ApiClient): Promise<{ url: string; seconds: number }> {
  const created = await client.ask<{ listCreate: { list: { id: string } } }>(
    'mutation { listCreate(input: { name: "Bench", kind: ADDRESS }) { list { id } } }',
  )
  const { id } = created.listCreate.list
  // Spread like real ones, so that they compress no better.
  let state = 1
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 16
  }
  const values = new Set<string>()
  while (values.size < ENTRIES) values.add(`${20 + (random() % 80)}.${random() & 255}.${random() & 255}.${random() & 255}`)
  const published = await client.ask<{ listPublish: { list: { publishing: { urls: { format: string; url: string }[] } } } }>(
    `mutation ($id: ID!) { listPublish(input: { id: $id, expectedVersion: 1, guardEntries: 1000000 }) { list { publishing { urls { format url } } } } }`,
    { id },
  )
  const url = published.listPublish.list.publishing.urls.find(({ format }) => format === 'TEXT')?.url ?? ''
  await client.ask(`mutation ($input: ListEntriesAddInput!) { listEntriesAdd(input: $input) { added } }`, {
    input: { listId: id, text: [...values].join('\n') },
  })
  const start = performance.now()
  await until(async () => (await fetch(url)).headers.get('x-list-entries') === String(ENTRIES), { deadlineMs: 60_000 })
  return { url, seconds: (performance.now() - start) / 1000 }
}

async function startNginx(directory: string, url: string): Promise<{ contender: Contender; stop: () => Promise<void> }> {
  const identity = Buffer.from(await (await fetch(url, { headers: { 'accept-encoding': 'identity' } })).arrayBuffer())
  await writeFile(path.join(directory, 'list.txt'), identity)
  await run('gzip', ['-k', '-6', path.join(directory, 'list.txt')])
  const port = await freePort()
  // As its packages configure it, but for the log that it would write and the connections that it would close.
  const config = `worker_processes 1; daemon off; pid ${directory}/nginx.pid; error_log ${directory}/error.log;
events { worker_connections 512; }
http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; gzip_static on; default_type text/plain;
client_body_temp_path ${directory}; proxy_temp_path ${directory}; fastcgi_temp_path ${directory}; uwsgi_temp_path ${directory}; scgi_temp_path ${directory};
server { listen 127.0.0.1:${port}; root ${directory}; } }`
  await writeFile(path.join(directory, 'nginx.conf'), config)
  const process: ChildProcess = spawn('nginx', ['-c', path.join(directory, 'nginx.conf'), '-e', path.join(directory, 'error.log')], {
    stdio: 'inherit',
  })
  const nginxUrl = `http://127.0.0.1:${port}/list.txt`
  await until(async () => (await fetch(nginxUrl).catch(() => undefined))?.ok)
  const { stdout } = await run('pgrep', ['-P', String(process.pid)])
  const stop = async () => {
    process.kill('SIGTERM')
    await once(process, 'close')
  }
  return { contender: { name: 'nginx', url: nginxUrl, pid: Number(stdout.trim().split('\n')[0]) }, stop }
}

async function measure(contenders: readonly Contender[]): Promise<void> {
  const trials = new Map<string, Trial[]>()
  for (let round = 0; round < Number(options.repeats); round += 1)
    for (const name of Object.keys(TARGETS) as Case[])
      for (const contender of round % 2 === 0 ? contenders : contenders.toReversed()) {
        const key = `${contender.name} ${name}`
        trials.set(key, [...(trials.get(key) ?? []), await trial(contender, name)])
      }
  const rows = (Object.keys(TARGETS) as Case[]).map(name => {
    const [nginx, own] = contenders.map(contender => medianOf(trials.get(`${contender.name} ${name}`) ?? []))
    const share = (own?.rate ?? 0) / (nginx?.rate ?? 1)
    return {
      case: name,
      'nginx req/s': Math.round(nginx?.rate ?? 0),
      'Sallyport req/s': Math.round(own?.rate ?? 0),
      share: Number(share.toFixed(2)),
      target: TARGETS[name],
      'CPU µs nginx': Math.round(nginx?.cpuUs ?? 0),
      'CPU µs Sallyport': Math.round(own?.cpuUs ?? 0),
    }
  })
  console.table(rows)
  const machine = `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'CPU'}, Node ${process.version}`
  await writeFile(
    options.json,
    `${JSON.stringify({ machine, seconds: Number(options.seconds), rows, trials: Object.fromEntries(trials) }, null, 2)}\n`,
  )
  console.log(`Figures: ${options.json}`)
}

async function trial({ url, pid }: Contender, name: Case): Promise<Trial> {
  const headers: Record<string, string> = name === '200 gzip' ? { 'accept-encoding': 'gzip' } : { 'accept-encoding': 'identity' }
  if (name === '304') headers['if-none-match'] = (await fetch(url, { headers })).headers.get('etag') ?? ''
  const given = Object.entries(headers).flatMap(([header, value]) => ['-H', `${header}: ${value}`])
  const before = await cpuSeconds(pid)
  const { stdout } = await run('wrk', ['-t1', `-c${CONNECTIONS}`, `-d${options.seconds}s`, ...given, url])
  const cpu = (await cpuSeconds(pid)) - before
  const requests = Number(/(\d+) requests in/.exec(stdout)?.[1])
  const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1])
  // wrk counts 304 as success; anything from 400 on is told.
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`A trial went wrong:\n${stdout}`)
  return { rate, cpuUs: (cpu / requests) * 1e6 }
}

/** User and system time of a process. */
async function cpuSeconds(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

const medianOf = (list: readonly Trial[]): Trial | undefined =>
  [...list].sort((left, right) => left.rate - right.rate)[Math.floor(list.length / 2)]

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise(resolve => probe.close(resolve))
  return port
}

if (options.help) console.log(USAGE)
else await main()
