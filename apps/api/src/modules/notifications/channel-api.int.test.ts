import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { answerOf, composeDomain, type Domain } from '../../../../../test/support/domain.js'
import { actorOf, runOperation } from '../../../../../test/support/graphql.js'
import { toGlobalId } from '../../graphql/global-id.js'

const SECRET = 'a key of the signature'
const admin = actorOf('ADMINISTRATOR')
const HOOK = { name: 'Hook', kind: 'WEBHOOK', target: 'https://soar.corp.example/x', secret: SECRET }
const GONE = toGlobalId('Channel', 999)

let database: TestDatabase
let domain: Domain

beforeAll(async () => {
  database = await createTestDatabase()
  domain = composeDomain(database)
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.prisma.channel.deleteMany()
  await database.prisma.setting.deleteMany()
})

const FIELDS = 'name kind enabled target hasSecret version'
const OPERATIONS = {
  create: `mutation ($input: ChannelCreateInput!) { payload: channelCreate(input: $input) { channel { id ${FIELDS} } userErrors { field code } } }`,
  update: `mutation ($input: ChannelUpdateInput!) { payload: channelUpdate(input: $input) { channel { ${FIELDS} } userErrors { field code } } }`,
  remove: `mutation ($input: ChannelDeleteInput!) { payload: channelDelete(input: $input) { deletedId userErrors { field code } } }`,
  test: `mutation ($id: ID!) { payload: channelTest(id: $id) { ok message userErrors { field code } } }`,
  mail: `mutation ($input: MailSettingsInput!) { payload: mailSettingsUpdate(input: $input) {
    mailSettings { host port security username hasPassword from } userErrors { field code } } }`,
  channels: `{ payload: channels { name } }`,
  settings: `{ payload: mailSettings { host } }`,
}
const ask = (operation: keyof typeof OPERATIONS, variables: Record<string, unknown> = {}) =>
  answerOf({ schema: domain.schema, query: OPERATIONS[operation], variables, actor: admin })
const make = async (input: object = HOOK) =>
  ((await ask('create', { input })) as { payload: { channel: { id: string } } }).payload.channel.id
const refusal = (field: string, code: string) => expect.objectContaining({ userErrors: [{ field: [field], code }] }) as unknown
const sealed = async () => (await database.prisma.channel.findFirstOrThrow()).secretSealed

describe('channelUpdate', () => {
  it('changes what is given and keeps the secret unless another is', async () => {
    const id = await make()
    const before = await sealed()
    expect(await ask('update', { input: { id, expectedVersion: 1, name: 'Other', enabled: false } })).toEqual({
      payload: {
        channel: { name: 'Other', kind: 'WEBHOOK', enabled: false, target: HOOK.target, hasSecret: true, version: 2 },
        userErrors: [],
      },
    })
    await ask('update', { input: { id, expectedVersion: 2, secret: '' } })
    expect(await sealed()).toBe(before)
    await ask('update', { input: { id, expectedVersion: 3, secret: 'quite another secret' } })
    expect(await sealed()).not.toBe(before)
  })

  it('refuses what was changed meanwhile and shows how it is now', async () => {
    const id = await make()
    await ask('update', { input: { id, expectedVersion: 1, name: 'Theirs' } })
    expect(await ask('update', { input: { id, expectedVersion: 1, name: 'Mine' } })).toEqual({
      payload: {
        channel: expect.objectContaining({ name: 'Theirs', version: 2 }) as unknown,
        userErrors: [{ field: ['expectedVersion'], code: 'CONFLICT' }],
      },
    })
  })

  it('tells faults at their field', async () => {
    await make({ name: 'Desk', kind: 'EMAIL', target: 'soc@corp.example' })
    const id = await make()
    const update = (change: object) => ask('update', { input: { id, expectedVersion: 1, ...change } })
    expect(await update({ name: 'Desk' })).toEqual({ payload: refusal('name', 'TAKEN') })
    expect(await update({ target: 'ftp://soar.corp.example' })).toEqual({ payload: refusal('target', 'INVALID') })
    expect(await update({ target: 'https://user:word@soar.corp.example' })).toEqual({ payload: refusal('target', 'INVALID') })
    expect(await update({ secret: 'short' })).toEqual({ payload: refusal('secret', 'INVALID') })
    expect(await update({ id: GONE })).toEqual({ payload: refusal('id', 'NOT_FOUND') })
  })
})

it('channelDelete takes the log along, and only what was seen', async () => {
  const id = await make()
  const { id: channelId } = await database.prisma.channel.findFirstOrThrow()
  const notice = { title: 'Beacon', text: 'Seen', link: null, fields: [] }
  await domain.notifications.notifier.notify(channelId, notice, 'a')
  expect(await ask('remove', { input: { id, expectedVersion: 7 } })).toEqual({ payload: refusal('expectedVersion', 'CONFLICT') })
  expect(await database.prisma.delivery.count()).toBe(1)
  expect(await ask('remove', { input: { id, expectedVersion: 1 } })).toEqual({ payload: { deletedId: id, userErrors: [] } })
  expect(await database.prisma.delivery.count()).toBe(0)
  expect(await ask('remove', { input: { id, expectedVersion: 1 } })).toEqual({ payload: refusal('id', 'NOT_FOUND') })
})

it('channelTest says what became of it, past the queue', async () => {
  const id = await make()
  expect(await ask('test', { id })).toEqual({
    payload: { ok: false, message: expect.stringContaining('There is no way out') as unknown, userErrors: [] },
  })
  const desk = await make({ name: 'Desk', kind: 'EMAIL', target: 'soc@corp.example' })
  expect(await ask('test', { id: desk })).toEqual({ payload: { ok: false, message: 'No mail server is set', userErrors: [] } })
  expect(await ask('test', { id: GONE })).toEqual({ payload: refusal('id', 'NOT_FOUND') })
  expect(await database.prisma.delivery.count()).toBe(0)
})

describe('mailSettingsUpdate', () => {
  const MAIL = { host: 'mail.corp.example', port: 587, security: 'STARTTLS', username: 'sallyport', from: 'sallyport@corp.example' }

  it('keeps a password sealed, and for the same server only', async () => {
    const saved = { payload: { mailSettings: { ...MAIL, hasPassword: true }, userErrors: [] } }
    expect(await ask('mail', { input: { ...MAIL, password: 'never in the open' } })).toEqual(saved)
    expect(await ask('mail', { input: MAIL })).toEqual(saved)
    expect(JSON.stringify(await database.prisma.setting.findMany())).not.toContain('never in the open')
    expect(await ask('mail', { input: { ...MAIL, host: 'mail.evil.example' } })).toEqual({ payload: refusal('password', 'INVALID') })
    expect(await ask('mail', { input: { ...MAIL, password: '' } })).toEqual({
      payload: { mailSettings: { ...MAIL, hasPassword: false }, userErrors: [] },
    })
  })

  it('tells faults at their field', async () => {
    const update = (change: object) => ask('mail', { input: { ...MAIL, ...change } })
    expect(await update({ host: 'mail corp' })).toEqual({ payload: refusal('host', 'INVALID') })
    expect(await update({ port: 0 })).toEqual({ payload: refusal('port', 'INVALID') })
    expect(await update({ from: 'nobody' })).toEqual({ payload: refusal('from', 'INVALID') })
    expect(await update({ security: 'NONE', password: 'in the open' })).toEqual({ payload: refusal('security', 'INVALID') })
    expect(await database.prisma.setting.count()).toBe(0)
  })
})

describe('permissions', () => {
  const MAIL = { host: 'mail.corp.example', port: 587, security: 'TLS', from: 'sallyport@corp.example' }
  const codeOf = async (operation: keyof typeof OPERATIONS, actor: ReturnType<typeof actorOf>, variables = {}) => {
    const { errors } = await runOperation({ schema: domain.schema, query: OPERATIONS[operation], variables, actor })
    return (errors?.[0]?.originalError as { code?: unknown } | undefined)?.code
  }

  it('let only administrators change anything', async () => {
    const id = await make()
    for (const role of ['VIEWER', 'ANALYST'] as const) {
      const actor = actorOf(role)
      const codes = await Promise.all([
        codeOf('create', actor, { input: { ...HOOK, name: 'Mine' } }),
        codeOf('update', actor, { input: { id, expectedVersion: 1, target: 'https://evil.example/x' } }),
        codeOf('remove', actor, { input: { id, expectedVersion: 1 } }),
        codeOf('test', actor, { id }),
        codeOf('mail', actor, { input: MAIL }),
      ])
      expect(codes).toEqual(Array(5).fill('FORBIDDEN'))
    }
    expect(await database.prisma.channel.findMany()).toMatchObject([{ name: 'Hook', target: HOOK.target, version: 1 }])
    expect(await database.prisma.setting.count()).toBe(0)
  })
})
