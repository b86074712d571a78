import { ApiError } from './answers.js'
import { type Device } from './device.js'
import { cleanCopy } from './config-node.js'

export type HaState = 'active' | 'passive' | 'suspended' | 'initial' | 'primary-active' | 'secondary-passive' | 'secondary-suspended'

/** The device's part in a pair; a device without a peer has none. */
export class HighAvailability {
  state: HaState | undefined
  peer: Device | undefined
  peerAddress = ''
  runningSync: 'synchronized' | 'not synchronized' | 'synchronization in progress' = 'synchronized'

  get isPassive(): boolean {
    return this.state !== undefined && this.state !== 'active' && this.state !== 'primary-active'
  }
}

export function joinPair(first: { device: Device; address: string }, second: { device: Device; address: string }): void {
  const panorama = first.device.isPanorama
  Object.assign(first.device.ha, { state: panorama ? 'primary-active' : 'active', peer: second.device, peerAddress: second.address })
  Object.assign(second.device.ha, { state: panorama ? 'secondary-passive' : 'passive', peer: first.device, peerAddress: first.address })
}

/** The other one becomes active. `suspend`: this one takes no part any more. */
export function failOver(device: Device, suspend = false): void {
  const { peer } = device.ha
  if (peer === undefined) throw new Error('no peer to fail over to')
  ;[device.ha.state, peer.ha.state] = [peer.ha.state, device.ha.state]
  if (suspend) device.ha.state = device.isPanorama ? 'secondary-suspended' : 'suspended'
}

/** After a commit the committed configuration, and it alone, goes to the peer. */
export function syncToPeer(device: Device): void {
  const { peer } = device.ha
  if (peer === undefined) return
  const state = device.faults.haSyncFails ? 'not synchronized' : 'synchronized'
  device.ha.runningSync = peer.ha.runningSync = state
  if (state === 'synchronized') peer.store.reset(cleanCopy(device.store.running))
}

export function haStateXml(device: Device): string {
  const { state, peer, peerAddress, runningSync } = device.ha
  if (state === undefined || peer === undefined) return '<enabled>no</enabled>'
  const local = `<local-info><platform-model>${device.model}</platform-model><build-rel>${device.version}</build-rel><state>${state}</state><mode>Active-Passive</mode></local-info>`
  const other =
    `<peer-info><platform-model>${peer.model}</platform-model><build-rel>${peer.version}</build-rel><mgmt-ip>${peerAddress}</mgmt-ip>` +
    `<conn-status>${peer.faults.unreachable ? 'down' : 'up'}</conn-status><state>${peer.ha.state ?? ''}</state></peer-info>`
  const sync = `<running-sync>${runningSync}</running-sync><running-sync-enabled>yes</running-sync-enabled>`
  if (device.isPanorama) return `<enabled>yes</enabled>${local}${other}${sync}`
  return `<enabled>yes</enabled><group><mode>Active-Passive</mode>${local}${other}${sync}</group>`
}

export function requestSync(device: Device): string {
  if (device.ha.peer === undefined) throw new ApiError(undefined, ['HA is not enabled'])
  syncToPeer(device)
  return 'HA synchronization job has been queued on peer. Please check job status on peer.'
}
