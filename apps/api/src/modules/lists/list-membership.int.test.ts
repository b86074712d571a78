import type { ListKind } from '@sallyport/shared'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AT, buildUser } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { composeDomain } from '../../../../../test/support/domain.js'
import { actorOf } from '../../../../../test/support/graphql.js'
import { ListMembership } from './list-membership.js'

const NAMES = ['addresses', 'more addresses', 'domains', 'urls', 'hashes', 'users'] as const
const HASH = 'ab'.repeat(32)

let database: TestDatabase
let membership: ListMembership
const names = new Map<number, string>()

beforeAll(async () => {
  database = await createTestDatabase()
  const { entryService, protectionService } = composeDomain(database)
  await protectionService.ensureShipped()
  membership = new ListMembership({ pool: database.pool, clock: { now: () => AT.getTime() } })
  const analyst = actorOf('ANALYST', (await buildUser(database)).id)
  const values: Record<(typeof NAMES)[number], [ListKind, string[]]> = {
    addresses: ['ADDRESS', ['198.51.100.7', '203.0.113.0/24', '2001:db8::/32']],
    'more addresses': ['ADDRESS', ['203.0.113.5', '192.0.2.1']],
    domains: ['DOMAIN', ['*.evil.example', 'worse.example']],
    urls: ['URL', ['evil.example/a', '*.bad.example', 'odd.*.example/x']],
    hashes: ['FILE_HASH', [HASH]],
    users: ['USER', ['corp\\mallory']],
  }
  for (const name of NAMES) {
    const [kind, entries] = values[name]
    const { id } = await database.prisma.list.create({ data: { name, kind } })
    names.set(id, name)
    await entryService.add(analyst, { listId: id, values: entries, reason: 'test' })
  }
  await database.pool.query(`UPDATE list_entry SET disabled = TRUE WHERE value = '192.0.2.1'`)
  await database.pool.query(`UPDATE list_entry SET expires_at = $1 WHERE value = 'worse.example'`, [AT])
})
afterAll(() => database.drop())

const CASES: [ListKind, string, string[]][] = [
  ['ADDRESS', '198.51.100.7', ['addresses']],
  ['ADDRESS', '203.0.113.5', ['addresses', 'more addresses']],
  ['ADDRESS', '2001:db8::99', ['addresses']],
  ['ADDRESS', '192.0.2.1', []],
  ['ADDRESS', '198.51.100.8', []],
  ['DOMAIN', 'www.evil.example', ['domains']],
  ['DOMAIN', 'worse.example', []],
  ['URL', 'evil.example/a/b', ['urls']],
  ['URL', 'www.bad.example/c', ['urls']],
  ['URL', 'odd.one.example/x/y', ['urls']],
  ['URL', 'evil.example/b', []],
  ['FILE_HASH', HASH, ['hashes']],
  ['USER', 'corp\\mallory', ['users']],
  ['USER', 'no such\\\\user', []],
]

it('tells the lists of many values at once', async () => {
  const held = await membership.listsHolding(CASES.map(([kind, value]) => ({ kind, value })))
  expect(held.map((ids, place) => [...(CASES[place]?.slice(0, 2) ?? []), ids.map(id => names.get(id))])).toEqual(CASES)
  expect(await membership.listsHolding([])).toEqual([])
})

it('tells what protects values', async () => {
  const found = await membership.protectionsOf([
    { kind: 'ADDRESS', value: '10.0.0.5' },
    { kind: 'ADDRESS', value: '198.51.100.7' },
    { kind: 'URL', value: 'updates.paloaltonetworks.com/x' },
    { kind: 'FILE_HASH', value: HASH },
  ])
  expect(found.map(protection => protection?.description)).toEqual([
    'Private network (RFC 1918)',
    undefined,
    'Updates and licences of the firewalls',
    undefined,
  ])
})
