import { type ConfigNode } from './config-node.js'
import { type RegisteredIp } from './registered-ips.js'

const TOKEN = /\s*(?:'([^']*)'|"([^"]*)"|([()])|([^\s()'"]+))/y

/** Whether tags satisfy a filter such as `'malicious' and ('c2' or 'scanner')`; `and` binds closer than `or`. */
export function filterHolds(filter: string, tags: ReadonlySet<string>): boolean {
  const tokens: { readonly text: string; readonly quoted: boolean }[] = []
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(filter); match !== null; match = TOKEN.exec(filter)) {
    const quoted = match[1] ?? match[2]
    tokens.push({ text: quoted ?? match[3] ?? match[4] ?? '', quoted: quoted !== undefined })
  }
  let at = 0
  const isWord = (word: string) => tokens[at]?.quoted === false && tokens[at]?.text.toLowerCase() === word
  const any = (): boolean => {
    let holds = all()
    while (isWord('or')) {
      at += 1
      holds = all() || holds
    }
    return holds
  }
  const all = (): boolean => {
    let holds = one()
    while (isWord('and')) {
      at += 1
      holds = one() && holds
    }
    return holds
  }
  const one = (): boolean => {
    if (isWord('not')) {
      at += 1
      return !one()
    }
    if (isWord('(')) {
      at += 1
      const holds = any()
      at += 1
      return holds
    }
    const token = tokens[at]
    at += 1
    return token !== undefined && tags.has(token.text)
  }
  return any()
}

export interface GroupMember {
  readonly name: string
  readonly type: 'registered-ip' | 'address-object'
}

/** Who belongs to a dynamic group: registered addresses and tagged address objects. */
export function dynamicMembers(
  filter: string,
  registered: readonly RegisteredIp[],
  scopes: readonly (ConfigNode | undefined)[],
): GroupMember[] {
  const members: GroupMember[] = registered
    .filter(({ tags }) => filterHolds(filter, new Set(tags)))
    .map(({ ip }) => ({ name: ip, type: 'registered-ip' }))
  for (const scope of scopes)
    for (const object of scope?.at('address')?.children.values() ?? [])
      if (filterHolds(filter, new Set(object.at('tag')?.members() ?? []))) members.push({ name: object.name ?? '', type: 'address-object' })
  return members
}

/** What a committed group stands for in traffic: addresses of its members, groups in groups resolved. */
export function enforcedAddresses(
  name: string,
  registered: readonly RegisteredIp[],
  scopes: readonly (ConfigNode | undefined)[],
  seen = new Set<string>(),
): string[] {
  if (seen.has(name)) return []
  seen.add(name)
  const find = (container: string, wanted: string) =>
    scopes.map(scope => scope?.at(container)?.entry(wanted)).find(node => node !== undefined)
  const valueOf = (wanted: string): string[] => {
    const object = find('address', wanted)
    if (object === undefined) return enforcedAddresses(wanted, registered, scopes, seen)
    const value = ['ip-netmask', 'ip-range', 'ip-wildcard', 'fqdn'].map(tag => object.child(tag)?.text).find(text => text !== undefined)
    return value === undefined ? [] : [value]
  }
  const group = find('address-group', name)
  const filter = group?.at('dynamic', 'filter')?.text
  if (filter !== undefined)
    return dynamicMembers(filter, registered, scopes).flatMap(member =>
      member.type === 'registered-ip' ? [member.name] : valueOf(member.name),
    )
  return group?.at('static')?.members().flatMap(valueOf) ?? []
}
