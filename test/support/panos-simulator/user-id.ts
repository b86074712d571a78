import { ApiError, success } from './answers.js'
import { type Device } from './device.js'
import { LONGEST_TIMEOUT_SECONDS, canonicalRegisterIp, isTagName } from './registered-ips.js'
import { type XmlElement, XmlSyntaxError, childOf, descend, escapeXml, parseXml } from './xml.js'

interface TagWish {
  readonly name: string
  readonly timeoutSeconds: number
}

interface Wish {
  readonly operation: 'register' | 'unregister'
  /** As the message spells it; the answer spells it the same. */
  readonly spelled: string
  readonly ip: string | undefined
  readonly persistent: boolean
  readonly tags: readonly TagWish[]
}

interface Refusal {
  readonly wish: Wish
  readonly tag: string | undefined
  readonly message: string
}

const malformed = () => new ApiError(undefined, ['uid-message: payload is malformed'])

/** `type=user-id`: registers and unregisters tags of addresses. */
export function userId(device: Device, cmd: string, vsys: string): string {
  const message = readMessage(cmd)
  const payload = descend(message, 'payload')
  if (message.tag !== 'uid-message' || payload === undefined) throw malformed()
  const wishes = payload.children.flatMap(section => readSection(section, device.major))
  if (device.faults.passiveRefusesTags) device.demandActive()
  const before = wishes.flatMap(wish => foresee(device, vsys, wish))
  const policy = device.faults.userIdRefusal
  if (before.length > 0 && policy === 'skip-message') return answer(before)
  const skipped = new Set(policy === 'skip-entry' ? before.map(({ wish }) => wish) : [])
  const refused = [...before]
  for (const wish of wishes) {
    if (skipped.has(wish)) {
      if (device.faults.reregisterExtends)
        apply(
          device,
          vsys,
          wish,
          wish.tags.filter(({ name }) => device.registered.has(vsys, wish.ip ?? '', name)),
        )
      continue
    }
    const tags = wish.tags.filter(({ name }) => !before.some(refusal => refusal.wish === wish && refusal.tag === name))
    if (before.some(refusal => refusal.wish === wish && refusal.tag === undefined)) continue
    refused.push(...apply(device, vsys, wish, tags))
  }
  return answer(refused)
}

function readMessage(cmd: string): XmlElement {
  try {
    return parseXml(cmd)
  } catch (error) {
    if (error instanceof XmlSyntaxError) throw malformed()
    throw error
  }
}

function readSection(section: XmlElement, major: number): Wish[] {
  // Logins, groups and the like are taken and forgotten.
  if (section.tag !== 'register' && section.tag !== 'unregister') return []
  const operation = section.tag
  return section.children.map(entry => {
    const spelled = entry.attributes['ip']
    if (entry.tag !== 'entry' || spelled === undefined) throw malformed()
    const tags = (childOf(entry, 'tag')?.children ?? []).map(({ tag, text, attributes }) => {
      if (tag !== 'member') throw malformed()
      // Releases before 9.0 know no timeout of a tag and ignore it.
      return { name: text.trim(), timeoutSeconds: major >= 9 ? Number(attributes['timeout'] ?? 0) : 0 }
    })
    return { operation, spelled, ip: canonicalRegisterIp(spelled, major), persistent: entry.attributes['persistent'] !== '0', tags }
  })
}

/** What is refused whatever the rest of the message does. */
function foresee(device: Device, vsys: string, wish: Wish): Refusal[] {
  const { operation, ip, spelled, tags } = wish
  const whole = (message: string): Refusal[] => [{ wish, tag: undefined, message }]
  if (ip === undefined) return whole(`Failed to ${operation} ${spelled}: invalid ip address`)
  if (operation === 'unregister')
    return tags
      .filter(({ name }) => !device.registered.has(vsys, ip, name))
      .map(({ name }) => ({ wish, tag: name, message: `tag ${name} does not exist, ignore unreg` }))
  const ordered = device.faults.refuseRegister?.(ip)
  if (ordered !== undefined) return whole(ordered)
  if (tags.length === 0) return whole(`Failed to register ${spelled}: no tag`)
  return tags.flatMap(({ name, timeoutSeconds }): Refusal[] => {
    const refuse = (message: string): Refusal[] => [{ wish, tag: name, message }]
    if (!isTagName(name)) return refuse(`Failed to register ${spelled}: invalid tag ${name}`)
    if (!Number.isInteger(timeoutSeconds) || timeoutSeconds < 0 || timeoutSeconds > LONGEST_TIMEOUT_SECONDS)
      return refuse(`Failed to register ${spelled}: invalid timeout`)
    return device.registered.has(vsys, ip, name) ? refuse(`tag ${name} already exists, ignore`) : []
  })
}

function apply(device: Device, vsys: string, wish: Wish, tags: readonly TagWish[]): Refusal[] {
  const { ip, operation, persistent } = wish
  if (ip === undefined) return []
  const refusal = (tag: string | undefined, message: string | undefined): Refusal[] =>
    message === undefined ? [] : [{ wish, tag, message }]
  if (operation === 'register')
    return tags.flatMap(({ name, timeoutSeconds }) =>
      refusal(name, device.registered.register(vsys, ip, name, { persistent, timeoutSeconds, extend: device.faults.reregisterExtends })),
    )
  if (wish.tags.length === 0) return refusal(undefined, device.registered.unregisterAll(vsys, ip))
  return tags.flatMap(({ name }) => refusal(name, device.registered.unregister(vsys, ip, name)))
}

function answer(refused: readonly Refusal[]): string {
  const section = (operation: Wish['operation']) => {
    const entries = refused.filter(({ wish }) => wish.operation === operation)
    return entries.map(({ wish, message }) => `<entry ip="${escapeXml(wish.spelled)}" message="${escapeXml(message)}"/>`).join('')
  }
  const inside = (payload: string) => `<uid-response><version>2.0</version><payload>${payload}</payload></uid-response>`
  if (refused.length === 0) return success(`<result>${inside('<register></register>')}</result>`)
  const payload = (['register', 'unregister'] as const)
    .map(operation => [operation, section(operation)] as const)
    .filter(([, entries]) => entries !== '')
  return `<response status="error"><msg><line>${inside(payload.map(([operation, entries]) => `<${operation}>${entries}</${operation}>`).join(''))}</line></msg></response>`
}
