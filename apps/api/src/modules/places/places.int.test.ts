import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { actorOf, runOperation } from '../../../../../test/support/graphql.js'
import { until } from '../../../../../test/support/until.js'
import { buildSchema } from '../../graphql/build-schema.js'
import { toGlobalId } from '../../graphql/global-id.js'
import { NodeResolver } from '../../graphql/node.js'
import { HintBus } from '../../platform/hint-bus.js'
import { createLogger } from '../../platform/logger.js'
import { NamedNetworkReadModel, NamedNetworks, NamedNetworkService, placeNodes, PlacesResolver, PlaceFinder } from './index.js'

const logger = createLogger('silent')
const administrator = actorOf('ADMINISTRATOR')

let database: TestDatabase
let hints: HintBus
let networks: NamedNetworks
let service: NamedNetworkService

beforeAll(async () => (database = await createTestDatabase()))
afterAll(() => database.drop())
beforeEach(async () => {
  const { prisma, pool, url } = database
  hints = new HintBus({ databaseUrl: url, pool, logger })
  networks = new NamedNetworks({ prisma, hints, logger })
  service = new NamedNetworkService({ prisma, hints })
  await hints.start()
  await networks.start()
})
afterEach(async () => {
  await networks.stop()
  await hints.stop()
  await database.prisma.namedNetwork.deleteMany()
})

const nameOf = (address: string) => networks.networkOf(address)?.name

describe('named networks', () => {
  it('name an address by the narrowest one, on every replica and after a restart', async () => {
    const other = new NamedNetworks({ prisma: database.prisma, hints, logger })
    await other.start()
    for (const [network, name, own] of [
      ['10.0.0.0/8', 'Example Corp', true],
      ['10.20.0.77/16', 'Office Berlin', true],
      ['10.20.30.1 - 10.20.30.9', 'Printers', true],
      ['10.99.0.0/16', 'Partner', false],
      ['::ffff:203.0.113.0/120', 'Public range', true],
      ['2001:db8:20::/48', 'Office Berlin, IPv6', true],
    ] as const)
      await service.create(administrator, { network, name, own })
    await until(() => other.networkOf('2001:db8:20::1') !== undefined && nameOf('2001:db8:20::1'))
    for (const [address, name] of [
      ['10.1.1.1', 'Example Corp'],
      ['10.20.1.1', 'Office Berlin'],
      ['10.20.30.9', 'Printers'],
      ['10.20.30.10', 'Office Berlin'],
      ['::ffff:10.20.30.9', 'Printers'],
      ['203.0.113.200', 'Public range'],
      ['2001:db8:20:1::1', 'Office Berlin, IPv6'],
      ['192.0.2.1', undefined],
      ['no address', undefined],
    ] as const) {
      expect([address, nameOf(address), other.networkOf(address)?.name]).toEqual([address, name, name])
    }
    // A partner's part of our range is not ours.
    expect([networks.networkOf('10.99.1.1')?.name, networks.ownNetworkOf('10.99.1.1')]).toEqual(['Partner', undefined])
    expect(networks.ownNetworkOf('10.98.1.1')?.name).toBe('Example Corp')
    await other.stop()

    const restarted = new NamedNetworks({ prisma: database.prisma, hints, logger })
    await restarted.start()
    expect(restarted.networkOf('10.20.30.5')?.name).toBe('Printers')
    await restarted.stop()
  })

  it('are kept in canonical form, each once', async () => {
    const created = await service.create(administrator, { network: ' 10.20.30.40/16 ', name: ' Office ' })
    expect(created).toMatchObject({ network: '10.20.0.0/16', name: 'Office', description: '', own: true, version: 1 })
    await expect(service.create(administrator, { network: '10.20.0.0-10.20.255.255', name: 'Again' })).rejects.toThrow(/has a name already/)
    await expect(service.create(administrator, { network: 'berlin', name: 'x' })).rejects.toThrow(/Not an IP address/)
    await expect(service.create(administrator, { network: '0.0.0.0/0', name: 'x' })).rejects.toThrow(/Wider than \/8/)
    await expect(service.create(administrator, { network: '192.0.2.1', name: 'a\0b' })).rejects.toThrow(/NUL/)
    const moved = await service.update(administrator, { id: created.id, expectedVersion: 1, network: '10.21.0.0/16', own: null })
    expect(moved).toMatchObject({ network: '10.21.0.0/16', rangeFirst: '10.21.0.0', rangeLast: '10.21.255.255', own: true, version: 2 })
    await until(() => nameOf('10.21.0.1') === 'Office' && nameOf('10.20.0.1') === undefined)
    await expect(service.delete(administrator, { id: created.id, expectedVersion: 1 })).rejects.toThrow(/Somebody else/)
    await service.delete(administrator, { id: created.id, expectedVersion: 2 })
    await until(() => nameOf('10.21.0.1') === undefined)
  })

  it('are used on while the database is away', async () => {
    await service.create(administrator, { network: '10.20.0.0/16', name: 'Office' })
    await until(() => nameOf('10.20.0.1'))
    let isAway = true
    const { namedNetwork } = database.prisma
    const flaky = new Proxy(namedNetwork, {
      get: (target, key) => (key === 'findMany' && isAway ? () => Promise.reject(new Error('away')) : Reflect.get(target, key)) as unknown,
    })
    const other = new NamedNetworks({ prisma: { namedNetwork: flaky }, hints, logger })
    await expect(other.start()).rejects.toThrow('away')
    isAway = false
    await other.refresh()
    isAway = true
    await expect(other.refresh()).rejects.toThrow('away')
    expect(other.networkOf('10.20.0.1')?.name).toBe('Office')
    await other.stop()
  })
})

it('is set up over the API', async () => {
  const readModel = new NamedNetworkReadModel(database)
  const places = new PlaceFinder({ files: {}, networks, logger })
  const schema = buildSchema({
    resolvers: [
      new NodeResolver({ loaders: placeNodes({ networks: readModel }) }),
      new PlacesResolver({ networks: readModel, service, places }),
    ],
    pubSub: { publish: () => undefined, subscribe: () => (async function* () {})() },
  })
  const ask = async (query: string, variables = {}, actor = administrator): Promise<Record<string, unknown>> => {
    const { data, errors } = await runOperation({ schema, query, variables, actor })
    const [error] = errors ?? []
    if (error) throw error.originalError ?? error
    return data ?? {}
  }
  const CREATE = `mutation ($input: NamedNetworkCreateInput!) { namedNetworkCreate(input: $input) {
    namedNetwork { id network name description own version } userErrors { field code } } }`
  const { namedNetworkCreate } = (await ask(CREATE, { input: { network: '2001:DB8:1::/48', name: 'Lab' } })) as {
    namedNetworkCreate: { namedNetwork: { id: string } }
  }
  const { id } = namedNetworkCreate.namedNetwork
  expect(namedNetworkCreate).toEqual({
    namedNetwork: { id, network: '2001:db8:1::/48', name: 'Lab', description: '', own: true, version: 1 },
    userErrors: [],
  })
  expect(await ask(CREATE, { input: { network: '2001:db8:1::/48', name: '' } })).toMatchObject({
    namedNetworkCreate: { namedNetwork: null, userErrors: [{ field: ['name'], code: 'INVALID' }] },
  })
  expect(await ask(CREATE, { input: { network: '2001:db8:1::/48', name: 'Other' } })).toMatchObject({
    namedNetworkCreate: { namedNetwork: null, userErrors: [{ field: ['network'], code: 'TAKEN' }] },
  })
  await ask(CREATE, { input: { network: '10.0.0.0/8', name: 'Corp' } })
  const viewer = actorOf('VIEWER')
  expect(await ask('{ namedNetworks { name } geoDatabases { kind attribution url error } }', {}, viewer)).toMatchObject({
    namedNetworks: [{ name: 'Corp' }, { name: 'Lab' }],
    geoDatabases: [{ kind: 'City', attribution: 'IP Geolocation by DB-IP', url: 'https://db-ip.com' }, { kind: 'ASN' }],
  })
  expect(await ask('query ($id: ID!) { node(id: $id) { ... on NamedNetwork { name } } }', { id }, viewer)).toEqual({
    node: { name: 'Lab' },
  })
  await expect(ask(CREATE, { input: { network: '10.0.0.0/9', name: 'x' } }, actorOf('ANALYST'))).rejects.toThrow(/enrichment:write/)

  const UPDATE = `mutation ($input: NamedNetworkUpdateInput!) { namedNetworkUpdate(input: $input) {
    namedNetwork { name own version } userErrors { field code } } }`
  expect(await ask(UPDATE, { input: { id, expectedVersion: 9, own: false } })).toMatchObject({
    namedNetworkUpdate: { namedNetwork: { own: true, version: 1 }, userErrors: [{ code: 'CONFLICT' }] },
  })
  expect(await ask(UPDATE, { input: { id, expectedVersion: 1, own: false } })).toMatchObject({
    namedNetworkUpdate: { namedNetwork: { name: 'Lab', own: false, version: 2 }, userErrors: [] },
  })
  const DELETE = 'mutation ($input: NamedNetworkDeleteInput!) { namedNetworkDelete(input: $input) { deletedId userErrors { code } } }'
  expect(await ask(DELETE, { input: { id, expectedVersion: 2 } })).toEqual({ namedNetworkDelete: { deletedId: id, userErrors: [] } })
  await expect(ask(DELETE, { input: { id: toGlobalId('List', 1), expectedVersion: 1 } })).rejects.toThrow(/Not the id/)
})
