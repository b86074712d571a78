import { describe, expect, it } from 'vitest'
import { parseCef } from './cef.js'
import { parseLeef } from './leef.js'
import { readLine } from './read-line.js'
import type { ToldAlert } from './told-alert.js'

function told(text: string): ToldAlert {
  const reading = readLine(text)
  if (reading.kind !== 'alert') throw new Error(`${JSON.stringify(reading)}: ${text}`)
  return reading.told
}

const SHA256 = 'ab'.repeat(32)

describe('CEF extensions', () => {
  const pairs = (extension: string): [string, string][] =>
    (parseCef(`CEF:0|V|P|1|c|n|1|${extension}`)?.pairs ?? []).map(({ key, value }) => [key, value])

  it.each<[why: string, extension: string, expected: [string, string][]]>([
    [
      'values with blanks',
      'cs1Label=Rule Name cs1=Allow all out app=ssl',
      [
        ['cs1Label', 'Rule Name'],
        ['cs1', 'Allow all out'],
        ['app', 'ssl'],
      ],
    ],
    [
      'empty values',
      'suser= duser= app=ssl',
      [
        ['suser', ''],
        ['duser', ''],
        ['app', 'ssl'],
      ],
    ],
    [
      'escaped equals signs and backslashes',
      'request=a?b\\=c suser=corp\\\\ann',
      [
        ['request', 'a?b=c'],
        ['suser', 'corp\\ann'],
      ],
    ],
    [
      'equals signs that are not escaped',
      'request=a.example/?b=c&d=e act=alert',
      [
        ['request', 'a.example/?b=c&d=e'],
        ['act', 'alert'],
      ],
    ],
    [
      'quotes of the CSV',
      'request="a.example/" cs2=news',
      [
        ['request', 'a.example/'],
        ['cs2', 'news'],
      ],
    ],
    [
      'escaped quotes',
      'request=\\"a.example/\\" cs2=news',
      [
        ['request', 'a.example/'],
        ['cs2', 'news'],
      ],
    ],
    [
      'keys inside quotes',
      'request="a act=allow b" act=drop',
      [
        ['request', 'a act=allow b'],
        ['act', 'drop'],
      ],
    ],
    [
      'a quote that never closes',
      'request="a act=drop',
      [
        ['request', '"a'],
        ['act', 'drop'],
      ],
    ],
    ['nothing', '', []],
    ['text without keys', 'hello world', []],
  ])('have %s', (_why, extension, expected) => {
    expect(pairs(extension)).toEqual(expected)
  })

  it('are behind a header whose bars may be escaped', () => {
    expect(parseCef('CEF:0|Palo Alto Networks|PAN-OS|10.1|A \\| B(1)|THREAT|4|a=b')).toMatchObject({ header: ['A | B(1)', 'THREAT', '4'] })
    expect(parseCef('CEF:0|Palo Alto Networks|PAN-OS|10.1|A')).toBeUndefined()
  })

  it('are read in linear time', () => {
    for (const piece of [' a=" ', ' a="x', '=', 'a=', ' a=b', '\\|', '|']) {
      const began = performance.now()
      parseCef(`CEF:0|V|P|1|c|n|1|${piece.repeat(Math.floor(60_000 / piece.length))}`)
      expect(performance.now() - began, piece).toBeLessThan(1_000)
    }
  })
})

describe('CEF of PAN-OS', () => {
  const rest =
    'rt=Nov 24 2026 09:00:00 GMT deviceExternalId=0123 src=10.0.0.1 dst=192.0.2.1 cs1Label=Rule cs1=Out bound suser=corp\\\\ann duser= app=web-browsing cs3Label=Virtual System cs3=vsys1 cs4Label=Source Zone cs4=trust cs5Label=Destination Zone cs5=untrust cn1Label=SessionID cn1=901 cnt=2 spt=51000 dpt=80 act=reset-both request="index.php" cs2Label=URL Category cs2=any flexString2Label=Direction flexString2=client-to-server externalId=7405726561341530378 dvchost=fw1 PanOSThreatCategory=code-execution'

  it('tells a threat: class is the threat, cat the subtype', () => {
    expect(
      told(`<14>Nov 24 10:00:00 fw1 CEF:0|Palo Alto Networks|PAN-OS|10.1.3|Eicar (X)(39040)|THREAT|4|${rest} cat=vulnerability`),
    ).toMatchObject({
      format: 'PANOS_CEF',
      firewall: { serial: '0123', name: 'fw1', panosVersion: '10.1' },
      subtype: 'vulnerability',
      threatId: 39_040n,
      threatName: 'Eicar (X)',
      severity: 'HIGH',
      action: 'reset-both',
      srcIp: '10.0.0.1',
      dstIp: '192.0.2.1',
      srcPort: 51_000,
      dstPort: 80,
      srcUser: 'corp\\ann',
      dstUser: undefined,
      rule: 'Out bound',
      srcZone: 'trust',
      dstZone: 'untrust',
      sessionId: 901n,
      sequence: '7405726561341530378',
      repeatCount: 2,
      fileName: 'index.php',
      threatCategory: 'code-execution',
      direction: 'CLIENT_TO_SERVER',
      addressOrder: 'SESSION',
      zonedTime: Date.parse('2026-11-24T09:00:00Z'),
      localTime: undefined,
    })
  })

  it('tells a URL: class is the subtype, cat the threat', () => {
    const alert = told(`CEF: 0|Palo Alto Networks|PAN-OS|6.1.3|url|THREAT|1|${rest} cat=(9999)`)
    expect(alert).toMatchObject({ subtype: 'url', threatId: 9_999n, severity: 'INFORMATIONAL', url: 'index.php', addressOrder: 'CONTENT' })
  })

  it('tells a threat without an id', () => {
    const alert = told(`CEF:0|Palo Alto Networks|PAN-OS|10.1|Some threat|THREAT|5|${rest} cat=spyware`)
    expect(alert).toMatchObject({ subtype: 'spyware', threatName: 'Some threat', threatId: undefined, severity: 'CRITICAL' })
  })

  it('tells what WildFire found', () => {
    const wildfire = `cs2=malicious filePath=wildfire.example fileHash=${SHA256} fileType=pe suid=a@example.com msg=Hello duid=b@example.com oldFileId=77 cat=Windows Executable (EXE)(52020)`
    const alert = told(`CEF:0|Palo Alto Networks|PAN-OS|10.1|wildfire|THREAT|4|src=10.0.0.1 dst=192.0.2.1 request="a.exe" ${wildfire}`)
    expect(alert).toMatchObject({
      subtype: 'wildfire',
      verdict: 'MALICIOUS',
      fileDigest: SHA256,
      fileType: 'pe',
      fileName: 'a.exe',
      mailSender: 'a@example.com',
      mailSubject: 'Hello',
      mailRecipient: 'b@example.com',
      reportId: '77',
      threatId: 52_020n,
    })
  })

  it('takes the first value of a key: a URL may hold what looks like another', () => {
    const alert = told(
      'CEF:0|Palo Alto Networks|PAN-OS|10.1|url|THREAT|1|src=10.0.0.1 act=block-url request=a.example/? act=allow src=192.0.2.9 cat=(9999)',
    )
    expect(alert).toMatchObject({ action: 'block-url', srcIp: '10.0.0.1' })
  })

  it('has a local time where it does not say GMT', () => {
    expect(told('CEF:0|Palo Alto Networks|PAN-OS|10.1|url|THREAT|1|rt=Nov 24 2026 09:00:00 src=10.0.0.1 cat=(9999)')).toMatchObject({
      zonedTime: undefined,
      localTime: '2026/11/24 09:00:00',
    })
  })
})

describe('a line of named fields that was cut', () => {
  const cef = 'CEF:0|Palo Alto Networks|PAN-OS|10.1|virus|THREAT|4|src=10.0.0.1 dst=192.0.2.1 cat=x(1) externalId=7405726'
  const leef = 'LEEF:1.0|Palo Alto Networks|PAN-OS Syslog Integration|10.1|x(1)|cat=THREAT|Subtype=virus|src=10.0.0.1|sequence=7405726'

  it.each([cef, leef])('does not tell its last value', text => {
    expect(readLine(text, { cut: true })).toMatchObject({ told: { truncated: true, srcIp: '10.0.0.1', threatId: 1n, sequence: undefined } })
    expect(readLine(text)).toMatchObject({ told: { truncated: false, sequence: '7405726' } })
  })

  it.each([cef.slice(0, cef.indexOf('src=')), '{"LogType":"THREAT","Subtype":"virus"}', '{"LogType":"THREAT","SourceAddress":"10.0.0.1"}'])(
    'is no alert where nothing was told: %s',
    text => {
      expect(readLine(text)).toEqual({ kind: 'unreadable', reason: 'TOO_FEW_FIELDS' })
    },
  )
})

describe('Strata Logging Service', () => {
  it('tells alerts in CEF', () => {
    const text =
      '<14>1 2026-03-01T20:48:22.900Z stream-logfwd logforwarder - panwlogs - CEF:0|Palo Alto Networks|LF|2.0|THREAT|spyware|1|dtz=UTC rt=Mar 01 2026 20:48:21 deviceExternalId=013201 PanOSConfigVersion=10.2 start=Mar 01 2026 20:48:16 PanOSSeverity=Medium src=10.0.0.1 dst=192.0.2.53 cs1=in-to-out cs1Label=Rule suser=ann suser0=corp\\\\ann app=dns cs4=trust cs4Label=FromZone cs5=untrust cs5Label=ToZone cn1=5 spt=5000 dpt=53 act=sinkhole request=bad.example.net PanOSThreatID=C2:bad.example.net(109010001) flexString2=client to server externalId=7405726561341530378 dvchost=Prisma One PanOSThreatCategory=dns-c2 cat=109010001'
    expect(told(text)).toMatchObject({
      format: 'STRATA_CEF',
      firewall: { serial: '013201', name: 'Prisma One', panosVersion: '10.2' },
      subtype: 'spyware',
      severity: 'MEDIUM',
      threatId: 109_010_001n,
      threatName: 'C2:bad.example.net',
      srcUser: 'corp\\ann',
      domain: 'bad.example.net',
      direction: 'CLIENT_TO_SERVER',
      zonedTime: Date.parse('2026-03-01T20:48:16Z'),
    })
  })

  it('tells alerts in JSON, numbers exact and NUL taken off', () => {
    const log = `{"DeviceSN":"0123","LogType":"THREAT","Subtype":"wildfire","ConfigVersion":"10.1","TimeGenerated":"2026-05-30T06:52:13.000000Z","SourceAddress":"10.0.0.1","DestinationAddress":"192.0.2.1","Rule":"Browse","SourceUser":"ann@example.org","DestinationUser":null,"Application":"web-browsing","SessionID":444444,"SourcePort":55555,"DestinationPort":80,"Action":"block","FileName":"mp3.exe","ThreatID":"Windows Executable (EXE)(52020)","VendorSeverity":"High","DirectionOfAttack":"server to client","SequenceNo":7117268851537282868,"FileHash":"${SHA256}","ApplianceOrCloud":"wildfire.example\\u0000","FileType":"pe\\u0000","ReportID":33333333333,"Verdict":"malicious","DeviceName":"fw1","TimeGeneratedHighResolution":"2026-05-30T06:52:14.052000Z"}`
    const expected = {
      format: 'STRATA_JSON',
      firewall: { serial: '0123', name: 'fw1', panosVersion: '10.1' },
      subtype: 'wildfire',
      severity: 'HIGH',
      sequence: '7117268851537282868',
      reportId: '33333333333',
      fileType: 'pe',
      verdict: 'MALICIOUS',
      srcUser: 'ann@example.org',
      dstUser: undefined,
      direction: 'SERVER_TO_CLIENT',
      zonedTime: Date.parse('2026-05-30T06:52:14.052Z'),
    }
    expect(told(log)).toMatchObject(expected)
    expect(told(`{"host":"collector","event":${log}}`)).toMatchObject(expected)
    expect(told(log.replace('"Verdict":"malicious",', '')).verdict).toBe('UNKNOWN')
  })

  it('tells in CSV what stands in the same place for every subtype, and no verdict', () => {
    const csv = (subtype: string, middle: string, tail: string): string =>
      `<14>1 2026-06-01T10:00:00.421Z stream-1 logforwarder - panwlogs - 2026-06-01T10:00:00.000000Z,no-serial,THREAT,${subtype},10.0,2026-06-01T09:59:37.000000Z,10.0.0.1,192.0.2.1,,,in-to-out,corp\\ann,,web-browsing,vsys1,trust,untrust,tunnel.1,ethernet1/1,Fwd,1294093,1,64810,443,0,0,tcp,allow,${middle},Informational,client to server,13548583,10.0.0.0-10.255.255.255,US,${tail}`
    expect(
      told(
        csv(
          'wildfire',
          'a.pdf,Adobe Portable Document Format (PDF)(52021)',
          `0,${SHA256},wildfire.example,69,pdf,,,,4713,28,31,0,0,,fw,,,0,,0,1970-01-01T00:00:00.000000Z,N/A,2026-06-01T09:59:37.797000Z,`,
        ),
      ),
    ).toMatchObject({
      format: 'STRATA_CSV',
      firewall: { serial: '', name: '', panosVersion: '10.0' },
      subtype: 'wildfire',
      verdict: 'UNKNOWN',
      threatId: 52_021n,
      fileName: 'a.pdf',
      fileDigest: SHA256,
      srcUser: 'corp\\ann',
      srcPort: 64_810,
      dstPort: 443,
      sequence: '13548583',
      severity: 'INFORMATIONAL',
      zonedTime: Date.parse('2026-06-01T09:59:37.797Z'),
    })
    expect(told(csv('url', 'play.example/,shopping', ',0,0,'))).toMatchObject({
      url: 'play.example/',
      category: 'shopping',
      threatId: undefined,
      zonedTime: Date.parse('2026-06-01T09:59:37Z'),
    })
  })
})

describe('LEEF of PAN-OS', () => {
  const body =
    'ReceiveTime=2026/11/24 10:00:00|SerialNumber=0123|cat=THREAT|Subtype=virus|devTime=Nov 24 2026 09:00:00 GMT|src=10.0.0.1|dst=192.0.2.1|RuleName =Out|usrName=x|SourceUser=corp\\ann|DestinationUser=|Application=smtp|SourceZone=trust|DestinationZone=untrust|SessionID=5|RepeatCount=1|srcPort=5000|dstPort=25|action=deny|Miscellaneous="a|b.exe"|ThreatID=Virus/Win32.x(2457399)|URLCategory=any|sev=4|Severity=high|Direction=client-to-server|sequence=7405726561341530378|DeviceName =fw1'

  it('is separated by bars, which values may hold', () => {
    expect(
      told(`<14>Nov 24 10:00:00 fw1 LEEF:1.0|Palo Alto Networks|PAN-OS Syslog Integration|10.2.12-h4|Virus/Win32.x(2457399)|${body}`),
    ).toMatchObject({
      format: 'PANOS_LEEF',
      firewall: { serial: '0123', name: 'fw1', panosVersion: '10.2' },
      subtype: 'virus',
      severity: 'HIGH',
      threatId: 2_457_399n,
      srcUser: 'corp\\ann',
      dstUser: undefined,
      rule: 'Out',
      fileName: 'a|b.exe',
      srcPort: 5_000,
      dstPort: 25,
      sequence: '7405726561341530378',
      zonedTime: Date.parse('2026-11-24T09:00:00Z'),
      localTime: '2026/11/24 10:00:00',
    })
  })

  it.each([
    ['tabs', 'LEEF:1.0|V|P|1|e|a=1|2\tb=3'],
    ['what LEEF 2.0 names', 'LEEF:2.0|V|P|1|e|^|a=1|2^b=3'],
    ['what LEEF 2.0 names in hex', 'LEEF:2.0|V|P|1|e|x5E|a=1|2^b=3'],
  ])('or by %s', (_why, text) => {
    expect(parseLeef(text)?.pairs).toEqual([
      { key: 'a', value: '1|2' },
      { key: 'b', value: '3' },
    ])
  })

  it('takes the event for the threat where no attribute has it', () => {
    expect(
      told('LEEF:1.0|Palo Alto Networks|PAN-OS Syslog Integration|8.1.6|trojan/PDF.x(268198686)|cat=THREAT|Subtype=virus|src=10.0.0.1'),
    ).toMatchObject({
      threatId: 268_198_686n,
      threatName: 'trojan/PDF.x',
    })
  })
})
