import { ApiError } from './answers.js'
import { ConfigNode } from './config-node.js'
import { type Step, namedBy, textedBy } from './xpath.js'

export interface InitialConfig {
  readonly vsys: readonly string[]
  /** Panorama only: the serial numbers of the firewalls by device group. */
  readonly deviceGroups: Readonly<Record<string, readonly string[]>>
  readonly certificateProfiles: readonly string[]
}

/** A node for a step that names exactly one; refuses others. */
export function nodeOf(step: Step): ConfigNode {
  const name = namedBy(step)
  const text = textedBy(step)
  if (step.tag === '*' || (step.predicates.length > 0 && name === undefined && text === undefined))
    throw new ApiError(6, [`xpath does not name one node at ${step.tag}`])
  return new ConfigNode(step.tag, name, text ?? '')
}

function grow(parent: ConfigNode, tag: string, name?: string): ConfigNode {
  const node = new ConfigNode(tag, name, '')
  parent.add(node)
  return node
}

/** What a device holds before anybody configured lists on it. */
export function initialConfig({ vsys, deviceGroups, certificateProfiles }: InitialConfig): ConfigNode {
  const root = new ConfigNode('config', undefined, '')
  const shared = grow(root, 'shared')
  const profiles = grow(shared, 'certificate-profile')
  for (const name of certificateProfiles) grow(profiles, 'entry', name)
  const device = grow(grow(root, 'devices'), 'entry', 'localhost.localdomain')
  const groups = Object.entries(deviceGroups)
  if (groups.length > 0) {
    const container = grow(device, 'device-group')
    for (const [name, serials] of groups) {
      const devices = grow(grow(container, 'entry', name), 'devices')
      for (const serial of serials) grow(devices, 'entry', serial)
    }
  } else {
    const container = grow(device, 'vsys')
    for (const name of vsys) grow(container, 'entry', name)
  }
  return root
}
