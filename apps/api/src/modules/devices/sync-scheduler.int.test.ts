import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { SyncScheduler } from './sync-scheduler.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { administrator, composePushing, deviceInput, HandMadeLists, type Pushing } from '../../../../../test/support/device-bench.js'
import { until } from '../../../../../test/support/until.js'
import { createLogger } from '../../platform/logger.js'
import type { SyncRequest } from './sync-service.js'
import type { Prisma } from '../../platform/prisma/client.js'

let database: TestDatabase
let pushing: Pushing
let scheduler: SyncScheduler
let now = Date.parse('2026-11-24T12:00:00Z')
const asked: (SyncRequest & { readonly deviceId: number })[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  pushing = composePushing(database)
  await pushing.hints.start()
})
afterAll(async () => {
  await pushing.hints.stop()
  await database.drop()
})

beforeEach(() => {
  asked.length = 0
  now = Date.parse('2026-11-24T12:00:00Z')
  scheduler = new SyncScheduler({
    pool: database.pool,
    prisma: database.prisma,
    sync: { request: async (deviceId, request) => void asked.push({ deviceId, ...request }) },
    sessions: pushing.sessions,
    pushSwitch: pushing.pushSwitch,
    hints: pushing.hints,
    clock: { now: () => now },
    logger: createLogger('silent'),
  })
})
afterEach(async () => {
  await scheduler.stop()
  await database.prisma.device.deleteMany()
  await database.prisma.setting.deleteMany()
})

const lists = () => new HandMadeLists({ database, pushing: () => pushing })

/** A device with one mapping that was in sync an hour and a half ago. */
async function given(
  device: object,
  mapping: Partial<Prisma.MappingUncheckedCreateInput> = {},
  lastRun: Partial<Prisma.SyncRunUncheckedCreateInput> = {},
) {
  const listId = await lists().create('ADDRESS', ['198.51.100.7'])
  const { id: deviceId } = await pushing.devices.create(
    administrator,
    deviceInput({ address: '127.0.0.1:1', fingerprint: 'AB'.repeat(32) }, device),
  )
  const syncedAt = new Date(now - 90 * 60_000)
  await database.prisma.mapping.create({
    data: { deviceId, listId, kind: 'ADDRESS_GROUP', groupName: 'blocked', state: 'IN_SYNC', syncedRevision: 1n, syncedAt, ...mapping },
  })
  await database.prisma.syncRun.create({
    data: { deviceId, cause: 'MANUAL', state: 'SUCCEEDED', startedAt: syncedAt, finishedAt: syncedAt, ...lastRun },
  })
  return { deviceId, listId }
}

/** What the scheduler asks for when it looks around once. */
async function lookOnce(): Promise<string[]> {
  await scheduler.look()
  return asked.map(({ cause }) => cause)
}

const justNow = { startedAt: new Date(now - 60_000), finishedAt: new Date(now - 59_000) }

it.each([
  ['a list that changed while nobody listened', { schedule: 'ON_CHANGE' }, { syncedRevision: 0n }, justNow, ['LIST_CHANGED']],
  ['no changed list of a device that is pushed by hand', { schedule: 'MANUAL' }, { syncedRevision: 0n }, {}, []],
  [
    'a mapping that was never pushed',
    { schedule: 'MANUAL' },
    { state: 'PENDING', syncedAt: null, syncedRevision: null },
    justNow,
    ['MAPPING_CHANGED'],
  ],
  ['a mapping that is to be taken off', { schedule: 'MANUAL' }, { state: 'PENDING', removing: true }, justNow, ['MAPPING_CHANGED']],
  ['a run that was cut off', { schedule: 'ON_CHANGE' }, { state: 'PENDING' }, justNow, ['MAPPING_CHANGED']],
  ['nothing when all is in sync', { schedule: 'ON_CHANGE' }, {}, justNow, []],
  ['a comparison every hour', { schedule: 'ON_CHANGE' }, {}, {}, ['SCHEDULE']],
  ['an interval that is over', { schedule: 'INTERVAL', intervalMinutes: 60 }, {}, {}, ['SCHEDULE']],
  ['no interval that is not over', { schedule: 'INTERVAL', intervalMinutes: 120 }, {}, {}, []],
  ['a full hour', { schedule: 'HOURLY' }, {}, {}, ['SCHEDULE']],
  ['a time of day', { schedule: 'DAILY', dailyAt: '11:30' }, {}, {}, ['SCHEDULE']],
  ['no time of day to come', { schedule: 'DAILY', dailyAt: '12:30' }, {}, {}, []],
  ['no time of day that passed before the last run', { schedule: 'DAILY', dailyAt: '10:00' }, {}, {}, []],
  [
    'a commit window that opened',
    { schedule: 'MANUAL', commitPolicy: 'WINDOW', commitWindows: [{ days: [2], from: '11:00', to: '13:00' }] },
    { state: 'AWAITING_COMMIT' },
    {},
    ['SCHEDULE'],
  ],
  [
    'no commit window that is closed',
    { schedule: 'MANUAL', commitPolicy: 'WINDOW', commitWindows: [{ days: [3], from: '11:00', to: '13:00' }] },
    { state: 'AWAITING_COMMIT' },
    {},
    [],
  ],
  [
    'nothing once credentials were refused',
    { schedule: 'ON_CHANGE' },
    { syncedRevision: 0n },
    { state: 'FAILED', failure: 'CREDENTIALS' },
    [],
  ],
  [
    'what failed otherwise, by the clock',
    { schedule: 'ON_CHANGE' },
    { state: 'FAILED' },
    { state: 'FAILED', failure: 'COMMIT_FAILED' },
    ['SCHEDULE'],
  ],
] as const)('sees %s', async (_what, device, mapping, run, expected) => {
  await given(device, mapping, run)
  expect(await lookOnce()).toEqual(expected)
})

it('sees nothing while the device, or everything, is paused', async () => {
  const { deviceId } = await given({ schedule: 'ON_CHANGE' }, { syncedRevision: 0n })
  await pushing.pushSwitch.set(administrator, true)
  expect(await lookOnce()).toEqual([])
  await pushing.pushSwitch.set(administrator, false)
  await pushing.devices.pause(administrator, deviceId, true)
  expect(await lookOnce()).toEqual([])
})

it('follows a change of a list at once, and shows that it is pending', async () => {
  const { deviceId, listId } = await given({ schedule: 'ON_CHANGE' }, {}, justNow)
  const other = await database.prisma.device.create({
    data: {
      ...(await otherDevice()),
      mappings: {
        create: { listId, kind: 'ADDRESS_GROUP', groupName: 'g', state: 'IN_SYNC', syncedRevision: 1n, syncedAt: new Date(now) },
      },
    },
  })
  await scheduler.start()
  await lists().add(listId, ['198.51.100.8'])
  await until(() => asked.length > 0)
  expect(asked[0]).toEqual({ deviceId, cause: 'LIST_CHANGED', keepTime: true })
  expect(asked.every(request => request.deviceId === deviceId)).toBe(true)
  await until(async () => (await database.prisma.mapping.count({ where: { listId, state: 'PENDING' } })) === 2)
  const states = await database.prisma.mapping.findMany({
    where: { listId },
    select: { state: true, deviceId: true },
    orderBy: { id: 'asc' },
  })
  expect(states).toEqual([
    { deviceId, state: 'PENDING' },
    { deviceId: other.id, state: 'PENDING' },
  ])
})

const otherDevice = async () => ({
  type: 'PALO_ALTO_NETWORKS',
  name: 'by hand',
  host: '127.0.0.1:2',
  username: 'u',
  passwordSealed: 'x',
  schedule: 'MANUAL',
})
