import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Client } from 'pg'

/** A program that receives lines over UDP and writes them to the table `alert`. */
export interface Receiver {
  readonly name: string
  readonly port: number
  readonly pid: number
  /** Before every trial. */
  prepare?(): Promise<void>
  stop(): Promise<void>
}

const PROGRAMS = ['/usr/sbin/rsyslogd', '/sbin/rsyslogd', '/usr/local/sbin/rsyslogd']

/** Version line of rsyslogd; undefined when it is not on this machine. */
export async function findRsyslog(): Promise<{ readonly program: string; readonly version: string } | undefined> {
  for (const program of PROGRAMS) {
    try {
      const { stdout } = await promisify(execFile)(program, ['-v'])
      return { program, version: stdout.split(' (')[0]?.trim() ?? '' }
    } catch {
      continue
    }
  }
  return undefined
}

/** rsyslog as its manual tunes it for this job: one UDP thread, batches of 2048, one database worker. */
export async function startRsyslog(program: string, directory: string, databaseUrl: string, firewallId: number): Promise<Receiver> {
  const work = path.join(directory, 'rsyslog')
  await mkdir(work, { recursive: true })
  const port = await freeUdpPort()
  const file = path.join(work, 'rsyslog.conf')
  await writeFile(file, configuration({ work, port, databaseUrl, firewallId }))
  const child = spawn(program, ['-n', '-f', file, '-i', path.join(work, 'pid')], { stdio: ['ignore', 'ignore', 'inherit'] })
  await once(child, 'spawn')
  return { name: 'rsyslog (imudp, ompgsql)', port, pid: child.pid ?? 0, stop: () => stopChild(child) }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'close')
}

interface RsyslogOptions {
  readonly work: string
  readonly port: number
  readonly databaseUrl: string
  readonly firewallId: number
}

/**
 * The columns that its field extraction can fill; the rest are constants. It neither links, nor recognises duplicates, nor
 * reads quotes: an easier job.
 */
function configuration({ work, port, databaseUrl, firewallId }: RsyslogOptions): string {
  const field = (index: number) => `%rawmsg:F,44:${index}%`
  const text = (index: number) => `'${field(index)}'`
  const optional = (index: number, type: string) => `nullif('${field(index)}','')::${type}`
  const severity = `case '${field(35)}' when 'critical' then 5 when 'high' then 4 when 'medium' then 3 when 'low' then 2 else 1 end`
  const columns: readonly (readonly [name: string, value: string])[] = [
    ['id', `nextval('alert_id_seq')`],
    ['firewall_id', String(firewallId)],
    ['received_at', 'now()'],
    ['occurred_at', text(7)],
    ['time_source', `'CONFIGURED_ZONE'`],
    ['format', `'PANOS_CSV'`],
    ['transport', `'UDP'`],
    ['sender', `'%fromhost-ip%'`],
    ['subtype', text(5)],
    ['severity', severity],
    ['threat_name', text(33)],
    ['threat_category', text(70)],
    ['action', text(31)],
    ['blocked', `'${field(31)}' not in ('alert','allow')`],
    ['src_ip', optional(8, 'inet')],
    ['dst_ip', optional(9, 'inet')],
    ['src_port', optional(25, 'int')],
    ['dst_port', optional(26, 'int')],
    ['src_user', optional(13, 'text')],
    ['dst_user', optional(14, 'text')],
    ['src_location', text(39)],
    ['dst_location', text(40)],
    ['src_zone', text(17)],
    ['dst_zone', text(18)],
    ['command_control', 'false'],
    ['direction', text(36)],
    ['app', text(15)],
    ['rule', text(12)],
    ['vsys', text(16)],
    ['category', text(34)],
    ['url', text(32)],
    ['session_id', optional(23, 'bigint')],
    ['sequence', optional(37, 'numeric')],
    ['repeat_count', optional(24, 'int')],
    ['field_count', '121'],
    ['raw', `'%rawmsg%'`],
  ]
  const sql = `insert into alert(${columns.map(([name]) => name).join(',')}) values (${columns.map(([, value]) => value).join(',')})`
  return `
global(workDirectory="${work}")
module(load="imudp" threads="1" batchSize="128" TimeRequery="4")
module(load="ompgsql")
input(type="imudp" address="127.0.0.1" port="${port}" rcvbufSize="8m" ruleset="alerts")
template(name="insert" type="string" option.stdsql="on" string="${sql}")
ruleset(name="alerts" queue.type="FixedArray" queue.size="500000" queue.dequeueBatchSize="2048" queue.workerThreads="1") {
  action(type="ompgsql" conninfo="${databaseUrl}" template="insert")
}
`
}

async function freeUdpPort(): Promise<number> {
  const socket = createSocket('udp4')
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  await once(socket, 'close')
  return port
}

/** A firewall for rsyslog's rows to belong to. */
export async function anyFirewall(client: Client): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO firewall (source_id, identity, name) SELECT id, 'name:rsyslog', 'rsyslog' FROM source
     ON CONFLICT (source_id, identity) DO UPDATE SET name = excluded.name RETURNING id`,
  )
  const id = rows[0]?.id
  if (id === undefined) throw new Error('There is no source')
  return id
}
