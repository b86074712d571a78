import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { administrator, composePushing, deviceInput, HandMadeLists, type Pushing } from '../../../../../test/support/device-bench.js'

let database: TestDatabase
let pushing: Pushing

beforeAll(async () => {
  database = await createTestDatabase()
  pushing = composePushing(database)
})
afterAll(() => database.drop())

const FINGERPRINT = Array.from({ length: 32 }, () => 'AB').join(':')
const protectedValues = async () => {
  const protections = await database.prisma.protection.findMany({ orderBy: { value: 'asc' } })
  return protections.map(({ kind, value, description }) => `${kind} ${value} (${description})`)
}

it('protects the addresses of a device, and takes what touches them off lists', async () => {
  const lists = new HandMadeLists({ database, pushing: () => pushing })
  const listId = await lists.create('ADDRESS', [])
  await database.pool.query(
    `INSERT INTO list_entry (list_id, value, typed, cause, range_first, range_last)
    SELECT $1, value, value, 'USER', value::inet, value::inet FROM unnest('{192.0.2.1,192.0.2.2,192.0.2.9}'::text[]) AS value`,
    [listId],
  )
  const inForce = async () =>
    (await database.prisma.listEntry.findMany({ where: { listId, removedAt: null }, orderBy: { value: 'asc' } })).map(({ value }) => value)

  const firewall = { address: '192.0.2.1:8443', fingerprint: FINGERPRINT }
  const input = deviceInput(firewall, { name: 'edge', peerHost: '[2001:db8::2]:443' })
  const { id, version } = await pushing.devices.create(administrator, input)
  expect(await protectedValues()).toEqual(['NETWORK 192.0.2.1 (Device edge)', 'NETWORK 2001:db8::2 (Device edge)'])
  expect(await inForce()).toEqual(['192.0.2.2', '192.0.2.9'])

  const changed = await pushing.devices.update(administrator, {
    id,
    expectedVersion: version,
    host: '192.0.2.2',
    peerHost: 'fw-2.corp.example',
  })
  expect(await protectedValues()).toEqual(['NETWORK 192.0.2.2 (Device edge)', 'DOMAIN fw-2.corp.example (Device edge)'])
  expect(await inForce()).toEqual(['192.0.2.9'])

  await pushing.devices.delete(administrator, { id, expectedVersion: changed.version })
  expect(await protectedValues()).toEqual([])
})
