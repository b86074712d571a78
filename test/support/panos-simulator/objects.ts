import { isIP } from 'node:net'
import { ApiError } from './answers.js'
import { type ConfigNode, type Trail, lastOf, pathOf } from './config-node.js'
import { type Touched } from './config-store.js'
import { referrers, resolves } from './references.js'

/** The objects that lists become; everything else in the configuration is taken as it comes. */
export const OBJECT_KINDS = ['address', 'address-group', 'tag', 'custom-url-category', 'external-list'] as const
export type ObjectKind = (typeof OBJECT_KINDS)[number]

export const isObjectKind = (tag: string): tag is ObjectKind => (OBJECT_KINDS as readonly string[]).includes(tag)

const KNOWN_CHILDREN: Readonly<Record<ObjectKind, readonly string[]>> = {
  address: ['ip-netmask', 'ip-range', 'ip-wildcard', 'fqdn', 'description', 'tag', 'disable-override'],
  'address-group': ['static', 'dynamic', 'description', 'tag', 'disable-override'],
  tag: ['color', 'comments', 'disable-override'],
  'custom-url-category': ['list', 'type', 'description', 'disable-override'],
  'external-list': ['type', 'disable-override'],
}
const NAME_LENGTH: Readonly<Record<ObjectKind, number>> = {
  address: 63,
  'address-group': 63,
  tag: 127,
  'custom-url-category': 31,
  'external-list': 63,
}
const DESCRIPTION_LENGTH: Readonly<Record<ObjectKind, number>> = {
  address: 1023,
  'address-group': 1023,
  tag: 1023,
  'custom-url-category': 255,
  'external-list': 255,
}
const NAME = /^[ a-zA-Z\d._-]+$/
const FQDN = /^[a-zA-Z0-9_][a-zA-Z0-9._-]+[a-zA-Z0-9]$/
const VALUES = ['ip-netmask', 'ip-range', 'ip-wildcard', 'fqdn']

interface Checked {
  readonly kind: ObjectKind
  readonly entry: ConfigNode
  /** The shared, vsys or device-group node that the object stands in. */
  readonly scope: ConfigNode
  readonly root: ConfigNode
  readonly major: number
}

/** Checks what an edit touched, as a firewall does when the request comes in. Throws ApiError. */
export function checkTouched(root: ConfigNode, touched: readonly Touched[], major: number): void {
  for (const { trail, action } of touched) {
    const at = containerIn(trail)
    const kind = trail[at]?.tag
    if (at === -1 || kind === undefined || !isObjectKind(kind)) {
      if (action !== 'DELETE') for (const found of objectsBelow(trail)) checkWhole(root, found, major)
      continue
    }
    const entry = trail[at + 1]
    if (entry === undefined) for (const each of lastOf(trail).children.values()) checkWhole(root, [...trail, each], major)
    else if (trail.length === at + 2) {
      if (action === 'DELETE') refuseReferenced(root, trail, kind)
      else checkWhole(root, trail, major)
    } else checkPart(root, trail, at, major, action === 'DELETE')
  }
}

/** Where the container of objects stands in the trail; rules and objects use the same words further down. */
function containerIn(trail: Trail): number {
  return trail.findIndex(({ tag }, at) => {
    if (!isObjectKind(tag)) return false
    const above = trail[at - 1]?.tag === 'profiles' ? at - 2 : at - 1
    return trail[above]?.tag === 'shared' || ['vsys', 'device-group'].includes(trail[above - 1]?.tag ?? '')
  })
}

function objectsBelow(trail: Trail): Trail[] {
  const node = lastOf(trail)
  if (isObjectKind(node.tag)) return [...node.children.values()].map(entry => [...trail, entry])
  // Rules and profiles name objects by these words too.
  if (node.tag === 'rulebase' || node.tag === 'pre-rulebase' || node.tag === 'post-rulebase') return []
  return [...node.children.values()].flatMap(child => objectsBelow([...trail, child]))
}

function checkedAt(root: ConfigNode, trail: Trail, major: number): Checked | undefined {
  const at = containerIn(trail)
  const kind = trail[at]?.tag
  const entry = trail[at + 1]
  const scope = trail[at - 1]?.tag === 'profiles' ? trail[at - 2] : trail[at - 1]
  if (kind === undefined || !isObjectKind(kind) || entry === undefined || scope === undefined) return undefined
  return { kind, entry, scope, root, major }
}

function checkWhole(root: ConfigNode, trail: Trail, major: number): void {
  const checked = checkedAt(root, trail, major)
  if (checked === undefined) return
  checkName(checked)
  checkShape(checked)
  for (const child of checked.entry.children.values()) checkChild(checked, child, [...child.children.values()])
}

/** A change inside of an object: the object's shape, and of its members only the changed ones. */
function checkPart(root: ConfigNode, trail: Trail, at: number, major: number, deleted: boolean): void {
  const checked = checkedAt(root, trail, major)
  const child = trail[at + 2]
  if (checked === undefined || child === undefined) return
  checkShape(checked)
  if (deleted) return
  const member = trail[at + 3]
  checkChild(checked, child, member === undefined ? [...child.children.values()] : [member])
}

const invalid = (...lines: readonly string[]): ApiError =>
  new ApiError(
    12,
    lines.map(line => ` ${line}`),
  )

function checkName({ kind, entry, scope }: Checked): void {
  const name = entry.name ?? ''
  const longest = NAME_LENGTH[kind]
  if (name.length > longest)
    throw invalid(`${name} can be at most ${longest} characters, but current length: ${name.length}`, `${kind} is invalid`)
  if (name === 'any') throw invalid(`${kind} -> any constraints failed : 'any' is not allowed`, `${kind} is invalid`)
  if (kind !== 'tag' && !NAME.test(name)) throw invalid(`${kind} -> ${name} is invalid`, `${kind} is invalid`)
  const other = kind === 'address' ? 'address-group' : kind === 'address-group' ? 'address' : undefined
  if (other !== undefined && scope.at(other)?.entry(name))
    throw invalid(`${kind} -> ${name} '${name}' is already in use`, `${kind} is invalid`)
}

function checkShape({ kind, entry, major }: Checked): void {
  const name = entry.name ?? ''
  for (const { tag } of entry.children.values()) {
    const tooNew = kind === 'custom-url-category' && tag === 'type' && major < 9
    if (tooNew || !KNOWN_CHILDREN[kind].includes(tag))
      throw invalid(`${name} -> ${tag} unexpected here`, `${name} is invalid`, `${kind} is invalid`)
  }
  if (kind === 'address' && !VALUES.some(tag => entry.child(tag))) throw invalid(`${name} is missing 'ip-netmask'`, `${kind} is invalid`)
  if (kind === 'custom-url-category' && major >= 9 && !entry.child('type')) throw invalid(`${name} is missing 'type'`, `${kind} is invalid`)
  if (kind === 'external-list' && (entry.child('type')?.children.size ?? 0) !== 1)
    throw invalid(`${name} -> type is invalid`, `${kind} is invalid`)
  if (kind === 'address-group') {
    const members = entry.child('static')
    if (members === undefined && !entry.child('dynamic')) throw invalid(`${name} is missing 'static'`, `${kind} is invalid`)
    if (members?.children.size === 0) throw invalid(`${name} -> static is missing 'member'`, `${name} is invalid`, `${kind} is invalid`)
  }
}

function checkChild(checked: Checked, child: ConfigNode, members: readonly ConfigNode[]): void {
  const { kind, entry, root, scope } = checked
  const name = entry.name ?? ''
  const where = `${kind} -> ${name}`
  const refused = (what: string) => invalid(`${where} -> ${child.tag} ${what}`, `${where} is invalid`)
  if (child.tag === 'tag') {
    if (child.children.size > 64) throw refused('can have at most 64 members')
    for (const { text } of members) if (!resolves(root, scope, 'tag', text)) throw refused(`'${text}' is not a valid reference`)
  }
  if (child.tag === 'description' && child.text.length > DESCRIPTION_LENGTH[kind])
    throw refused(`can be at most ${DESCRIPTION_LENGTH[kind]} characters, but current length: ${child.text.length}`)
  if (kind === 'address' && VALUES.includes(child.tag) && !isAddressValue(child.tag, child.text))
    throw refused(`'${child.text}' is invalid`)
  if (kind === 'address-group' && child.tag === 'static')
    for (const { text } of members) {
      if (text === name || !resolves(root, scope, 'address', text)) throw refused(`'${text}' is not a valid reference`)
    }
  if (kind === 'address-group' && child.tag === 'dynamic') {
    const filter = child.at('filter')?.text ?? ''
    if (filter === '' || filter.length > 2047) throw refused('-> filter is invalid')
  }
  if (kind === 'custom-url-category' && child.tag === 'list')
    for (const { text } of members)
      if (text.length > 255) throw refused(`-> ${text} can be at most 255 characters, but current length: ${text.length}`)
  if (kind === 'custom-url-category' && child.tag === 'type' && !['URL List', 'Category Match'].includes(child.text))
    throw refused(`'${child.text}' is not an allowed keyword`)
  if (kind === 'external-list' && child.tag === 'type') checkExternalList(checked, child, refused)
}

function checkExternalList({ root, scope }: Checked, type: ConfigNode, refused: (what: string) => ApiError): void {
  const [source] = type.children.values()
  const url = source?.child('url')?.text ?? ''
  if (url === '') throw refused(`-> ${source?.tag ?? ''} is missing 'url'`)
  if (url.length > 255) throw refused(`-> url can be at most 255 characters, but current length: ${url.length}`)
  const profile = source?.child('certificate-profile')?.text
  if (profile !== undefined && profile !== 'None' && !resolves(root, scope, 'certificate-profile', profile))
    throw refused(`-> certificate-profile '${profile}' is not a valid reference`)
}

function isAddressValue(tag: string, value: string): boolean {
  if (tag === 'fqdn') return value.length <= 255 && FQDN.test(value)
  if (tag === 'ip-range') {
    const [first = '', last = '', more] = value.split('-')
    return more === undefined && isIP(first) !== 0 && isIP(first) === isIP(last)
  }
  const [address = '', suffix, more] = value.split('/')
  const family = isIP(address)
  if (family === 0 || more !== undefined) return false
  if (tag === 'ip-wildcard') return family === 4 && isIP(suffix ?? '') === 4
  return suffix === undefined || (/^\d{1,3}$/.test(suffix) && Number(suffix) <= (family === 4 ? 32 : 128))
}

function refuseReferenced(root: ConfigNode, trail: Trail, kind: ObjectKind): void {
  const name = lastOf(trail).name ?? ''
  const lines = referrers(
    root,
    pathOf(
      trail.slice(
        0,
        trail.findIndex(({ tag }) => tag === kind),
      ),
    ),
    kind,
    name,
  )
  if (lines.length > 0) throw new ApiError(10, [` ${name} cannot be deleted because of references from:`, ...lines.map(line => ` ${line}`)])
}
