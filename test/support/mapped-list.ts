import { expect } from 'vitest'
import type { ApiClient, Credentials } from './api-client.js'
import type { PanosSimulator } from './panos-simulator/index.js'

export interface NewMapping {
  /** An administrator of the firewall. */
  readonly admin: Credentials
  readonly list: string
  readonly group: string
}

/** Makes a list of addresses that is pushed into a dynamic group of the firewall, whose device is named Edge. */
export async function mapNewList(client: ApiClient, firewall: PanosSimulator, { admin, list, group }: NewMapping): Promise<void> {
  const { listCreate } = await client.ask<{ listCreate: { list: { id: string } } }>(
    'mutation List($input: ListCreateInput!) { listCreate(input: $input) { list { id } } }',
    { input: { name: list, kind: 'ADDRESS' } },
  )
  const device = {
    type: 'PALO_ALTO_NETWORKS',
    name: 'Edge',
    host: firewall.address,
    username: admin.name,
    password: admin.password,
    tlsTrust: 'PINNED',
    tlsFingerprint: firewall.fingerprint,
  }
  const { deviceCreate } = await client.ask<{ deviceCreate: { device: { id: string } } }>(
    'mutation Device($input: DeviceCreateInput!) { deviceCreate(input: $input) { device { id } } }',
    { input: device },
  )
  const { mappingCreate } = await client.ask<{ mappingCreate: { userErrors: unknown[] } }>(
    'mutation Map($input: MappingCreateInput!) { mappingCreate(input: $input) { userErrors { message } } }',
    { input: { deviceId: deviceCreate.device.id, listId: listCreate.list.id, kind: 'DYNAMIC_ADDRESS_GROUP', groupName: group } },
  )
  expect(mappingCreate.userErrors).toEqual([])
}
