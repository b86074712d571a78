import { SAVED_VIEWS_MAX } from '@sallyport/shared'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildIncident, buildUser } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { answerOf, composeDomain, type Domain } from '../../../../../test/support/domain.js'
import { actorOf } from '../../../../../test/support/graphql.js'
import type { Actor } from '../../platform/actor.js'
import { UnavailableError } from '../../platform/errors.js'
import { SavedViewCounter } from './saved-view-counter.js'

let database: TestDatabase
let domain: Domain
let ann: Actor
let ben: Actor
let viewer: Actor
let administrator: Actor

beforeAll(async () => {
  database = await createTestDatabase()
  domain = composeDomain(database)
  ann = actorOf('ANALYST', (await buildUser(database)).id)
  ben = actorOf('ANALYST', (await buildUser(database)).id)
  viewer = actorOf('VIEWER', (await buildUser(database, { role: 'VIEWER' })).id)
  administrator = actorOf('ADMINISTRATOR', (await buildUser(database, { role: 'ADMINISTRATOR' })).id)
  await buildIncident(database, { severity: 5, state: 'ASSIGNED', assigneeId: ann.userId })
  await buildIncident(database, { severity: 1, state: 'CLOSED' })
})
afterAll(() => database.drop())
beforeEach(() => database.prisma.savedView.deleteMany())

interface View {
  id: string
  name: string
  version: number
  count: number | null
}
interface Payload {
  savedView: View | null
  userErrors: { code: string; field: string[] | null; message: string }[]
}
const FIELDS = 'id name shared search count position version mine owner { name }'
const ask = (query: string, variables: object, actor: Actor) =>
  answerOf({ schema: domain.schema, query, variables: { ...variables }, actor })
const mutate = async (name: 'Create' | 'Update', input: object, actor: Actor) =>
  (
    await ask(
      `mutation ($input: SavedView${name}Input!) { payload: savedView${name}(input: $input) { savedView { ${FIELDS} } userErrors { code field message } } }`,
      { input },
      actor,
    )
  )['payload'] as Payload
const create = async (input: object, actor = ann) => {
  const { savedView, userErrors } = await mutate('Create', { search: '', ...input }, actor)
  expect(userErrors).toEqual([])
  return savedView as View
}
const remove = async (input: object, actor: Actor) =>
  (
    await ask(
      'mutation ($input: SavedViewDeleteInput!) { payload: savedViewDelete(input: $input) { deletedId userErrors { code } } }',
      { input },
      actor,
    )
  )['payload']
const viewsOf = async (actor: Actor) => (await ask(`{ savedViews { ${FIELDS} } }`, {}, actor))['savedViews'] as View[]

describe('saved views', () => {
  it('are one’s own, with counts, and in order', async () => {
    await create({ name: 'All', search: '?state=all' })
    await create({ name: 'Mine', search: 'assignee=me' })
    await create({ name: 'Odd', search: 'q=odd:1' })
    expect(await viewsOf(ann)).toMatchObject([
      { name: 'All', search: 'state=all', count: 2, mine: true, shared: false, version: 1 },
      { name: 'Mine', count: 1 },
      { name: 'Odd', count: null },
    ])
    expect(await viewsOf(ben)).toEqual([])
  })

  it('can be shared: others see them, count for themselves, and cannot change them', async () => {
    const view = await create({ name: 'Mine', search: 'assignee=me', shared: true })
    expect(await viewsOf(ben)).toMatchObject([{ name: 'Mine', count: 0, mine: false, shared: true }])
    const change = { id: view.id, expectedVersion: 1, name: 'Ours' }
    expect((await mutate('Update', change, ben)).userErrors[0]).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    expect(await remove({ id: view.id, expectedVersion: 1 }, ben)).toMatchObject({ userErrors: [{ code: 'NOT_ALLOWED_NOW' }] })
    expect((await mutate('Update', change, administrator)).savedView).toMatchObject({ name: 'Ours', version: 2 })
    expect(await mutate('Update', change, ann)).toMatchObject({ savedView: { name: 'Ours' }, userErrors: [{ code: 'CONFLICT' }] })
    expect(await remove({ id: view.id, expectedVersion: 2 }, ann)).toEqual({ deletedId: view.id, userErrors: [] })
    expect(await remove({ id: view.id, expectedVersion: 2 }, ann)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] })
  })

  it('can be taken from the others by whoever sets up the workflow', async () => {
    const view = await create({ name: 'Noise', shared: true })
    const answer = await mutate('Update', { id: view.id, expectedVersion: 1, shared: false }, administrator)
    expect(answer).toMatchObject({ userErrors: [], savedView: { shared: false, version: 2 } })
    expect(await viewsOf(administrator)).toEqual([])
  })

  it('are kept by viewers too, but not shared by them', async () => {
    await create({ name: 'Mine' }, viewer)
    expect((await mutate('Create', { name: 'Ours', search: '', shared: true }, viewer)).userErrors[0]).toMatchObject({ field: ['shared'] })
  })

  it('are not changed by a key that only reads', async () => {
    const reading = { ...ann, apiKey: { id: 'k', name: 'Reports', permissions: ['incident:read'] as const } }
    await expect(mutate('Create', { name: 'Mine', search: '' }, reading)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('have a name each, of their owner', async () => {
    const first = await create({ name: 'One' })
    await create({ name: 'Two' })
    await create({ name: 'One' }, ben)
    expect((await mutate('Create', { name: ' One ', search: '' }, ann)).userErrors[0]).toMatchObject({ code: 'TAKEN', field: ['name'] })
    expect((await mutate('Update', { id: first.id, expectedVersion: 1, name: 'Two' }, ann)).userErrors[0]).toMatchObject({ code: 'TAKEN' })
    expect((await mutate('Create', { name: '', search: '' }, ann)).userErrors[0]).toMatchObject({ code: 'INVALID', field: ['name'] })
  })

  it('are moved, renamed and set anew; what is not given stays', async () => {
    const [one, two] = [await create({ name: 'One', search: 'q=a' }), await create({ name: 'Two' })]
    await mutate('Update', { id: two.id, expectedVersion: 1, position: 0 }, ann)
    await mutate('Update', { id: one.id, expectedVersion: 1, search: '?q=b' }, ann)
    expect(await viewsOf(ann)).toMatchObject([{ name: 'Two' }, { name: 'One', search: 'q=b' }])
  })

  it('are at most a hundred of a person', async () => {
    const data = Array.from({ length: SAVED_VIEWS_MAX }, (_, at) => ({ name: `View ${at}`, ownerId: ann.userId, search: '' }))
    await database.prisma.savedView.createMany({ data })
    expect((await mutate('Create', { name: 'More', search: '' }, ann)).userErrors[0]).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  })

  it('are found by their ids, by those who may see them', async () => {
    const view = await create({ name: 'Mine' })
    const query = 'query ($id: ID!) { node(id: $id) { id } }'
    expect((await ask(query, { id: view.id }, ann))['node']).toEqual({ id: view.id })
    expect((await ask(query, { id: view.id }, ben))['node']).toBeNull()
  })
})

describe('the counter', () => {
  it('counts few at a time, and the same once in a while', async () => {
    let now = 0
    let running = 0
    let most = 0
    const counted: number[] = []
    const counter = new SavedViewCounter({
      clock: { now: () => now },
      incidents: {
        count: async () => {
          most = Math.max(most, (running += 1))
          await new Promise(resolve => setImmediate(resolve))
          running -= 1
          return { count: counted.push(1), exact: true }
        },
      },
    })
    const all = await Promise.all(Array.from({ length: 20 }, (_, at) => counter.count(ann, `q=${at % 10}`)))
    expect(counted).toHaveLength(10)
    expect(all[0]).toBe(all[10])
    expect(most).toBe(3)
    now = 5_000
    await counter.count(ann, 'q=1')
    await counter.count(ben, 'q=1')
    expect(counted).toHaveLength(12)
  })

  it('does not begin again what is still being counted', async () => {
    let now = 0
    let counts = 0
    let release = () => undefined as void
    const slow = new Promise<void>(resolve => (release = resolve))
    const counter = new SavedViewCounter({
      clock: { now: () => now },
      incidents: {
        count: async () => {
          counts += 1
          await slow
          return { count: 7, exact: true }
        },
      },
    })
    const first = counter.count(ann, 'q=1')
    now = 60_000
    const second = counter.count(ann, 'q=1')
    release()
    expect(await Promise.all([first, second])).toEqual([7, 7])
    await counter.count(ann, 'q=1')
    expect(counts).toBe(1)
    now = 65_000
    await counter.count(ann, 'q=1')
    expect(counts).toBe(2)
  })

  it('has no count for what takes too long', async () => {
    const counter = new SavedViewCounter({
      clock: { now: () => 0 },
      incidents: { count: () => Promise.reject(new UnavailableError('slow')) },
    })
    expect(await counter.count(ann, '')).toBeNull()
  })
})
