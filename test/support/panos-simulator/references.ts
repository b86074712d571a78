import { type ConfigNode } from './config-node.js'

/** Kinds that share one namespace of references. */
const SOUGHT_IN: Readonly<Record<string, readonly string[]>> = {
  address: ['address', 'address-group', 'external-list'],
  tag: ['tag'],
  'certificate-profile': ['certificate-profile'],
}
const RULEBASES = ['rulebase', 'pre-rulebase', 'post-rulebase']
const RULE_FIELDS: Readonly<Record<string, readonly string[]>> = {
  address: ['source', 'destination'],
  'address-group': ['source', 'destination'],
  'external-list': ['source', 'destination', 'category'],
  'custom-url-category': ['category'],
  tag: ['tag'],
}

/** True when the name means an object of the scope or of the shared one. */
export function resolves(root: ConfigNode, scope: ConfigNode, kind: string, name: string): boolean {
  const containers = SOUGHT_IN[kind] ?? [kind]
  return [scope, root.at('shared')].some(place => containers.some(container => place?.at(container)?.entry(name) !== undefined))
}

interface Scope {
  readonly label: string
  readonly path: string
  readonly node: ConfigNode
}

/** Shared, every vsys and every device group. */
export function scopesOf(root: ConfigNode): Scope[] {
  const shared = root.at('shared')
  const device = root.at('devices')?.entry('localhost.localdomain')
  const under = (container: string) =>
    [...(device?.at(container)?.children.values() ?? [])].map(node => ({
      label: `${container} -> ${node.name ?? ''}`,
      path: `/config/devices/entry[@name='localhost.localdomain']/${container}/${node.step}`,
      node,
    }))
  return [...(shared ? [{ label: 'shared', path: '/config/shared', node: shared }] : []), ...under('vsys'), ...under('device-group')]
}

/** One line for each place that names the object, as PAN-OS lists them when it refuses to delete. */
export function referrers(root: ConfigNode, scopePath: string, kind: string, name: string): string[] {
  const path = scopePath.replace(/\/profiles$/, '')
  return scopesOf(root)
    .filter(scope => path === '/config/shared' || scope.path === path)
    .flatMap(({ label, node }) =>
      [...groupReferrers(node, kind, name), ...ruleReferrers(node, kind, name), ...tagReferrers(node, kind, name)].map(
        line => `${label} -> ${line}`,
      ),
    )
}

function groupReferrers(scope: ConfigNode, kind: string, name: string): string[] {
  if (kind !== 'address' && kind !== 'address-group' && kind !== 'external-list') return []
  const groups = [...(scope.at('address-group')?.children.values() ?? [])]
  return groups.filter(group => group.at('static')?.child('member', name)).map(group => `address-group -> ${group.name ?? ''} -> static`)
}

function ruleReferrers(scope: ConfigNode, kind: string, name: string): string[] {
  const found: string[] = []
  for (const base of RULEBASES)
    for (const rulebase of scope.at(base)?.children.values() ?? [])
      for (const rule of rulebase.at('rules')?.children.values() ?? [])
        for (const field of RULE_FIELDS[kind] ?? [])
          if (rule.at(field)?.child('member', name)) found.push(`${base} -> ${rulebase.tag} -> rules -> ${rule.name ?? ''} -> ${field}`)
  return found
}

function tagReferrers(scope: ConfigNode, kind: string, name: string): string[] {
  if (kind !== 'tag') return []
  return ['address', 'address-group'].flatMap(container =>
    [...(scope.at(container)?.children.values() ?? [])]
      .filter(({ children }) => children.get('tag\u0000')?.child('member', name))
      .map(({ name: holder }) => `${container} -> ${holder ?? ''} -> tag`),
  )
}

/** A renamed object is renamed wherever it is named. Gives the xpaths of the lists that name it. */
export function membersNaming(root: ConfigNode, scopePath: string, kind: string, name: string): string[] {
  const lists: string[] = []
  for (const { path, node } of scopesOf(root)) {
    if (scopePath !== '/config/shared' && path !== scopePath) continue
    const add = (parent: ConfigNode, tag: string, parentPath: string) => {
      if (parent.child(tag)?.child('member', name)) lists.push(`${path}/${parentPath}/${parent.step}/${tag}`)
    }
    const objects = (container: string, tag: string) => {
      for (const object of node.at(container)?.children.values() ?? []) add(object, tag, container)
    }
    if (kind === 'address' || kind === 'address-group') objects('address-group', 'static')
    if (kind === 'tag') for (const container of ['address', 'address-group']) objects(container, 'tag')
    for (const base of RULEBASES)
      for (const rulebase of node.at(base)?.children.values() ?? [])
        for (const rule of rulebase.at('rules')?.children.values() ?? [])
          for (const field of RULE_FIELDS[kind] ?? []) add(rule, field, `${base}/${rulebase.tag}/rules`)
  }
  return lists
}
