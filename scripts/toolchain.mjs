// What every command shares: where things are, the pinned Node, and running a child to its end.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
/** The pinned Node 24, whatever runs this script. */
export const node = path.join(root, 'node_modules/node/bin/node')
export const bin = name => path.join(root, 'node_modules/.bin', name)

/** The environment of every child: pinned tools first, telemetry off, no download of a Prisma engine that is not used. */
export function toolEnvironment(extra = {}) {
  const tools = [path.dirname(node), path.join(root, 'node_modules/.bin')]
  return {
    ...process.env,
    PATH: [...tools, process.env.PATH].join(path.delimiter),
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DO_NOT_TRACK: '1',
    ...extra,
  }
}

const running = new Set()
let forwarding = false

/** SIGINT typed at a terminal reaches the children by itself; every other signal is passed on, once. */
function forwardSignals() {
  if (forwarding) return
  forwarding = true
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      for (const child of running) child.kill(signal)
    })
  }
}

/**
 * Starts a child in the foreground. `ended` gives its exit code (128 + n for a signal), and rejects when it cannot be started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions}} [options]
 */
export function launch(command, args, { cwd = root, env = toolEnvironment(), stdio = 'inherit' } = {}) {
  forwardSignals()
  const child = spawn(command, args, { cwd, env, stdio })
  running.add(child)
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(code ?? 128 + (SIGNAL_NUMBERS[signal] ?? 0)))
  }).finally(() => running.delete(child))
  return { child, ended }
}

const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }

export const run = (command, args, options) => launch(command, args, options).ended

/** Runs and ends this process with the child's code when that is not 0. */
export async function mustRun(command, args, options) {
  const code = await run(command, args, options)
  if (code !== 0) process.exit(code)
}

/** As run, but shows the child's words only when it fails. */
export async function runQuietly(command, args, options) {
  const { child, ended } = launch(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const words = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => words.push(chunk))
  const code = await ended
  if (code !== 0) process.stderr.write(Buffer.concat(words))
  return code
}

export async function mustRunQuietly(command, args, options) {
  const code = await runQuietly(command, args, options)
  if (code !== 0) process.exit(code)
}

/** Builds what changed: packages/shared, the API and the web pages. */
export const build = () => mustRun(bin('turbo'), ['run', 'build', '--output-logs=errors-only', '--log-order=grouped', '--no-color'])
