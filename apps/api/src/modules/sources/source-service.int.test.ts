import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildAlert, buildFirewall, buildIncident, buildSource } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { answerOf, composeDomain, type Domain } from '../../../../../test/support/domain.js'
import { actorOf } from '../../../../../test/support/graphql.js'
import { toGlobalId } from '../../graphql/global-id.js'
import { SourceTokens } from './source-tokens.js'

let database: TestDatabase
let domain: Domain
const administrator = actorOf('ADMINISTRATOR')

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.pool.query('TRUNCATE alert, ingest_counter; DELETE FROM source')
  domain = composeDomain(database)
})

const run = async (query: string, input: object, actor = administrator) => {
  const answer = await answerOf({ schema: domain.schema, query: `mutation ($input: ${query}`, variables: { input }, actor })
  return Object.values(answer)[0]
}
const CREATE =
  'SourceCreateInput!) { sourceCreate(input: $input) { source { id name version linkKeys incidentMinSeverity incidentVerdicts wildfireApiKeySet timeZone } userErrors { code field message } } }'
const UPDATE =
  'SourceUpdateInput!) { sourceUpdate(input: $input) { source { name version wildfireApiKeySet linkEvents description } userErrors { code field } } }'
const DELETE = 'SourceDeleteInput!) { sourceDelete(input: $input) { deletedId userErrors { code field } } }'
const TYPE = 'PALO_ALTO_NETWORKS'

const waitingForLocks = async () => {
  const { rows } = await database.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  )
  return rows[0]?.count
}

describe('creating', () => {
  it('fills in what is not said and tells ingest and others', async () => {
    expect(await run(CREATE, { type: TYPE, name: ' Edge ', description: null })).toEqual({
      source: {
        id: expect.any(String) as unknown,
        name: 'Edge',
        version: 1,
        linkKeys: ['VICTIM_USER', 'VICTIM_ADDRESS'],
        incidentMinSeverity: 'MEDIUM',
        incidentVerdicts: ['MALICIOUS', 'PHISHING'],
        wildfireApiKeySet: false,
        timeZone: 'UTC',
      },
      userErrors: [],
    })
    expect(domain.asked).toEqual(['settingsChanged'])
    expect(domain.hints).toEqual(['sources'])
  })

  it('gives a source of JSON events a URL, and no other', async () => {
    const create = 'SourceCreateInput!) { sourceCreate(input: $input) { source { id hasToken } userErrors { code field message } } }'
    const created = (await run(create, { type: 'JSON', name: 'SIEM' })) as { source: { id: string } }
    expect(created).toMatchObject({ source: { hasToken: false }, userErrors: [] })
    expect(await run(create, { type: 'JSON', name: 'SIEM 2' })).toMatchObject({
      userErrors: [{ code: 'TAKEN', field: ['type'], message: 'Only one source of JSON events may exist' }],
    })
    const rotate = async (id: string, actor = administrator) => {
      const query = 'mutation ($id: ID!) { sourceTokenRotate(id: $id) { url source { hasToken } userErrors { code field } } }'
      return Object.values(await answerOf({ schema: domain.schema, query, variables: { id }, actor }))[0]
    }
    const { url } = (await rotate(created.source.id)) as { url: string }
    expect(url).toMatch(/^https:\/\/sallyport\.example\.com\/threat\/json_event\/events\/[\w-]{32}$/)
    const token = url.slice(-32)
    const tokens = new SourceTokens({ prisma: database.prisma, hints: { on: () => () => undefined } })
    expect(await tokens.find(token)).toMatchObject({ enabled: true })
    expect(await tokens.find(`${token}x`)).toBeUndefined()
    await rotate(created.source.id)
    tokens.forget()
    expect(await tokens.find(token)).toBeUndefined()

    const firewalls = await database.prisma.source.create({ data: { type: TYPE, name: 'Edge', linkKeys: [], incidentVerdicts: [] } })
    expect(await rotate(toGlobalId('Source', firewalls.id))).toMatchObject({
      url: null,
      userErrors: [{ code: 'NOT_ALLOWED_NOW', field: ['id'] }],
    })
    await expect(rotate(created.source.id, actorOf('ANALYST'))).rejects.toThrow(/source:write/)
  })

  it('allows one source of the type, also in a race', async () => {
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map(name => run(CREATE, { type: TYPE, name })))
    const taken = {
      source: null,
      userErrors: [{ code: 'TAKEN', field: ['type'], message: 'Only one Palo Alto Networks event source may exist' }],
    }
    expect(answers.filter(answer => JSON.stringify(answer) === JSON.stringify(taken))).toHaveLength(3)
    expect(await database.prisma.source.count()).toBe(1)
  })

  it.each([
    [{ name: '' }, 'name'],
    [{ linkWindowSeconds: 5 }, 'linkWindowSeconds'],
    [{ linkKeys: [] }, 'linkKeys'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ description: 'a\0b' }, 'description'],
  ])('refuses %j', async (fields, field) => {
    expect(await run(CREATE, { type: TYPE, name: 'x', ...fields })).toMatchObject({
      source: null,
      userErrors: [{ code: 'INVALID', field: [field] }],
    })
  })
})

describe('updating', () => {
  it('leaves what is not said and clears what is null', async () => {
    const source = await buildSource(database, { description: 'kept' })
    const id = toGlobalId('Source', source.id)
    const key = { wildfireApiKey: 'abcdef0123456789' }
    expect(await run(UPDATE, { id, expectedVersion: 1, ...key, linkEvents: false })).toMatchObject({
      source: { version: 2, wildfireApiKeySet: true, linkEvents: false, description: 'kept' },
    })
    const stored = await database.prisma.source.findFirstOrThrow()
    expect(stored.wildfireApiKeySealed).not.toContain(key.wildfireApiKey)
    expect(domain.secrets.open('source.wildfireApiKey', stored.wildfireApiKeySealed ?? '')).toBe(key.wildfireApiKey)
    expect(await run(UPDATE, { id, expectedVersion: 2, name: 'Renamed' })).toMatchObject({
      source: { name: 'Renamed', wildfireApiKeySet: true },
    })
    expect(await run(UPDATE, { id, expectedVersion: 3, wildfireApiKey: null })).toMatchObject({ source: { wildfireApiKeySet: false } })
  })

  it('of WildFire has it asked again at once, whatever was wrong', async () => {
    const id = toGlobalId('Source', (await buildSource(database)).id)
    const wildfire = { wildfireApiUrl: 'https://eu.wildfire.paloaltonetworks.com', wildfireDailyQuota: 17_500 }
    const answer = await answerOf({
      schema: domain.schema,
      query: `mutation ($input: SourceUpdateInput!) { sourceUpdate(input: $input) { source { wildfireApiUrl wildfireDailyQuota } userErrors { field } } }`,
      variables: { input: { id, expectedVersion: 1, ...wildfire } },
      actor: administrator,
    })
    expect(answer).toEqual({
      sourceUpdate: { source: { ...wildfire, wildfireApiUrl: 'https://eu.wildfire.paloaltonetworks.com/publicapi' }, userErrors: [] },
    })
    await database.prisma.providerHealth.createMany({
      data: ['WILDFIRE_VERDICT', 'WILDFIRE_REPORT', 'ABUSEIPDB'].map(provider => ({ provider, lastError: 'no' })),
    })
    domain.hints.splice(0)
    await run(UPDATE, { id, expectedVersion: 2, name: 'Renamed' })
    expect(domain.hints).toEqual(['sources'])
    await run(UPDATE, { id, expectedVersion: 3, wildfireApiKey: 'k' })
    expect(domain.hints).toEqual(['sources', 'sources', 'enrichmentSettings'])
    expect((await database.prisma.providerHealth.findMany()).map(({ provider }) => provider)).toEqual(['ABUSEIPDB'])
  })

  it('is refused when somebody else was faster, and tells the source as it is now', async () => {
    const source = await buildSource(database, { name: 'Now', version: 3 })
    expect(await run(UPDATE, { id: toGlobalId('Source', source.id), expectedVersion: 2, name: 'Mine' })).toEqual({
      source: { name: 'Now', version: 3, wildfireApiKeySet: false, linkEvents: true, description: '' },
      userErrors: [{ code: 'CONFLICT', field: ['expectedVersion'] }],
    })
    expect(domain.asked).toEqual([])
  })

  it('says so when there is no such source', async () => {
    expect(await run(UPDATE, { id: toGlobalId('Source', 999), expectedVersion: 1 })).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] })
  })
})

describe('deleting', () => {
  it('needs no word while nothing has come', async () => {
    const source = await buildSource(database)
    const id = toGlobalId('Source', source.id)
    expect(await run(DELETE, { id, expectedVersion: 1 })).toEqual({ deletedId: id, userErrors: [] })
  })

  it('needs the name once there are alerts, and takes all with it', async () => {
    const source = await buildSource(database, { name: 'Edge' })
    const id = toGlobalId('Source', source.id)
    const firewall = await buildFirewall(database, { alertCount: 1n })
    const incident = await buildIncident(database)
    await buildAlert(database, { firewallId: firewall.id, incidentId: incident.id })
    await buildAlert(database, { firewallId: 4711 })
    const counter = { minute: new Date(), outcome: 'ALERT', detail: '', count: 1n }
    await database.prisma.ingestCounter.createMany({
      data: [
        { ...counter, firewallId: firewall.id },
        { ...counter, firewallId: 0 },
      ],
    })
    for (const confirmName of [undefined, 'edge']) {
      expect(await run(DELETE, { id, expectedVersion: 1, confirmName })).toEqual({
        deletedId: null,
        userErrors: [{ code: 'INVALID', field: ['confirmName'] }],
      })
    }
    expect(await run(DELETE, { id, expectedVersion: 1, confirmName: 'Edge' })).toMatchObject({ deletedId: id })
    const { prisma } = database
    const left = await Promise.all([
      prisma.source.count(),
      prisma.firewall.count(),
      prisma.incident.count(),
      prisma.alert.count(),
      prisma.ingestCounter.count(),
    ])
    expect(left).toEqual([0, 0, 0, 1, 1])
  })

  it('waits for a batch that is being stored, and takes its alerts too', async () => {
    const source = await buildSource(database, { name: 'Edge' })
    const firewall = await buildFirewall(database, { alertCount: 1n })
    const writer = await database.pool.connect()
    await writer.query('BEGIN')
    await writer.query(
      `INSERT INTO alert (id, firewall_id, received_at, occurred_at, time_source, format, transport, subtype, severity, threat_name, action,
          blocked, command_control, field_count, raw)
        VALUES (1, $1, now(), now(), 'ARRIVAL', 'PANOS_CSV', 'UDP', 'url', 1, 'late', 'alert', false, false, 1, '')`,
      [firewall.id],
    )
    await writer.query('UPDATE firewall SET alert_count = 2 WHERE id = $1', [firewall.id])
    const deleting = run(DELETE, { id: toGlobalId('Source', source.id), expectedVersion: 1, confirmName: 'Edge' })
    await expect.poll(() => waitingForLocks(), { timeout: 10_000 }).toBe(1)
    await writer.query('COMMIT')
    writer.release()
    expect(await deleting).toMatchObject({ userErrors: [] })
    expect(await database.prisma.alert.count()).toBe(0)
  })

  it('is refused when the source was changed meanwhile', async () => {
    const source = await buildSource(database, { version: 2 })
    expect(await run(DELETE, { id: toGlobalId('Source', source.id), expectedVersion: 1 })).toMatchObject({
      userErrors: [{ code: 'CONFLICT' }],
    })
  })
})

describe('a firewall', () => {
  const FIREWALL =
    'FirewallUpdateInput!) { firewallUpdate(input: $input) { firewall { timeZone addressOrder } userErrors { code field } } }'

  it('takes a zone and an address order, and gives the zone back', async () => {
    const id = toGlobalId('Firewall', (await buildFirewall(database)).id)
    expect(await run(FIREWALL, { id, timeZone: 'Europe/Berlin', addressOrder: 'CONTENT' })).toMatchObject({
      firewall: { timeZone: 'Europe/Berlin', addressOrder: 'CONTENT' },
    })
    expect(await run(FIREWALL, { id, timeZone: null })).toMatchObject({ firewall: { timeZone: null, addressOrder: 'CONTENT' } })
    expect(await run(FIREWALL, { id, timeZone: 'Nowhere' })).toMatchObject({
      firewall: null,
      userErrors: [{ code: 'INVALID', field: ['timeZone'] }],
    })
    expect(domain.asked).toEqual(['settingsChanged', 'settingsChanged'])
  })
})

it.each(['VIEWER', 'ANALYST'] as const)('%s changes no source and no firewall', async role => {
  const source = await buildSource(database)
  const firewall = await buildFirewall(database)
  const actor = actorOf(role)
  const forbidden = { code: 'FORBIDDEN' }
  await expect(run(CREATE, { type: TYPE, name: 'x' }, actor)).rejects.toMatchObject(forbidden)
  await expect(run(UPDATE, { id: toGlobalId('Source', source.id), expectedVersion: 1 }, actor)).rejects.toMatchObject(forbidden)
  await expect(run(DELETE, { id: toGlobalId('Source', source.id), expectedVersion: 1 }, actor)).rejects.toMatchObject(forbidden)
  await expect(
    run(
      'FirewallUpdateInput!) { firewallUpdate(input: $input) { userErrors { code } } }',
      { id: toGlobalId('Firewall', firewall.id) },
      actor,
    ),
  ).rejects.toMatchObject(forbidden)
  await expect(domain.sourceService.create(actor, { type: TYPE, name: 'x' })).rejects.toMatchObject(forbidden)
})
