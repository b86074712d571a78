import { DeviceFailureError, EntriesRefusedError } from '../../device-failure.js'
import { canonical } from './address-object.js'
import { failureOf, type XmlAnswer } from './xml-answer.js'
import { child, childrenOf, membersOf, textOf, walk, type XmlElement } from './xml-element.js'
import { element, textElement } from './xml-text.js'
import type { Parameters, XmlClient } from './xml-client.js'

/** Addresses in one message: what large devices take at once. */
export const MESSAGE_MAX = 512
/** Entries of a page: the most that the device gives. */
export const PAGE_SIZE = 500
const TIMEOUT_MAX_SECONDS = 30 * 86_400
/** A device that never ends its pages is not believed. */
const PAGES_MAX = 2_000

export interface Registration {
  readonly ip: string
  readonly tag: string
  /** null: until it is taken away. */
  readonly timeoutSeconds: number | null
  readonly persistent?: boolean
}

/** Timeout of a registration that ends when the entry expires; the longest, when it expires later than devices can be told. */
export const timeoutOf = (expiresAt: Date | null, now: number): number | null =>
  expiresAt === null ? null : Math.min(Math.max(Math.ceil((expiresAt.getTime() - now) / 1_000), 1), TIMEOUT_MAX_SECONDS)

type Action = 'register' | 'unregister'

/** An entry that the device did not take, and what it said. */
export interface Refusal {
  readonly action: Action
  readonly ip: string
  readonly message: string
}

/** Registers, in messages of at most 512. What is refused holds up nothing else. @returns what the device did not take */
export const register = (client: XmlClient, where: Parameters, registrations: readonly Registration[]): Promise<Refusal[]> =>
  sendAll(client, where, 'register', registrations, ({ ip, tag, timeoutSeconds, persistent }) => {
    const member = element('member', textOfTag(tag), timeoutSeconds === null ? {} : { timeout: String(timeoutSeconds) })
    return element('entry', element('tag', member), { ip, persistent: persistent === false ? '0' : '1' })
  })

/** The same for taking a tag away. */
export function unregister(client: XmlClient, where: Parameters, ips: readonly string[], tag: string): Promise<Refusal[]> {
  const member = element('tag', textElement('member', tag))
  const registered = ips.map(ip => ({ ip }))
  return sendAll(client, where, 'unregister', registered, ({ ip }) => element('entry', member, { ip }))
}

const NAMED_MAX = 3

/** @throws EntriesRefusedError when there are any */
export function assertNoneRefused(refusals: readonly Refusal[]): void {
  if (refusals.length === 0) return
  const named = refusals.slice(0, NAMED_MAX).map(({ action, ip, message }) => `${ip} (${action}): ${message}`)
  const more = refusals.length > NAMED_MAX ? ` (and ${refusals.length - NAMED_MAX} more)` : ''
  const what = refusals.length === 1 ? '1 entry' : `${refusals.length} entries`
  throw new EntriesRefusedError(`The device refused ${what}: ${named.join('; ')}${more}`, new Set(refusals.map(({ ip }) => sameForm(ip))))
}

/** Addresses that carry the tag, as the device writes them by their canonical form. */
export async function registeredWith(client: XmlClient, where: Parameters, tag: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (let page = 0, start = 1; page < PAGES_MAX; page += 1) {
    const filter =
      textElement('limit', String(PAGE_SIZE)) +
      textElement('start-point', String(start)) +
      element('tag', element('entry', '', { name: tag }))
    const entries = await ask(client, where, filter)
    for (const told of entries) addTold(found, told, tag)
    if (entries.length < PAGE_SIZE) return found
    start += entries.length
  }
  throw new DeviceFailureError('BAD_ANSWER', 'The device goes on and on listing registered addresses')
}

/** The same for some addresses alone: one call each. */
export async function registeredAmong(
  client: XmlClient,
  where: Parameters,
  ips: readonly string[],
  tag: string,
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const answers = await Promise.all(ips.map(ip => ask(client, where, textElement('ip', ip))))
  for (const told of answers.flat()) addTold(found, told, tag)
  return found
}

const textOfTag = (tag: string): string => tag.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

async function ask(client: XmlClient, where: Parameters, filter: string): Promise<XmlElement[]> {
  const cmd = element('show', element('object', element('registered-ip', filter)))
  const { result } = await client.op('Reading registered addresses', cmd, where)
  if (textOf(result, 'msg', 'line', 'outfile') !== undefined || child(result, 'msg', 'line', 'outfile')) {
    throw new DeviceFailureError(
      'REFUSED',
      'This PAN-OS lists more than 500 registered addresses in a file only: dynamic groups need 8.0 or later',
    )
  }
  return childrenOf(result, 'entry')
}

function addTold(found: Map<string, string>, told: XmlElement, tag: string): void {
  const ip = told.attributes.get('ip') ?? ''
  const value = canonical(ip)
  if (value !== undefined && membersOf(child(told, 'tag')).includes(tag)) found.set(value, ip)
}

function* parts<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += MESSAGE_MAX) yield items.slice(at, at + MESSAGE_MAX)
}

/** What is there, or gone, already is what was wanted. */
const HARMLESS = /already exists, ignore|does not exist, ignore/i

/** How often one message is sent at most, each time without what was refused before. */
const ATTEMPTS = 5

const sameForm = (ip: string): string => canonical(ip) ?? ip

async function sendAll<T extends { readonly ip: string }>(
  client: XmlClient,
  where: Parameters,
  action: Action,
  items: readonly T[],
  toEntry: (item: T) => string,
): Promise<Refusal[]> {
  const refusals: Refusal[] = []
  for (const part of parts(items)) {
    let rest = part
    for (let attempt = 0; attempt < ATTEMPTS && rest.length > 0; attempt += 1) {
      const refused = await send(client, where, action, rest.map(toEntry))
      refusals.push(...refused)
      const named = new Set(refused.map(({ ip }) => sameForm(ip)))
      // PAN-OS does not tell whether it carried out the others of the message: they are sent again, which does no harm.
      const others = rest.filter(({ ip }) => !named.has(sameForm(ip)))
      if (others.length === rest.length) break
      rest = others
    }
  }
  return refusals
}

/** @throws DeviceFailureError for a refusal that is not about single entries, such as a limit that is reached */
async function send(client: XmlClient, where: Parameters, action: Action, entries: readonly string[]): Promise<Refusal[]> {
  const cmd = element(
    'uid-message',
    textElement('version', '2.0') + textElement('type', 'update') + element('payload', element(action, entries.join(''))),
  )
  const answer = await client.ask({ type: 'user-id', cmd, ...where })
  if (answer.outcome === 'ok') return []
  const messages = messagesOf(answer)
  const faults = messages.filter(({ message }) => !HARMLESS.test(message)).map(fault => ({ action, ...fault }))
  const failures = faults.map(({ message }) => failureOf({ code: answer.code, message }))
  const general = failures.findIndex(failure => failure !== 'REFUSED')
  if (messages.length > 0 && general < 0) return faults
  const fault = faults[general]
  const text = fault ? `${fault.ip}: ${fault.message}${faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''}` : answer.message
  throw new DeviceFailureError(failureOf({ code: answer.code, message: text }), `The device did not ${action} addresses: ${text}`)
}

const messagesOf = ({ root }: XmlAnswer): { ip: string; message: string }[] =>
  [...walk(root)]
    .filter(({ name, attributes }) => name === 'entry' && attributes.has('message'))
    .map(({ attributes }) => ({ ip: attributes.get('ip') ?? '', message: attributes.get('message') ?? '' }))
