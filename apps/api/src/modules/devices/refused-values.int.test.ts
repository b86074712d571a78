import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import {
  administrator,
  composePushing,
  deviceInput,
  HandMadeLists,
  nextRun,
  PUSHER,
  type Pushing,
} from '../../../../../test/support/device-bench.js'
import { startPanosSimulator, type PanosSimulator } from '../../../../../test/support/panos-simulator/index.js'

let database: TestDatabase
let pushing: Pushing
let firewall: PanosSimulator
const lists = () => new HandMadeLists({ database, pushing: () => pushing })

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

beforeEach(async () => {
  pushing = composePushing(database)
  await pushing.start({ scheduled: false })
})
afterEach(async () => {
  await pushing.stop()
  await firewall.stop()
  await database.prisma.device.deleteMany()
})

async function map(version: string, values: readonly string[]) {
  firewall = await startPanosSimulator({ version, model: 'PA-440', admins: [PUSHER] })
  const listId = await lists().create('ADDRESS', values)
  const { id: deviceId } = await pushing.devices.create(administrator, deviceInput(firewall))
  const mapping = { deviceId, listId, kind: 'DYNAMIC_ADDRESS_GROUP', groupName: 'blocked' } as const
  const preview = await pushing.mappings.preview(administrator, mapping)
  const { id } = await pushing.mappings.create(administrator, { ...mapping, overwrite: false })
  let last = 0n
  const ended = async () => {
    const run = await nextRun(database, deviceId, last)
    last = run.id
    return run
  }
  return {
    listId,
    preview,
    firstRun: await ended(),
    push: async () => {
      await pushing.sync.request(deviceId, { cause: 'MANUAL' })
      return ended()
    },
    stored: () => database.prisma.mapping.findUniqueOrThrow({ where: { id } }),
  }
}

const enforced = () => firewall.enforced('blocked').sort()

describe('values that the device cannot register', () => {
  it('are left out and named, and the rest is kept in sync', async () => {
    const { preview, firstRun, push, stored, listId } = await map('11.1.2', ['198.51.100.0/24', '2001:db8::/64', '2001:db8::1'])
    const text = '1 entry left out: 2001:db8::/64 (PAN-OS registers single IPv6 addresses only)'
    expect(preview).toMatchObject({ failure: null, change: { addCount: 2 }, warnings: [`blocked: ${text}`] })
    expect(firstRun).toMatchObject({ state: 'SUCCEEDED', added: 2 })
    expect(firstRun.log).toContainEqual(expect.objectContaining({ level: 'warn', text: `blocked: ${text}` }))
    expect(await stored()).toMatchObject({ state: 'IN_SYNC', stateReason: text, entryCount: 2 })
    expect(enforced()).toEqual(['198.51.100.0/24', '2001:db8::1'])

    await lists().add(listId, ['2001:db8:1::/48', '198.51.100.9'])
    expect(await push()).toMatchObject({ state: 'SUCCEEDED', added: 1 })
    expect((await stored()).stateReason).toMatch(/^2 entries left out: /)
    await lists().remove(listId, ['2001:db8:1::/48', '2001:db8::/64'])
    expect(await push()).toMatchObject({ state: 'SUCCEEDED', added: 0, removed: 0 })
    expect(await stored()).toMatchObject({ state: 'IN_SYNC', stateReason: null })
  })

  it('are networks and ranges too before 10.0', async () => {
    const { stored } = await map('9.1.16', ['198.51.100.0/24', '203.0.113.5-203.0.113.9', '198.51.100.7'])
    expect(await stored()).toMatchObject({ state: 'IN_SYNC', stateReason: expect.stringMatching(/^2 entries left out: .*10\.0/) as string })
    expect(enforced()).toEqual(['198.51.100.7'])
  })
})

describe('entries that the device refuses for reasons of its own', () => {
  it.each(['skip-entry', 'skip-tag', 'skip-message'] as const)('fail alone (%s)', async userIdRefusal => {
    const { push, listId, stored } = await map('11.1.2', ['198.51.100.7'])
    const refused = ['198.51.100.20', '198.51.100.60']
    Object.assign(firewall.faults, {
      userIdRefusal,
      refuseRegister: (ip: string) => (refused.includes(ip) ? 'Failed to register' : undefined),
    })
    const values = Array.from({ length: 600 }, (_, at) => `203.0.${at >> 8}.${at & 255}`)
    await lists().add(listId, [...refused, ...values])
    const run = await push()
    expect(run).toMatchObject({ state: 'FAILED', failure: 'REFUSED' })
    for (const ip of refused) expect(run.message).toContain(ip)
    expect(await stored()).toMatchObject({ state: 'FAILED', stateReason: run.message })
    expect(enforced()).toEqual(['198.51.100.7', ...values].sort())
    Object.assign(firewall.faults, { refuseRegister: undefined })
    expect(await push()).toMatchObject({ state: 'SUCCEEDED', added: 2 })
  })

  it('do not have the timers of the others renewed again and again', async () => {
    const { push, listId } = await map('11.1.2', ['198.51.100.7'])
    await lists().add(listId, ['198.51.100.9'], new Date(Date.now() + 60_000))
    await push()
    firewall.faults.refuseRegister = ip => (ip === '198.51.100.20' ? 'Failed to register' : undefined)
    await database.pool.query(
      `UPDATE list_entry SET expires_at = now() + interval '2 hours' WHERE value = '198.51.100.9' AND list_id = $1`,
      [listId],
    )
    await lists().add(listId, ['198.51.100.20'])
    const renewals = () => firewall.journal.filter(({ type, cmd }) => type === 'user-id' && cmd?.includes('<unregister>')).length
    expect(await push()).toMatchObject({ state: 'FAILED' })
    expect(renewals()).toBe(1)
    expect(await push()).toMatchObject({ state: 'FAILED' })
    expect(renewals()).toBe(1)
    expect(enforced()).toEqual(['198.51.100.7', '198.51.100.9'])
  })
})
