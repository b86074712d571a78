import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
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
import { startPanosSimulator, VSYS1, type PanosSimulator } from '../../../../../test/support/panos-simulator/index.js'
import { until } from '../../../../../test/support/until.js'

const ROOT = path.resolve(import.meta.dirname, '../../../../..')
const MOST_STEPS = 60
/** Every second request is enough for every run of the tests; every one was tried too. */
const STRIDE = 2

let database: TestDatabase
let firewall: PanosSimulator
let pushing: Pushing

beforeAll(async () => {
  database = await createTestDatabase()
  firewall = await startPanosSimulator({ version: '11.1.2', model: 'PA-440', admins: [PUSHER, { name: 'alice', password: 'alice' }] })
})
afterAll(async () => {
  await firewall.stop()
  await database.drop()
})

const spawnPusher = (): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', '--conditions=development', 'test/support/pusher.ts', database.url], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  })

/** Has started, or was killed before. */
const ready = (child: ChildProcess) => Promise.race([child.stdout && once(child.stdout, 'data'), once(child, 'close')])

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const closed = once(child, 'close')
  child.kill('SIGKILL')
  await closed
}

it('ends in sync wherever the server is killed, and touches nothing of others', { timeout: 400_000 }, async () => {
  const alice = firewall.actAs('alice')
  alice.set(`${VSYS1}/address`, '<entry name="hers"><ip-netmask>10.1.1.1</ip-netmask></entry>')
  alice.set(`${VSYS1}/address-group`, '<entry name="her group"><static><member>hers</member></static></entry>')
  await alice.commit()
  pushing = composePushing(database)
  await pushing.start({ scheduled: false })
  const lists = new HandMadeLists({ database, pushing: () => pushing })
  const listId = await lists.create('ADDRESS', ['198.51.100.1', '198.51.100.2'])
  const { id: deviceId } = await pushing.devices.create(administrator, deviceInput(firewall))
  const map = async (kind: 'ADDRESS_GROUP' | 'DYNAMIC_ADDRESS_GROUP', groupName: string) =>
    pushing.mappings.create(administrator, { deviceId, listId, kind, groupName, overwrite: false })
  await map('ADDRESS_GROUP', 'static')
  await map('DYNAMIC_ADDRESS_GROUP', 'dynamic')
  await until(async () => (await database.prisma.mapping.count({ where: { state: 'IN_SYNC' } })) === 2, { deadlineMs: 20_000 })
  await nextRun(database, deviceId)
  await pushing.stop()
  pushing = composePushing(database)
  await pushing.hints.start()

  let killedAt = 0
  let listed = ['198.51.100.1', '198.51.100.2']
  for (let step = 1; step <= MOST_STEPS; step += STRIDE) {
    const values = [`198.51.100.${step + STRIDE}`, `203.0.113.${step}`].sort()
    await lists.remove(listId, listed)
    await lists.add(listId, values)
    listed = values
    let requests = 0
    const child = await startPusherUnder(() => (requests += 1) === step)
    const ended = await until(
      async () => {
        if (child.signalCode !== null) return 'killed' as const
        return (await isInSync()) ? ('in sync' as const) : undefined
      },
      { deadlineMs: 30_000, what: () => `the server to be killed at request ${step}` },
    )
    await end(child)
    firewall.faults.beforeRequest = undefined
    if (ended === 'killed') {
      killedAt = step
      const second = composePushing(database)
      await second.start()
      await until(isInSync, { deadlineMs: 30_000, what: () => `the devices to be in sync after a kill at request ${step}` })
      await second.stop()
    }
    expect({ step, static: firewall.enforced('static').sort(), dynamic: firewall.enforced('dynamic').sort() }).toEqual({
      step,
      static: values,
      dynamic: values,
    })
    expect(firewall.pendingChanges()).toEqual([])
    expect(firewall.enforced('her group')).toEqual(['10.1.1.1'])
    expect(firewall.running().names(`${VSYS1}/address/entry`).sort()).toEqual(['hers', ...values.map(value => `sp-${value}`)].sort())
    if (ended === 'in sync') break
  }
  await pushing.hints.stop()
  // Every request of a push was a place to die at.
  expect(killedAt).toBeGreaterThan(10)
  expect(killedAt).toBeLessThan(MOST_STEPS)
})

/** Kills it in the middle of the request that `isThere` tells. */
async function startPusherUnder(isThere: () => boolean): Promise<ChildProcess> {
  let child: ChildProcess | undefined = undefined
  firewall.faults.beforeRequest = async () => {
    if (!isThere()) return
    // Its first requests may come before it is known here.
    await end(await until(() => child))
  }
  child = spawnPusher()
  await ready(child)
  return child
}

const isInSync = async () => (await database.prisma.mapping.count({ where: { state: 'IN_SYNC', syncedRevision: await revision() } })) === 2

async function revision(): Promise<bigint> {
  const list = await database.prisma.list.findFirstOrThrow({ select: { revision: true } })
  return list.revision
}
