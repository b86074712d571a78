import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildIncident, buildSource, buildUser } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { ALWAYS, ruleBench, type RuleBench } from '../../../../../test/support/rules.js'
import { toGlobalId } from '../../graphql/global-id.js'
import type { Outcome } from './match-store.js'

let database: TestDatabase
let bench: RuleBench

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.pool.query(
    'TRUNCATE rule, rule_match, rule_hour, alert, incident, ingest_batch, list, list_entry, protection, lookup, team, unblock_cool_down CASCADE',
  )
  await buildSource(database)
  bench = await ruleBench(database)
})

const newList = async (kind = 'ADDRESS', name = `List ${kind}`) => database.prisma.list.create({ data: { name, kind } })
const matches = () => database.prisma.ruleMatch.findMany({ orderBy: { id: 'asc' } })
const outcomesOf = (match: { outcomes: unknown } | undefined): Outcome[] => (match?.outcomes ?? []) as Outcome[]
const statesOf = (match: { outcomes: unknown } | undefined) => outcomesOf(match).map(({ state }) => state)
const onlyIncident = () => database.prisma.incident.findFirstOrThrow({ include: { activities: { orderBy: { id: 'asc' } } } })
const entries = () => database.prisma.listEntry.findMany({ where: { removedAt: null }, orderBy: { id: 'asc' } })
const dueNow = () => database.pool.query('UPDATE rule_match SET due_at = now(), claimed_until = NULL WHERE due_at IS NOT NULL')

describe('actions on lists', () => {
  it('adds the attacker with its cause, and tells so on match, incident and statistics', async () => {
    const list = await newList()
    const listId = toGlobalId('List', list.id)
    const actions = [{ do: 'addToList', listId, value: 'ATTACKER', ttlSeconds: 3_600, reason: '{threat} on {target}' }]
    const rule = await bench.make({ name: 'Block', condition: { field: 'severity', op: 'atLeast', value: 'HIGH' }, actions })
    await bench.send({ src: '198.51.100.7' })
    await bench.run()
    const [match] = await matches()
    expect(match).toMatchObject({ state: 'DONE', ruleName: 'Block', ruleVersion: 1, dueAt: null })
    expect(match?.matched).toEqual([{ path: '', text: 'Severity is at least high', value: 'high' }])
    expect(outcomesOf(match)).toEqual([
      { action: 'Add the attacker to ‘List ADDRESS’ for 1 hour', state: 'DONE', message: 'Added 198.51.100.7' },
    ])
    expect(await entries()).toMatchObject([
      {
        value: '198.51.100.7',
        cause: 'RULE',
        reason: 'Made-up Overflow on 192.0.2.10',
        alertId: match?.alertId,
        incidentId: match?.incidentId,
      },
    ])
    const { activities } = await onlyIncident()
    expect(activities.map(({ kind, cause }) => [kind, cause])).toEqual([
      ['CREATED', 'SYSTEM'],
      ['RULE_MATCHED', 'RULE'],
      ['RULE_ACTED', 'RULE'],
    ])
    expect(activities[2]?.facts).toMatchObject({ ruleId: rule.id, ruleName: 'Block', version: 1 })
    expect(await bench.domain.rules.rules.stats(rule.id, 24)).toMatchObject({ matches: 1, actions: 1, entries: 1 })
  })

  it('says why a value is not added: it is protected, there already, cooling down, or there is none', async () => {
    const list = await newList()
    const urls = await newList('URL')
    const add = { do: 'addToList', listId: toGlobalId('List', list.id), value: 'ATTACKER' }
    await bench.make({ actions: [add, add, { ...add, listId: toGlobalId('List', urls.id), value: 'URL' }] })
    await database.prisma.protection.create({
      data: { kind: 'NETWORK', value: '203.0.113.0/24', rangeFirst: '203.0.113.0', rangeLast: '203.0.113.255', description: 'Partner' },
    })
    await database.prisma.unblockCoolDown.create({
      data: { kind: 'ADDRESS', value: '198.51.100.9', until: new Date(Date.now() + 3_600_000) },
    })
    await bench.send({ src: '203.0.113.8' }, { src: '198.51.100.9' }, { src: '198.51.100.7' })
    await bench.run()
    const [isProtected, coolingDown, fresh] = await matches()
    expect(outcomesOf(isProtected)[0]).toMatchObject({ state: 'REFUSED', message: 'Protected: 203.0.113.0/24 (Partner)' })
    expect(outcomesOf(coolingDown)[0]).toMatchObject({ state: 'REFUSED', message: expect.stringContaining('was unblocked') as string })
    expect(statesOf(fresh)).toEqual(['DONE', 'SKIPPED', 'SKIPPED'])
    expect(outcomesOf(fresh)[2]?.message).toBe('The alert does not have the URL')
  })

  it('removes from a list', async () => {
    const list = await newList()
    const listId = toGlobalId('List', list.id)
    await bench.domain.entryService.add(bench.administrator, { listId: list.id, values: ['198.51.100.7'] })
    await bench.make({ actions: [{ do: 'removeFromList', listId, value: 'ATTACKER', reason: 'scan of ours' }] })
    await bench.send({ src: '198.51.100.7' }, { src: '198.51.100.8' })
    await bench.run()
    expect((await matches()).map(statesOf)).toEqual([['DONE'], ['SKIPPED']])
    expect(await entries()).toEqual([])
  })

  it('tells a list that is gone', async () => {
    const list = await newList()
    await bench.make({
      actions: [
        { do: 'addToList', listId: toGlobalId('List', list.id), value: 'ATTACKER' },
        { do: 'tag', tags: ['Seen'] },
      ],
    })
    await database.prisma.list.delete({ where: { id: list.id } })
    await bench.send({})
    await bench.run()
    const [match] = await matches()
    expect(match?.state).toBe('FAILED')
    expect(statesOf(match)).toEqual(['FAILED', 'DONE'])
  })
})

describe('actions on incidents', () => {
  it('does everything that people do, with its cause', async () => {
    const analyst = await buildUser(database)
    const team = await database.prisma.team.create({ data: { name: 'Night shift' } })
    await bench.make({
      actions: [
        { do: 'setSeverity', severity: 'CRITICAL' },
        { do: 'setClassification', value: 'Malware' },
        { do: 'setAttackVector', value: 'Web' },
        { do: 'setDisposition', value: 'True positive' },
        { do: 'assign', userId: toGlobalId('User', analyst.id) },
        { do: 'assign', teamId: toGlobalId('Team', team.id) },
        { do: 'tag', tags: ['Crown Jewels', 'x'] },
        { do: 'comment', text: 'Seen at {firewall}' },
        { do: 'close', summary: 'Known: {threat}', disposition: 'Benign, expected' },
        { do: 'setClassification', value: 'Never heard of' },
        { do: 'ignore', summary: 'too late' },
        {
          do: 'notify',
          channelId: toGlobalId(
            'Channel',
            (await database.prisma.channel.create({ data: { name: 'SOC', kind: 'EMAIL', target: 'soc@corp.example' } })).id,
          ),
        },
      ],
    })
    await bench.send({})
    await bench.run()
    expect(outcomesOf((await matches())[0]).map(({ state, message }) => [state, message])).toEqual([
      ...Array<unknown>(9).fill(['DONE', null]),
      ['REFUSED', '‘Never heard of’ is not a classification (any more)'],
      ['REFUSED', 'The incident is closed: reopen it first'],
      ['DONE', 'Handed to channel ‘SOC’'],
    ])
    const incident = await onlyIncident()
    expect(incident).toMatchObject({
      severity: 5,
      severitySet: true,
      classification: 'Malware',
      attackVector: 'Web',
      disposition: 'Benign, expected',
      assigneeId: analyst.id,
      teamId: team.id,
      tags: ['crown jewels', 'x'],
      state: 'CLOSED',
      closeSummary: 'Known: Made-up Overflow',
      linking: false,
    })
    expect(incident.activities.filter(({ cause }) => cause === 'RULE').map(({ kind }) => kind)).toEqual([
      'RULE_MATCHED',
      'EDITED',
      'EDITED',
      'EDITED',
      'EDITED',
      'ASSIGNED',
      'EDITED',
      'EDITED',
      'COMMENTED',
      'CLOSED',
      'RULE_ACTED',
    ])
    expect(incident.activities.find(({ kind }) => kind === 'EDITED')?.facts).toMatchObject({
      changes: [{ field: 'severity', before: 'HIGH', after: 'CRITICAL' }],
    })
    await database.prisma.channel.deleteMany()
  })

  it('keeps a severity that was set when worse alerts come', async () => {
    await bench.make({ condition: { field: 'severity', op: 'is', value: 'HIGH' }, actions: [{ do: 'setSeverity', severity: 'LOW' }] })
    await bench.send({ severity: 'high' })
    await bench.run()
    await bench.send({ severity: 'critical' })
    expect(await onlyIncident()).toMatchObject({ severity: 2, alertCount: 2n })
  })

  it('skips what needs an incident where there is none', async () => {
    await bench.make({ actions: [{ do: 'tag', tags: ['x'] }] })
    await bench.send({ severity: 'informational' })
    await bench.run()
    expect(outcomesOf((await matches())[0])).toMatchObject([{ state: 'SKIPPED', message: 'The alert belongs to no incident' }])
  })

  it('tells an incident once that a rule matched', async () => {
    await bench.make({ actions: [{ do: 'tag', tags: ['x'] }] })
    await bench.send({}, {}, {})
    await bench.run()
    expect((await onlyIncident()).activities.filter(({ kind }) => kind === 'RULE_MATCHED')).toHaveLength(1)
  })
})

describe('facts that come later', () => {
  const finance = { field: 'userDepartment', op: 'is', value: 'Finance' }
  const answer = (department: string) =>
    database.pool.query(
      `INSERT INTO lookup (provider, kind, value, state, facts, answered_at, expires_at, created_at)
       VALUES ('DIRECTORY', 'USER', 'corp\\ann', 'KNOWN', $1::jsonb, now(), now() + interval '1 day', now())
       ON CONFLICT (provider, kind, value) DO UPDATE SET facts = excluded.facts`,
      [JSON.stringify({ displayName: 'Ann', department, groups: [], accountState: 'ACTIVE' })],
    )

  it('waits for what a directory says', async () => {
    await bench.make({ condition: finance, actions: [{ do: 'tag', tags: ['finance'] }] })
    await bench.send({ dstuser: 'corp\\ann' })
    await bench.run()
    const [waiting] = await matches()
    expect(waiting).toMatchObject({ state: 'WAITING', claimedUntil: null })
    expect(waiting?.dueAt?.getTime()).toBeGreaterThan(Date.now())
    await answer('Finance')
    await dueNow()
    await bench.run()
    const [match] = await matches()
    expect(match?.state).toBe('DONE')
    expect(match?.matched).toEqual([{ path: '', text: 'Department of the user is ‘Finance’', value: 'finance' }])
    // Known from now on: the next one need not wait.
    await bench.send({ dstuser: 'corp\\ann' })
    expect((await matches())[1]?.state).toBe('DUE')
  })

  it('comes to nothing where the answer is no, or does not arrive in time', async () => {
    await bench.make({ condition: finance, actions: [{ do: 'tag', tags: ['finance'] }], waitSeconds: 0 })
    await bench.send({ dstuser: 'corp\\bob' })
    await bench.run()
    expect((await matches())[0]).toMatchObject({
      state: 'NO_MATCH',
      outcomes: [{ message: 'Unknown: what the directory says of corp\\bob did not arrive within 0 seconds' }],
    })
    await answer('Sales')
    await bench.send({ dstuser: 'corp\\ann' })
    await bench.run()
    expect((await matches())[1]?.state).toBe('NO_MATCH')
    expect((await onlyIncident()).tags).toEqual([])
  })

  it('counts alerts, and knows what was seen before', async () => {
    await bench.make({
      name: 'Many',
      condition: { count: { per: 'attacker', atLeast: 3, windowSeconds: 600 } },
      actions: [{ do: 'tag', tags: ['many'] }],
    })
    await bench.make({
      name: 'First',
      condition: { firstSeen: { of: 'attacker', withinDays: 7 } },
      actions: [{ do: 'tag', tags: ['first'] }],
    })
    await bench.send({ src: '198.51.100.7' }, { src: '198.51.100.7' })
    await bench.send({ src: '198.51.100.7' }, { src: '198.51.100.8' })
    await bench.run()
    const done = (await matches()).filter(({ state }) => state === 'DONE').map(({ ruleName, alertId }) => [ruleName, alertId])
    const alerts = await database.prisma.alert.findMany({ orderBy: { id: 'asc' } })
    expect(done).toEqual([
      ['First', alerts[0]?.id],
      ['Many', alerts[2]?.id],
      ['First', alerts[3]?.id],
    ])
  })
})

describe('order and modes', () => {
  it('stops after a match, in the order of the rules', async () => {
    const first = await bench.make({ name: 'A', actions: [{ do: 'tag', tags: ['a'] }] })
    const second = await bench.make({ name: 'B', stopAfterMatch: true, actions: [{ do: 'tag', tags: ['b'] }] })
    await bench.make({ name: 'C', actions: [{ do: 'tag', tags: ['c'] }] })
    await bench.send({})
    await bench.domain.rules.service.reorder(bench.administrator, [second.id, first.id])
    await bench.domain.rules.book.refresh()
    await bench.send({})
    expect((await matches()).map(({ ruleName }) => ruleName)).toEqual(['A', 'B', 'B'])
  })

  it('only tells what it would do', async () => {
    const list = await newList()
    const listId = toGlobalId('List', list.id)
    await bench.make({
      mode: 'LOG_ONLY',
      actions: [
        { do: 'addToList', listId, value: 'ATTACKER' },
        { do: 'tag', tags: ['x'] },
      ],
    })
    await bench.send({ src: '198.51.100.7' })
    await bench.run()
    const [match] = await matches()
    expect(match?.state).toBe('LOGGED')
    expect(outcomesOf(match).map(({ state, message }) => [state, message])).toEqual([
      ['WOULD_DO', 'It would add 198.51.100.7'],
      ['WOULD_DO', null],
    ])
    expect(await entries()).toEqual([])
    expect((await onlyIncident()).activities).toHaveLength(1)
  })

  it('does nothing any more once it is switched off or deleted', async () => {
    const off = await bench.make({ name: 'Off', actions: [{ do: 'tag', tags: ['x'] }] })
    const gone = await bench.make({ name: 'Gone', actions: [{ do: 'tag', tags: ['x'] }] })
    await bench.send({})
    await bench.domain.rules.service.update(bench.administrator, { id: off.id, expectedVersion: 1, mode: 'OFF' })
    await bench.domain.rules.service.delete(bench.administrator, { id: gone.id, expectedVersion: 1 })
    await bench.run()
    expect((await matches()).map(({ state, outcomes }) => [state, outcomesOf({ outcomes })[0]?.message])).toEqual([
      ['FAILED', 'The rule was switched off'],
      ['FAILED', 'The rule was deleted'],
    ])
    await bench.domain.rules.book.refresh()
    await bench.send({})
    expect(await matches()).toHaveLength(2)
  })
})

describe('what holds rules back', () => {
  it('asks before it goes on, and goes on where it stood', async () => {
    const list = await newList()
    const listId = toGlobalId('List', list.id)
    const actions = [
      { do: 'tag', tags: ['before'] },
      { do: 'addToList', listId, value: 'ATTACKER', approval: true },
      { do: 'tag', tags: ['after'] },
    ]
    await bench.make({ actions })
    await bench.send({ src: '198.51.100.7' }, { src: '198.51.100.8' })
    await bench.run()
    const [one, other] = await matches()
    expect([one?.state, statesOf(one)]).toEqual(['AWAITING_APPROVAL', ['DONE', 'AWAITING_APPROVAL']])
    expect((await onlyIncident()).tags).toEqual(['before'])
    const { decide } = decisions()
    await decide([one?.id], true)
    await decide([other?.id], false)
    await bench.run()
    const [agreed, rejected] = await matches()
    expect([agreed?.state, statesOf(agreed)]).toEqual(['DONE', ['DONE', 'DONE', 'DONE']])
    expect([rejected?.state, outcomesOf(rejected).at(-1)]).toEqual([
      'REJECTED',
      expect.objectContaining({ state: 'REFUSED', message: 'Rejected by administrator' }),
    ])
    expect((await entries()).map(({ value }) => value)).toEqual(['198.51.100.7'])
    await expect(decide([one?.id], true)).rejects.toThrow('1 of them do not wait')
    const [{ ruleId } = { ruleId: 0 }] = await matches()
    expect(await bench.domain.rules.rules.stats(ruleId, 1)).toMatchObject({ matches: 2, actions: 3, entries: 1 })
  })

  it('goes on where the alerts are when the incident was merged meanwhile, and is told there', async () => {
    await bench.make({ actions: [{ do: 'tag', tags: ['after'], approval: true }] })
    await bench.send({ src: '198.51.100.7' })
    await bench.run()
    const [match] = await matches()
    const from = await onlyIncident()
    const into = await buildIncident(database, { state: 'OPEN', sourceId: from.sourceId })
    const { merger } = bench.domain.story
    await merger.merge(bench.administrator, { ids: [String(from.id)], intoId: String(into.id), expectedVersion: 1 })
    await decisions().decide([match?.id], true)
    await bench.run()
    expect(statesOf((await matches())[0])).toEqual(['DONE'])
    const tagsOf = async (id: bigint) => (await database.prisma.incident.findUniqueOrThrow({ where: { id } })).tags
    expect([await tagsOf(from.id), await tagsOf(into.id)]).toEqual([[], ['after']])
    const page = { afterId: undefined, limit: 10 }
    expect(await bench.domain.rules.rules.matches({ incidentId: String(into.id), ...page })).toMatchObject([{ id: match?.id.toString() }])
  })

  it('may do what the role of its owner may', async () => {
    const list = await newList()
    const actions = [
      { do: 'addToList', listId: toGlobalId('List', list.id), value: 'ATTACKER' },
      { do: 'tag', tags: ['x'] },
    ]
    const rule = await bench.make({ actions })
    await database.prisma.user.update({ where: { id: rule.ownerId }, data: { role: 'VIEWER' } })
    await bench.send({ src: '198.51.100.7' })
    await bench.run()
    await database.prisma.user.update({ where: { id: rule.ownerId }, data: { role: 'ADMINISTRATOR', disabledAt: new Date() } })
    await bench.send({ src: '198.51.100.8' })
    await bench.run()
    expect((await matches()).map(({ outcomes }) => outcomesOf({ outcomes }).map(({ state, message }) => [state, message]))).toEqual([
      [
        ['REFUSED', 'The owner of the rule may not (list:write)'],
        ['REFUSED', 'The owner of the rule may not (incident:write)'],
      ],
      Array<unknown>(2).fill(['REFUSED', 'The owner of the rule is gone or switched off']),
    ])
    expect(await entries()).toEqual([])
  })

  it('stops itself when it adds too much', async () => {
    const list = await newList()
    const rule = await bench.make({
      maxEntriesPerHour: 2,
      actions: [{ do: 'addToList', listId: toGlobalId('List', list.id), value: 'ATTACKER' }],
    })
    // Once more for one that is there already: that adds nothing.
    await bench.send(...['1', '2', '1', '3', '4', '5'].map(host => ({ src: `198.51.100.${host}` })))
    await bench.run()
    expect((await matches()).map(({ state }) => state)).toEqual(['DONE', 'DONE', 'DONE', 'FAILED', 'FAILED', 'FAILED'])
    expect((await entries()).map(({ value }) => value)).toEqual(['198.51.100.1', '198.51.100.2'])
    expect(await database.prisma.rule.findUniqueOrThrow({ where: { id: rule.id } })).toMatchObject({
      mode: 'OFF',
      version: 2,
      stoppedReason: 'It was about to add more than 2 entries within an hour',
    })
    expect(bench.domain.hints).toContain(`rules ${rule.id}`)
    await bench.domain.rules.service.update(bench.administrator, { id: rule.id, expectedVersion: 2, mode: 'ON' })
    expect(await database.prisma.rule.findUniqueOrThrow({ where: { id: rule.id } })).toMatchObject({ mode: 'ON', stoppedAt: null })
  })
})

describe('crashes and company', () => {
  it('does nothing twice when it died before it could say what it had done', async () => {
    const list = await newList()
    const actions = [
      { do: 'addToList', listId: toGlobalId('List', list.id), value: 'ATTACKER' },
      { do: 'comment', text: 'Once' },
      { do: 'close', summary: 'Once' },
    ]
    await bench.make({ actions })
    await bench.send({ src: '198.51.100.7' })
    await bench.run()
    await database.pool.query("UPDATE rule_match SET state = 'DUE', outcomes = '[]', due_at = now()")
    await bench.run()
    expect(statesOf((await matches())[0])).toEqual(['DONE', 'DONE', 'DONE'])
    expect(await entries()).toHaveLength(1)
    const kinds = (await onlyIncident()).activities.map(({ kind }) => kind)
    expect(kinds.filter(kind => kind === 'COMMENTED' || kind === 'CLOSED' || kind === 'RULE_ACTED')).toEqual([
      'RULE_ACTED',
      'COMMENTED',
      'CLOSED',
    ])
  })

  it('goes on at the next action when one failed for a fault of ours', async () => {
    await bench.make({
      actions: [
        { do: 'comment', text: 'One' },
        { do: 'comment', text: 'Two' },
      ],
    })
    await bench.send({})
    // A table that is not there is as good as a database that fails.
    await database.pool.query('ALTER TABLE field_value RENAME TO hidden')
    await database.pool.query('UPDATE rule_match SET outcomes = \'[{"action":"One","state":"DONE","message":null}]\'')
    await database.pool.query('ALTER TABLE incident_activity RENAME TO hidden_activity')
    await bench.run()
    await database.pool.query('ALTER TABLE hidden RENAME TO field_value')
    await database.pool.query('ALTER TABLE hidden_activity RENAME TO incident_activity')
    expect((await matches())[0]).toMatchObject({ state: 'DUE', claimedUntil: null })
    await dueNow()
    await bench.run()
    expect((await onlyIncident()).activities.map(({ detail }) => detail).filter(Boolean)).toEqual(['Two'])
  })

  it('shares the work between replicas, each action once', async () => {
    const other = await ruleBench(database)
    await bench.make({ actions: [{ do: 'comment', text: '{alert}' }] })
    await bench.send(...Array.from({ length: 40 }, (_, at) => ({ src: `198.51.100.${at}`, dst: `192.0.2.${at % 4}` })))
    await Promise.all([bench.run(), other.run()])
    await bench.run()
    expect((await matches()).every(({ state }) => state === 'DONE')).toBe(true)
    const comments = await database.prisma.incidentActivity.findMany({ where: { kind: 'COMMENTED' } })
    expect(new Set(comments.map(({ detail }) => detail)).size).toBe(40)
    expect(comments).toHaveLength(40)
  })

  it('forgets what came to nothing after an hour, and everything after 90 days', async () => {
    await bench.make({ condition: ALWAYS, actions: [{ do: 'tag', tags: ['x'] }] })
    await bench.send({}, {}, {})
    await bench.run()
    const [one, two] = await matches()
    await database.pool.query("UPDATE rule_match SET state = 'NO_MATCH', finished_at = now() - interval '2 hours' WHERE id = $1", [one?.id])
    await database.pool.query("UPDATE rule_match SET created_at = now() - interval '91 days' WHERE id = $1", [two?.id])
    await bench.domain.rules.runner.upkeep()
    expect(await matches()).toHaveLength(1)
  })
})

function decisions() {
  const service = bench.domain.rules.decisions
  return {
    decide: (ids: readonly (bigint | undefined)[], approve: boolean) =>
      service.decide(bench.administrator, { ids: ids.map(String), approve }),
  }
}
