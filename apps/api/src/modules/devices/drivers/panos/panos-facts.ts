import { child, textOf, type XmlElement } from './xml-element.js'
import { element } from './xml-text.js'
import type { FoundFacts } from '../../device-driver.js'
import type { XmlClient } from './xml-client.js'

const SYSTEM_INFO = element('show', element('system', element('info')))
const HA_STATE = element('show', element('high-availability', element('state')))

export interface HostState {
  readonly facts: FoundFacts
  /** Whether configuration is to be changed here. */
  readonly isActive: boolean
  readonly isPanorama: boolean
}

export async function readHostState(client: XmlClient): Promise<HostState> {
  const [info, ha] = await Promise.all([client.op('Reading system information', SYSTEM_INFO), client.op('Reading the HA state', HA_STATE)])
  const system = child(info.result, 'system')
  const haState = haStateOf(ha.result)
  const model = textOf(system, 'model') ?? null
  return {
    facts: {
      model: modelOf(system),
      serial: textOf(system, 'serial') ?? null,
      panosVersion: textOf(system, 'sw-version') ?? null,
      hostname: textOf(system, 'hostname') ?? null,
      haState,
      multiVsys: flagOf(textOf(system, 'multi-vsys')),
    },
    isActive: haState === null || /^(primary-|secondary-)?active(-|$)/i.test(haState),
    isPanorama: /panorama|^m-\d/i.test(model ?? '') || textOf(system, 'system-mode')?.toLowerCase() === 'panorama',
  }
}

/** What keeps the committed configuration from the peer, in the device's words; undefined: nothing. */
export async function syncFault(client: XmlClient): Promise<string | undefined> {
  const { result } = await client.op('Reading the HA state', HA_STATE)
  const sync = textOf(result, 'group', 'running-sync') ?? textOf(result, 'running-sync')
  return sync === undefined || /^synchroniz(ed|ation in progress)$/i.test(sync) ? undefined : sync
}

/** null: no pair. Firewalls tell it per group, Panorama directly. */
function haStateOf(result: XmlElement | undefined): string | null {
  if (flagOf(textOf(result, 'enabled')) !== true) return null
  return textOf(result, 'group', 'local-info', 'state') ?? textOf(result, 'local-info', 'state') ?? 'unknown'
}

/** Virtual firewalls tell their size apart: VM-300. */
function modelOf(system: XmlElement | undefined): string | null {
  const model = textOf(system, 'model') ?? null
  const license = textOf(system, 'vm-license') ?? textOf(system, 'vm-cap-tier')
  return model === 'PA-VM' && license !== undefined && /^vm-?\d+$/i.test(license) ? `VM-${license.replaceAll(/\D/g, '')}` : model
}

const flagOf = (text: string | undefined): boolean | null => (text === undefined ? null : /^(yes|on|true)$/i.test(text))
