import type { GraphQLSchema } from 'graphql'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DeviceResolver, deviceNodes, EnforcementDevicesResolver, ListMappingsResolver, MappingResolver, SyncRunResolver } from './index.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { composePushing, HandMadeLists, PUSHER, type Pushing } from '../../../../../test/support/device-bench.js'
import { actorOf, runOperation } from '../../../../../test/support/graphql.js'
import { startPanosSimulator, VSYS1, type PanosSimulator } from '../../../../../test/support/panos-simulator/index.js'
import { until } from '../../../../../test/support/until.js'
import { buildSchema } from '../../graphql/build-schema.js'
import { toGlobalId } from '../../graphql/global-id.js'
import { NodeResolver } from '../../graphql/node.js'
import { systemClock } from '../../platform/clock.js'
import { UserReadModel } from '../auth/index.js'
import { EnforcementResolver, ListReadModel } from '../lists/index.js'

let database: TestDatabase
let pushing: Pushing
let firewall: PanosSimulator
let schema: GraphQLSchema

const administrator = actorOf('ADMINISTRATOR')
const analyst = actorOf('ANALYST')
const viewer = actorOf('VIEWER')

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

beforeEach(async () => {
  firewall = await startPanosSimulator({ version: '11.1.2', model: 'PA-440', admins: [PUSHER, { name: 'alice', password: 'alice' }] })
  pushing = composePushing(database)
  await pushing.start({ scheduled: false })
  const { readModel: devices, pushSwitch } = pushing
  const users = new UserReadModel(database)
  const lists = new ListReadModel({ pool: database.pool, clock: systemClock })
  const resolvers = [
    new NodeResolver({ loaders: deviceNodes({ devices }) }),
    new DeviceResolver({ devices, service: pushing.devices, clock: systemClock }),
    new MappingResolver({ devices, lists, service: pushing.mappings }),
    new SyncRunResolver({ devices, users, push: pushing.push, pushSwitch }),
    new ListMappingsResolver({ devices }),
    new EnforcementDevicesResolver({ devices }),
    new EnforcementResolver({ lists }),
  ]
  schema = buildSchema({ resolvers, pubSub: { publish: () => undefined, subscribe: () => emptyStream() } })
})
afterEach(async () => {
  await pushing.stop()
  await firewall.stop()
  await database.prisma.device.deleteMany()
})

async function* emptyStream(): AsyncGenerator<unknown> {}

const run = async (query: string, variables: object = {}, actor = administrator) => {
  const { data, errors } = await runOperation({ schema, query, variables: variables as Record<string, unknown>, actor })
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '))
  return Object.values(data ?? {})[0] as Record<string, unknown>
}

const CREATE = `mutation ($input: DeviceCreateInput!) { deviceCreate(input: $input) { device { id version passwordSet tlsFingerprint schedule scopeName } userErrors { field code message } } }`
const UPDATE = `mutation ($input: DeviceUpdateInput!) { deviceUpdate(input: $input) { device { id version name } userErrors { field code } } }`
const TEST = `mutation ($input: DeviceTestInput!) { deviceTest(input: $input) { test { ok failure fingerprint facts { model panosVersion missingRights } } userErrors { field code } } }`
const MAP = `mutation ($input: MappingCreateInput!) { mappingCreate(input: $input) { mapping { id state device { name } list { name } } userErrors { field code message } } }`

const input = (more: object = {}) => ({
  type: 'PALO_ALTO_NETWORKS',
  name: 'edge',
  host: firewall.address,
  username: PUSHER.name,
  password: PUSHER.password,
  tlsTrust: 'PINNED',
  tlsFingerprint: firewall.fingerprint.toLowerCase(),
  ...more,
})
const create = async (more: object = {}) => ((await run(CREATE, { input: input(more) }))['device'] as { id: string }).id

describe('a device', () => {
  it('is made with defaults, and its password is never told', async () => {
    expect(await run(CREATE, { input: input() })).toMatchObject({
      device: { version: 1, passwordSet: true, tlsFingerprint: firewall.fingerprint, schedule: 'ON_CHANGE', scopeName: 'vsys1' },
      userErrors: [],
    })
    const [row] = await database.prisma.device.findMany()
    expect(JSON.stringify(row)).not.toContain(PUSHER.password)
  })

  it.each([
    [{ host: 'https://fw' }, 'host'],
    [{ tlsTrust: 'CA' }, 'tlsCaPem'],
    [{ tlsTrust: 'PINNED', tlsFingerprint: null }, 'tlsFingerprint'],
    [{ schedule: 'DAILY' }, 'dailyAt'],
    [{ commitPolicy: 'WINDOW' }, 'commitWindows'],
    [{ timeZone: 'Mars/Phobos' }, 'timeZone'],
    [{ maxConcurrent: 6 }, 'maxConcurrent'],
    [{ changeTicket: 'CHG1\nCHG2' }, 'changeTicket'],
    [{ changeTicket: 'C'.repeat(65) }, 'changeTicket'],
    [{ scope: 'DEVICE_GROUP', scopeName: '' }, 'scopeName'],
  ])('is refused with %j', async (more, field) => {
    expect(await run(CREATE, { input: input(more) })).toMatchObject({ device: null, userErrors: [{ field: [field], code: 'INVALID' }] })
  })

  it('has a name of its own, and is changed by those who saw it as it is', async () => {
    const id = await create()
    expect(await run(CREATE, { input: input() })).toMatchObject({ device: null, userErrors: [{ field: ['name'], code: 'TAKEN' }] })
    expect(await run(UPDATE, { input: { id, expectedVersion: 1, name: 'edge 2' } })).toMatchObject({
      device: { version: 2, name: 'edge 2' },
      userErrors: [],
    })
    expect(await run(UPDATE, { input: { id, expectedVersion: 1, name: 'edge 3' } })).toMatchObject({
      device: { version: 2, name: 'edge 2' },
      userErrors: [{ code: 'CONFLICT' }],
    })
  })

  it('is tested by what is stored', async () => {
    const id = await create()
    expect(await run(TEST, { input: { id } })).toMatchObject({
      test: {
        ok: true,
        failure: null,
        fingerprint: firewall.fingerprint,
        facts: { model: 'PA-440', panosVersion: '11.1.2', missingRights: [] },
      },
    })
  })

  it('does not send its stored password to another host', async () => {
    const id = await create()
    expect(await run(TEST, { input: { id, host: '127.0.0.1:1' } })).toMatchObject({
      test: null,
      userErrors: [{ field: ['password'], code: 'INVALID' }],
    })
  })

  it('is written by administrators, paused by analysts, seen by viewers', async () => {
    const id = await create()
    await expect(run(CREATE, { input: input() }, analyst)).rejects.toMatchObject({
      message: expect.stringContaining('device:write') as string,
    })
    await expect(
      run('mutation ($id: ID!) { devicePause(input: { id: $id, paused: true }) { device { paused } } }', { id }, viewer),
    ).rejects.toThrow('device:push')
    expect(
      await run('mutation ($id: ID!) { devicePause(input: { id: $id, paused: true }) { device { paused } } }', { id }, analyst),
    ).toMatchObject({ device: { paused: true } })
    expect(
      await run('query ($id: ID!) { device(id: $id) { name paused mappings { id } facts { model } running { id } } }', { id }, viewer),
    ).toMatchObject({ name: 'edge', paused: true })
  })
})

describe('a mapping', () => {
  it('is made after a look at the device, pushed, and told by the page', async () => {
    const listId = await new HandMadeLists({ database, pushing: () => pushing }).create('ADDRESS', ['198.51.100.7'], 'attackers')
    const deviceId = await create()
    const mapping = { deviceId, listId: toGlobalId('List', listId), kind: 'ADDRESS_GROUP', groupName: 'blocked' }
    const preview = `mutation ($input: MappingPreviewInput!) { mappingPreview(input: $input) { preview { exists foreign failure warnings change { add addCount remove } } userErrors { code } } }`
    expect(await run(preview, { input: mapping }, analyst)).toMatchObject({
      preview: { exists: false, foreign: false, change: { add: ['198.51.100.7'], addCount: 1 } },
    })
    expect(await run(MAP, { input: mapping })).toMatchObject({
      mapping: { state: 'PENDING', device: { name: 'edge' }, list: { name: 'attackers' } },
      userErrors: [],
    })
    await until(() => firewall.enforced('blocked').length === 1)
    await until(async () => (await database.prisma.syncRun.count({ where: { state: 'SUCCEEDED' } })) === 1)
    const page = `query ($id: ID!) { device(id: $id) { mappings { state entryCount capacity syncedRevision } facts { model }
      runs(first: 10) { nodes { state cause added commitJob apiCalls changes { groupName add } log { level text } user { name } device { name } } pageInfo { hasNextPage } } } }`
    expect(await run(page, { id: deviceId }, viewer)).toMatchObject({
      mappings: [{ state: 'IN_SYNC', entryCount: 1, capacity: null, syncedRevision: '1' }],
      facts: { model: 'PA-440' },
      runs: {
        nodes: [
          {
            state: 'SUCCEEDED',
            cause: 'MAPPING_CHANGED',
            added: 1,
            changes: [{ groupName: 'blocked', add: ['198.51.100.7'] }],
            device: { name: 'edge' },
          },
        ],
        pageInfo: { hasNextPage: false },
      },
    })
    expect(await run(MAP, { input: mapping })).toMatchObject({ mapping: null, userErrors: [{ field: ['groupName'], code: 'TAKEN' }] })
  })

  it('over a group of somebody else must be confirmed', async () => {
    const alice = firewall.actAs('alice')
    alice.set(`${VSYS1}/address`, '<entry name="hers"><ip-netmask>10.1.1.1</ip-netmask></entry>')
    alice.set(`${VSYS1}/address-group`, '<entry name="blocked"><static><member>hers</member></static></entry>')
    await alice.commit()
    const listId = toGlobalId('List', await new HandMadeLists({ database, pushing: () => pushing }).create('ADDRESS', ['198.51.100.7']))
    const mapping = { deviceId: await create(), listId, kind: 'ADDRESS_GROUP', groupName: 'blocked' }
    expect(await run(MAP, { input: mapping })).toMatchObject({
      mapping: null,
      userErrors: [{ field: ['overwrite'], code: 'NOT_ALLOWED_NOW' }],
    })
    expect(await run(MAP, { input: { ...mapping, overwrite: true } })).toMatchObject({ userErrors: [] })
    await until(() => firewall.enforced('blocked').join() === '198.51.100.7')
  })

  it.each([
    ['URL', 'ADDRESS_GROUP', 'blocked', 'kind'],
    ['ADDRESS', 'URL_CATEGORY', 'blocked', 'kind'],
    ['FILE_HASH', 'ADDRESS_GROUP', 'blocked', 'kind'],
    ['ADDRESS', 'ADDRESS_GROUP', "o'clock", 'groupName'],
  ] as const)('of a list of %s as %s called %s is refused', async (listKind, kind, groupName, field) => {
    const listId = toGlobalId('List', await new HandMadeLists({ database, pushing: () => pushing }).create(listKind, []))
    expect(await run(MAP, { input: { deviceId: await create(), listId, kind, groupName } })).toMatchObject({
      userErrors: [{ field: [field], code: 'INVALID' }],
    })
  })
})

it('pushes when told to, and stops when told to', async () => {
  const id = await create()
  const push = 'mutation ($id: ID!) { devicePush(input: { id: $id }) { run { id cause device { name } } userErrors { code } } }'
  expect(await run(push, { id }, analyst)).toMatchObject({ run: { cause: 'MANUAL', device: { name: 'edge' } }, userErrors: [] })
  expect(await run('mutation { pushPause(paused: true) { paused } }', {}, analyst)).toEqual({ paused: true })
  expect(await run(push, { id }, analyst)).toMatchObject({ run: null, userErrors: [{ code: 'NOT_ALLOWED_NOW' }] })
  expect(await run('mutation { pushPause(paused: false) { paused } }', {}, analyst)).toEqual({ paused: false })
})
