import { ApiError, result } from './answers.js'
import { type Admin } from './admins.js'
import { readCommand, validate } from './commit.js'
import { nodeXml } from './config-node.js'
import { type Device } from './device.js'
import { externalListCommand } from './external-list-commands.js'
import { spend } from './faults.js'
import { failOver, haStateXml, requestSync } from './high-availability.js'
import { deviceGroups, dynamicGroups, journal, managedDevices, registeredIps, systemInfo, systemState } from './shows.js'
import { type XmlElement, childOf, escapeText, membersOf, textAt } from './xml.js'

export interface OpContext {
  readonly device: Device
  readonly admin: Admin
  /** The `vsys` parameter; undefined when it was not sent. */
  readonly vsys: string | undefined
  readonly reboot: () => void
}

/** `argument` is the element at the end of the command's path. */
type Handler = (context: OpContext, argument: XmlElement) => string

const COMMANDS: Readonly<Record<string, Handler>> = {
  'show/system/info': ({ device }) => result(`<system>${systemInfo(device)}</system>`),
  'show/system/state': ({ device }, state) => result(escapeText(systemState(device, textAt(state, 'filter') ?? ''))),
  'show/clock': ({ device }) => result(new Date(device.now()).toUTCString()),
  'show/jobs': ({ device }, jobs) => showJobs(device, jobs),
  'show/config/list/changes': ({ device }, changes) => result(journal(device, membersOf(childOf(childOf(changes, 'partial'), 'admin')))),
  'show/config/running': ({ device }) => result(nodeXml(device.store.running)),
  'show/config-locks': ({ device }) => result(device.locks.show('config')),
  'show/commit-locks': ({ device }) => result(device.locks.show('commit')),
  'show/object/registered-ip': ({ device, vsys }, query) => registeredIps(device, vsys ?? 'vsys1', query),
  'show/object/dynamic-address-group': ({ device }) => result(`<dyn-addr-grp>${dynamicGroups(device)}</dyn-addr-grp>`),
  'show/high-availability/state': ({ device }) => result(haStateXml(device)),
  'show/devicegroups': ({ device }) => result(`<devicegroups>${deviceGroups(device)}</devicegroups>`),
  'show/devices': ({ device }) => result(`<devices>${managedDevices(device)}</devices>`),
  'check/pending-changes': ({ device }) => result(device.store.changes().length > 0 ? 'yes' : 'no'),
  'check/full-commit-required': () => result('no'),
  'validate/full': ({ device, admin }) => validate(device, admin),
  'request/config-lock': (context, request) => lock(context, 'config', request),
  'request/commit-lock': (context, request) => lock(context, 'commit', request),
  'request/high-availability/sync-to-remote': ({ device }) => result(requestSync(device)),
  'request/high-availability/state': ({ device }, state) => setHaState(device, state),
  'request/system/external-list': ({ device }, request) => externalListCommand(device, request),
  'request/restart/system': ({ reboot }) => {
    reboot()
    return result('Command succeeded with no output')
  },
  'load/config/from': (context, from) => load(context, from),
  'revert/config': (context, config) => revert(context, config),
  'set/system/setting/target-vsys': (_context, vsys) => result(`Session target vsys changed to ${escapeText(vsys.text.trim())}`),
  'debug/object/registered-ip/clear': ({ device }) => {
    device.registered.clear()
    return result('')
  },
}

/** `type=op`. */
export function operational(context: OpContext, cmd: string): string {
  let argument = readCommand(cmd)
  const path = [argument.tag]
  for (;;) {
    const handler = COMMANDS[path.join('/')]
    if (handler !== undefined) return handler(context, argument)
    const [only, another] = argument.children
    if (only === undefined || another !== undefined) throw new ApiError(17, [` ${path.join(' -> ')} is unexpected`])
    path.push(only.tag)
    argument = only
  }
}

function showJobs(device: Device, jobs: XmlElement): string {
  if (spend(device.faults, 'sessionTimeouts')) throw new ApiError(22, ['Session timed out'])
  const id = textAt(jobs, 'id')
  return result(id === undefined ? device.jobs.showAll() : device.jobs.show(Number(id)))
}

function lock({ device, admin, vsys }: OpContext, kind: 'config' | 'commit', request: XmlElement): string {
  const scope = vsys ?? 'shared'
  const add = childOf(request, 'add')
  if (add) return result(escapeText(device.locks.take(kind, scope, admin.name, textAt(add, 'comment') ?? '')))
  const remove = childOf(request, 'remove')
  if (!remove) throw new ApiError(17, [` request -> ${kind}-lock is unexpected`])
  return result(escapeText(device.locks.release(kind, scope, textAt(remove, 'admin') ?? admin.name)))
}

/** Takes back everything that is uncommitted, whoever made it. */
function load({ device, admin }: OpContext, from: XmlElement): string {
  if (from.text.trim() !== 'running-config.xml') throw new ApiError(7, [`${from.text.trim()} does not exist`])
  device.demandActive()
  device.locks.demandConfigFree(admin.name)
  device.store.revert()
  return result('<msg><line>Config loaded from running-config.xml</line></msg>')
}

/** `<revert><config><partial><admin><member>x</member></admin></partial></config></revert>`, or of all. */
function revert({ device, admin }: OpContext, config: XmlElement): string {
  device.demandActive()
  device.locks.demandConfigFree(admin.name)
  const owners = membersOf(childOf(childOf(config, 'partial'), 'admin'))
  if (owners.length === 0) device.store.revert()
  for (const owner of owners) device.store.revert(owner)
  return result('<msg><line>All changes were reverted from configuration</line></msg>')
}

function setHaState(device: Device, state: XmlElement): string {
  const wish = state.children[0]?.tag
  if (device.ha.peer === undefined || (wish !== 'suspend' && wish !== 'functional')) throw new ApiError(undefined, ['HA is not enabled'])
  if (wish === 'functional') device.ha.state = device.isPanorama ? 'secondary-passive' : 'passive'
  else if (device.ha.isPassive) device.ha.state = device.isPanorama ? 'secondary-suspended' : 'suspended'
  else failOver(device, true)
  return result(`Successfully changed HA state to ${wish}`)
}
