import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import {
  administrator,
  composePushing,
  deviceInput,
  HandMadeLists,
  nextRun,
  PUSHER,
  type NewMapping,
  type Pushing,
} from '../../../../../test/support/device-bench.js'
import { startPanosSimulator, VSYS1, type PanosSimulator } from '../../../../../test/support/panos-simulator/index.js'
import { until } from '../../../../../test/support/until.js'

let database: TestDatabase
let pushing: Pushing
let firewall: PanosSimulator
const lists = () => new HandMadeLists({ database, pushing: () => pushing })

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

beforeEach(async () => {
  firewall = await startPanosSimulator({ version: '11.1.2', model: 'PA-440', admins: [PUSHER, { name: 'alice', password: 'alice' }] })
  pushing = composePushing(database)
  await pushing.start()
})
afterEach(async () => {
  await pushing.stop()
  await firewall.stop()
  await database.prisma.device.deleteMany()
  await database.prisma.setting.deleteMany()
})

const createDevice = async (more: object = {}) => (await pushing.devices.create(administrator, deviceInput(firewall, more))).id
const createMapping = (input: NewMapping) => pushing.mappings.create(administrator, { overwrite: false, ...input })
const mappingOf = (id: number) => database.prisma.mapping.findUniqueOrThrow({ where: { id } })
const lastRunId = async (deviceId: number) =>
  (await database.prisma.syncRun.findFirst({ where: { deviceId }, orderBy: { id: 'desc' }, select: { id: true } }))?.id ?? 0n
/** Nothing is asked for any more: what was asked twice has been looked at twice. */
const quiet = () =>
  until(async () => {
    const { rows } = await database.pool.query<{ jobs: number }>(
      'SELECT count(*)::int AS jobs FROM graphile_worker.jobs WHERE run_at <= now()',
    )
    return rows[0]?.jobs === 0
  })
const inSync = (id: number) =>
  until(async () => (await mappingOf(id)).state === 'IN_SYNC', { deadlineMs: 20_000, what: () => `mapping ${id} to be in sync` })

describe('a push', () => {
  it('makes a static group by a commit of its own changes, and follows the list', async () => {
    const listId = await lists().create('ADDRESS', ['198.51.100.7', '203.0.113.0/24'])
    const deviceId = await createDevice()
    const { id } = await createMapping({ deviceId, listId, kind: 'ADDRESS_GROUP', groupName: 'blocked' })
    const run = await nextRun(database, deviceId)
    expect(run).toMatchObject({
      state: 'SUCCEEDED',
      cause: 'MAPPING_CHANGED',
      userId: administrator.userId,
      added: 2,
      removed: 0,
      failure: null,
    })
    expect(run.commitJob).toMatch(/^\d+$/)
    expect(firewall.enforced('blocked').sort()).toEqual(['198.51.100.7', '203.0.113.0/24'])
    expect(await mappingOf(id)).toMatchObject({ state: 'IN_SYNC', entryCount: 2, syncedRevision: 1n })

    await lists().add(listId, ['198.51.100.8'])
    await lists().remove(listId, ['203.0.113.0/24'])
    await until(() => firewall.enforced('blocked').sort().join() === '198.51.100.7,198.51.100.8')
    await inSync(id)
    expect(firewall.candidate().names(`${VSYS1}/address/entry`).sort()).toEqual(['sp-198.51.100.7', 'sp-198.51.100.8'])
    expect(firewall.pendingChanges()).toEqual([])
  })

  it('enforces a dynamic group without a commit once the group is there', async () => {
    const listId = await lists().create('ADDRESS', ['198.51.100.7'])
    const deviceId = await createDevice()
    const { id } = await createMapping({ deviceId, listId, kind: 'DYNAMIC_ADDRESS_GROUP', groupName: 'blocked now' })
    await nextRun(database, deviceId)
    await inSync(id)
    const last = await lastRunId(deviceId)
    firewall.clearJournal()
    await lists().add(listId, ['198.51.100.8'], new Date(Date.now() + 3_600_000))
    const run = await nextRun(database, deviceId, last)
    expect(run).toMatchObject({ state: 'SUCCEEDED', cause: 'LIST_CHANGED', added: 1, commitJob: null })
    expect(firewall.enforced('blocked now').sort()).toEqual(['198.51.100.7', '198.51.100.8'])
    expect(firewall.journal.filter(({ type }) => type === 'commit')).toEqual([])
    expect(firewall.journal.filter(({ type }) => type === 'user-id')).toHaveLength(1)
    await inSync(id)
    await lists().remove(listId, ['198.51.100.7'])
    await until(() => firewall.enforced('blocked now').join() === '198.51.100.8')
  })

  it('fills a URL category', async () => {
    const listId = await lists().create('DOMAIN', ['*.bad.example', 'evil.example'])
    const deviceId = await createDevice()
    const { id } = await createMapping({ deviceId, listId, kind: 'URL_CATEGORY', groupName: 'bad sites' })
    await nextRun(database, deviceId)
    await inSync(id)
    expect(firewall.enforcedUrls('bad sites').sort()).toEqual(['*.bad.example/', 'bad.example/', 'evil.example/'])
  })

  it('overwrites a hand-made group only when told to, and touches nothing else', async () => {
    const alice = firewall.actAs('alice')
    alice.set(`${VSYS1}/address`, '<entry name="hers"><ip-netmask>10.1.1.1</ip-netmask></entry>')
    alice.set(`${VSYS1}/address-group`, '<entry name="blocked"><static><member>hers</member></static></entry>')
    await alice.commit()
    const listId = await lists().create('ADDRESS', ['198.51.100.7'])
    const deviceId = await createDevice()
    const input = { deviceId, listId, kind: 'ADDRESS_GROUP', groupName: 'blocked' } as const
    expect(await pushing.mappings.preview(administrator, input)).toMatchObject({
      exists: true,
      foreign: true,
      failure: null,
      change: { add: ['198.51.100.7'], remove: ['10.1.1.1'] },
    })
    await expect(createMapping(input)).rejects.toMatchObject({ faults: [{ code: 'NOT_ALLOWED_NOW', field: ['overwrite'] }] })
    const { id } = await createMapping({ ...input, overwrite: true })
    await nextRun(database, deviceId)
    await inSync(id)
    expect(firewall.enforced('blocked')).toEqual(['198.51.100.7'])
    expect(firewall.running().names(`${VSYS1}/address/entry`)).toContain('hers')
  })

  it('takes the group off the device when the mapping goes with it', async () => {
    const listId = await lists().create('ADDRESS', ['198.51.100.7'])
    const deviceId = await createDevice()
    const { id } = await createMapping({ deviceId, listId, kind: 'ADDRESS_GROUP', groupName: 'blocked' })
    await nextRun(database, deviceId)
    await inSync(id)
    await pushing.mappings.delete(administrator, id, true)
    await until(async () => (await database.prisma.mapping.count({ where: { id } })) === 0)
    expect(firewall.running().names(`${VSYS1}/address-group/entry`)).toEqual([])
    expect(firewall.running().names(`${VSYS1}/address/entry`)).toEqual([])
  })
})

describe('what the analyst sees when the device', () => {
  const mapStatic = async (more: object = {}) => {
    const listId = await lists().create('ADDRESS', ['198.51.100.7'])
    const deviceId = await createDevice(more)
    const { id } = await createMapping({ deviceId, listId, kind: 'ADDRESS_GROUP', groupName: 'blocked' })
    return { listId, deviceId, id }
  }
  /** Brings a mapping in sync, then changes the list under a fault. */
  const pushUnder = async (fault: () => unknown) => {
    const mapped = await mapStatic()
    await nextRun(database, mapped.deviceId)
    await inSync(mapped.id)
    await quiet()
    await fault()
    const after = await lastRunId(mapped.deviceId)
    await lists().add(mapped.listId, ['198.51.100.8'])
    return { ...mapped, run: await nextRun(database, mapped.deviceId, after) }
  }
  const addedObject = () => firewall.candidate().names(`${VSYS1}/address/entry`).includes('sp-198.51.100.8')

  it('is not reachable', async () => {
    const { run, id } = await pushUnder(() => (firewall.faults.unreachable = true))
    expect(run).toMatchObject({ state: 'FAILED', failure: 'UNREACHABLE' })
    expect(await mappingOf(id)).toMatchObject({ state: 'FAILED', entryCount: 1 })
  })

  it('shows another certificate', async () => {
    const { run } = await pushUnder(() => firewall.renewCertificate())
    expect(run).toMatchObject({ state: 'FAILED', failure: 'TLS_NOT_TRUSTED' })
  })

  it('refuses the password: the run stops, and no change of the list tries again', async () => {
    const { run, deviceId, listId } = await pushUnder(() => firewall.setPassword(PUSHER.name, 'another'))
    expect(run).toMatchObject({ state: 'FAILED', failure: 'CREDENTIALS' })
    const calls = firewall.journal.length
    await lists().add(listId, ['198.51.100.9'])
    await until(async () => (await database.prisma.mapping.count({ where: { listId, syncedRevision: 1n } })) === 1)
    const again = await pushing.push.pushNow(administrator, deviceId)
    expect(again).toMatchObject({ cause: 'MANUAL' })
    await nextRun(database, deviceId, run.id)
    expect(firewall.journal.length - calls).toBeLessThan(6)
  })

  it('has forgotten the key: it is made anew', async () => {
    const { run } = await pushUnder(() => firewall.expireKeys())
    expect(run).toMatchObject({ state: 'SUCCEEDED' })
    expect(firewall.journal.filter(({ type }) => type === 'keygen')).toHaveLength(2)
  })

  it('is being changed by somebody else', async () => {
    const { run, id } = await pushUnder(() => firewall.actAs('alice').set(`${VSYS1}/tag`, '<entry name="hers"/>'))
    expect(run).toMatchObject({ state: 'POSTPONED', failure: 'OTHERS_PENDING' })
    expect(run.message).toContain('alice')
    expect(await mappingOf(id)).toMatchObject({ state: 'PENDING' })
    expect(addedObject()).toBe(false)
  })

  it.each([
    ['takeConfigLock', 'configuration'],
    ['takeCommitLock', 'commit'],
  ] as const)('is locked by somebody else: %s', async (take, what) => {
    const { run } = await pushUnder(() => firewall.actAs('alice')[take]())
    expect(run).toMatchObject({ state: 'POSTPONED', failure: 'LOCKED' })
    expect(run.message).toContain(`alice holds the ${what} lock`)
    expect(addedObject()).toBe(false)
  })

  it('fails the commit: its details are told and our changes taken back', async () => {
    const { run, id } = await pushUnder(() => {
      firewall.faults.failCommits = 1
    })
    expect(run).toMatchObject({ state: 'FAILED', failure: 'COMMIT_FAILED' })
    expect(run.message).toMatch(/Commit job \d+ failed: .*\S/s)
    expect(await mappingOf(id)).toMatchObject({ state: 'FAILED' })
    expect(firewall.pendingChanges()).toEqual([])
    expect(addedObject()).toBe(false)
  })

  it('answers with a Failed-Job without id and status', async () => {
    const { run } = await pushUnder(() => {
      firewall.faults.failedJobs = 1
    })
    expect(run).toMatchObject({ state: 'FAILED', failure: 'COMMIT_FAILED' })
    expect(run.message).toContain('configd')
  })

  it('forgets the job, though the commit took effect', async () => {
    const { run, id } = await pushUnder(() => {
      firewall.faults.vanishingJobs = 1
    })
    expect(run).toMatchObject({ state: 'SUCCEEDED' })
    expect(await mappingOf(id)).toMatchObject({ state: 'IN_SYNC' })
  })

  it('ends the session while it commits', async () => {
    const { run } = await pushUnder(() => {
      firewall.faults.sessionTimeouts = 2
    })
    expect(run).toMatchObject({ state: 'SUCCEEDED' })
  })

  it('has a full queue of commits', async () => {
    const { run } = await pushUnder(() => {
      firewall.faults.commitQueueMax = 0
    })
    expect(run).toMatchObject({ state: 'POSTPONED', failure: 'COMMIT_QUEUE_FULL' })
  })

  it.each([
    'Another commit/validate is in progress. Please try again later',
    'A commit is in progress.',
    'You cannot commit while an install is in progress. Please try again later.',
    'Another sync is in progress. Please try again later',
  ])('is busy: %s', async text => {
    const { run } = await pushUnder(() => {
      firewall.faults.commitBusy = text
    })
    expect(run).toMatchObject({ state: 'POSTPONED', failure: 'COMMIT_QUEUE_FULL' })
  })

  it.each(['msg', 'result-msg', 'code-13'] as const)('has nothing to commit, told as %s', async shape => {
    firewall.faults.noChangeShape = shape
    const { deviceId, id } = await mapStatic()
    await nextRun(database, deviceId)
    await inSync(id)
    await database.prisma.mapping.update({ where: { id }, data: { state: 'PENDING' } })
    const last = await lastRunId(deviceId)
    await pushing.push.pushNow(administrator, deviceId)
    expect(await nextRun(database, deviceId, last)).toMatchObject({ state: 'SUCCEEDED', commitJob: null })
  })

  it('is taking a commit of Panorama', async () => {
    const { run } = await pushUnder(() => {
      firewall.faults.panoramaCommits = true
    })
    expect(run).toMatchObject({ state: 'POSTPONED', failure: 'COMMIT_QUEUE_FULL' })
    expect(addedObject()).toBe(false)
  })

  it('cuts the connection after it took the commit: the next run finds it done', async () => {
    let cut = false
    const { run, deviceId, id } = await pushUnder(() => {
      firewall.faults.loseAnswer = ({ type }) => type === 'commit' && !cut && (cut = true)
    })
    expect(run).toMatchObject({ state: 'FAILED', failure: 'UNREACHABLE' })
    await until(() => firewall.enforced('blocked').length === 2)
    await pushing.push.pushNow(administrator, deviceId)
    await nextRun(database, deviceId, run.id)
    await inSync(id)
    expect(firewall.pendingChanges()).toEqual([])
  })

  it('answers 502 now and then', async () => {
    const { run } = await pushUnder(() => {
      firewall.faults.badGateway = 1
    })
    expect(run).toMatchObject({ state: 'SUCCEEDED' })
  })

  it('answers with half an XML', async () => {
    const { run } = await pushUnder(() => {
      firewall.faults.truncated = 1
    })
    expect(run).toMatchObject({ state: 'FAILED', failure: 'BAD_ANSWER' })
  })

  it('takes no batches: changes are written one by one', async () => {
    const { run } = await pushUnder(() => {
      firewall.faults.multiConfigDisabled = true
    })
    expect(run).toMatchObject({ state: 'SUCCEEDED' })
    expect(firewall.enforced('blocked').sort()).toEqual(['198.51.100.7', '198.51.100.8'])
  })

  it('gives code="" in its successes', async () => {
    const { run } = await pushUnder(() => {
      firewall.faults.emptyCode = true
    })
    expect(run).toMatchObject({ state: 'SUCCEEDED' })
  })
})
