import type { LookupProviderId, ObservableKind } from '@sallyport/shared'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { AT, buildAlert, buildIncident, buildUser } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { answerOf, composeDomain, type Domain } from '../../../../../test/support/domain.js'
import { actorOf } from '../../../../../test/support/graphql.js'
import { until } from '../../../../../test/support/until.js'
import { toGlobalId } from '../../graphql/global-id.js'
import type { Actor } from '../../platform/actor.js'
import type { LookupProvider } from '../enrichment/index.js'

const DIGEST = 'ab'.repeat(32)
const HOSTILE = ['\0', '\u202E', 'x'.repeat(3_000), `'; DROP TABLE alert; --`, '%', '*', '{"a":1}', '../../etc/passwd', '']

/** Asks nobody; it is only told what is to be asked. */
const provider = (id: LookupProviderId, ...kinds: ObservableKind[]): LookupProvider => ({
  id,
  kinds,
  batchSize: 1,
  pace: async () => (switchedOff.has(id) ? undefined : { concurrency: 1 }),
  accepts: async ({ value }) => !value.startsWith('10.'),
  ask: async () => [],
})
const switchedOff = new Set<LookupProviderId>()

let database: TestDatabase
let domain: Domain
let now = AT.getTime()
const viewer = actorOf('VIEWER')
const analyst = actorOf('ANALYST')

beforeAll(async () => {
  database = await createTestDatabase()
  domain = composeDomain(database, {
    clock: { now: () => now },
    providers: [
      provider('DIRECTORY', 'USER'),
      provider('WILDFIRE_VERDICT', 'FILE_HASH'),
      provider('REVERSE_DNS', 'ADDRESS'),
      provider('VIRUSTOTAL', 'ADDRESS', 'DOMAIN', 'URL', 'FILE_HASH'),
    ],
  })
  await domain.protectionService.ensureShipped()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.pool.query('TRUNCATE lookup, wildfire_report')
  switchedOff.clear()
  // What was looked at and asked before is forgotten.
  now += 3_600_000
})

const ask = (query: string, variables: Record<string, unknown> = {}, actor: Actor = viewer) =>
  answerOf({ schema: domain.schema, query, variables, actor })

const wanted = async () => {
  const rows = await database.prisma.lookup.findMany({ where: { dueAt: { not: null } }, orderBy: [{ kind: 'asc' }, { provider: 'asc' }] })
  return rows.map(({ provider: id, kind, value, priority }) => `${id} ${kind} ${value} ${priority}`)
}

const store = (id: LookupProviderId, kind: ObservableKind, value: string, facts: object, more: object = {}) =>
  database.prisma.lookup.create({ data: { provider: id, kind, value, state: 'KNOWN', facts, answeredAt: new Date(now - 60_000), ...more } })

/** How often the database is asked meanwhile. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const spy = vi.spyOn(Client.prototype, 'query')
  try {
    await work()
    const texts = spy.mock.calls.map(([first]: unknown[]) => (typeof first === 'string' ? first : (first as { text: string }).text))
    return texts.filter(text => !/^(BEGIN|COMMIT|ROLLBACK)/.test(text)).map(text => text.trim().slice(0, 60))
  } finally {
    spy.mockRestore()
  }
}

describe('an observable', () => {
  const KNOWN = `query ($kind: ObservableKind!, $value: String!) { observable(kind: $kind, value: $value) {
    kind value names namesStatus { provider state } protected notAskedOutside lists { name }
    place { scope scopeName network { name } } reputation { score evidence { source } } person { displayName status { state } }
    wildfire { verdict status { state } }
    activity(days: 7) { alerts exact firstSeenAt days { alerts } roles { role alerts } }
    incidents(first: 5) { totalCount nodes { title } } } }`

  it('of an address tells what every module knows of it', async () => {
    const list = await database.prisma.list.create({ data: { name: 'Attackers', kind: 'ADDRESS' } })
    await domain.entryService.add(actorOf('ANALYST', (await buildUser(database)).id), {
      listId: list.id,
      values: ['203.0.113.0/24'],
      reason: '',
    })
    const incident = await buildIncident(database, { title: 'Scan' })
    await buildAlert(database, {
      srcIp: '203.0.113.9',
      dstIp: '10.0.0.5',
      attackerSide: 'SOURCE',
      victimSide: 'DESTINATION',
      occurredAt: new Date(now - 1_000),
      incidentId: incident.id,
    })
    await store('REVERSE_DNS', 'ADDRESS', '203.0.113.9', { names: ['scanner.example'] })
    const { observable } = await ask(KNOWN, { kind: 'ADDRESS', value: '203.0.113[.]9' })
    expect(observable).toMatchObject({
      kind: 'ADDRESS',
      value: '203.0.113.9',
      names: ['scanner.example'],
      namesStatus: { provider: 'REVERSE_DNS', state: 'KNOWN' },
      protected: null,
      lists: [{ name: 'Attackers' }],
      place: { scope: 'RESERVED', network: null },
      reputation: { score: null, evidence: [] },
      person: null,
      wildfire: null,
      activity: { alerts: 1, exact: true, roles: [{ role: 'ATTACKER', alerts: 1 }] },
      incidents: { totalCount: 1, nodes: [{ title: 'Scan' }] },
    })
  })

  it('of our own network says why it is not blocked, and that nobody outside is asked', async () => {
    const { observable } = await ask(KNOWN, { kind: 'ADDRESS', value: '10.0.0.5' })
    expect(observable).toMatchObject({
      protected: 'Private network (RFC 1918)',
      notAskedOutside: expect.any(String) as unknown,
      namesStatus: { state: 'NOT_ASKED' },
      place: { scope: 'PRIVATE' },
      lists: [],
    })
  })

  it.each<[ObservableKind, string, object]>([
    [
      'USER',
      'CORP\\Ada',
      { value: 'corp\\ada', person: { displayName: 'Ada Example', status: { state: 'KNOWN' } }, place: null, reputation: null },
    ],
    ['USER', 'nobody', { person: { displayName: null, status: { state: 'NOT_ASKED' } } }],
    [
      'FILE_HASH',
      DIGEST.toUpperCase(),
      { value: DIGEST, wildfire: { status: { state: 'NOT_ASKED' } }, reputation: { score: null }, person: null },
    ],
    ['DOMAIN', 'Evil.example', { value: 'evil.example', reputation: { score: null }, wildfire: null, names: [], namesStatus: null }],
    ['URL', 'hxxps://Evil.example/a', { value: 'evil.example/a', reputation: { score: null } }],
    ['HOST', 'PC1', { value: 'pc1', lists: [], protected: null, reputation: null }],
  ])('%s %s', async (kind, value, expected) => {
    await store('DIRECTORY', 'USER', 'corp\\ada', { displayName: 'Ada Example' })
    expect((await ask(KNOWN, { kind, value }))['observable']).toMatchObject({ kind, ...expected })
  })

  it('is null for what is no value of its kind, however hostile', async () => {
    for (const kind of ['ADDRESS', 'DOMAIN', 'FILE_HASH', 'HOST'])
      for (const value of HOSTILE)
        expect(
          await ask('query ($kind: ObservableKind!, $value: String!) { observable(kind: $kind, value: $value) { value } }', {
            kind,
            value,
          }),
        ).toEqual({ observable: null })
    expect(await ask(KNOWN, { kind: 'USER', value: `x'; DROP` })).toMatchObject({
      observable: { value: `x'; drop`, activity: { alerts: 0 } },
    })
  })

  it.each([0, 91, -1])('refuses the activity of %j days', async days => {
    await expect(ask(`{ observable(kind: USER, value: "ann") { activity(days: ${days}) { alerts } } }`)).rejects.toThrow(/1 to 90/)
  })

  it.each([
    ['198.51.100.7', ['ADDRESS']],
    [DIGEST, ['FILE_HASH']],
    ['corp\\ann', ['USER']],
    ['https://evil.example/x', ['URL']],
    ['x'.repeat(3_000), []],
  ])('reads %s', async (text, kinds) => {
    const { observablesOf } = await ask('query ($text: String!) { observablesOf(text: $text) { kind } }', { text })
    expect((observablesOf as { kind: string }[]).map(({ kind }) => kind).slice(0, 1)).toEqual(kinds)
  })
})

describe('looking', () => {
  const LOOK = 'query ($value: String!, $kind: ObservableKind!) { observable(kind: $kind, value: $value) { value } }'

  it('has what an analyst opens asked about first', async () => {
    await ask(LOOK, { kind: 'ADDRESS', value: '198.51.100.7' }, analyst)
    await until(async () => (await wanted()).length === 2)
    expect(await wanted()).toEqual(['REVERSE_DNS ADDRESS 198.51.100.7 10', 'VIRUSTOTAL ADDRESS 198.51.100.7 10'])
  })

  it('asks nothing for a viewer, of URLs, nor of what may not be asked about', async () => {
    await ask(LOOK, { kind: 'ADDRESS', value: '198.51.100.8' }, viewer)
    await ask(LOOK, { kind: 'URL', value: 'evil.example/secret' }, analyst)
    await ask(LOOK, { kind: 'ADDRESS', value: '10.0.0.5' }, analyst)
    await ask(LOOK, { kind: 'DOMAIN', value: 'evil.example' }, analyst)
    await until(async () => (await wanted()).length > 0)
    expect(await wanted()).toEqual(['VIRUSTOTAL DOMAIN evil.example 10'])
  })
})

describe('asking again', () => {
  const REFRESH = `mutation ($input: ObservableRefreshInput!) { observableRefresh(input: $input) {
    observable { value namesStatus { state refreshing } } userErrors { code field message } } }`
  const refresh = async (input: object, actor = analyst) => (await ask(REFRESH, { input }, actor))['observableRefresh']

  it('asks all, or the one that is named, although an answer is there', async () => {
    await store('REVERSE_DNS', 'ADDRESS', '198.51.100.7', { names: [] }, { expiresAt: new Date(now + 9e6) })
    expect(await refresh({ kind: 'ADDRESS', value: '198.51.100.7', provider: 'REVERSE_DNS' })).toEqual({
      observable: { value: '198.51.100.7', namesStatus: { state: 'KNOWN', refreshing: true } },
      userErrors: [],
    })
    expect(await wanted()).toEqual(['REVERSE_DNS ADDRESS 198.51.100.7 10'])
    expect(await refresh({ kind: 'ADDRESS', value: '198.51.100.7' })).toMatchObject({ userErrors: [] })
    expect(await wanted()).toHaveLength(2)
  })

  it('asks about a URL only like this', async () => {
    await refresh({ kind: 'URL', value: 'https://evil.example/a' })
    expect(await wanted()).toEqual(['VIRUSTOTAL URL evil.example/a 10'])
  })

  it('is not done for a key that is held down', async () => {
    const input = { kind: 'DOMAIN', value: 'held.example' }
    expect(await refresh(input)).toMatchObject({ userErrors: [] })
    expect(await refresh(input)).toMatchObject({ observable: null, userErrors: [{ code: 'RATE_LIMITED', field: null }] })
    now += 10_001
    expect(await refresh(input)).toMatchObject({ userErrors: [] })
    // Answered by way of another server.
    now += 10_001
    await database.pool.query('UPDATE lookup SET answered_at = $1', [new Date(now - 1_000)])
    expect(await refresh(input)).toMatchObject({ userErrors: [{ code: 'RATE_LIMITED' }] })
  })

  it('says why nobody is asked', async () => {
    expect(await refresh({ kind: 'ADDRESS', value: 'x' })).toMatchObject({ userErrors: [{ code: 'INVALID', field: ['value'] }] })
    expect(await refresh({ kind: 'ADDRESS', value: '10.0.0.5' })).toMatchObject({ userErrors: [{ code: 'NOT_ALLOWED_NOW' }] })
    expect(await refresh({ kind: 'HOST', value: 'pc1' })).toMatchObject({ userErrors: [{ code: 'NOT_ALLOWED_NOW' }] })
    switchedOff.add('VIRUSTOTAL')
    expect(await refresh({ kind: 'DOMAIN', value: 'off.example', provider: 'VIRUSTOTAL' })).toMatchObject({
      userErrors: [{ code: 'NOT_ALLOWED_NOW', message: expect.stringMatching(/switched off/) as unknown }],
    })
    expect(await wanted()).toEqual([])
  })

  it('is for analysts', async () => {
    await expect(refresh({ kind: 'DOMAIN', value: 'evil.example' }, viewer)).rejects.toThrow(/enrichment:ask/)
  })
})

describe('what alerts and incidents name', () => {
  const SEEN = 'observables { role alerts observable { kind value } }'
  const toldOf = (answer: unknown) =>
    (answer as { observables: { role: string; alerts: string; observable: { kind: string; value: string } }[] }).observables.map(
      ({ role, alerts, observable }) => `${role} ${observable.kind} ${observable.value} ${alerts}`,
    )

  it('of an alert, in canonical form, and asks about it', async () => {
    const { id } = await buildAlert(database, {
      srcIp: '10.0.0.5',
      dstIp: '198.51.100.77',
      attackerSide: 'DESTINATION',
      victimSide: 'SOURCE',
      commandControl: true,
      srcUser: 'CORP\\Ada',
      srcHost: 'pc1',
      dstHost: '198.51.100.77',
      url: 'HTTP://Evil.example:80/Path?x=1',
      fileDigest: DIGEST,
    })
    const { alert } = await ask(`query ($id: ID!) { alert(id: $id) { source { host } ${SEEN} } }`, { id: toGlobalId('Alert', id) }, analyst)
    expect(toldOf(alert)).toEqual([
      'COMMAND_AND_CONTROL ADDRESS 198.51.100.77 1',
      'TARGET ADDRESS 10.0.0.5 1',
      'USER USER corp\\ada 1',
      'HOST HOST pc1 1',
      'URL URL evil.example/Path?x=1 1',
      `FILE FILE_HASH ${DIGEST} 1`,
    ])
    await until(async () => (await wanted()).length === 5)
    expect(await wanted()).toEqual([
      'REVERSE_DNS ADDRESS 198.51.100.77 10',
      'VIRUSTOTAL ADDRESS 198.51.100.77 10',
      `VIRUSTOTAL FILE_HASH ${DIGEST} 10`,
      `WILDFIRE_VERDICT FILE_HASH ${DIGEST} 10`,
      'DIRECTORY USER corp\\ada 10',
    ])
  })

  it('of an incident: counted by role, what reports name last', async () => {
    const { id } = await buildIncident(database)
    const alert = { incidentId: id, srcIp: '10.0.0.5', victimSide: 'SOURCE', srcUser: 'corp\\ada' }
    await buildAlert(database, { ...alert, dstIp: '198.51.100.7', attackerSide: 'DESTINATION', url: 'evil.example/a', fileDigest: DIGEST })
    await buildAlert(database, { ...alert, srcUser: 'Corp\\Ada', dstIp: '10.0.0.53', domain: 'evil.example', srcHost: 'pc1' })
    await buildAlert(database, { ...alert, dstIp: '192.0.2.9' })
    await database.prisma.wildfireReport.create({
      data: {
        hash: DIGEST,
        xml: Buffer.from(''),
        fetchedAt: AT,
        parsed: {
          malware: true,
          fileType: null,
          size: null,
          sha256: DIGEST,
          sha1: null,
          md5: null,
          signer: null,
          families: [],
          platforms: [],
          indicators: [
            { kind: 'DOMAIN', value: 'evil.example', verdict: null },
            { kind: 'DOMAIN', value: 'c2.example', verdict: null },
          ],
        },
      },
    })
    const { incident } = await ask(`query ($id: ID!) { incident(id: $id) { ${SEEN} } }`, { id: toGlobalId('Incident', id) }, analyst)
    expect(toldOf(incident)).toEqual([
      'TARGET ADDRESS 10.0.0.5 3',
      'USER USER corp\\ada 3',
      'ATTACKER ADDRESS 198.51.100.7 1',
      'DOMAIN DOMAIN evil.example 1',
      `FILE FILE_HASH ${DIGEST} 1`,
      'HOST HOST pc1 1',
      'OTHER ADDRESS 192.0.2.9 1',
      'RESOLVER ADDRESS 10.0.0.53 1',
      'URL URL evil.example/a 1',
      'INDICATOR DOMAIN c2.example 0',
    ])
    await until(async () => (await wanted()).length > 0)
    // Nobody pays for what only a report names.
    expect((await wanted()).filter(row => row.includes('c2.example'))).toEqual([])
  })

  it('asks the database as often for many incidents and alerts as for one', async () => {
    const { id } = await buildIncident(database)
    for (let n = 0; n < 10; n += 1)
      await buildAlert(database, {
        incidentId: id,
        srcIp: `192.0.2.${n}`,
        dstIp: '10.0.0.5',
        srcUser: `user${n}`,
        url: `evil.example/${n}`,
      })
    const KNOWLEDGE = `observables { role observable { value place { country } reputation { score } person { displayName }
      wildfire { verdict report { families } } names protected notAskedOutside lists { name } } }`
    const query = (first: number) =>
      `{ incidents(first: ${first}) { nodes { ${KNOWLEDGE} } } alerts(first: ${first}) { nodes { ${KNOWLEDGE} } } }`
    const one = await statementsOf(() => ask(query(1)))
    const many = await statementsOf(() => ask(query(20)))
    // Not once per value: alerts and incidents may be read in one go or in two.
    expect(Math.max(one.length, many.length)).toBeLessThanOrEqual(24)
  })
})

describe('searching people', () => {
  it('finds alerts and incidents by what directories told of their users', async () => {
    await store('DIRECTORY', 'USER', 'corp\\zoe', { displayName: 'Zoe Example', department: 'Treasury', groups: ['VPN users'] })
    const { id } = await buildIncident(database, { title: 'Of Zoe' })
    await buildAlert(database, { incidentId: id, srcUser: 'CORP\\Zoe', rule: 'zoe' })
    const search = async (text: string) => {
      const { alerts, incidents } = await ask(
        `query ($text: String!) { alerts(first: 5, filter: { text: $text }) { nodes { rule } } incidents(first: 5, filter: { text: $text }) { nodes { title } } }`,
        { text },
      )
      return [alerts, incidents].map(page => (page as { nodes: Record<string, string>[] }).nodes.flatMap(node => Object.values(node)))
    }
    expect(await search('department:treasury')).toEqual([['zoe'], ['Of Zoe']])
    expect(await search('group:"vpn users" name:zoe')).toEqual([['zoe'], ['Of Zoe']])
    expect(await search('department:Sales')).toEqual([[], []])
  })
})
