import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { until } from './until.js'

const ROOT = path.resolve(import.meta.dirname, '../..')
const START_DEADLINE_MS = 60_000
const STOP_DEADLINE_MS = 30_000

export interface AppOptions {
  /** `built` runs dist, `source` the TypeScript files. */
  readonly from: 'built' | 'source'
  readonly environment?: Readonly<Record<string, string>>
  /** Kept on stop when given; else a new one that goes with the app. */
  readonly dataDir?: string
}

/** A server in a process of its own, on free ports. */
export interface App {
  readonly url: string
  readonly dataDir: string
  readonly process: ChildProcess
  /** Everything it has printed. */
  output(): string
  /** The one-time link for the first administrator. */
  setUpLink(): string
  /** As Ctrl-C would; returns the exit code. */
  stop(): Promise<number | null>
}

/** Starts a server and waits until it is ready. Fails with what it printed. */
export async function startApp({ from, environment = {}, dataDir }: AppOptions): Promise<App> {
  const directory = dataDir ?? (await mkdtemp(path.join(tmpdir(), 'sallyport-app-')))
  const args = from === 'built' ? ['dist/main.js'] : ['--import', 'tsx', '--conditions=development', 'src/main.ts']
  const child = spawn(process.execPath, args, {
    cwd: path.join(ROOT, 'apps/api'),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HTTP_HOST: '127.0.0.1',
      HTTP_PORT: '0',
      SYSLOG_HOST: '127.0.0.1',
      SYSLOG_UDP_PORT: '0',
      SYSLOG_TCP_PORT: '0',
      SYSLOG_TLS_PORT: '0',
      DATA_DIR: directory,
      ...environment,
    },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (printed += String(chunk)))
  const stop = async () => {
    const code = await end(child)
    if (dataDir === undefined) await rm(directory, { recursive: true, force: true })
    return code
  }
  try {
    const url = await until(
      async () => {
        if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${printed}`)
        const address = /ready at (http:\S+)/.exec(printed)?.[1]
        return address !== undefined && (await isReady(address)) ? address : undefined
      },
      { deadlineMs: START_DEADLINE_MS, what: () => `the server to be ready; it printed:\n${printed}` },
    )
    const setUpLink = () => /https?:\/\/[^\s"'\\]+\/set-up\?token=[\w-]+/.exec(printed)?.[0] ?? ''
    return { url, dataDir: directory, process: child, output: () => printed, setUpLink, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok
  } catch {
    return false
  }
}

/** SIGTERM, and after the deadline SIGKILL. */
async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const closed = once(child, 'close')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS)
  await closed
  clearTimeout(timer)
  return child.exitCode
}
