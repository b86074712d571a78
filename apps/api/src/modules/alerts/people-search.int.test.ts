import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AT, buildAlert, buildIncident } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { containsText, sql } from '../../platform/sql.js'
import { IncidentReadModel, type PeopleSearch } from '../incidents/index.js'
import { AlertReadModel } from './alert-read-model.js'

/** As directories find people: what they answered is stored by user. */
const people: PeopleSearch = {
  usersWhere: (attribute, text) =>
    sql`SELECT stored.value FROM lookup AS stored WHERE stored.provider = 'DIRECTORY' AND stored.state = 'KNOWN'
      AND ${containsText(sql`stored.facts ->> ${attribute}::text`, text)}`,
}

let database: TestDatabase
let alerts: AlertReadModel
let incidents: IncidentReadModel

beforeAll(async () => {
  database = await createTestDatabase()
  alerts = new AlertReadModel({ pool: database.pool, people })
  incidents = new IncidentReadModel({ pool: database.pool, people })
  const persons = { 'corp\\ada': ['Finance', 'Ghent'], 'corp\\ben': ['Finance Control', 'Oslo'], 'corp\\cleo': ['Sales', 'Ghent'] }
  for (const [value, [department, city]] of Object.entries(persons))
    await database.prisma.lookup.create({
      data: { provider: 'DIRECTORY', kind: 'USER', value, state: 'KNOWN', facts: { department, city }, answeredAt: AT },
    })
  const first = (await buildIncident(database, { title: 'ransomware' })).id
  const second = (await buildIncident(database, { title: 'worm' })).id
  await buildAlert(database, { id: 1n, srcUser: 'CORP\\Ada', threatName: 'worm', incidentId: first })
  await buildAlert(database, { id: 2n, dstUser: 'corp\\ben', threatName: 'ransomware', srcHost: 'laptop-7' })
  await buildAlert(database, { id: 3n, srcUser: 'corp\\cleo', dstUser: 'corp\\ben', incidentId: second })
  await buildAlert(database, { id: 4n, srcUser: 'department:Finance', dstHost: 'laptop-70' })
})
afterAll(() => database.drop())

const alertsOf = async (text: string, model = alerts) => {
  const filter = { text }
  const rows = await model.page({ filter, orderBy: 'OLDEST_RECEIVED', after: undefined, limit: 50 })
  expect((await model.count(filter)).count).toBe(rows.length)
  return rows.map(row => Number(row.id))
}
const incidentsOf = async (text: string) => {
  const filter = { text }
  const rows = await incidents.page({ filter, orderBy: 'OLDEST', after: undefined, limit: 50 })
  expect((await incidents.count(filter)).count).toBe(rows.length)
  return rows.map(row => row.title)
}

describe('alerts', () => {
  it.each<[text: string, ids: number[]]>([
    ['department:finance', [1, 2, 3]],
    ['department:"finance control"', [2, 3]],
    ['department:finance worm', [1]],
    ['department:finance city:ghent', [1]],
    ['city:Ghent', [1, 3]],
    ['department:nowhere', []],
    ['department:%', []],
    ['laptop-7', [2, 4]],
    ['LAPTOP-70', [4]],
    ['rank:general', []],
  ])('finds %j', async (text, ids) => {
    expect(await alertsOf(text)).toEqual(ids)
  })

  it('takes fields for words where there is no directory', async () => {
    expect(await alertsOf('department:Finance', new AlertReadModel({ pool: database.pool }))).toEqual([4])
  })

  it('asks the index of users, however many alerts there are', async () => {
    const client = await database.pool.connect()
    try {
      await client.query('BEGIN; SET LOCAL enable_seqscan = off')
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN SELECT id FROM alert WHERE (lower(src_user) = ANY(ARRAY(SELECT value FROM lookup WHERE state = 'KNOWN'))
          OR lower(dst_user) = ANY(ARRAY(SELECT value FROM lookup WHERE state = 'KNOWN')))`,
      )
      const plan = rows.map(row => row['QUERY PLAN']).join('\n')
      expect(plan).toContain('alert_src_user_idx')
      expect(plan).toContain('alert_dst_user_idx')
      await client.query('ROLLBACK')
    } finally {
      client.release()
    }
  })

  it('finds hosts by their names', async () => {
    const rows = await alerts.page({ filter: { host: { in: ['LAPTOP-7'] } }, orderBy: 'OLDEST_RECEIVED', after: undefined, limit: 5 })
    expect(rows.map(row => [row.id, row.srcHost])).toEqual([['2', 'laptop-7']])
  })
})

describe('incidents', () => {
  it.each<[text: string, titles: string[]]>([
    ['department:Finance', ['ransomware', 'worm']],
    ['department:Finance ransom', ['ransomware']],
    ['department:Sales', ['worm']],
    ['department:"Finance Control" city:Oslo', ['worm']],
    ['title:CEO', []],
    ['department:Finance -city:Oslo', ['ransomware']],
    ['city:Ghent,Oslo', ['ransomware', 'worm']],
    ['INC-1', ['ransomware']],
    [' ', ['ransomware', 'worm']],
  ])('finds %j', async (text, titles) => {
    expect(await incidentsOf(text)).toEqual(titles)
  })
})
