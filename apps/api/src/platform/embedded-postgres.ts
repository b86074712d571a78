import { execFile, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { z } from 'zod'
import { postgresPrograms, type PostgresPrograms } from './postgres-programs.js'
import type { Service } from './lifecycle.js'
import type { Logger } from './logger.js'

const SUPERUSER = 'sallyport'
const DATABASE = 'sallyport'
const HOST = '127.0.0.1'
/** Crash recovery of a large write-ahead log may take this long. */
const READY_WITHIN_MS = 120_000
const STOP_WITHIN_MS = 30_000
const RESTART_DELAY_MAX_MS = 10_000

/** For a machine of a few gigabytes that runs the server too. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: HOST,
  unix_socket_directories: '',
  max_connections: '50',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  wal_compression: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
}

const Connection = z.object({ port: z.number().int().min(1).max(65_535), password: z.string().min(1) })
type Connection = z.infer<typeof Connection>

export interface EmbeddedPostgresDeps {
  /** Holds postgres/ (its data) and postgres.json (port and password, mode 0600). Guarded by DataDirLock. */
  readonly dataDir: string
  readonly logger: Logger
  /** Over those above. */
  readonly settings?: Readonly<Record<string, string>>
}

/**
 * A PostgreSQL of our own in the data directory, reachable on 127.0.0.1 only. Takes the place of one that a killed
 * server left behind, and starts again, on the same port, when its postmaster dies.
 */
export class EmbeddedPostgres implements Service {
  readonly name = 'embedded-postgres'
  private programs: PostgresPrograms | undefined
  private child: ChildProcess | undefined
  private connection: Connection | undefined
  private restarting: Promise<void> | undefined
  private readonly stopping = new AbortController()

  constructor(private readonly deps: EmbeddedPostgresDeps) {}

  /** Known after start. */
  get url(): string {
    return this.urlOf(DATABASE)
  }

  /** Of the running postmaster; for tests that kill it. */
  get pid(): number | undefined {
    return this.child?.pid
  }

  async start(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.stopping.abort(), { once: true })
    await mkdir(this.deps.dataDir, { recursive: true })
    const pgData = path.join(await realpath(this.deps.dataDir), 'postgres')
    await mkdir(pgData, { recursive: true, mode: 0o700 })
    this.programs = await postgresPrograms(pgData)
    await this.programs.own(pgData)
    await this.takeOver(pgData)
    const connection = await this.readConnection()
    this.connection = connection
    if (!(await exists(path.join(pgData, 'PG_VERSION')))) await this.initialise(pgData, connection)
    if (!(await isFree(connection.port))) await this.saveConnection({ ...connection, port: await freePort() })
    await this.launch(pgData)
    await this.createDatabase()
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    await this.restarting
    const child = this.child
    this.child = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const closed = new Promise<void>(resolve => child.once('close', () => resolve()))
    // SIGINT is PostgreSQL's fast shutdown: sessions are ended, data is flushed. SIGQUIT leaves it to crash recovery.
    child.kill('SIGINT')
    const timer = setTimeout(() => child.kill('SIGQUIT'), STOP_WITHIN_MS)
    await closed
    clearTimeout(timer)
  }

  private urlOf(database: string): string {
    if (!this.connection) throw new Error('The embedded PostgreSQL has not been started')
    const { port, password } = this.connection
    return `postgresql://${SUPERUSER}:${password}@${HOST}:${port}/${database}`
  }

  private get connectionFile(): string {
    return path.join(this.deps.dataDir, 'postgres.json')
  }

  private async readConnection(): Promise<Connection> {
    const text = await readFile(this.connectionFile, 'utf8').catch(() => undefined)
    if (text !== undefined) return Connection.parse(JSON.parse(text))
    const connection = { port: await freePort(), password: randomBytes(24).toString('base64url') }
    await this.saveConnection(connection)
    return connection
  }

  private async saveConnection(connection: Connection): Promise<void> {
    this.connection = connection
    await writeFile(this.connectionFile, `${JSON.stringify(connection)}\n`, { mode: 0o600 })
    await chmod(this.connectionFile, 0o600)
  }

  private async initialise(pgData: string, { password }: Connection): Promise<void> {
    if (!this.programs) return
    this.deps.logger.info({ dataDir: pgData }, 'Creating the database cluster')
    // An interrupted initdb leaves files behind that the next one refuses.
    await rm(pgData, { recursive: true, force: true })
    await mkdir(pgData, { recursive: true, mode: 0o700 })
    await this.programs.own(pgData)
    const passwordFile = `${pgData}.password`
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
    try {
      await this.programs.own(passwordFile)
      await this.programs.initdb([
        `--pgdata=${pgData}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // The same order and case rules on every machine, whatever locales it has.
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
      ])
    } finally {
      await rm(passwordFile, { force: true })
    }
  }

  /** A postmaster of our directory that outlived its server is stopped; a pid that now belongs to another process is forgotten. */
  private async takeOver(pgData: string): Promise<void> {
    const pidFile = path.join(pgData, 'postmaster.pid')
    const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0])
    if (!Number.isInteger(pid) || pid <= 1) return
    const isOurs = async () => (await commandLine(pid)).includes(` -D ${pgData} `)
    if (!(await isOurs())) {
      this.deps.logger.warn({ pid }, 'Removing the pid file of a PostgreSQL that is gone')
      await rm(pidFile, { force: true })
      return
    }
    this.deps.logger.warn({ pid }, 'Stopping a PostgreSQL that outlived its server')
    process.kill(pid, 'SIGINT')
    const deadline = Date.now() + STOP_WITHIN_MS
    while (await isOurs()) {
      if (Date.now() > deadline) process.kill(pid, 'SIGQUIT')
      await delay(50, undefined, { signal: this.stopping.signal })
    }
  }

  /** Resolves when it answers. From then on its death starts it again. */
  private async launch(pgData: string): Promise<void> {
    if (!this.programs || !this.connection) return
    const settings = { ...SETTINGS, ...this.deps.settings, port: String(this.connection.port) }
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const child = this.programs.postgres(['-D', pgData, ...flags])
    this.child = child
    const lastLines = this.logOutput(child)
    const died = new Promise<never>((_resolve, reject) => {
      child.once('error', reject)
      child.once('close', code => reject(new Error(`PostgreSQL did not start (exit ${code}): ${lastLines.join(' | ')}`)))
    })
    await Promise.race([died, this.untilReady()])
    died.catch(() => undefined)
    child.removeAllListeners('close')
    child.once('close', (code, signal) => {
      if (this.stopping.signal.aborted) return
      this.deps.logger.error({ code, signal }, 'PostgreSQL ended; starting it again')
      this.restarting = this.relaunch(pgData)
    })
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('PostgreSQL ended right after its start')
  }

  private async relaunch(pgData: string): Promise<void> {
    for (let wait = 100; !this.stopping.signal.aborted; wait = Math.min(wait * 2, RESTART_DELAY_MAX_MS)) {
      try {
        await delay(wait, undefined, { signal: this.stopping.signal })
        // Right after a kill its backends may still hold the shared memory: the attempt fails and is repeated.
        await this.launch(pgData)
        this.deps.logger.info('PostgreSQL runs again')
        return
      } catch (error) {
        if (!this.stopping.signal.aborted) this.deps.logger.warn({ err: error }, 'PostgreSQL could not be started again yet')
      }
    }
  }

  private logOutput(child: ChildProcess): string[] {
    const last: string[] = []
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue
      createInterface({ input: stream }).on('line', line => {
        last.push(line)
        if (last.length > 5) last.shift()
        // While it starts it is asked whether it is ready, and says that it is not.
        if (/ (PANIC|FATAL): /.test(line) && !line.includes('the database system is starting up')) this.deps.logger.warn({ postgres: line })
        else this.deps.logger.debug({ postgres: line })
      })
    }
    return last
  }

  private async untilReady(): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS
    for (;;) {
      const client = new Client({ connectionString: this.urlOf('postgres'), connectionTimeoutMillis: 2_000 })
      client.on('error', () => undefined)
      try {
        await client.connect()
        await client.end()
        return
      } catch (error) {
        await client.end().catch(() => undefined)
        if (Date.now() > deadline) throw new Error('The embedded PostgreSQL does not answer', { cause: error })
        await delay(50, undefined, { signal: this.stopping.signal })
      }
    }
  }

  private async createDatabase(): Promise<void> {
    const client = new Client({ connectionString: this.urlOf('postgres') })
    await client.connect()
    try {
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
      if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
    } finally {
      await client.end()
    }
  }
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  )

/** Empty when there is no such process. */
async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ')
  return promisify(execFile)('ps', ['-p', String(pid), '-o', 'args=']).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  )
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, HOST, () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port'))))
    })
  })
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, HOST, () => server.close(() => resolve(true)))
  })
}
