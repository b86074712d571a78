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
import {
  startPanosPair,
  startPanosSimulator,
  VSYS1,
  type PanosSimulator,
  type SimulatorOptions,
} from '../../../../../test/support/panos-simulator/index.js'
import { until } from '../../../../../test/support/until.js'
import type { MappingKind } from '@sallyport/shared'

const ADMINS = [PUSHER, { name: 'alice', password: 'alice' }]

let database: TestDatabase
let pushing: Pushing
let started: PanosSimulator[]
let now: () => number
const lists = () => new HandMadeLists({ database, pushing: () => pushing })

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

beforeEach(async () => {
  started = []
  now = () => Date.now()
  pushing = composePushing(database, { now: () => now() })
  await pushing.start({ scheduled: false })
})
afterEach(async () => {
  await pushing.stop()
  for (const firewall of started) await firewall.stop()
  await database.prisma.device.deleteMany()
  await database.prisma.setting.deleteMany()
})

const start = async (options: SimulatorOptions = {}) => {
  const firewall = await startPanosSimulator({ version: '11.1.2', model: 'PA-440', admins: ADMINS, ...options })
  started.push(firewall)
  return firewall
}
const mappingOf = (id: number) => database.prisma.mapping.findUniqueOrThrow({ where: { id } })
const lastRunId = async (deviceId: number) =>
  (await database.prisma.syncRun.findFirst({ where: { deviceId }, orderBy: { id: 'desc' }, select: { id: true } }))?.id ?? 0n

interface Mapped {
  readonly deviceId: number
  readonly listId: number
  readonly id: number
  /** Runs once more and tells how it ended. */
  push(): ReturnType<typeof nextRun>
}

async function map(firewall: PanosSimulator, kind: MappingKind, values: readonly string[], more: object = {}): Promise<Mapped> {
  const listId = await lists().create(kind === 'URL_CATEGORY' ? 'URL' : 'ADDRESS', values)
  const { id: deviceId } = await pushing.devices.create(administrator, deviceInput(firewall, more))
  const { id } = await pushing.mappings.create(administrator, { deviceId, listId, kind, groupName: 'blocked', overwrite: false })
  await nextRun(database, deviceId)
  const push = async () => {
    const last = await lastRunId(deviceId)
    await pushing.sync.request(deviceId, { cause: 'MANUAL' })
    return nextRun(database, deviceId, last)
  }
  return { deviceId, listId, id, push }
}

describe('registrations', () => {
  it('are made again after a restart', async () => {
    const firewall = await start()
    const { push, listId } = await map(firewall, 'DYNAMIC_ADDRESS_GROUP', ['198.51.100.7'])
    await lists().add(listId, ['198.51.100.8'])
    await push()
    firewall.reboot()
    for (const { ip } of firewall.registeredIps()) firewall.device.registered.unregister?.('vsys1', ip, 'sallyport.blocked')
    const run = await push()
    expect(run).toMatchObject({ state: 'SUCCEEDED' })
    expect(JSON.stringify(run.log)).toContain('has restarted')
    expect(firewall.enforced('blocked').sort()).toEqual(['198.51.100.7', '198.51.100.8'])
  })

  it('carry the timeout of the entry', async () => {
    const firewall = await start()
    const { push, listId } = await map(firewall, 'DYNAMIC_ADDRESS_GROUP', [])
    await lists().add(listId, ['198.51.100.9'], new Date(Date.now() + 3_600_000))
    await push()
    const [message] = firewall.journal.filter(({ type, cmd }) => type === 'user-id' && cmd?.includes('198.51.100.9'))
    const timeout = Number(/timeout="(\d+)"/.exec(message?.cmd ?? '')?.[1])
    expect(timeout).toBeGreaterThan(3_500)
    expect(timeout).toBeLessThanOrEqual(3_600)
  })

  it('are made again with another timeout when the entry expires later', async () => {
    const firewall = await start()
    const { push, listId } = await map(firewall, 'DYNAMIC_ADDRESS_GROUP', ['198.51.100.1'])
    await lists().add(listId, ['198.51.100.9'], new Date(Date.now() + 60_000))
    await push()
    await database.pool.query(
      `UPDATE list_entry SET expires_at = now() + interval '2 hours' WHERE value = '198.51.100.9' AND list_id = $1`,
      [listId],
    )
    await lists().tell(listId)
    firewall.clearJournal()
    expect(await push()).toMatchObject({ state: 'SUCCEEDED', added: 0, removed: 0 })
    const messages = firewall.journal.filter(({ type }) => type === 'user-id').map(({ cmd }) => cmd ?? '')
    expect(messages).toHaveLength(2)
    expect(Number(/timeout="(\d+)"/.exec(messages[1] ?? '')?.[1])).toBeGreaterThan(7_000)
    expect(await push()).toMatchObject({ state: 'SUCCEEDED' })
    expect(firewall.journal.filter(({ type }) => type === 'user-id')).toHaveLength(2)
  })

  it.each(['skip-entry', 'skip-tag', 'skip-message'] as const)(
    'that are refused are named, and the rest is told by the next look (%s)',
    async userIdRefusal => {
      const firewall = await start()
      const { push, listId, id } = await map(firewall, 'DYNAMIC_ADDRESS_GROUP', ['198.51.100.7'])
      Object.assign(firewall.faults, {
        userIdRefusal,
        refuseRegister: (ip: string) => (ip.startsWith('198.51.100.66') ? 'Failed to register' : undefined),
      })
      await lists().add(listId, ['198.51.100.66', '198.51.100.8'])
      const run = await push()
      expect(run).toMatchObject({ state: 'FAILED', failure: 'REFUSED' })
      expect(run.message).toContain('198.51.100.66')
      expect(await mappingOf(id)).toMatchObject({ state: 'FAILED' })
      Object.assign(firewall.faults, { refuseRegister: undefined })
      expect(await push()).toMatchObject({ state: 'SUCCEEDED' })
      expect(firewall.enforced('blocked').sort()).toEqual(['198.51.100.66', '198.51.100.7', '198.51.100.8'])
    },
  )

  it('are read back in pages, with or without a prefix', async () => {
    const firewall = await start()
    const values = Array.from({ length: 1_203 }, (_, at) => `203.0.${at >> 8}.${at & 255}`)
    const { push, id } = await map(firewall, 'DYNAMIC_ADDRESS_GROUP', values)
    expect(firewall.registeredIps().filter(({ tags }) => JSON.stringify(tags).includes('sallyport.blocked'))).toHaveLength(1_203)
    firewall.faults.readBackPrefix = true
    await database.prisma.mapping.update({ where: { id }, data: { comparedAt: null } })
    expect(await push()).toMatchObject({ state: 'SUCCEEDED', added: 0, removed: 0 })
  })

  it('beyond the limit of the model are not made, and that is told', async () => {
    const firewall = await start({ model: 'PA-410' })
    const values = Array.from({ length: 1_010 }, (_, at) => `203.0.${at >> 8}.${at & 255}`)
    const { id, deviceId } = await map(firewall, 'DYNAMIC_ADDRESS_GROUP', values)
    const run = await nextRun(database, deviceId)
    expect(run).toMatchObject({ state: 'FAILED', failure: 'CAPACITY' })
    expect(await mappingOf(id)).toMatchObject({ state: 'FAILED', stateReason: expect.stringContaining('no room for 11') as string })
  })
})

describe('a pair', () => {
  const pair = async () => {
    const both = await startPanosPair({ version: '11.1.2', model: 'PA-440', admins: ADMINS })
    started.push(...both)
    const [active, passive] = both
    return { active, passive, more: { peerHost: passive.address, tlsFingerprint: `${active.fingerprint},${passive.fingerprint}` } }
  }

  it('is written to where it is active, and registrations go to both', async () => {
    const { active, passive, more } = await pair()
    await map(active, 'DYNAMIC_ADDRESS_GROUP', ['198.51.100.7'], more)
    expect(active.enforced('blocked')).toEqual(['198.51.100.7'])
    expect(passive.registeredIps().map(({ ip }) => ip)).toContain('198.51.100.7')
    expect(passive.journal.filter(({ type }) => type === 'commit')).toEqual([])
  })

  it('is followed when it fails over', async () => {
    const { active, passive, more } = await pair()
    const { push, listId } = await map(active, 'ADDRESS_GROUP', ['198.51.100.7'], more)
    active.failOver()
    await lists().add(listId, ['198.51.100.8'])
    expect(await push()).toMatchObject({ state: 'SUCCEEDED' })
    expect(passive.enforced('blocked').sort()).toEqual(['198.51.100.7', '198.51.100.8'])
  })

  it('is followed when one is gone', async () => {
    const { active, passive, more } = await pair()
    const { push, listId } = await map(active, 'ADDRESS_GROUP', ['198.51.100.7'], more)
    active.failOver()
    active.faults.unreachable = true
    await lists().add(listId, ['198.51.100.8'])
    expect(await push()).toMatchObject({ state: 'SUCCEEDED' })
    expect(passive.enforced('blocked').sort()).toEqual(['198.51.100.7', '198.51.100.8'])
  })

  it('whose passive one takes no registrations is pushed to all the same, and that is told', async () => {
    const { active, passive, more } = await pair()
    passive.faults.passiveRefusesTags = true
    const { deviceId } = await map(active, 'DYNAMIC_ADDRESS_GROUP', ['198.51.100.7'], more)
    const run = await nextRun(database, deviceId)
    expect(run).toMatchObject({ state: 'SUCCEEDED' })
    expect(JSON.stringify(run.log)).toContain('takes no registrations')
    expect(active.enforced('blocked')).toEqual(['198.51.100.7'])
  })

  it('that does not synchronise is told of', async () => {
    const { active, more } = await pair()
    active.faults.haSyncFails = true
    const { deviceId } = await map(active, 'ADDRESS_GROUP', ['198.51.100.7'], more)
    const run = await nextRun(database, deviceId)
    expect(run).toMatchObject({ state: 'SUCCEEDED' })
    expect(JSON.stringify(run.log)).toContain('The peer does not have the configuration: not synchronized')
  })

  it('with nobody active is waited for', async () => {
    const { active, more } = await pair()
    const { push } = await map(active, 'ADDRESS_GROUP', ['198.51.100.7'], more)
    active.failOver(true)
    active.device.ha.peer!.ha.state = 'initial'
    const run = await push()
    expect(run).toMatchObject({ state: 'FAILED', failure: 'NOT_ACTIVE' })
  })
})

describe('Panorama', () => {
  it('pushes the device group to its firewalls, and tells which of them failed', async () => {
    const firewall = await start({ serial: '007051000000009' })
    const panorama = await start({ model: 'Panorama', panorama: { deviceGroups: { Edge: ['007051000000009'] } } })
    panorama.manage(firewall)
    const scope = { scope: 'DEVICE_GROUP', scopeName: 'Edge' }
    const { push, listId, deviceId } = await map(panorama, 'ADDRESS_GROUP', ['198.51.100.7'], scope)
    expect(await nextRun(database, deviceId)).toMatchObject({ state: 'SUCCEEDED' })
    expect(panorama.journal.filter(({ type, cmd }) => type === 'commit' && cmd?.includes('commit-all'))).toHaveLength(1)
    panorama.planPush('007051000000009', { result: 'FAIL', lines: ['Duplicate address name'] })
    await lists().add(listId, ['198.51.100.8'])
    const run = await push()
    expect(run).toMatchObject({ state: 'FAILED', failure: 'COMMIT_FAILED' })
    expect(run.message).toContain('Duplicate address name')
    // Panorama's own commit is done: the next run pushes all the same.
    expect(await push()).toMatchObject({ state: 'SUCCEEDED' })
  })
})

describe('commits', () => {
  it('wait for their window', async () => {
    const firewall = await start()
    const windows = { commitPolicy: 'WINDOW', commitWindows: [{ days: [1], from: '22:00', to: '04:00' }], timeZone: 'UTC' }
    now = () => Date.parse('2026-11-24T12:00:00Z')
    const { push, id } = await map(firewall, 'ADDRESS_GROUP', ['198.51.100.7'], windows)
    expect(await mappingOf(id)).toMatchObject({ state: 'AWAITING_COMMIT' })
    expect(firewall.pendingChanges()).toEqual([])
    now = () => Date.parse('2026-11-24T03:00:00Z')
    expect(await push()).toMatchObject({ state: 'SUCCEEDED' })
    expect(await mappingOf(id)).toMatchObject({ state: 'IN_SYNC' })
  })

  it('are left to people when the policy says never', async () => {
    const firewall = await start()
    const { push, id } = await map(firewall, 'ADDRESS_GROUP', ['198.51.100.7'], { commitPolicy: 'NEVER' })
    expect(await mappingOf(id)).toMatchObject({ state: 'AWAITING_COMMIT' })
    expect(firewall.enforced('blocked')).toEqual([])
    await push()
    expect(await mappingOf(id)).toMatchObject({ state: 'AWAITING_COMMIT' })
    await firewall.actAs('alice').commit()
    expect(firewall.enforced('blocked')).toEqual(['198.51.100.7'])
    await push()
    expect(await mappingOf(id)).toMatchObject({ state: 'IN_SYNC' })
  })

  it('keep their warnings in the log', async () => {
    const firewall = await start()
    firewall.faults.commitWarnings = ['External Dynamic List x is configured with no certificate profile.']
    const { deviceId } = await map(firewall, 'ADDRESS_GROUP', ['198.51.100.7'])
    expect(JSON.stringify((await nextRun(database, deviceId)).log)).toContain('no certificate profile')
  })

  it('name what they are for', async () => {
    const firewall = await start()
    await map(firewall, 'ADDRESS_GROUP', ['198.51.100.7'], { changeTicket: 'CHG0012345 <edge>' })
    const [commit] = firewall.journal.filter(({ type }) => type === 'commit')
    expect(commit?.cmd).toMatch(/Sallyport run \d+, change CHG0012345 &lt;edge&gt;: 1 added, 0 removed, 0 incidents/)
    expect(commit?.cmd).toContain('<partial><admin><member>sallyport</member></admin></partial>')
  })
})

describe('changes made by hand', () => {
  const tamper = async (firewall: PanosSimulator) => {
    const alice = firewall.actAs('alice')
    alice.set(`${VSYS1}/address`, '<entry name="hers"><ip-netmask>10.1.1.1</ip-netmask></entry>')
    alice.set(`${VSYS1}/address-group/entry[@name='blocked']/static`, '<member>hers</member>')
    await alice.commit()
  }

  it('are put right', async () => {
    const firewall = await start()
    const { push } = await map(firewall, 'ADDRESS_GROUP', ['198.51.100.7'])
    await tamper(firewall)
    const run = await push()
    expect(run).toMatchObject({ state: 'SUCCEEDED', removed: 1 })
    expect(JSON.stringify(run.log)).toContain('was changed by hand: 10.1.1.1 added, which is put right')
    expect(firewall.enforced('blocked')).toEqual(['198.51.100.7'])
    expect(firewall.running().names(`${VSYS1}/address/entry`)).toContain('hers')
  })

  it('are told and left where the policy says so, while the list is followed', async () => {
    const firewall = await start()
    const { push, id, listId } = await map(firewall, 'ADDRESS_GROUP', ['198.51.100.7'], { driftPolicy: 'REPORT' })
    await tamper(firewall)
    await lists().add(listId, ['198.51.100.8'])
    expect(await push()).toMatchObject({ state: 'SUCCEEDED' })
    expect(await mappingOf(id)).toMatchObject({ state: 'DRIFTED', stateReason: 'blocked was changed by hand: 10.1.1.1 added' })
    expect(firewall.enforced('blocked').sort()).toEqual(['10.1.1.1', '198.51.100.7', '198.51.100.8'])
  })
})

describe('stop switches', () => {
  it('keep a device, or all of them, from being pushed to', async () => {
    const firewall = await start()
    const { deviceId, listId, id } = await map(firewall, 'ADDRESS_GROUP', ['198.51.100.7'])
    await pushing.scheduler.start()
    await pushing.devices.pause(administrator, deviceId, true)
    await expect(pushing.push.pushNow(administrator, deviceId)).rejects.toMatchObject({ faults: [{ code: 'NOT_ALLOWED_NOW' }] })
    await pushing.pushSwitch.set(administrator, true)
    await pushing.devices.pause(administrator, deviceId, false)
    const calls = firewall.journal.length
    await lists().add(listId, ['198.51.100.8'])
    await pushing.sync.request(deviceId, { cause: 'MANUAL' })
    await until(async () => (await mappingOf(id)).state === 'PENDING')
    expect(firewall.journal).toHaveLength(calls)
    await pushing.pushSwitch.set(administrator, false)
    await pushing.push.pushNow(administrator, deviceId)
    await until(() => firewall.enforced('blocked').length === 2)
  })

  it('work in the middle of a run', async () => {
    const firewall = await start()
    const { deviceId, listId, push } = await map(firewall, 'ADDRESS_GROUP', ['198.51.100.7'])
    firewall.clearJournal()
    firewall.faults.holdCommits = true
    await lists().add(listId, ['198.51.100.8'])
    const running = push()
    await until(() => firewall.journal.some(({ type, cmd }) => type === 'commit' && cmd?.includes('<commit>')))
    await pushing.devices.pause(administrator, deviceId, true)
    expect(await running).toMatchObject({ state: 'POSTPONED', failure: null })
    firewall.faults.holdCommits = false
    await pushing.devices.pause(administrator, deviceId, false)
    await until(() => firewall.enforced('blocked').length === 2)
  })
})

describe('several replicas', () => {
  it('never work on a device at the same time, and do what was asked once', async () => {
    const firewall = await start()
    const { deviceId, listId } = await map(firewall, 'ADDRESS_GROUP', ['198.51.100.7'])
    const other = composePushing(database)
    await other.start()
    const before = await lastRunId(deviceId)
    await lists().add(listId, ['198.51.100.8'])
    await Promise.all([...Array(20).keys()].map(at => (at % 2 ? other : pushing).sync.request(deviceId, { cause: 'MANUAL' })))
    await until(() => firewall.enforced('blocked').length === 2)
    await until(async () => (await database.prisma.syncRun.count({ where: { state: 'RUNNING' } })) === 0)
    const written = firewall.journal.filter(({ action, element }) => action === 'multi-config' && element?.includes('sp-198.51.100.8'))
    expect(written).toHaveLength(1)
    expect(await database.prisma.syncRun.count({ where: { deviceId, id: { gt: before } } })).toBeLessThan(6)
    await other.stop()
  })
})

describe('an account without rights', () => {
  it('is told what it lacks by the test of the connection', async () => {
    const firewall = await start({ admins: [{ ...PUSHER, role: { name: 'reader', may: ['config', 'op'] } }] })
    const input = {
      host: firewall.address,
      username: PUSHER.name,
      password: PUSHER.password,
      tlsTrust: 'PINNED',
      tlsFingerprint: firewall.fingerprint,
    }
    const result = await pushing.devices.test(administrator, undefined, input)
    expect(result).toMatchObject({
      failure: null,
      facts: { model: 'PA-440', missingRights: ['Commit', 'User-ID Agent'] },
      certificate: { fingerprint: firewall.fingerprint },
    })
  })

  it('stops the run with a clear state', async () => {
    const firewall = await start({ admins: [{ ...PUSHER, role: { name: 'reader', may: ['config', 'op'] } }] })
    const { deviceId } = await map(firewall, 'ADDRESS_GROUP', ['198.51.100.7'])
    expect(await nextRun(database, deviceId)).toMatchObject({ state: 'FAILED', failure: 'NOT_PERMITTED' })
  })

  it('is shown the certificate of a device that is not trusted yet', async () => {
    const firewall = await start()
    const input = { host: firewall.address, username: PUSHER.name, password: PUSHER.password }
    const result = await pushing.devices.test(administrator, undefined, input)
    expect(result).toMatchObject({ failure: 'TLS_NOT_TRUSTED', facts: null, certificate: { fingerprint: firewall.fingerprint } })
    expect(firewall.journal).toEqual([])
  })
})
