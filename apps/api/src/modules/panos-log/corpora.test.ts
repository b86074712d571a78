import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { namedFields } from './named-fields.js'
import { readLine } from './read-line.js'
import type { Reading, ToldAlert, UnderstoodAlert } from './told-alert.js'
import { understand } from './understand.js'

/** Lines that other projects published; kept beside the repository, not in it. Without them these tests do not run. */
const CORPORA = resolve(import.meta.dirname, '../../../../../../shared/corpora')
const present = existsSync(CORPORA)
const ARRIVAL = Date.parse('2026-11-24T10:00:00Z')

interface Line {
  readonly corpus: string
  readonly name: string
  readonly text: string
}

const read = (path: string): string => readFileSync(resolve(CORPORA, path), 'utf8')

/** Every line of every corpus; what stands in a .json as well as in a .log is taken by its name. */
function corpora(): Line[] {
  const lines: Line[] = []
  for (const corpus of readdirSync(CORPORA)) {
    for (const file of readdirSync(resolve(CORPORA, corpus))) {
      if (/log$/.test(file)) {
        const texts = read(`${corpus}/${file}`).split('\n')
        texts
          .filter(text => text.trim() !== '')
          .forEach((text, index) => lines.push({ corpus, name: `${corpus}/${file}:${index + 1}`, text }))
      } else if (/\.json$/.test(file)) {
        const content = JSON.parse(read(`${corpus}/${file}`)) as Record<string, string> | { id: string; raw: string }[]
        const named = Array.isArray(content) ? content.map(({ id, raw }): [string, string] => [id, raw]) : Object.entries(content)
        for (const [name, text] of named) lines.push({ corpus, name, text })
      }
    }
  }
  return lines
}

const lines = present ? corpora() : []
const endOf = (reading: Reading): string =>
  reading.kind === 'alert' ? `alert ${reading.told.format}` : reading.kind === 'set-aside' ? reading.logType : reading.reason

/** Another way to split CSV than the reader's: one regular expression. */
function splitAnotherWay(text: string): string[] | undefined {
  const payload = /(?:^|[\s:])([01],\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d,.*)$/s.exec(text)?.[1]
  if (payload === undefined) return undefined
  const cells = [...payload.trim().matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(match => match[1] ?? '')
  return cells.map(cell => (cell.startsWith('"') && cell.endsWith('"') && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"') : cell))
}

describe.runIf(present)('every line of the corpora', () => {
  it('ends in exactly one kind, by corpus', () => {
    const ends: Record<string, Record<string, number>> = {}
    for (const { corpus, text } of lines) {
      const end = endOf(readLine(text))
      const counts = (ends[corpus] ??= {})
      counts[end] = (counts[end] ?? 0) + 1
    }
    expect(ends).toEqual({
      cribl: {
        'alert PANOS_CSV': 1,
        'alert STRATA_CSV': 1,
        TRAFFIC: 5,
        SYSTEM: 5,
        CORRELATION: 2,
        GLOBALPROTECT: 2,
        CONFIG: 2,
        HIPMATCH: 2,
        USERID: 1,
        DECRYPTION: 1,
      },
      datadog: { UNKNOWN_FORMAT: 1 },
      'issue-shapes': { 'alert PANOS_CSV': 3, 'alert STRATA_CSV': 1, TRAFFIC: 6, SYSTEM: 3, AUDIT: 1 },
      // The lines of the unit tests stand in a .log and a .json.
      metron: { 'alert PANOS_CSV': 58, 'alert PANOS_CEF': 1, TRAFFIC: 58, SYSTEM: 4, CONFIG: 8 },
      'pan-os-syslog': {
        'alert PANOS_CSV': 24,
        'alert STRATA_CSV': 6,
        TRAFFIC: 10,
        SYSTEM: 2,
        USERID: 2,
        CORRELATION: 2,
        GLOBALPROTECT: 6,
      },
      // Two templates whose times were not filled in.
      sc4s: { 'alert PANOS_CSV': 6, TRAFFIC: 9, CONFIG: 2, HIPMATCH: 4, SYSTEM: 4, USERID: 2, DECRYPTION: 2, NO_PAYLOAD: 2 },
      // One line of Traps, another product.
      'splunk-apps': { 'alert PANOS_CSV': 718, TRAFFIC: 39, CONFIG: 37, SYSTEM: 140, CORRELATION: 8, UNKNOWN_FORMAT: 1 },
    })
  })

  it('is named field by field as another splitter finds them', () => {
    let compared = 0
    for (const { name, text } of lines) {
      const cells = splitAnotherWay(text)
      if (cells === undefined || readLine(text).kind !== 'alert' || cells.length === 53) continue
      const named = namedFields(text).map(({ value }) => value)
      // What an open quote holds at the end is read on by one and given up by the other.
      const whole = cells.findIndex(cell => cell.startsWith('"') && !cell.endsWith('"'))
      const count = whole === -1 ? cells.length : whole
      expect(named.slice(0, count), name).toEqual(cells.slice(0, count))
      compared += 1
    }
    expect(compared).toBeGreaterThan(800)
  })

  it('that is a THREAT tells what another splitter finds in its place', () => {
    let compared = 0
    for (const { name, text } of lines) {
      const cells = splitAnotherWay(text)
      const reading = readLine(text)
      if (reading.kind !== 'alert' || reading.told.format !== 'PANOS_CSV' || cells === undefined) continue
      const cell = (place: number): string | undefined => (cells[place - 1] === '' ? undefined : cells[place - 1])
      const { told } = reading
      expect(cell(4), name).toBe('THREAT')
      expect(told, name).toMatchObject({
        subtype: cell(5),
        severity: cell(35)?.toUpperCase(),
        action: cell(31),
        srcIp: cell(8),
        dstIp: cell(9),
        srcPort: Number(cell(25)),
        dstPort: Number(cell(26)),
        srcUser: cell(13),
        dstUser: cell(14),
        rule: cell(12),
        app: cell(15),
        srcZone: cell(17),
        dstZone: cell(18),
        repeatCount: Number(cell(24)),
        sequence: cell(37) === '0' ? undefined : cell(37),
        localTime: cell(7),
        truncated: name === 'file-long-quoted-xff-cut',
      })
      const threat =
        told.threatName === '' ? [`(${told.threatId})`, `${told.threatId}(${told.threatId})`] : [`${told.threatName}(${told.threatId})`]
      expect(threat, name).toContain(cell(33))
      compared += 1
    }
    expect(compared).toBeGreaterThan(800)
  })
})

describe.runIf(present)('lines of each release and source', () => {
  function understood(name: string): UnderstoodAlert {
    const reading = readLine(lines.find(line => line.name === name)?.text ?? '')
    if (reading.kind !== 'alert') throw new Error(`${name}: ${JSON.stringify(reading)}`)
    return understand(reading.told, { timeZone: 'UTC', addressOrder: 'AUTO' }, ARRIVAL)
  }
  const parties = (src: string, srcPort: number, dst: string, dstPort: number): Partial<ToldAlert> => ({
    srcIp: src,
    srcPort,
    dstIp: dst,
    dstPort,
  })
  const threat = (threatId: bigint | undefined, threatName: string): Partial<ToldAlert> => ({ threatId, threatName })

  it.each<[name: string, time: string, expected: Partial<UnderstoodAlert>]>([
    [
      'THREAT_60',
      '2015-01-05T05:38:58.000Z',
      {
        ...parties('10.0.0.115', 54_180, '216.0.10.198', 80),
        ...threat(40_019n, 'HTTP: IIS Denial Of Service Attempt'),
        subtype: 'vulnerability',
        severity: 'HIGH',
        action: 'reset-both',
        srcUser: 'example\\user.name',
        rule: 'EX-Allow',
        fieldCount: 45,
        blocked: true,
        attackerSide: 'SOURCE',
        victimSide: 'DESTINATION',
      },
    ],
    [
      'THREAT_70',
      '2017-05-24T09:53:10.000Z',
      {
        ...parties('217.1.2.3', 80, '10.1.8.7', 51_787),
        ...threat(2_457_399n, 'Virus/Win32.WGeneric.lumeo'),
        subtype: 'virus',
        severity: 'MEDIUM',
        dstUser: 'user',
        rule: 'WLAN-Internet',
        fileName: 'abcdef310.exe',
        fieldCount: 61,
        // Up to 8.0 the source of a download is the server.
        attackerSide: 'SOURCE',
        victimSide: 'DESTINATION',
      },
    ],
    [
      'THREAT_80',
      '2018-02-01T21:29:03.000Z',
      {
        ...parties('213.211.198.62', 80, '172.16.2.6', 53_161),
        ...threat(39_040n, 'Eicar File Detected'),
        action: 'reset-server',
        url: 'www.eicar.org/download/eicar.com',
        fileName: 'eicar.com',
        threatCategory: 'code-execution',
        fieldCount: 72,
      },
    ],
    [
      'threat_8_1_D',
      '2019-11-03T07:01:51.000Z',
      {
        ...parties('192.0.2.105', 31_532, '192.0.2.106', 25),
        ...threat(52_143n, 'Email Link'),
        subtype: 'file',
        severity: 'LOW',
        rule: 'My-Email-Rule',
        mailSender: '"John Doe" <jdoe@example.com>',
        mailSubject: 'Hello, Worlds',
        mailRecipient: '<foo@bar.org>',
      },
    ],
    [
      'threat_8_1_E',
      '2019-11-03T07:28:04.000Z',
      {
        ...threat(52_020n, 'Windows Executable (EXE)'),
        repeatCount: 2,
        fileName: 'SylinkDrop.exe',
        direction: 'SERVER_TO_CLIENT',
        attackerSide: 'DESTINATION',
        victimSide: 'SOURCE',
      },
    ],
    [
      'threat_8_1_I',
      '2020-01-10T01:56:38.000Z',
      {
        ...parties('192.0.2.15', 45_476, '192.0.2.30', 53),
        ...threat(320_511_141n, 'Suspicious DNS Query (generic:comparetvs.net)'),
        subtype: 'spyware',
        action: 'sinkhole',
        blocked: true,
        domain: 'comparetvs.net',
        attackerSide: undefined,
        victimSide: 'SOURCE',
      },
    ],
    [
      'threat_9_0_A',
      '2020-03-09T14:47:44.000Z',
      { srcUser: 'example\\jdoe', rule: 'FOO to BAR', fieldCount: 78, url: 'dt.adsafeprotected.com/' },
    ],
    [
      'threat_9_1_A',
      '2021-03-02T11:30:47.000Z',
      { ...parties('192.0.2.22', 63_421, '192.0.2.17', 5_986), sequence: '4901795984744840635', fieldCount: 79 },
    ],
    [
      'threat_9_1_B',
      '2022-07-25T13:40:03.909Z',
      {
        ...parties('192.0.2.254', 53_686, '192.0.2.201', 443),
        action: 'block-url',
        category: 'social-networking',
        timeSource: 'HIGH_RESOLUTION',
        fieldCount: 120,
      },
    ],
    [
      'wildfire-lnk-10.2',
      '2024-10-16T09:30:08.018Z',
      {
        ...parties('192.0.2.33', 50_724, '198.51.100.180', 445),
        ...threat(52_094n, 'LNK File'),
        subtype: 'wildfire',
        severity: 'INFORMATIONAL',
        verdict: 'BENIGN',
        category: undefined,
        fileDigest: 'e8f2b0d92350638a371933e26c44d37c7ae7009e3507b8a87432c130e8569dff',
        fileType: 'pe',
        reportId: '12617526913',
        sequence: '7405726561341530378',
        timeSource: 'HIGH_RESOLUTION',
      },
    ],
    [
      'file-long-quoted-xff-cut',
      '2022-07-08T13:36:36.000Z',
      { ...threat(52_081n, 'Unknown Binary File'), truncated: true, fileName: 'videoplayback', severity: 'LOW' },
    ],
    [
      'threat_prisma_A',
      '2021-10-28T02:58:50.719Z',
      { subtype: 'url', url: 'play.google.com/', category: 'shopping', ...threat(undefined, ''), action: 'block-url', rule: 'IN-TO-OUT' },
    ],
    [
      'threat_prisma_B',
      '2021-11-01T15:13:57.399Z',
      {
        ...parties('192.0.2.20', 55_517, '8.8.8.8', 53),
        ...threat(109_010_001n, 'Phishing:example.com'),
        severity: 'LOW',
        srcUser: 'domain\\exampleuser',
        domain: 'example.com',
      },
    ],
    [
      'threat_prisma_C',
      '2021-11-02T00:53:37.797Z',
      {
        subtype: 'wildfire',
        verdict: 'UNKNOWN',
        fileDigest: '85dde742f22216725f0ff6b172ca68f4f30f02029f08b3079cec34da804db793',
        ...threat(52_021n, 'Adobe Portable Document Format (PDF)'),
      },
    ],
    [
      'metron/palo.cef.log:1',
      '2017-04-07T00:10:10.000Z',
      {
        ...parties('10.10.10.10', 18_371, '20.20.20.20', 443),
        ...threat(9_999n, ''),
        format: 'PANOS_CEF',
        subtype: 'url',
        severity: 'INFORMATIONAL',
        action: 'alert',
        rule: 'Trusted-to-Untrusted',
        category: 'gambling',
        url: 'www.example.com/',
        vsys: 'vsys2',
      },
    ],
    [
      'splunk-apps/pan_adversaries.samplelog:1',
      '2017-05-30T00:07:23.000Z',
      {
        ...parties('66.1.1.3', 60_680, '10.154.10.229', 25),
        subtype: 'wildfire',
        severity: 'HIGH',
        verdict: 'MALICIOUS',
        rule: 'Watch Public DNS and SMTP',
        reportId: '5757930054',
        attackerSide: 'SOURCE',
        victimSide: 'DESTINATION',
      },
    ],
    [
      'cribl/samples.log:13',
      '2021-07-20T23:59:02.000Z',
      { ...parties('10.14.6.57', 58_102, '206.169.145.222', 80), rule: 'RFC1918 to Internet', url: 'cribl.io/download', fieldCount: 42 },
    ],
    ['sc4s/comment-lines.log:7', '2025-04-02T15:57:03.887Z', { rule: 'WEB-App', sequence: '111111111112221111111111', fieldCount: 121 }],
  ])('tell what their readers would: %s', (name, time, expected) => {
    const alert = understood(name)
    expect(new Date(alert.occurredAt).toISOString()).toBe(time)
    for (const [key, value] of Object.entries(expected)) expect(alert[key as keyof UnderstoodAlert], key).toEqual(value)
  })
})
