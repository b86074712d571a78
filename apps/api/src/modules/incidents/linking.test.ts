import { describe, expect, it } from 'vitest'
import { buildThreatLine, readLine, understand, type UnderstoodAlert } from '../panos-log/index.js'
import { linkId, linkOf, linkSummary, opensIncident, planLinks, type LinkingPolicy } from './linking.js'

const AT = Date.UTC(2026, 4, 4, 12, 0, 0)
const HOUR = 3_600_000

const POLICY: LinkingPolicy = {
  linkEvents: true,
  linkKeys: ['VICTIM_USER', 'VICTIM_ADDRESS'],
  linkWindowSeconds: 24 * 3600,
  incidentMinSeverity: 3,
  incidentVerdicts: ['MALICIOUS', 'PHISHING'],
  incidentBlocked: true,
}

function alert(changes: Partial<UnderstoodAlert> = {}): UnderstoodAlert {
  const line = buildThreatLine(
    {
      serial: '1',
      subtype: 'vulnerability',
      src: '198.51.100.7',
      dst: '192.0.2.10',
      action: 'alert',
      severity: 'high',
      direction: 'client-to-server',
      threatid: 'Overflow(91991)',
    },
    { layout: '11.0', header: 'BSD', at: AT },
  )
  const reading = readLine(line)
  if (reading.kind !== 'alert') throw new Error('not an alert')
  return { ...understand(reading.told, { timeZone: 'UTC', addressOrder: 'AUTO' }, AT), occurredAt: AT, ...changes }
}

describe('linkOf', () => {
  it.each<[name: string, changes: Partial<UnderstoodAlert>, keys: LinkingPolicy['linkKeys'], link: unknown]>([
    [
      'the first key that has a value',
      { dstUser: undefined },
      ['VICTIM_USER', 'VICTIM_ADDRESS'],
      { key: 'VICTIM_ADDRESS', value: '192.0.2.10' },
    ],
    ['users in lower case with their domain', { dstUser: 'CORP\\Ann' }, ['VICTIM_USER'], { key: 'VICTIM_USER', value: 'corp\\ann' }],
    [
      'the other side when the source is the victim',
      { victimSide: 'SOURCE', srcUser: 'bob' },
      ['VICTIM_USER'],
      { key: 'VICTIM_USER', value: 'bob' },
    ],
    ['the attacker', {}, ['ATTACKER_ADDRESS'], { key: 'ATTACKER_ADDRESS', value: '198.51.100.7' }],
    [
      'host names in lower case',
      { dstHostname: 'PC-7.Example.com' },
      ['VICTIM_HOSTNAME'],
      { key: 'VICTIM_HOSTNAME', value: 'pc-7.example.com' },
    ],
    [
      'mail recipients in lower case',
      { mailRecipient: 'Ann@Example.com' },
      ['EMAIL_RECIPIENT'],
      { key: 'EMAIL_RECIPIENT', value: 'ann@example.com' },
    ],
    ['subjects as they are', { mailSubject: ' Invoice 7 ' }, ['EMAIL_SUBJECT'], { key: 'EMAIL_SUBJECT', value: 'Invoice 7' }],
    ['nothing without a victim', { victimSide: undefined, dstUser: 'ann' }, ['VICTIM_USER', 'VICTIM_ADDRESS'], undefined],
    ['nothing for blanks', { mailSender: '  ' }, ['EMAIL_SENDER'], undefined],
  ])('gives %s', (_, changes, keys, link) => {
    expect(linkOf(alert(changes), keys)).toEqual(link)
  })

  it('keeps values short enough for an index', () => {
    expect(linkOf(alert({ mailSubject: 'x'.repeat(5000) }), ['EMAIL_SUBJECT'])?.value).toHaveLength(512)
  })
})

describe('opensIncident', () => {
  it.each<[opens: boolean, name: string, changes: Partial<UnderstoodAlert>, policy: Partial<LinkingPolicy>]>([
    [true, 'the lowest severity that opens', { severity: 'MEDIUM' }, {}],
    [false, 'a lower severity', { severity: 'LOW' }, {}],
    [false, 'an unknown severity', { severity: 'UNKNOWN' }, {}],
    [true, 'an unknown severity when everything opens', { severity: 'UNKNOWN' }, { incidentMinSeverity: 0 }],
    [true, 'a chosen verdict, however low the severity', { verdict: 'PHISHING', severity: 'INFORMATIONAL' }, {}],
    [false, 'another verdict, however high the severity', { verdict: 'GRAYWARE', severity: 'CRITICAL' }, {}],
    [true, 'a blocked alert', { blocked: true }, {}],
    [false, 'a blocked alert when those do not count', { blocked: true }, { incidentBlocked: false }],
    [false, 'a blocked malicious file when those do not count', { blocked: true, verdict: 'MALICIOUS' }, { incidentBlocked: false }],
  ])('is %s for %s', (opens, _, changes, policy) => {
    expect(opensIncident(alert(changes), { ...POLICY, ...policy })).toBe(opens)
  })
})

describe('planLinks', () => {
  const link = { key: 'VICTIM_ADDRESS', value: '192.0.2.10' } as const
  const taking = (lastAlertAt: number) => new Map([[linkId(link), { id: 7n, lastAlertAt }]])

  it('lets a muted incident take alerts after its window too', () => {
    const muted = new Map([[linkId(link), { id: 7n, lastAlertAt: AT - 100 * 24 * HOUR, muted: true }]])
    const plan = planLinks([alert(), alert({ blocked: true, severity: 'CRITICAL' })], POLICY, muted)
    expect(plan).toMatchObject({ opened: [], retired: [] })
    expect(plan.joined.get(7n)).toMatchObject({ severity: 5, alerts: 2, allowed: 1, allowedSeverity: 4 })
  })

  it('opens one incident for alerts with the same link, and counts them', () => {
    const plan = planLinks(
      [alert({ repeatCount: 3 }), alert({ blocked: true, severity: 'CRITICAL', threatName: 'Worse', occurredAt: AT + 1000 })],
      POLICY,
      new Map(),
    )
    expect(plan.opened).toEqual([
      {
        link,
        linking: true,
        title: 'Worse',
        tally: { severity: 5, firstAlertAt: AT, lastAlertAt: AT + 1000, alerts: 2, events: 4, blocked: 1, allowed: 1, allowedSeverity: 4 },
      },
    ])
    expect(plan.alerts.map(({ incident }) => incident)).toEqual([plan.opened[0], plan.opened[0]])
  })

  it('joins the incident that takes alerts with the link', () => {
    const plan = planLinks([alert()], POLICY, taking(AT - 23 * HOUR))
    expect(plan.opened).toEqual([])
    expect(plan.joined.get(7n)).toMatchObject({ alerts: 1, lastAlertAt: AT })
    expect(plan.alerts).toEqual([{ link, incident: 7n }])
  })

  it('lets a late alert join, although it happened before the last one', () => {
    expect(planLinks([alert()], POLICY, taking(AT + 30 * HOUR)).alerts[0]?.incident).toBe(7n)
  })

  it('opens another and retires the old one after the window', () => {
    const plan = planLinks([alert()], POLICY, taking(AT - 25 * HOUR))
    expect(plan.retired).toEqual([7n])
    expect(plan.opened).toMatchObject([{ linking: true }])
  })

  it('retires what holds the key, not the incident that it passes the alerts on to', () => {
    const [[id, incident] = []] = [...taking(AT - 25 * HOUR)]
    if (id === undefined || incident === undefined) throw new Error('Nothing takes alerts')
    const passing = new Map([[id, { ...incident, heldBy: 5n }]])
    expect(planLinks([alert()], POLICY, passing)).toMatchObject({ retired: [5n], opened: [{ linking: true }] })
    expect(planLinks([alert()], POLICY, new Map([[id, { ...incident, heldBy: 5n, lastAlertAt: AT }]])).alerts[0]?.incident).toBe(7n)
  })

  it('measures the window from the last alert of the same batch', () => {
    const plan = planLinks(
      [alert(), alert({ occurredAt: AT + 20 * HOUR }), alert({ occurredAt: AT + 40 * HOUR })],
      POLICY,
      taking(AT - 20 * HOUR),
    )
    expect(plan.joined.get(7n)?.alerts).toBe(3)
  })

  it('leaves only the last incident of a link linking when the window passes within a batch', () => {
    const plan = planLinks([alert(), alert({ occurredAt: AT + 30 * HOUR })], POLICY, new Map())
    expect(plan.opened.map(({ linking }) => linking)).toEqual([false, true])
  })

  it('keeps what joined before its incident was retired in the same batch', () => {
    const plan = planLinks([alert(), alert({ occurredAt: AT + 30 * HOUR })], POLICY, taking(AT))
    expect(plan.joined.get(7n)?.alerts).toBe(1)
    expect(plan.retired).toEqual([7n])
    expect(plan.opened).toHaveLength(1)
  })

  it('lets an alert that is too slight to open an incident join one', () => {
    const plan = planLinks([alert({ severity: 'LOW' })], POLICY, taking(AT))
    expect(plan.alerts[0]?.incident).toBe(7n)
  })

  it('gives no incident to a slight alert alone, and retires nothing for it', () => {
    const plan = planLinks([alert({ severity: 'LOW' })], POLICY, taking(AT - 25 * HOUR))
    expect(plan).toMatchObject({ opened: [], retired: [], alerts: [{ incident: undefined }] })
  })

  it('opens an incident for each alert without linking when Link Events is off', () => {
    const plan = planLinks([alert(), alert()], { ...POLICY, linkEvents: false }, taking(AT))
    expect(plan.opened.map(incident => [incident.link, incident.linking])).toEqual([
      [undefined, false],
      [undefined, false],
    ])
  })

  it('opens an incident of its own for an alert that has none of the keys', () => {
    const plan = planLinks([alert(), alert()], { ...POLICY, linkKeys: ['EMAIL_SENDER'] }, new Map())
    expect(plan.opened).toHaveLength(2)
  })

  it('names an incident after the subtype when the threat has no name', () => {
    expect(planLinks([alert({ threatName: '' })], POLICY, new Map()).opened[0]?.title).toBe('vulnerability')
    const url = alert({ threatName: '', subtype: 'url', url: 'login.bank.example/a' })
    expect(planLinks([url], POLICY, new Map()).opened[0]?.title).toBe('url login.bank.example/a')
  })
})

it('tells a link in words', () => {
  expect(linkSummary({ key: 'VICTIM_USER', value: 'corp\\ann' })).toBe('Linked by victim user corp\\ann')
})
