import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { actorOf } from '../../../../../test/support/graphql.js'
import { startHttpServer, type TestHttpServer } from '../../../../../test/support/http-server.js'
import { LooseHints } from '../../../../../test/support/loose-hints.js'
import { issueCertificate } from '../../../../../test/support/panos-simulator/certificates.js'
import { composeDomain, answerOf, type Domain } from '../../../../../test/support/domain.js'
import { createLogger } from '../../platform/logger.js'
import { OutboundHttp } from '../../platform/outbound-http.js'
import { SecretBox } from '../../platform/secret-box.js'
import { ChannelSender } from './channel-sender.js'
import { ChannelService } from './channel-service.js'
import { DeliveryRunner } from './delivery-runner.js'
import { DeliveryStore } from './delivery-store.js'
import { MailSettings } from './mail-settings.js'
import { ChannelNotifier } from './notifier.js'

const SECRET = 'a key of the signature'
const admin = actorOf('ADMINISTRATOR')
const secrets = new SecretBox(Buffer.alloc(32, 7))
const NOTICE = {
  title: 'Beacon: <C2>\r\nBcc: eve@corp.example',
  text: 'Seen & told',
  link: '/incidents?incident=7',
  fields: [{ name: 'User', value: '<jdoe>' }],
}

let database: TestDatabase
let domain: Domain
let receiver: TestHttpServer
let http: OutboundHttp
let hints: LooseHints
let service: ChannelService
let notifier: ChannelNotifier
let mail: MailSettings
let smtp: SMTPServer
let smtpPort: number
let caPem: string
const mails: string[] = []

const makeRunner = (mailAuthorities: readonly string[] | undefined = [caPem]) => {
  const sender = new ChannelSender({ http, mail, secrets, clock: { now: () => Date.now() }, mailAuthorities })
  return new DeliveryRunner({
    pool: database.pool,
    sender,
    hints,
    baseUrl: () => 'https://sallyport.example.com',
    logger: createLogger('silent'),
  })
}
const hook = () => service.create(admin, { name: 'Hook', kind: 'WEBHOOK', target: `${receiver.url}/hook`, secret: SECRET })
const deliveries = () => database.prisma.delivery.findMany({ orderBy: { id: 'asc' } })
const makeDue = () => database.prisma.delivery.updateMany({ where: { state: 'PENDING' }, data: { dueAt: new Date(0) } })

beforeAll(async () => {
  database = await createTestDatabase()
  domain = composeDomain(database)
  receiver = await startHttpServer(() => ({ status: 204 }))
  http = new OutboundHttp({ userAgent: 'Sallyport' })
  hints = new LooseHints()
  service = new ChannelService({ prisma: database.prisma, secrets })
  notifier = new ChannelNotifier({ prisma: database.prisma, hints })
  mail = new MailSettings({ prisma: database.prisma, secrets })
  const certificate = await issueCertificate('localhost')
  caPem = certificate.caPem
  smtp = new SMTPServer({
    ...{ cert: certificate.cert, key: certificate.key },
    onAuth: ({ username, password }, session, done) =>
      username === 'sallyport' && password === 'right' && session.secure ? done(null, { user: username }) : done(new Error('no')),
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        mails.push(Buffer.concat(parts).toString())
        done()
      })
    },
  })
  smtp.on('error', () => undefined)
  const listening = smtp.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  smtpPort = (listening.address() as AddressInfo).port
})
afterAll(async () => {
  await new Promise<void>(resolve => smtp.close(() => resolve()))
  await http.stop()
  await receiver.stop()
  await database.drop()
})
beforeEach(async () => {
  await database.prisma.channel.deleteMany()
  await database.prisma.setting.deleteMany()
  receiver.handle(() => ({ status: 204 }))
  receiver.requests.length = 0
  mails.length = 0
})

describe('a webhook', () => {
  it('gets each event once, signed', async () => {
    const { id } = await hook()
    await notifier.notify(id, NOTICE, 'rule-match:1:0')
    await notifier.notify(id, NOTICE, 'rule-match:1:0')
    await makeRunner().step()
    expect(await makeRunner().step()).toBe(false)
    expect(receiver.requests).toHaveLength(1)
    const { headers, body } = receiver.requests[0]!
    const [, seconds = '', hex] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-sallyport-signature'])) ?? []
    expect(hex).toBe(createHmac('sha256', SECRET).update(`${seconds}.${body.toString()}`).digest('hex'))
    const [delivery] = await deliveries()
    expect(headers['x-sallyport-delivery']).toBe(String(delivery?.id))
    expect(JSON.parse(body.toString())).toMatchObject({ text: 'Seen & told', link: 'https://sallyport.example.com/incidents?incident=7' })
    expect(delivery).toMatchObject({ state: 'SENT', attempts: 1, error: null })
  })

  it('that is down for a while gets it later', async () => {
    const { id } = await hook()
    receiver.handle(() => ({ status: 503 }))
    await notifier.notify(id, NOTICE, 'a')
    await makeRunner().step()
    const [waiting] = await deliveries()
    expect(waiting).toMatchObject({ state: 'PENDING', attempts: 1, error: 'The receiver answered with status 503' })
    expect(waiting?.dueAt?.getTime()).toBeGreaterThan(Date.now() + 5_000)
    expect(await makeRunner().step()).toBe(false)
    receiver.handle(() => ({ status: 200 }))
    await makeDue()
    await makeRunner().step()
    expect((await deliveries())[0]).toMatchObject({ state: 'SENT', attempts: 2 })
  })

  it('that refuses is not asked again, and one that never comes back is given up', async () => {
    const { id } = await hook()
    receiver.handle(() => ({ status: 410 }))
    await notifier.notify(id, NOTICE, 'a')
    await makeRunner().step()
    expect((await deliveries())[0]).toMatchObject({ state: 'FAILED', error: 'The receiver answered with status 410' })
    receiver.handle(() => ({ status: 500 }))
    await notifier.notify(id, NOTICE, 'b')
    await database.prisma.delivery.updateMany({ where: { dedupKey: 'b' }, data: { attempts: 11 } })
    await makeRunner().step()
    expect((await deliveries())[1]).toMatchObject({ state: 'FAILED', attempts: 12 })
  })

  it('gets the same id again from who takes over after a server died before recording', async () => {
    const { id } = await hook()
    await notifier.notify(id, NOTICE, 'a')
    const lost = (await new DeliveryStore(database).claim(10))[0]!
    expect(await makeRunner().step()).toBe(false)
    await database.prisma.delivery.updateMany({ data: { claimedUntil: new Date(0) } })
    await makeRunner().step()
    expect(receiver.requests.map(({ headers }) => headers['x-sallyport-delivery'])).toEqual([lost.id])
    await new DeliveryStore(database).failed(lost, 'too late')
    expect((await deliveries())[0]).toMatchObject({ state: 'SENT', attempts: 2 })
  })

  it('that is switched off or gone is told nothing', async () => {
    const { id, version } = await hook()
    await notifier.notify(id, NOTICE, 'a')
    await service.update(admin, { id, expectedVersion: version, enabled: false })
    await expect(notifier.notify(id, NOTICE, 'b')).rejects.toMatchObject({ faults: [{ code: 'NOT_ALLOWED_NOW' }] })
    await makeRunner().step()
    expect((await deliveries())[0]).toMatchObject({ state: 'FAILED', error: 'The channel is switched off' })
    expect(receiver.requests).toEqual([])
  })
})

it('a Slack channel gets escaped text by its secret URL', async () => {
  const { id } = await service.create(admin, { name: 'Chat', kind: 'SLACK', secret: `${receiver.url}/services/T0/B0/x` })
  await notifier.notify(id, NOTICE, 'a')
  await makeRunner().step()
  expect(JSON.parse(receiver.requests[0]!.body.toString())).toMatchObject({ text: 'Beacon: &lt;C2&gt; Bcc: eve@corp.example' })
})

describe('mail', () => {
  const settings = { host: 'localhost', security: 'STARTTLS', username: 'sallyport', password: 'right', from: 'sallyport@corp.example' }
  const told = async (runner = makeRunner()) => {
    const { id } = await service.create(admin, { name: 'Desk', kind: 'EMAIL', target: 'soc@corp.example, ann@corp.example' })
    await notifier.notify(id, NOTICE, 'a')
    await runner.step()
    return (await deliveries())[0]
  }

  it('goes over STARTTLS with a sign-in; nothing of an alert becomes a header or HTML', async () => {
    await mail.update(admin, { ...settings, port: smtpPort })
    const delivery = await told()
    expect(delivery).toMatchObject({ state: 'SENT', error: null })
    const [head = '', ...rest] = mails[0]!.split('\r\n\r\n')
    expect(head).toContain(`Message-ID: <${delivery?.id}@sallyport.corp.example>`)
    expect(head).not.toMatch(/^Bcc:/m)
    expect(rest.join()).not.toContain('<jdoe></td>')
    expect(rest.join()).toContain('&lt;jdoe&gt;')
  })

  it('says why it failed, never the password', async () => {
    expect(await told()).toMatchObject({ state: 'FAILED', error: 'No mail server is set' })
    await database.prisma.channel.deleteMany()
    await mail.update(admin, { ...settings, port: smtpPort, password: 'wrong' })
    expect(await told()).toMatchObject({ state: 'FAILED', error: 'The mail server localhost refuses the user name or password' })
    expect(mails).toEqual([])
  })

  it('tells a server that cannot be reached from one that is not trusted', async () => {
    const closed = createServer().listen(0, '127.0.0.1')
    await once(closed, 'listening')
    const { port } = closed.address() as AddressInfo
    await new Promise(resolve => closed.close(resolve))
    await mail.update(admin, { ...settings, host: '127.0.0.1', port })
    expect(await told()).toMatchObject({ state: 'PENDING', error: 'The mail server 127.0.0.1 could not be reached' })
    await database.prisma.channel.deleteMany()
    await mail.update(admin, { ...settings, port: smtpPort })
    expect(await told(makeRunner([]))).toMatchObject({ state: 'PENDING', error: 'No secure connection to the mail server localhost' })
    expect(mails).toEqual([])
  })

  it('keeps the password for the same server only', async () => {
    await mail.update(admin, { ...settings, port: 587 })
    const { password: _, ...rest } = settings
    await mail.update(admin, { ...rest, port: 587, from: 'other@corp.example' })
    expect(mail.passwordOf((await mail.read())!)).toBe('right')
    await expect(mail.update(admin, { ...rest, port: 587, host: 'mail.evil.example' })).rejects.toMatchObject({
      faults: [{ field: ['password'] }],
    })
  })
})

describe('the API', () => {
  const FIELDS = 'channel { id kind target hasSecret version deliveries(first: 5) { nodes { title state } } } userErrors { field code }'
  const create = (input: object, actor = admin) =>
    answerOf({
      schema: domain.schema,
      query: `mutation ($input: ChannelCreateInput!) { payload: channelCreate(input: $input) { ${FIELDS} } }`,
      variables: { input },
      actor,
    })

  it('takes channels, tells faults at their field and no secret', async () => {
    expect(await create({ name: 'Hook', kind: 'WEBHOOK', target: 'https://soar.corp.example/x', secret: SECRET })).toMatchObject({
      payload: { channel: { hasSecret: true, version: 1, deliveries: { nodes: [] } }, userErrors: [] },
    })
    expect(await create({ name: 'Hook', kind: 'SLACK', secret: 'https://hooks.corp.example/x' })).toMatchObject({
      payload: { userErrors: [{ field: ['name'], code: 'TAKEN' }] },
    })
    expect(await create({ name: 'Short', kind: 'WEBHOOK', target: 'https://soar.corp.example/x', secret: 'short' })).toMatchObject({
      payload: { userErrors: [{ field: ['secret'], code: 'INVALID' }] },
    })
    expect(await create({ name: 'Mail', kind: 'EMAIL', target: 'a@corp.example, b' })).toMatchObject({
      payload: { userErrors: [{ field: ['target'], code: 'INVALID' }] },
    })
  })
})
