import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { access, chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { issueCertificate, type DeviceCertificate } from './panos-simulator/certificates.js'
import { BLIND, madeUpDirectory, READER, SUFFIX, toLdif, type MadeUpEntry } from './directory-people.js'
import { findProgram } from './syslog-senders.js'
import { until } from './until.js'

/** OpenLDAP's server; undefined where it is not installed (Debian: slapd), which in continuous integration is an error. */
export const slapdProgram = (): string | undefined => findProgram('slapd')

export interface SlapdOptions {
  readonly entries?: readonly MadeUpEntry[]
  /** Refuses anonymous binds; else whoever has not bound may read as the reader does. */
  readonly refuseAnonymous?: boolean
  /** Entries that a search gives, over all of its pages; 500 as slapd comes. */
  readonly sizeLimit?: number
  /** Keeps out who does not encrypt. */
  readonly wantTls?: boolean
}

/** A real directory on this machine, with TLS, of people who do not exist. */
export interface Slapd {
  /** ldap://127.0.0.1:port */
  readonly url: string
  readonly port: number
  /** ldaps://127.0.0.1:port */
  readonly secureUrl: string
  readonly certificate: DeviceCertificate
  /** As a fault would: at once. */
  kill(): Promise<void>
  /** Again, with the same data on the same ports. */
  start(): Promise<void>
  stop(): Promise<void>
}

/** Where Debian and others keep the parts of OpenLDAP. */
const SCHEMAS = ['/etc/ldap/schema', '/etc/openldap/schema']
const MODULES = ['/usr/lib/ldap', '/usr/lib/openldap', '/usr/lib64/openldap', '/usr/lib/x86_64-linux-gnu/openldap']

/** Names of Active Directory that searches and answers need; OIDs of nobody. */
const AD_SCHEMA = [
  ...['sAMAccountName', 'userPrincipalName', 'objectCategory', 'department', 'company', 'proxyAddresses'].map(
    (name, nth) => `attributetype ( 1.1.2.9.1.${nth} NAME '${name}' EQUALITY caseIgnoreMatch SUBSTR caseIgnoreSubstringsMatch
  SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )`,
  ),
  ...['userAccountControl', 'lockoutTime', 'accountExpires'].map(
    (name, nth) =>
      `attributetype ( 1.1.2.9.2.${nth} NAME '${name}' EQUALITY integerMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE )`,
  ),
  `attributetype ( 1.1.2.9.3.0 NAME 'thumbnailPhoto' SYNTAX 1.3.6.1.4.1.1466.115.121.1.40 SINGLE-VALUE )`,
  `objectclass ( 1.1.2.9.4.0 NAME 'user' SUP top AUXILIARY MAY ( sAMAccountName $ userPrincipalName $ objectCategory $ department $
  company $ proxyAddresses $ userAccountControl $ lockoutTime $ accountExpires $ thumbnailPhoto ) )`,
].join('\n')

export async function startSlapd(program: string, options: SlapdOptions = {}): Promise<Slapd> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sallyport-slapd-'))
  const certificate = await issueCertificate('ldap.corp.example')
  const configuration = await writeConfiguration(folder, certificate, options)
  await load(program, configuration, toLdif(options.entries ?? withMemberships(madeUpDirectory())))
  const [port, securePort] = [await freePort(), await freePort()]
  const urls = [`ldap://127.0.0.1:${port}`, `ldaps://127.0.0.1:${securePort}`] as const
  let child: ChildProcess | undefined
  const end = async (signal: NodeJS.Signals) => {
    const ending = child
    child = undefined
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const closed = once(ending, 'close')
    ending.kill(signal)
    await closed
  }
  const start = async () => {
    child = await running(program, configuration, urls, [port, securePort])
  }
  await start()
  return {
    url: urls[0],
    port,
    secureUrl: urls[1],
    certificate,
    start,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What the memberof overlay would have kept, had it seen the entries come: groups of people, not of groups. */
function withMemberships(entries: readonly MadeUpEntry[]): MadeUpEntry[] {
  const groups = new Map<string, string[]>()
  for (const { dn, attributes } of entries) {
    for (const member of [attributes['member'] ?? []].flat()) groups.set(String(member), [...(groups.get(String(member)) ?? []), dn])
  }
  return entries.map(({ dn, attributes }) => {
    const memberOf = groups.get(dn)
    return { dn, attributes: { ...attributes, ...(memberOf && { memberOf }) } }
  })
}

async function writeConfiguration(
  folder: string,
  certificate: DeviceCertificate,
  { refuseAnonymous = false, sizeLimit = 500, wantTls = false }: SlapdOptions,
): Promise<string> {
  const own = (name: string) => path.join(folder, name)
  const [schemas, modules] = [await firstThere(SCHEMAS), await firstThere(MODULES)]
  await mkdir(own('data'))
  await writeFile(own('ca.pem'), certificate.caPem)
  await writeFile(own('cert.pem'), certificate.cert)
  await writeFile(own('key.pem'), certificate.key)
  await chmod(own('key.pem'), 0o600)
  await writeFile(own('ad.schema'), AD_SCHEMA)
  const readers = refuseAnonymous ? '' : ' by anonymous read'
  const lines = [
    ...['core', 'cosine', 'inetorgperson', 'nis'].map(name => `include ${schemas}/${name}.schema`),
    `include ${own('ad.schema')}`,
    `modulepath ${modules}`,
    ...['back_mdb', 'memberof', 'ppolicy'].map(name => `moduleload ${name}`),
    `pidfile ${own('pid')}`,
    `argsfile ${own('args')}`,
    `TLSCACertificateFile ${own('ca.pem')}`,
    `TLSCertificateFile ${own('cert.pem')}`,
    `TLSCertificateKeyFile ${own('key.pem')}`,
    'TLSVerifyClient never',
    `sizelimit ${sizeLimit}`,
    ...(wantTls ? ['security tls=1'] : []),
    ...(refuseAnonymous ? ['disallow bind_anon', 'require authc'] : []),
    'database mdb',
    'maxsize 104857600',
    `suffix "${SUFFIX}"`,
    `directory ${own('data')}`,
    'dbnosync',
    'index objectClass,uid,mail,cn,member,sAMAccountName eq',
    'overlay memberof',
    'overlay ppolicy',
    'access to attrs=userPassword by anonymous auth by * none',
    `access to * by dn.exact="${READER.dn}" read by dn.exact="${BLIND.dn}" none${readers} by * none`,
  ]
  await writeFile(own('slapd.conf'), `${lines.join('\n')}\n`)
  return own('slapd.conf')
}

async function firstThere(folders: readonly string[]): Promise<string> {
  for (const folder of folders) {
    try {
      await access(folder)
      return folder
    } catch {
      continue
    }
  }
  throw new Error(`slapd is here, but none of ${folders.join(', ')}`)
}

/** slapadd is slapd by another name. */
async function load(program: string, configuration: string, ldif: string): Promise<void> {
  const child = spawn(program, ['-T', 'add', '-q', '-f', configuration], { stdio: ['pipe', 'ignore', 'pipe'] })
  let printed = ''
  child.stderr.on('data', chunk => (printed += String(chunk)))
  const closed = once(child, 'close')
  child.stdin.on('error', () => undefined).end(ldif)
  const [code] = (await closed) as [number | null]
  if (code !== 0) throw new Error(`The directory could not be loaded:\n${printed}`)
}

async function running(program: string, configuration: string, urls: readonly string[], ports: readonly number[]): Promise<ChildProcess> {
  const child = spawn(program, ['-f', configuration, '-h', urls.join(' '), '-d', '0'], { stdio: ['ignore', 'ignore', 'pipe'] })
  let printed = ''
  child.stderr.on('data', chunk => (printed += String(chunk)))
  try {
    await until(
      async () => {
        if (child.exitCode !== null) throw new Error(`slapd ended:\n${printed}`)
        return (await Promise.all(ports.map(isOpen))).every(Boolean)
      },
      { what: () => `slapd to listen; it printed:\n${printed}` },
    )
    return child
  } catch (error) {
    child.kill('SIGKILL')
    throw error
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
