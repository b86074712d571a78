import { type ConfigNode } from './config-node.js'
import { type Snapshot } from './config-store.js'
import { type Device } from './device.js'
import { resolves, scopesOf } from './references.js'

const MOST_EXTERNAL_LISTS = 30

/** What a commit would fail with; looked for in what the running configuration would become. */
export function commitProblems(device: Device, snapshot: Snapshot): string[] {
  if (device.externalLists.hasHungDevsrvr()) return ['Commit failed: client devsrvr phase 1 failure']
  const trial = device.store.trial(snapshot)
  return [...tooManyLists(trial), ...scopesOf(trial).flatMap(({ node }) => scopeProblems(device, trial, node))]
}

/** Lists count by their source, compared as text. */
function tooManyLists(root: ConfigNode): string[] {
  const lists = scopesOf(root).flatMap(({ node }) => [...(node.at('external-list')?.children.values() ?? [])])
  const sources = new Set(lists.flatMap(list => [...(list.at('type')?.children.values() ?? [])].map(type => type.child('url')?.text)))
  return sources.size > MOST_EXTERNAL_LISTS ? [`Number of external dynamic lists exceeds the maximum of ${MOST_EXTERNAL_LISTS}`] : []
}

function scopeProblems({ limits }: Device, root: ConfigNode, scope: ConfigNode): string[] {
  const problems: string[] = []
  const addresses = scope.at('address')
  if ((addresses?.children.size ?? 0) > limits.addressObjects)
    problems.push(`Number of address objects exceeds the maximum of ${limits.addressObjects}`)
  for (const group of scope.at('address-group')?.children.values() ?? []) {
    const name = group.name ?? ''
    const members = group.at('static')?.members()
    if (addresses?.entry(name)) problems.push(`address-group -> ${name} '${name}' is already in use`, `Duplicate address name '${name}'`)
    if (members === undefined) continue
    if (members.length === 0) problems.push(`address-group -> ${name} -> static is missing 'member'`)
    if (members.length > limits.addressesPerGroup)
      problems.push(`Number of addresses in group ${name} exceeds the maximum of ${limits.addressesPerGroup}`)
    for (const member of members)
      if (!resolves(root, scope, 'address', member))
        problems.push(`address-group -> ${name} -> static '${member}' is not a valid reference`, 'address-group is invalid')
  }
  for (const category of scope.at('profiles', 'custom-url-category')?.children.values() ?? [])
    for (const url of category.at('list')?.members() ?? [])
      if (/^https?:\/\//i.test(url) || /\s/.test(url))
        problems.push(`custom-url-category -> ${category.name ?? ''} -> list '${url}' is invalid`)
  return problems.length === 0 ? [] : ['Validation Error:', ...problems]
}

export function commitWarnings(device: Device): string[] {
  const lists = scopesOf(device.store.running).flatMap(({ node }) => [...(node.at('external-list')?.children.values() ?? [])])
  const untrusted = lists.filter(list => {
    const [source] = list.at('type')?.children.values() ?? []
    return !['predefined-ip', 'predefined-url'].includes(source?.tag ?? '') && source?.child('certificate-profile') === undefined
  })
  const told = untrusted.map(
    ({ name }) =>
      `External Dynamic List ${name ?? ''} is configured with no certificate profile. Please select a certificate profile for performing server certificate validation.`,
  )
  return [...told, ...device.faults.commitWarnings]
}
