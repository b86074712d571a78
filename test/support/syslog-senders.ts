import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { connect, createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import path from 'node:path'
import { promisify } from 'node:util'
import { until } from './until.js'

/** syslog-ng as .ci/run unpacks it beside an installed rsyslog. */
const UNPACKED_SYSLOG_NG = path.resolve(import.meta.dirname, '../../.cache/syslog-ng')
const FOLDERS = ['/usr/sbin', '/usr/bin', '/sbin', '/bin', '/usr/local/sbin', '/usr/local/bin', path.join(UNPACKED_SYSLOG_NG, 'usr/sbin')]

/** Where a program is; undefined when it is not on this machine. In continuous integration that is an error. */
export function findProgram(name: string): string | undefined {
  const found = FOLDERS.map(folder => path.join(folder, name)).find(isExecutable)
  if (found === undefined && process.env['CI'] === 'true') throw new Error(`${name} is needed here: .ci/run installs it`)
  return found
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export interface Target {
  readonly transport: 'udp' | 'tcp' | 'tls'
  readonly framing: 'lf' | 'octet-counted'
  readonly port: number
}

/** A syslog daemon that passes on what it gets on a TCP port. */
export interface Relay {
  pass(lines: readonly string[]): Promise<void>
  stop(): Promise<void>
}

/** `logger` of util-linux, once per line, with its own header and tag in front. */
export async function sendWithLogger(program: string, { transport, framing, port }: Target, lines: readonly string[]): Promise<void> {
  const how =
    transport === 'udp' ? ['--udp', '--rfc3164'] : framing === 'lf' ? ['--tcp', '--rfc3164'] : ['--tcp', '--rfc5424', '--octet-count']
  for (const line of lines) {
    await promisify(execFile)(program, [
      ...how,
      '--size',
      '60000',
      '--server',
      '127.0.0.1',
      '--port',
      String(port),
      '--tag',
      'pan',
      '--',
      line,
    ])
  }
}

export async function startRsyslogRelay(program: string, folder: string, target: Target): Promise<Relay> {
  const input = await freeTcpPort()
  const framing = target.framing === 'lf' ? 'traditional' : 'octet-counted'
  const tls = target.transport === 'tls' ? 'StreamDriver="ossl" StreamDriverMode="1" StreamDriverAuthMode="anon"' : ''
  const protocol = target.transport === 'udp' ? 'protocol="udp"' : `protocol="tcp" TCP_Framing="${framing}" ${tls}`
  // As its manual forwards: both templates find a tag where there is none.
  const template = target.framing === 'lf' ? 'RSYSLOG_TraditionalForwardFormat' : 'RSYSLOG_SyslogProtocol23Format'
  const configuration = `
global(workDirectory="${folder}" maxMessageSize="64k" parser.escapeControlCharactersOnReceive="off")
module(load="imtcp")
input(type="imtcp" address="127.0.0.1" port="${input}" ruleset="relay")
ruleset(name="relay") {
  action(type="omfwd" target="127.0.0.1" port="${target.port}" ${protocol} template="${template}")
}
`
  const file = await writeConfiguration(folder, configuration)
  return startRelay(spawn(program, ['-n', '-f', file, '-i', path.join(folder, 'pid')], { stdio: ['ignore', 'pipe', 'pipe'] }), input)
}

export async function startSyslogNgRelay(program: string, folder: string, target: Target): Promise<Relay> {
  const input = await freeTcpPort()
  const tls = target.transport === 'tls' ? 'tls(peer-verify(optional-untrusted))' : ''
  const driver =
    target.framing === 'lf'
      ? `network("127.0.0.1" port(${target.port}) transport(${target.transport}) ${tls} template("$MSG\\n"))`
      : `syslog("127.0.0.1" port(${target.port}) transport(${target.transport}) ${tls})`
  const configuration = `@version: 3.35
options { stats-freq(0); log-msg-size(65536); };
source s { network(ip("127.0.0.1") port(${input}) transport(tcp) flags(no-parse)); };
destination d { ${driver}; };
log { source(s); destination(d); };
`
  const file = await writeConfiguration(folder, configuration)
  const own = (name: string) => path.join(folder, name)
  const args = ['-F', '--no-caps', '-f', file, '-R', own('persist'), '-p', own('pid'), '-c', own('control')]
  const unpacked = program.startsWith(UNPACKED_SYSLOG_NG)
  const libraries = path.join(UNPACKED_SYSLOG_NG, 'usr/lib/syslog-ng')
  if (unpacked) args.push('--module-path', await newestFolder(libraries))
  const env = unpacked ? { ...process.env, LD_LIBRARY_PATH: libraries } : process.env
  return startRelay(spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env }), input)
}

/** Modules lie in a folder named after the version. */
async function newestFolder(libraries: string): Promise<string> {
  const { stdout } = await promisify(execFile)('find', [libraries, '-name', 'libsyslogformat.so', '-printf', '%h\n'])
  return stdout.split('\n')[0] ?? libraries
}

async function writeConfiguration(folder: string, text: string): Promise<string> {
  if (!existsSync(folder)) await mkdir(folder, { recursive: true })
  const file = path.join(folder, 'relay.conf')
  await writeFile(file, text)
  return file
}

async function startRelay(child: ChildProcess, input: number): Promise<Relay> {
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (printed += String(chunk)))
  const closed = once(child, 'close')
  const stop = async () => {
    child.kill('SIGTERM')
    await closed
  }
  try {
    await until(
      () => {
        if (child.exitCode !== null) throw new Error(`The relay ended:\n${printed}`)
        return isOpen(input)
      },
      { what: () => `the relay to listen; it printed:\n${printed}` },
    )
  } catch (error) {
    if (child.exitCode === null) await stop()
    throw error
  }
  return {
    pass: async lines => {
      const socket = connect(input, '127.0.0.1')
      await once(socket, 'connect')
      socket.end(lines.map(line => `${line}\n`).join(''))
      await once(socket, 'close')
    },
    stop,
  }
}

async function isOpen(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

async function freeTcpPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
