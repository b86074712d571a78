import { BlockList, isIP } from 'node:net'
import path from 'node:path'
import { z } from 'zod'

/** Stands for an empty value where that means something; elsewhere empty is as good as unset. */
const OFF = 'off'
const MAY_BE_OFF: readonly string[] = ['SYSLOG_UDP_PORT', 'SYSLOG_TCP_PORT', 'SYSLOG_TLS_PORT']

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** 0: any free one. */
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number')
  .transform(Number)
  .refine(number => number <= 65_535, 'must be a port number')
/** Unset: the default. OFF: undefined. */
const optionalPort = (whenUnset: number) =>
  z
    .union([z.literal(OFF), port])
    .default(whenUnset)
    .transform(value => (value === OFF ? undefined : value))

const networks = z
  .string()
  .default('')
  .transform((text, context) => {
    const parts = text.split(/[\s,]+/).filter(part => part !== '')
    const bad = parts.filter(part => !isNetwork(part))
    for (const part of bad) context.addIssue({ code: 'custom', message: `'${part}' is not an address or a network` })
    return bad.length > 0 ? z.NEVER : parts
  })

/** host:port will do, as with other programs. Its value may hold a password: the message must not repeat it. */
const proxyUrl = z
  .string()
  .transform(text => (text.includes('://') ? text : `http://${text}`))
  .pipe(z.url({ protocol: /^https?$/, error: 'must be the http:// or https:// URL of a proxy' }))
  .optional()

const Environment = z
  .object({
    HTTP_HOST: z.string().min(1).default('0.0.0.0'),
    HTTP_PORT: port.default(4000),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    DATA_DIR: z.string().min(1).default('./data'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    SECRET_KEY: z
      .string()
      .regex(/^[0-9a-fA-F]{64}$/, 'must be 64 hexadecimal digits')
      .optional(),
    SECRET_KEY_FILE: z.string().min(1).optional(),
    SYSLOG_HOST: z.string().min(1).default('0.0.0.0'),
    SYSLOG_UDP_PORT: optionalPort(514),
    SYSLOG_TCP_PORT: optionalPort(514),
    SYSLOG_TLS_PORT: optionalPort(6514),
    SYSLOG_ALLOWED_SENDERS: networks,
    SYSLOG_TLS_CERT_FILE: z.string().min(1).optional(),
    SYSLOG_TLS_KEY_FILE: z.string().min(1).optional(),
    SYSLOG_TLS_CLIENT_CA_FILE: z.string().min(1).optional(),
    GEO_CITY_FILE: z.string().min(1).optional(),
    GEO_ASN_FILE: z.string().min(1).optional(),
    OUTBOUND_CA_FILE: z.string().min(1).optional(),
    HTTPS_PROXY: proxyUrl,
    HTTP_PROXY: proxyUrl,
    NO_PROXY: z.string().optional(),
    LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  })
  .refine(env => !(env.SECRET_KEY && env.SECRET_KEY_FILE), {
    path: ['SECRET_KEY_FILE'],
    message: 'give SECRET_KEY or SECRET_KEY_FILE, not both',
  })
  .refine(env => Boolean(env.SYSLOG_TLS_CERT_FILE) === Boolean(env.SYSLOG_TLS_KEY_FILE), {
    path: ['SYSLOG_TLS_KEY_FILE'],
    message: 'SYSLOG_TLS_CERT_FILE and SYSLOG_TLS_KEY_FILE belong together',
  })

export type Config = ReturnType<typeof loadConfig>

/** The only reader of the environment. Throws with the names and reasons of all faults, never with values of secrets. */
export function loadConfig(environment: NodeJS.ProcessEnv) {
  const parsed = Environment.safeParse(withProxies(withoutEmpty(environment)))
  if (!parsed.success) throw new Error(`The configuration is not valid:\n${z.prettifyError(parsed.error)}`)
  const env = parsed.data
  const dataDir = path.resolve(env.DATA_DIR)
  return {
    http: { host: env.HTTP_HOST, port: env.HTTP_PORT, publicUrl: env.PUBLIC_URL },
    dataDir,
    /** undefined: the embedded PostgreSQL in dataDir. */
    databaseUrl: env.DATABASE_URL,
    /** Hex key, or the file that holds it (made with mode 0600 when it is the default and missing). */
    secretKey: env.SECRET_KEY
      ? ({ kind: 'given', hex: env.SECRET_KEY } as const)
      : ({ kind: 'file', path: env.SECRET_KEY_FILE ?? path.join(dataDir, 'secret.key'), mayCreate: !env.SECRET_KEY_FILE } as const),
    syslog: {
      host: env.SYSLOG_HOST,
      udpPort: env.SYSLOG_UDP_PORT,
      tcpPort: env.SYSLOG_TCP_PORT,
      tlsPort: env.SYSLOG_TLS_PORT,
      /** Empty: everybody may send. */
      allowedSenders: env.SYSLOG_ALLOWED_SENDERS,
      tls:
        env.SYSLOG_TLS_CERT_FILE && env.SYSLOG_TLS_KEY_FILE
          ? { certFile: env.SYSLOG_TLS_CERT_FILE, keyFile: env.SYSLOG_TLS_KEY_FILE }
          : undefined,
      tlsClientCaFile: env.SYSLOG_TLS_CLIENT_CA_FILE,
    },
    geo: {
      /** The administrator's own databases in MaxMind's format; undefined: those that ship. */
      cityFile: absolutePath(env.GEO_CITY_FILE),
      asnFile: absolutePath(env.GEO_ASN_FILE),
    },
    outbound: {
      /** PEM of authorities that are trusted besides those of the system. */
      caFile: absolutePath(env.OUTBOUND_CA_FILE),
      /** What OutboundHttp takes as its environment. */
      proxies: { HTTPS_PROXY: env.HTTPS_PROXY, HTTP_PROXY: env.HTTP_PROXY, NO_PROXY: env.NO_PROXY },
    },
    logLevel: env.LOG_LEVEL,
  }
}

const absolutePath = (file: string | undefined): string | undefined => (file === undefined ? undefined : path.resolve(file))

function withoutEmpty(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const entries = Object.entries(environment).map(
    ([name, value]) => [name, value === '' && MAY_BE_OFF.includes(name) ? OFF : value] as const,
  )
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}

/** Lower-case names of proxies are as usual as upper-case ones, and win, as with curl. */
function withProxies(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { http_proxy: HTTP_PROXY, https_proxy: HTTPS_PROXY, no_proxy: NO_PROXY } = environment
  const lower = Object.entries({ HTTP_PROXY, HTTPS_PROXY, NO_PROXY }).filter(([, value]) => value !== undefined)
  return { ...environment, ...Object.fromEntries(lower) }
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128))
}

/** Membership test of a list of networks; IPv4-mapped IPv6 addresses count as IPv4. */
export function networkList(list: readonly string[]): BlockList {
  const blockList = new BlockList()
  for (const entry of list) {
    const [address = '', prefix] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (prefix === undefined) blockList.addAddress(address, family)
    else blockList.addSubnet(address, Number(prefix), family)
  }
  return blockList
}
