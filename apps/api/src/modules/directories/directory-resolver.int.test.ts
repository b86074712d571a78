import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { composeDirectories, directoryInput, type Directories } from '../../../../../test/support/directory-bench.js'
import { personDn, READER, SUFFIX } from '../../../../../test/support/directory-people.js'
import { actorOf, runOperation } from '../../../../../test/support/graphql.js'
import { slapdProgram, startSlapd, type Slapd } from '../../../../../test/support/slapd.js'
import { createContext } from '../../graphql/context.js'
import { readRows } from '../../platform/read-rows.js'
import { Lookups } from '../enrichment/index.js'
import type { LookupAnswer } from '../enrichment/index.js'
import { peopleWhere } from './people-where.js'
import { PersonReadModel } from './person-read-model.js'

let database: TestDatabase
let bench: Directories

beforeAll(async () => void (database = await createTestDatabase()))
afterAll(() => database?.drop())
beforeEach(async () => {
  await database.prisma.directory.deleteMany()
  await database.prisma.lookup.deleteMany()
  bench = composeDirectories(database)
})

const ADMINISTRATOR = actorOf('ADMINISTRATOR')
async function run(query: string, variables: Record<string, unknown> = {}, actor = ADMINISTRATOR): Promise<Record<string, unknown>> {
  const { data, errors } = await runOperation({ schema: bench.schema, query, variables, actor })
  if (errors?.[0]) throw errors[0]
  return data ?? {}
}

const FIELDS = `id name enabled preset urls startTls tlsTrust tlsCaPem tlsFingerprint bindDn hasBindPassword baseDn userFilter
  attributes { attribute name } nestedGroups domains timeoutSeconds cacheSeconds unknownCacheSeconds version`
const CREATE = `mutation ($input: DirectoryCreateInput!) { directoryCreate(input: $input) { directory { ${FIELDS} } userErrors { field code message } } }`
const UPDATE = `mutation ($input: DirectoryUpdateInput!) { directoryUpdate(input: $input) { directory { ${FIELDS} } userErrors { field code message } } }`
const DELETE = `mutation ($input: DirectoryDeleteInput!) { directoryDelete(input: $input) { deletedId userErrors { field code message } } }`
const TEST = `mutation ($input: DirectoryTestInput!) { directoryTest(input: $input) { test { steps { name ok message } filter certificateFingerprint
  attributes { name value } person { displayName manager groups photo directory status { state } } } userErrors { field code message } } }`

interface Answer {
  readonly directory?: { readonly id: string; readonly version: number } & Record<string, unknown>
  readonly test?: {
    readonly steps: { readonly name: string; readonly ok: boolean; readonly message: string | null }[]
    readonly filter: string
    readonly attributes: { readonly name: string; readonly value: string }[]
    readonly certificateFingerprint: string | null
    readonly person: Record<string, unknown> | null
  } | null
  readonly userErrors: readonly Record<string, unknown>[]
}
const create = async (input: object) => (await run(CREATE, { input }))['directoryCreate'] as Answer
const update = async (input: object) => (await run(UPDATE, { input }))['directoryUpdate'] as Answer
const test = async (input: object) => (await run(TEST, { input }))['directoryTest'] as Answer

const INPUT = directoryInput('ldaps://dc1.corp.example')

describe('settings', () => {
  it('begin with a preset', async () => {
    const { directoryPresets } = await run('{ directoryPresets { preset userFilter nestedGroups attributes { attribute name } } }')
    const presets = directoryPresets as { preset: string; userFilter: string; attributes: { attribute: string; name: string }[] }[]
    expect(presets.map(({ preset }) => preset)).toEqual(['ACTIVE_DIRECTORY', 'OPENLDAP', 'CUSTOM'])
    const { directory, userErrors } = await create(INPUT)
    expect(userErrors).toEqual([])
    expect(directory).toMatchObject({
      userFilter: presets[1]!.userFilter,
      attributes: presets[1]!.attributes,
      hasBindPassword: true,
      enabled: true,
      version: 1,
    })
    expect(bench.hints.published).toEqual(['enrichmentSettings'])
    expect(
      await run('query ($id: ID!) { node(id: $id) { ... on Directory { name } } directories { name } }', { id: directory!.id }),
    ).toEqual({
      node: { name: 'Corp' },
      directories: [{ name: 'Corp' }],
    })
  })

  it('keep the password sealed', async () => {
    const { directory } = await create(INPUT)
    const row = await database.prisma.directory.findFirstOrThrow()
    expect(JSON.stringify([row, directory])).not.toContain(READER.password)
    expect(bench.secrets.open('directory.bindPassword', row.bindPasswordSealed!)).toBe(READER.password)
  })

  it.each([
    [{ bindPassword: '' }, 'bindPassword'],
    [{ startTls: true }, 'startTls'],
    [{ tlsTrust: 'CA' }, 'tlsCaPem'],
    [{ tlsTrust: 'PINNED' }, 'tlsFingerprint'],
    [{ userFilter: '(uid={user}' }, 'userFilter'],
    [{ attributes: [{ attribute: 'shoeSize', name: 'x' }] }, 'attributes'],
    [{ urls: ['http://dc1'] }, 'urls'],
  ])('%j is told', async (more, field) => {
    const { userErrors, directory } = await create({ ...INPUT, ...more })
    expect(userErrors[0]).toMatchObject({ code: 'INVALID', field: expect.arrayContaining([field]) as string[] })
    expect(directory).toBeNull()
  })

  it('change by version, and by one name', async () => {
    const { directory } = await create(INPUT)
    const { id } = directory!
    expect(await update({ id, expectedVersion: 1, attributes: [{ attribute: 'mail', name: 'email' }], domains: ['CORP'] })).toMatchObject({
      directory: { version: 2, attributes: [{ attribute: 'mail', name: 'email' }], domains: ['corp'], hasBindPassword: true },
      userErrors: [],
    })
    expect(await update({ id, expectedVersion: 1, name: 'Late' })).toMatchObject({
      directory: { version: 2, name: 'Corp' },
      userErrors: [{ code: 'CONFLICT' }],
    })
    expect(await create(INPUT)).toMatchObject({ userErrors: [{ code: 'TAKEN', field: ['name'] }] })
  })

  it('end the pause after a fault: what was wrong may be mended', async () => {
    const { directory } = await create(INPUT)
    const openUntil = new Date('2100-01-01T00:00:00Z')
    await database.prisma.providerHealth.create({ data: { provider: 'DIRECTORY', failures: 5, lastError: 'Wrong password', openUntil } })
    await update({ id: directory!.id, expectedVersion: 1, bindPassword: 'another' })
    expect(await database.prisma.providerHealth.count({ where: { provider: 'DIRECTORY' } })).toBe(0)
  })

  it('never send the stored password to another server', async () => {
    const { directory } = await create(INPUT)
    const { id } = directory!
    const elsewhere = { urls: ['ldap://192.0.2.66'] }
    const refused = { userErrors: [{ field: ['bindPassword'], code: 'INVALID' }] }
    expect(await update({ id, expectedVersion: 1, ...elsewhere })).toMatchObject(refused)
    expect(await test({ id, user: 'jdoe', ...elsewhere })).toMatchObject(refused)
    expect(await update({ id, expectedVersion: 1, ...elsewhere, bindPassword: 'again' })).toMatchObject({ userErrors: [] })
  })

  it('make what was found old, and take it along when they go', async () => {
    const { directory } = await create(INPUT)
    const { id: directoryId } = await database.prisma.directory.findFirstOrThrow()
    const answered = { provider: 'DIRECTORY', kind: 'USER', state: 'KNOWN', answeredAt: new Date(), expiresAt: new Date(Date.now() + 9e6) }
    await database.prisma.lookup.createMany({
      data: [
        { ...answered, value: 'a', facts: { displayName: 'A', directoryId } },
        { ...answered, value: 'b', facts: { displayName: 'B', directoryId: directoryId + 1 } },
        { ...answered, value: 'c', provider: 'ABUSEIPDB' },
      ],
    })
    await update({ id: directory!.id, expectedVersion: 1, cacheSeconds: 120 })
    const fresh = (await database.prisma.lookup.findMany()).filter(({ expiresAt }) => Number(expiresAt) > Date.now() + 1_000)
    expect(fresh.map(({ value }) => value)).toEqual(['c'])
    expect(await run(DELETE, { input: { id: directory!.id, expectedVersion: 2 } })).toEqual({
      directoryDelete: { deletedId: directory!.id, userErrors: [] },
    })
    expect((await database.prisma.lookup.findMany({ orderBy: { value: 'asc' } })).map(({ value }) => value)).toEqual(['b', 'c'])
  })

  it('are for administrators, to look at for all', async () => {
    const viewer = actorOf('VIEWER')
    expect(await run('{ directories { name } }', {}, viewer)).toEqual({ directories: [] })
    await expect(run(CREATE, { input: INPUT }, viewer)).rejects.toThrow('enrichment:write')
    await expect(run(TEST, { input: { user: 'jdoe' } }, actorOf('ANALYST'))).rejects.toThrow('enrichment:write')
  })
})

describe('people', () => {
  const store = (value: string, facts: object, state = 'KNOWN') =>
    database.prisma.lookup.create({ data: { provider: 'DIRECTORY', kind: 'USER', value, state, facts, answeredAt: new Date() } })
  const where = async (...args: Parameters<typeof peopleWhere>) =>
    (await readRows<{ value: string }>(database.pool, peopleWhere(...args))).map(({ value }) => value).sort()

  it('are found by what is known of them', async () => {
    await store('corp\\jdoe', { displayName: 'Jane Doe', department: 'Finance', groups: ['Sales, EMEA', '100 %'] })
    await store('corp\\akaya', { displayName: 'Ayşe Kaya', department: 'Corporate finance', groups: [] })
    await store('corp\\old', { displayName: 'Old', department: 'Finance', groups: 'broken' }, 'FAILED')
    await store('corp\\odd', { displayName: 7, groups: { a: 1 } })
    expect(await where('department', 'FINANCE')).toEqual(['corp\\akaya', 'corp\\jdoe'])
    expect(await where('department', 'fin_nce')).toEqual([])
    expect(await where('displayName', 'jane')).toEqual(['corp\\jdoe'])
    expect(await where('groups', 'emea')).toEqual(['corp\\jdoe'])
    expect(await where('groups', '0 %')).toEqual(['corp\\jdoe'])
    expect(await where('groups', 'a')).toEqual(['corp\\jdoe'])
    expect(await where('photo', '')).toEqual([])
    for (const attribute of ['mail', 'title', 'company', 'office', 'city', 'phone', 'mobile', 'manager'] as const)
      expect(await where(attribute, "x' OR 1=1")).toEqual([])
  })

  it('are told with how far asking has come', async () => {
    await store('corp\\jdoe', { displayName: 'Jane Doe', groups: ['A'], accountState: 'LOCKED' })
    const lookups = new Lookups({
      pool: database.pool,
      hints: { publish: async () => undefined },
      clock: bench.clock,
      logger: undefined as never,
    })
    const people = createContext({}).load(new PersonReadModel({ lookups }).personOf)
    const [jane, stranger, machine, nobody] = await people.loadMany(['corp\\jdoe', 'corp\\stranger', 'pc$', 'nt-authority\\system'])
    expect(jane).toMatchObject({ displayName: 'Jane Doe', groups: ['A'], accountState: 'LOCKED', mail: null, status: { state: 'KNOWN' } })
    expect(stranger).toMatchObject({ displayName: null, groups: [], accountState: 'UNKNOWN', status: { state: 'NOT_ASKED', reason: null } })
    expect(machine).toMatchObject({ status: { state: 'NOT_ASKED', reason: 'The account of a computer' } })
    expect(nobody).toMatchObject({ status: { state: 'NOT_ASKED', reason: 'An account that comes with Windows' } })
  })
})

const program = slapdProgram()
describe.skipIf(program === undefined)('the test button', () => {
  let ldap: Slapd
  beforeAll(async () => void (ldap = await startSlapd(program!)))
  afterAll(() => ldap?.stop())

  const given = (more: object = {}) => {
    const { name: _, ...input } = directoryInput(ldap.url)
    return { user: 'corp\\jdoe', ...input, ...more }
  }
  const stepsOf = (answer: Answer) => answer.test!.steps.map(({ name, ok }) => `${name.replace(/ to .*/, '')} ${ok ? 'ok' : 'failed'}`)
  const lastMessage = (answer: Answer) => answer.test!.steps.at(-1)!.message

  it('tells each step and all that came back', async () => {
    const answer = await test(given())
    expect(answer.userErrors).toEqual([])
    expect(stepsOf(answer)).toEqual(['Connect ok', 'Bind ok', 'TLS ok', 'Search ok', 'Manager ok', 'Groups ok'])
    expect(answer.test!.steps.map(({ message }) => message)).toEqual([
      null,
      READER.dn,
      'Not encrypted: the password travels in clear',
      expect.stringMatching(/^1 found/),
      'Martina Lang',
      '2',
    ])
    expect(answer.test).toMatchObject({
      filter: '(&(objectClass=inetOrgPerson)(|(uid=jdoe)(mail=jdoe)))',
      certificateFingerprint: null,
      person: { displayName: 'Jane Doe', manager: 'Martina Lang', directory: 'This directory', status: { state: 'KNOWN' } },
    })
    const raw = new Map(answer.test!.attributes.map(({ name, value }) => [name, value]))
    expect(raw.get('manager')).toBe(personDn('mlang'))
    expect(raw.get('jpegphoto')).toMatch(/^\(\d+ bytes\)$/)
    expect(raw.has('userpassword')).toBe(false)
    expect(await database.prisma.directory.count()).toBe(0)
  })

  it('takes what is not given from the stored directory', async () => {
    const { directory } = await create({ ...INPUT, urls: [ldap.url] })
    const answer = await test({ id: directory!.id, user: 'lilei' })
    expect(answer.test!.person).toMatchObject({ displayName: '雷 李', directory: 'Corp' })
    expect(await test({ id: directory!.id, user: 'jdoe', bindPassword: 'wrong' })).toMatchObject({ test: { person: null } })
  })

  it('shows the certificate that nobody vouches for', async () => {
    const answers = [await test(given({ urls: [ldap.secureUrl] })), await test(given({ startTls: true }))]
    expect(answers.map(stepsOf)).toEqual([
      ['Connect ok', 'TLS failed'],
      ['Connect ok', 'StartTLS ok', 'TLS failed'],
    ])
    expect(answers.map(({ test: result }) => result!.certificateFingerprint)).toEqual([
      ldap.certificate.fingerprint,
      ldap.certificate.fingerprint,
    ])
    const pinned = await test(given({ startTls: true, tlsTrust: 'PINNED', tlsFingerprint: ldap.certificate.fingerprint }))
    expect(stepsOf(pinned).slice(0, 4)).toEqual(['Connect ok', 'StartTLS ok', 'TLS ok', 'Bind ok'])
  })

  it('goes on to the next server', async () => {
    const answer = await test(given({ urls: ['ldap://127.0.0.1:1', ldap.url] }))
    expect(stepsOf(answer).slice(0, 3)).toEqual(['Connect failed', 'Connect ok', 'Bind ok'])
    expect(answer.test!.person).toMatchObject({ displayName: 'Jane Doe' })
  })

  it.each([
    [{ bindPassword: 'wrong' }, 'the bind DN or the password is wrong'],
    [{ baseDn: `ou=Nowhere,${SUFFIX}` }, 'there is no such base DN'],
    [{ user: 'nobody' }, 'Nobody matches the filter below the base DN. The directory names other servers, which are not asked'],
    [{ user: 'twin' }, '2 entries match. Make the filter narrower'],
    [{ user: 'pc$' }, 'pc$ is the account of a computer: it is not looked up'],
    [{ user: 'x-fwd-for: 192.0.2.1' }, 'Not a person: An address that a proxy forwarded, not a user'],
  ])('%j is told', async (more, message) => expect(lastMessage(await test(given(more)))).toContain(message))

  it('asks no second server for a refused password', async () => {
    const answer = await test(
      given({ urls: [ldap.url, ldap.secureUrl], bindPassword: 'wrong', tlsTrust: 'CA', tlsCaPem: ldap.certificate.caPem }),
    )
    expect(stepsOf(answer)).toEqual(['Connect ok', 'Bind failed'])
  })

  it('wants what it needs', async () => {
    expect(await test({ user: 'jdoe' })).toMatchObject({ test: null, userErrors: [{ field: ['urls'] }] })
    expect(await test({ user: 'jdoe', urls: [ldap.url] })).toMatchObject({ userErrors: [{ field: ['baseDn'] }] })
    expect(await test(given({ user: ' ' }))).toMatchObject({ userErrors: [{ field: ['user'] }] })
  })

  it('is what the provider would find', async () => {
    await create({ ...INPUT, urls: [ldap.url] })
    const [answer] = (await bench.provider.ask([{ kind: 'USER', value: 'jdoe' }], new AbortController().signal)) as [LookupAnswer]
    expect(answer).toMatchObject({ kind: 'known', facts: { displayName: 'Jane Doe' } })
    await bench.registry.stop()
  })
})
