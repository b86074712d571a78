import { z } from 'zod'

/** Largest event, as JSON; it is stored as it came. */
export const EVENT_MAX_BYTES = 65_536
/** Events of one request. */
export const EVENTS_MAX = 500
const DEPTH_MAX = 12
const FAULTS_MAX = 20
const HOSTS_MAX = 100

export const CLASSIFICATIONS = [
  'malware',
  'policy-violation',
  'vulnerability',
  'network',
  'spam',
  'phish',
  'command-and-control',
  'data-match',
  'authentication',
  'system-behavior',
  'impostor',
  'reported-abuse',
  'unknown',
] as const

export const LINK_ATTRIBUTES = [
  'target_ip_address',
  'target_hostname',
  'target_machine_name',
  'target_user',
  'target_mac_address',
  'attacker_ip_address',
  'attacker_hostname',
  'attacker_machine_name',
  'attacker_user',
  'attacker_mac_address',
  'email_recipient',
  'email_sender',
  'email_subject',
  'message_id',
  'threat_filename',
  'threat_filehash',
] as const

/** Both scales that are in use, in words of ours. */
export const SEVERITY_WORDS = {
  info: 'INFORMATIONAL',
  informational: 'INFORMATIONAL',
  minor: 'LOW',
  low: 'LOW',
  moderate: 'MEDIUM',
  medium: 'MEDIUM',
  major: 'HIGH',
  high: 'HIGH',
  critical: 'CRITICAL',
} as const

/** Programs write null or '' for what they do not know. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(value => (value === null || value === '' ? undefined : value), schema.optional())
/** A list, or its only item by itself. */
const oneOrMany = <Schema extends z.ZodType>(list: Schema) =>
  z.preprocess(value => (value === null ? undefined : value === undefined || Array.isArray(value) ? value : [value]), list.optional())
/** PostgreSQL holds neither NUL nor halves of characters: what is stored has U+FFFD instead, the raw event has them escaped. */
const text = (longest: number) =>
  z
    .string('Give a text')
    .trim()
    .max(longest, `At most ${longest} characters`)
    .transform(value => value.replaceAll('\0', '\uFFFD').toWellFormed())
const word = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.preprocess(
    value => (typeof value === 'string' ? value.trim().toLowerCase().replaceAll(/[ _]/g, '-') : value),
    z.enum(words, `Give one of: ${words.join(', ')}`),
  )
/** As `word`, for words with low lines. */
const lowWord = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.preprocess(value => (typeof value === 'string' ? value.trim().toLowerCase() : value), z.enum(words, `Give one of: ${words.join(', ')}`))
const address = z.union([z.ipv4(), z.ipv6()], 'Give an IPv4 or IPv6 address')
const port = z.preprocess(
  value => (typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : value),
  z.int('Give a port').min(0, 'Give a port').max(65_535, 'Give a port'),
)
const isoTime = z.iso.datetime({ offset: true, error: 'Give a time with its zone, such as 2026-03-04T12:00:00Z' })
/** ISO 8601 with its zone, or Unix time in seconds or milliseconds. @returns epoch ms */
const time = z.union([z.number().min(0).max(4e12), isoTime], 'Give a time with its zone, such as 2026-03-04T12:00:00Z').transform(value => {
  if (typeof value === 'string') return Date.parse(value)
  // Programs write fractions of seconds, down to what no clock tells.
  return Math.trunc(value < 1e11 ? value * 1000 : value)
})

const WHO = ['ip_address', 'mac_address', 'host_name', 'machine_name', 'url', 'user'] as const
const party = z
  .looseObject({
    ip_address: optional(address),
    mac_address: optional(text(64)),
    host_name: optional(text(255)),
    machine_name: optional(text(255)),
    url: optional(text(8_192)),
    user: optional(text(512)),
    port: optional(port),
  })
  .refine(given => WHO.some(name => given[name] !== undefined), `Give one of: ${WHO.join(', ')}`)
export type Party = z.infer<typeof party>

const host = z.union(
  [text(8_192).transform(name => ({ host: name, port: undefined })), z.looseObject({ host: text(8_192), port: optional(port) })],
  'Give a host as {"host": …, "port": …}',
)
const hosts = oneOrMany(z.array(host, 'Give a list of hosts').max(HOSTS_MAX, `At most ${HOSTS_MAX} hosts`))

const mailbox = z.union([text(512), z.looseObject({ email: text(512) }).transform(({ email }) => email)], 'Give an e-mail address')
const mailboxes = oneOrMany(z.array(mailbox).max(1_000, 'At most 1,000 recipients'))
const attachment = z.looseObject({
  name: optional(text(1_024)),
  content_type: optional(text(255)),
  md5: optional(text(64)),
  sha256: optional(text(64)),
})
const email = z.looseObject({
  sender: optional(mailbox),
  recipient: mailboxes,
  recipients: mailboxes,
  subject: optional(text(2_048)),
  message_id: optional(text(1_024)),
  attachments: optional(z.array(attachment, 'Give a list of attachments').max(HOSTS_MAX, `At most ${HOSTS_MAX} attachments`)),
})

const threatInfo = z.looseObject({
  name: optional(text(1_024)),
  type: optional(text(255)),
  occurred_at: optional(time),
  filename: optional(text(1_024)),
  filehash: optional(text(128)),
  url: optional(text(8_192)),
})

const detector = z.union(
  [
    text(255).transform(name => ({ name, host_name: undefined, ip_address: undefined, product: undefined })),
    z.looseObject({
      name: optional(text(255)),
      host_name: optional(text(255)),
      product: optional(text(255)),
      ip_address: optional(address),
    }),
  ],
  'Give the detector as a text or an object',
)

const customValue = z.union([z.string(), z.number(), z.boolean(), z.null()], 'Give a text, a number or true or false')

/** An event of version 1.0 or 2.0 (threat-response, 6.1). What it has beyond is kept in the raw event and shown. */
export const eventSchema = z
  .looseObject({
    json_version: z.preprocess(
      value => (typeof value === 'number' ? value.toFixed(1) : value),
      z.enum(['1.0', '2.0'], 'Give "1.0" or "2.0"'),
    ),
    /** Of the sender: an event with the same one is stored once. */
    event_id: optional(z.preprocess(value => (typeof value === 'number' ? String(value) : value), text(200))),
    attacker: optional(party),
    target: optional(party),
    classification: optional(word(CLASSIFICATIONS)),
    severity: optional(lowWord(Object.keys(SEVERITY_WORDS) as [keyof typeof SEVERITY_WORDS, ...(keyof typeof SEVERITY_WORDS)[]])),
    summary: optional(text(4_096)),
    /** What the detector did; not told: it only looked on. */
    action: optional(lowWord(['blocked', 'allowed'])),
    cnc_hosts: hosts,
    cnc_host: hosts,
    forensics_hosts: hosts,
    detector: optional(detector),
    email: optional(email),
    threat_info: optional(threatInfo),
    link_attribute: optional(lowWord(LINK_ATTRIBUTES)),
    custom_fields: optional(
      z.record(z.string(), customValue, 'Give names and values').refine(fields => Object.keys(fields).length <= 50, 'At most 50 fields'),
    ),
  })
  .refine(
    event => [event.attacker, event.target, event.email, event.threat_info, event.cnc_hosts?.[0], event.cnc_host?.[0]].some(Boolean),
    'Tell an attacker, a target, an email, threat_info or cnc_hosts',
  )
export type JsonEvent = z.infer<typeof eventSchema>

export interface EventFault {
  /** Place in the array; null: the body as a whole. */
  readonly index: number | null
  /** Path such as attacker.ip_address; null: the event as a whole. */
  readonly field: string | null
  readonly message: string
}

export type CheckedEvents =
  { readonly ok: true; readonly events: readonly string[] } | { readonly ok: false; readonly errors: readonly EventFault[] }

/** @returns the events of a request as lines of JSON, or all that is wrong with them (the first 20 faults) */
export function checkEvents(body: unknown): CheckedEvents {
  const given: readonly unknown[] = Array.isArray(body) ? body : [body]
  if (given.length === 0) return refused('Send at least one event')
  if (given.length > EVENTS_MAX) return refused(`Send at most ${EVENTS_MAX} events at a time`)
  const errors: EventFault[] = []
  const events: string[] = []
  for (const [index, event] of given.entries()) {
    const faults = faultsOf(event)
    if (faults.length === 0) events.push(JSON.stringify(event))
    errors.push(...faults.map(fault => ({ index, ...fault })))
    if (errors.length >= FAULTS_MAX) break
  }
  return errors.length === 0 ? { ok: true, events } : { ok: false, errors: errors.slice(0, FAULTS_MAX) }
}

const refused = (message: string): CheckedEvents => ({ ok: false, errors: [{ index: null, field: null, message }] })

function faultsOf(event: unknown): Omit<EventFault, 'index'>[] {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return [{ field: null, message: 'An event is a JSON object' }]
  if (isDeeper(event, DEPTH_MAX)) return [{ field: null, message: `Nested deeper than ${DEPTH_MAX}` }]
  if (Buffer.byteLength(JSON.stringify(event)) > EVENT_MAX_BYTES) return [{ field: null, message: 'An event has at most 64 KiB' }]
  if ('incident_id' in event && !('attacker' in event) && !('target' in event))
    return [{ field: 'incident_id', message: 'Incidents are changed with GraphQL, not with events' }]
  const parsed = eventSchema.safeParse(event)
  if (parsed.success) return []
  return parsed.error.issues.map(issue => ({
    field: issue.path.length > 0 ? issue.path.map(String).join('.') : null,
    message: issue.message,
  }))
}

/** Looks no further than it must, so that nothing overflows. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some(inner => isDeeper(inner, levels - 1))
}
