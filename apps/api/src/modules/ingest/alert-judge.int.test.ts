import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildSource } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { syslogLine, threatLine } from '../../../../../test/support/syslog-lines.js'
import { createLogger } from '../../platform/logger.js'
import type { AlertJudge, JudgedAlert } from './alert-judge.js'
import { BatchWriter } from './batch-writer.js'
import type { SyslogLine } from './syslog-line.js'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  await buildSource(database)
})
afterEach(() => database.pool.query('TRUNCATE alert, incident, rule_match, ingest_batch CASCADE'))
afterAll(() => database.drop())

let sequence = 1
const line = (subtype: string): SyslogLine =>
  syslogLine(threatLine({ serial: '001', subtype, severity: 'critical', action: 'alert', seqno: String((sequence += 1)) }))

const writerWith = (judge: AlertJudge) =>
  new BatchWriter({
    pool: database.pool,
    logger: createLogger('silent'),
    judge,
    onDropped: () => undefined,
    onStored: () => undefined,
    startTimer: () => () => undefined,
  })

const virusRule = (seen: JudgedAlert[] = []): AlertJudge => ({
  judge: alerts => {
    seen.push(...alerts)
    return alerts.map(({ alert }) =>
      alert.subtype === 'virus'
        ? [{ ruleId: 7, ruleVersion: 2, ruleName: 'Viruses', state: 'DUE', matched: [{ text: 'Subtype is virus' }], waitUntil: undefined }]
        : [],
    )
  },
})

describe('match conditions on the way of alerts', () => {
  it('records each match with its alert and incident, in the same transaction', async () => {
    const seen: JudgedAlert[] = []
    await writerWith(virusRule(seen)).write({ key: randomUUID(), lines: [line('virus'), line('spyware'), line('virus')] })
    expect(seen.map(({ source, firewall }) => [source, firewall.serial])).toEqual(Array(3).fill(['Edge firewalls', '001']))
    const alerts = await database.prisma.alert.findMany({ where: { subtype: 'virus' }, orderBy: { id: 'asc' } })
    const matches = await database.prisma.ruleMatch.findMany({ orderBy: { alertId: 'asc' } })
    expect(matches.map(match => [match.alertId, match.incidentId, match.state, match.ruleName])).toEqual(
      alerts.map(alert => [alert.id, alert.incidentId, 'DUE', 'Viruses']),
    )
    expect(matches).toHaveLength(2)
    expect(matches[0]?.dueAt).not.toBeNull()
  })

  it('judges a batch once, however often it is handed over', async () => {
    const batch = { key: randomUUID(), lines: [line('virus')] }
    const seen: JudgedAlert[] = []
    const writer = writerWith(virusRule(seen))
    await writer.write(batch)
    await writer.write(batch)
    expect(await database.prisma.ruleMatch.count()).toBe(1)
  })

  it('stores alerts though the rules fail', async () => {
    const failing: AlertJudge = {
      judge: () => {
        throw new Error('a fault of ours')
      },
    }
    await writerWith(failing).write({ key: randomUUID(), lines: [line('virus')] })
    expect(await database.prisma.alert.count()).toBe(1)
    expect(await database.prisma.ruleMatch.count()).toBe(0)
  })
})
