import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildIncident, buildUser } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { answerOf, composeDomain, type Domain } from '../../../../../test/support/domain.js'
import { actorOf } from '../../../../../test/support/graphql.js'
import { toGlobalId } from '../../graphql/global-id.js'
import type { Actor } from '../../platform/actor.js'

let database: TestDatabase
let domain: Domain
const administrator = actorOf('ADMINISTRATOR')

beforeAll(async () => {
  database = await createTestDatabase()
  domain = composeDomain(database)
})
afterAll(() => database.drop())

const ask = (query: string, variables: Record<string, unknown> = {}, actor: Actor = administrator) =>
  answerOf({ schema: domain.schema, query, variables, actor })
const TEAM = 'team { id name version members { id } } userErrors { code field }'
interface TeamAnswer {
  readonly team: { readonly id: string; readonly version: number; readonly members: unknown[] } | null
  readonly userErrors: unknown[]
}
const create = async (input: Record<string, unknown>, actor?: Actor) =>
  (await ask(`mutation ($input: TeamCreateInput!) { teamCreate(input: $input) { ${TEAM} } }`, { input }, actor))['teamCreate'] as TeamAnswer
const update = async (input: Record<string, unknown>) =>
  (await ask(`mutation ($input: TeamUpdateInput!) { teamUpdate(input: $input) { ${TEAM} } }`, { input }))['teamUpdate'] as TeamAnswer
const remove = async (input: Record<string, unknown>) =>
  (await ask('mutation ($input: TeamDeleteInput!) { teamDelete(input: $input) { deletedId userErrors { code } } }', { input }))[
    'teamDelete'
  ]
const member = async () => toGlobalId('User', (await buildUser(database)).id)

describe('a team', () => {
  it('is made, changed and listed by name', async () => {
    const [one, two] = [await member(), await member()]
    const { team } = await create({ name: ' Night shift ', memberIds: [one, one] })
    expect(team).toMatchObject({ name: 'Night shift', version: 1, members: [{ id: one }] })
    await create({ name: 'Day shift', memberIds: [] })
    expect(await update({ id: team?.id, expectedVersion: 1, memberIds: [two] })).toMatchObject({
      team: { name: 'Night shift', version: 2, members: [{ id: two }] },
    })
    expect(await update({ id: team?.id, expectedVersion: 2, name: 'Nights' })).toMatchObject({
      team: { version: 3, members: [{ id: two }] },
    })
    expect(await ask('{ teams { name } }', {}, actorOf('VIEWER'))).toEqual({ teams: [{ name: 'Day shift' }, { name: 'Nights' }] })
    expect(await ask('query ($id: ID!) { node(id: $id) { ... on Team { name } } }', { id: team?.id })).toEqual({ node: { name: 'Nights' } })
  })

  it('leaves its incidents when it goes', async () => {
    const { team } = await create({ name: 'Short-lived', memberIds: [await member()] })
    const { id: teamId } = await database.prisma.team.findUniqueOrThrow({ where: { name: 'Short-lived' } })
    const incident = await buildIncident(database, { teamId })
    expect(await remove({ id: team?.id, expectedVersion: 9 })).toMatchObject({ deletedId: null, userErrors: [{ code: 'CONFLICT' }] })
    expect(await remove({ id: team?.id, expectedVersion: 1 })).toEqual({ deletedId: team?.id, userErrors: [] })
    expect(await remove({ id: team?.id, expectedVersion: 1 })).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] })
    expect(await database.prisma.incident.findUnique({ where: { id: incident.id } })).toMatchObject({ teamId: null })
  })

  it('tells what is wrong', async () => {
    const { team } = await create({ name: 'Taken', memberIds: [] })
    expect(await create({ name: 'Taken', memberIds: [] })).toEqual({ team: null, userErrors: [{ code: 'TAKEN', field: ['name'] }] })
    expect(await create({ name: ' ', memberIds: [] })).toMatchObject({ userErrors: [{ code: 'INVALID', field: ['name'] }] })
    const unknown = toGlobalId('User', '00000000-0000-7000-8000-000000000000')
    for (const memberIds of [[unknown], [toGlobalId('User', 'x')]])
      expect(await create({ name: 'Other', memberIds })).toMatchObject({ userErrors: [{ code: 'INVALID', field: ['memberIds'] }] })
    const many = Array.from({ length: 201 }, () => unknown)
    expect(await create({ name: 'Other', memberIds: many })).toMatchObject({ userErrors: [{ code: 'INVALID', field: ['memberIds'] }] })
    expect(await update({ id: team?.id, expectedVersion: 7, name: 'New' })).toMatchObject({
      team: { name: 'Taken', version: 1 },
      userErrors: [{ code: 'CONFLICT' }],
    })
    await expect(create({ name: 'x', memberIds: [] }, actorOf('ANALYST'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
