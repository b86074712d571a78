import { describe, expect, it } from 'vitest'
import { readLine } from './read-line.js'
import type { ThreatFieldKey, ThreatLayout } from './threat-fields.js'
import { buildThreatLine } from './threat-line-builder.js'
import type { ToldAlert } from './told-alert.js'

const AT = Date.parse('2026-11-24T10:00:00.250Z')
const UUID = '11111111-2222-4333-8444-555555555555'

const base = {
  serial: '007200C01056',
  subtype: 'vulnerability',
  src: '10.0.0.1',
  dst: '192.0.2.1',
  rule: 'Outbound web',
  srcuser: 'corp\\ann',
  app: 'web-browsing',
  from: 'trust',
  to: 'untrust',
  sessionid: '22860',
  sport: '51000',
  dport: '80',
  proto: 'tcp',
  action: 'reset-both',
  misc: 'index.php',
  threatid: 'Eicar File Detected(39040)',
  category: 'any',
  severity: 'high',
  direction: 'client-to-server',
  seqno: '7405726561341530378',
  srcloc: '10.0.0.0-10.255.255.255',
  dstloc: 'United States',
  device_name: 'fw1',
} satisfies Partial<Record<ThreatFieldKey, string>>

const line = (fields: Partial<Record<ThreatFieldKey, string>> = {}, layout: ThreatLayout = '10.1'): string =>
  buildThreatLine({ ...base, ...fields }, { layout, header: 'NONE', at: AT })

function told(text: string, options?: { cut?: boolean }): ToldAlert {
  const reading = readLine(text, options)
  if (reading.kind !== 'alert') throw new Error(`${JSON.stringify(reading)}: ${text}`)
  return reading.told
}

describe('a THREAT line', () => {
  it('tells its fields', () => {
    expect(told(line())).toMatchObject({
      firewall: { serial: '007200C01056', name: 'fw1', panosVersion: '10.1' },
      format: 'PANOS_CSV',
      subtype: 'vulnerability',
      severity: 'HIGH',
      threatId: 39_040n,
      threatName: 'Eicar File Detected',
      action: 'reset-both',
      srcIp: '10.0.0.1',
      dstIp: '192.0.2.1',
      srcPort: 51_000,
      dstPort: 80,
      srcUser: 'corp\\ann',
      dstUser: undefined,
      srcZone: 'trust',
      dstZone: 'untrust',
      direction: 'CLIENT_TO_SERVER',
      app: 'web-browsing',
      rule: 'Outbound web',
      vsys: 'vsys1',
      category: 'any',
      verdict: undefined,
      sessionId: 22_860n,
      sequence: '7405726561341530378',
      repeatCount: 1,
      truncated: false,
      fieldCount: 120,
      addressOrder: 'SESSION',
      zonedTime: AT,
      localTime: '2026/11/24 10:00:00',
    })
  })

  it.each<[why: string, fields: Partial<Record<ThreatFieldKey, string>>, expected: Partial<ToldAlert>]>([
    [
      'a URL',
      { subtype: 'url', misc: 'example.com/a?b=1,2', threatid: '(9999)' },
      { url: 'example.com/a?b=1,2', fileName: undefined, threatName: '' },
    ],
    ['a URL without a slash', { subtype: 'url', misc: 'dns.google' }, { url: 'dns.google' }],
    ['a file', { subtype: 'virus', misc: 'setup.exe' }, { fileName: 'setup.exe', url: undefined }],
    [
      'the URL of a file',
      { subtype: 'virus', misc: 'www.example.org/dl/eicar.com?x=/y' },
      { url: 'www.example.org/dl/eicar.com?x=/y', fileName: 'eicar.com' },
    ],
    ['a Windows path', { subtype: 'file', misc: 'C:\\Users\\' }, { fileName: 'C:\\Users\\', url: undefined }],
    [
      'the URL that a file came from',
      { subtype: 'file', misc: 'a.php', file_url: 'example.com/a.php' },
      { fileName: 'a.php', url: 'example.com/a.php' },
    ],
    ['a hash in place of the name', { subtype: 'wildfire', misc: 'ab'.repeat(32) }, { fileName: 'ab'.repeat(32) }],
    [
      'the domain of a lookup',
      { subtype: 'spyware', app: 'dns', misc: 'Bad.Example.NET' },
      { domain: 'bad.example.net', url: undefined, fileName: undefined },
    ],
    [
      'a lookup whose threat alone names the domain',
      { subtype: 'spyware', app: 'dns', misc: '', threatid: 'Suspicious DNS Query (generic:bad.example.net)(320511141)' },
      { domain: 'bad.example.net' },
    ],
    [
      'a lookup named by its category',
      { subtype: 'spyware', app: 'dns', misc: '', threatid: 'Phishing:example.com(109010001)' },
      { domain: 'example.com' },
    ],
    ['spyware over HTTP', { subtype: 'spyware', misc: 'bad.example.net/gate.php' }, { url: 'bad.example.net/gate.php', domain: undefined }],
    [
      'nothing, for a scan',
      { subtype: 'scan', misc: 'x', rule: '', app: 'not-applicable' },
      { fileName: undefined, url: undefined, rule: undefined },
    ],
  ])('reads misc as %s', (_why, fields, expected) => {
    expect(told(line(fields))).toMatchObject(expected)
  })

  it.each<[why: string, fields: Partial<Record<ThreatFieldKey, string>>, expected: Partial<ToldAlert>]>([
    [
      'commas in the URL',
      { subtype: 'url', misc: 'a.example/{"x":1,"y":2}' },
      { url: 'a.example/{"x":1,"y":2}', dstLocation: 'United States' },
    ],
    [
      'commas and quotes in mail headers',
      { subtype: 'wildfire', sender: 'From: "Doe, J" <j@example.com>', subject: 'Sub: a, b', recipient: 'To: <x@example.org>;  ' },
      { mailSender: '"Doe, J" <j@example.com>', mailSubject: 'a, b', mailRecipient: '<x@example.org>' },
    ],
    [
      'another product named in the user agent',
      { subtype: 'url', user_agent: 'ubnt, THREAT,CONFIG' },
      { subtype: 'url', severity: 'HIGH' },
    ],
    ['an empty serial number', { serial: '' }, { firewall: { serial: '', name: 'fw1', panosVersion: '10.1' } }],
    ['a serial number that is none', { serial: 'unknown' }, { firewall: { serial: '', name: 'fw1', panosVersion: '10.1' } }],
    ['an X-Forwarded-For address for user', { srcuser: 'x-fwd-for: 10.1.1.1' }, { srcUser: undefined }],
    ['the word null for user', { srcuser: 'null' }, { srcUser: undefined }],
    ['a capitalised severity', { severity: 'Informational' }, { severity: 'INFORMATIONAL' }],
    ['no severity', { severity: '' }, { severity: 'UNKNOWN' }],
    ['no addresses, in packet buffer protection', { subtype: 'flood', src: '', dst: '0.0.0.0' }, { srcIp: undefined, dstIp: undefined }],
    ['IPv6', { src: '2001:DB8::0:1', dst: '::ffff:192.0.2.9' }, { srcIp: '2001:db8::1', dstIp: '192.0.2.9' }],
    [
      'empty NAT addresses and FUTURE_USE',
      { natsrc: '', natdst: '', future_use_41: '' },
      { contenttype: undefined, sequence: '7405726561341530378' } as Partial<ToldAlert>,
    ],
    ['no egress interface and no rule', { outbound_if: '', rule: '' }, { rule: undefined, sessionId: 22_860n }],
    ['a sequence of 24 digits', { seqno: '111111111112221111111111' }, { sequence: '111111111112221111111111' }],
    [
      'no number where there is none',
      { sport: '', seqno: '', sessionid: '' },
      { srcPort: undefined, sequence: undefined, sessionId: undefined },
    ],
    ['words where numbers are', { sport: 'auto', repeatcnt: 'auto' }, { srcPort: undefined, repeatCount: 1 }],
    ['a repeat count', { repeatcnt: '1009' }, { repeatCount: 1_009 }],
    ['a subtype nobody knows', { subtype: 'New-Thing' }, { subtype: 'new-thing' }],
    [
      'host names and MAC addresses',
      { src_host: 'pc1', src_mac: 'DE:AD:BE:EF:01:23' },
      { srcHostname: 'pc1', srcMac: 'de:ad:be:ef:01:23' },
    ],
    ['first field 0', { future_use_1: '0' }, { subtype: 'vulnerability' }],
    ['leading blanks in lists', { url_category_list: ' custom,online-storage' }, { zonedTime: AT }],
  ])('copes with %s', (_why, fields, expected) => {
    const { ...alert } = told(line(fields))
    for (const [key, value] of Object.entries(expected)) expect(alert[key as keyof ToldAlert], key).toEqual(value)
  })

  it('tells what WildFire found', () => {
    const alert = told(
      line({
        subtype: 'wildfire',
        misc: 'portal.lnk',
        threatid: 'LNK File(52094)',
        category: 'malicious',
        filedigest: 'AB'.repeat(32),
        filetype: 'pe',
        reportid: '12617526913',
      }),
    )
    expect(alert).toMatchObject({
      verdict: 'MALICIOUS',
      category: undefined,
      fileDigest: 'ab'.repeat(32),
      fileType: 'pe',
      reportId: '12617526913',
      fileName: 'portal.lnk',
    })
    expect(told(line({ subtype: 'wildfire', category: 'any' })).verdict).toBe('UNKNOWN')
    expect(told(line({ subtype: 'wildfire-virus', category: 'malware' }))).toMatchObject({ verdict: undefined, category: 'malware' })
  })

  it('is taken by place, not by the number of fields', () => {
    const long = `${line({}, '11.0')},more,"of, it",`
    expect(told(long)).toMatchObject({ fieldCount: 126, zonedTime: AT, sequence: '7405726561341530378' })
    expect(told(line({}, '8.1').replace(/,$/, ''))).toMatchObject({ fieldCount: 74, truncated: false })
    expect(told(line({}, '5.0'))).toMatchObject({ fieldCount: 42, zonedTime: undefined, fileDigest: undefined, firewall: { name: '' } })
  })

  it('of 6.1 has no URL Index', () => {
    const alert = told(line({ subtype: 'wildfire', filetype: 'pe', reportid: '77', sender: 'a@example.com' }, '6.1'))
    expect(alert).toMatchObject({ fieldCount: 53, fileType: 'pe', reportId: '77', mailSender: 'a@example.com' })
  })

  it('takes the name in its header where it has none of its own, and its own where Panorama relays it', () => {
    const withHeader = (fields: Partial<Record<ThreatFieldKey, string>>): string =>
      told(buildThreatLine({ ...base, ...fields }, { layout: '10.1', header: 'BSD', host: 'panorama', at: AT })).firewall.name
    expect(withHeader({})).toBe('fw1')
    expect(withHeader({ device_name: '' })).toBe('panorama')
  })

  it('takes severity from its field, not from the priority', () => {
    expect(told(`<10>Nov 24 10:00:00 fw1 ${line({ severity: 'low' })}`).severity).toBe('LOW')
  })

  it('with a US date tells its local time', () => {
    expect(told(line({ receive_time: '9/16/19 10:00', time_generated: '9/16/19 10:00' }, '8.1')).localTime).toBe('2019/09/16 10:00:00')
  })

  it('with a date that a relay took apart is read', () => {
    expect(told(`2026-11-24T10:00:00Z fw1 ${line({ receive_time: '2026/11/24 - - - 10:00:00' })}`).srcIp).toBe('10.0.0.1')
    expect(told(`<14>1 2026-11-24T10:00:00Z fw1 ${line({ receive_time: '2026 - - -  10:00:00' })}`).srcIp).toBe('10.0.0.1')
  })

  it('is trimmed of what framings leave', () => {
    for (const end of ['\n', '\r\n', '\0', ' ', '\n\0']) expect(told(line() + end)).toEqual(told(line()))
    expect(told(line({ rule: 'a\0b' })).rule).toBe('ab')
  })
})

describe('http_headers that hold bare commas', () => {
  const bad = 'Some-Header:"eg1.example, eg2.example";X-Other: "a,b,c";'
  const malformed = (fields: Partial<Record<ThreatFieldKey, string>>, layout: ThreatLayout): string =>
    line({ http_headers: '@', src_host: 'pc1', ...fields }, layout).replace(',@', `,${bad}`)

  it('push nothing out of place where the time tells', () => {
    expect(told(malformed({}, '10.1'))).toMatchObject({ zonedTime: AT, srcHostname: 'pc1' })
  })

  it('push nothing out of place where the rule tells', () => {
    const reading = readLine(malformed({ rule_uuid: UUID, high_res_timestamp: '' }, '10.1'))
    expect(reading).toMatchObject({ told: { srcHostname: 'pc1' } })
  })

  it('are left alone where they are quoted', () => {
    expect(told(line({ http_headers: bad, src_host: 'pc1', rule_uuid: UUID }))).toMatchObject({
      zonedTime: AT,
      srcHostname: 'pc1',
      fieldCount: 120,
    })
  })
})

describe('a line that was cut', () => {
  const full = line({ subtype: 'url', misc: 'example.com/', user_agent: 'Mozilla/5.0, like', referer: 'https://example.com/a,b' })

  it('inside quotes is kept as far as read', () => {
    const at = full.indexOf('Mozilla') + 9
    expect(told(full.slice(0, at))).toMatchObject({
      truncated: true,
      url: 'example.com/',
      severity: 'HIGH',
      sequence: '7405726561341530378',
    })
  })

  it('by the transport does not tell its last field', () => {
    const at = full.indexOf('7405726561341530378') + 6
    expect(told(full.slice(0, at), { cut: true })).toMatchObject({ truncated: true, sequence: undefined, direction: 'CLIENT_TO_SERVER' })
    expect(told(full.slice(0, at)).truncated).toBe(false)
  })

  it('at a length where senders cut is marked', () => {
    const unquoted = line({ subtype: 'url', user_agent: 'b'.repeat(4_000) }).slice(0, 2_048)
    expect(unquoted).toHaveLength(2_048)
    expect(told(unquoted).truncated).toBe(true)
  })

  it('before the threat is no alert', () => {
    expect(readLine(full.slice(0, full.indexOf('example.com')))).toEqual({ kind: 'unreadable', reason: 'TOO_FEW_FIELDS' })
    expect(readLine(full.slice(0, full.indexOf('Eicar') + 3), { cut: true })).toEqual({ kind: 'unreadable', reason: 'TOO_FEW_FIELDS' })
    expect(readLine('1,2026/11/24 10:00:00,0123,THREAT')).toEqual({ kind: 'unreadable', reason: 'TOO_FEW_FIELDS' })
  })
})

describe('other logs', () => {
  const head = '<14>Nov 24 10:00:00 fw1 1,2026/11/24 10:00:00,0123,'
  it.each<[text: string, logType: string]>([
    [`${head}TRAFFIC,end,2561,x`, 'TRAFFIC'],
    [`${head}TRAFFIC`, 'TRAFFIC'],
    [`${head}SYSTEM,general,0,2026/11/24 10:00:00,,x,,0,0,general,informational,"text ,THREAT,url, text",1`, 'SYSTEM'],
    [`${head}CONFIG,0,0,2026/11/24 10:00:00,10.0.0.9,,set,admin,Web,Succeeded, a ,THREAT,b`, 'CONFIG'],
    [`${head}HIPMATCH,0,2561`, 'HIPMATCH'],
    [`${head}HIP-MATCH,0,2561`, 'HIPMATCH'],
    [`${head}USERID,login,2561`, 'USERID'],
    [`${head}DECRYPTION,0,2562`, 'DECRYPTION'],
    [`${head}AUTH,0,2562`, 'AUTHENTICATION'],
    [`${head}GTP,start,2562`, 'GTP'],
    [`${head}START,x,2562`, 'START'],
    [`${head}CORRELATION,,,2026/11/24 10:00:00,10.0.0.5`, 'CORRELATION'],
    ['fw1 1,2020/04/01 10:49:35,0123,11,0x0,GLOBALPROTECT,0,2305,2020/04/01', 'GLOBALPROTECT'],
    ['Jun  1 10:00:00 fw1 0123456789,2026/06/01 10:00:00,audit,gui-op,admin', 'AUDIT'],
    [`${head}BRAND-NEW,x,3074`, 'OTHER'],
    ['x - panwlogs - 2026-06-01T10:00:00.000000Z,no-serial,TRAFFIC,end,10.2,2026-06-01T10:00:00.000000Z', 'TRAFFIC'],
    ['CEF:0|Palo Alto Networks|PAN-OS|11.1.2|end|TRAFFIC|3|rt=1752661927', 'TRAFFIC'],
    ['CEF:0|Palo Alto Networks|LF|2.0|USERID|logout|3|dtz=UTC', 'USERID'],
    ['LEEF:1.0|Palo Alto Networks|PAN-OS Syslog Integration|10.1.5|allow|cat=TRAFFIC|Subtype=end', 'TRAFFIC'],
    ['{"LogType":"SYSTEM","Subtype":"dhcp"}', 'SYSTEM'],
  ])('are set aside by type: %s', (text, logType) => {
    expect(readLine(text)).toMatchObject({ kind: 'set-aside', logType })
  })

  it('tell their firewall', () => {
    expect(readLine(`${head}TRAFFIC,end,2561,x`)).toMatchObject({ firewall: { serial: '0123', name: 'fw1', panosVersion: '10.1' } })
  })
})

describe('a line that cannot be read', () => {
  it.each<[text: string, reason: string]>([
    ['', 'EMPTY'],
    [' \0\r\n', 'EMPTY'],
    ['hello', 'NO_PAYLOAD'],
    ['<14>Nov 24 10:00:00 host sshd[1]: Accepted password, port 22', 'NO_PAYLOAD'],
    ['<14>Nov 24 10:00:00 fw serial=42|type=THREAT|subtype=url|src=10.0.0.1', 'UNKNOWN_FORMAT'],
    ['CEF:0|Palo Alto Networks|Traps Agent|3.4.3|Prevention Event|Threat|9|rt=x', 'UNKNOWN_FORMAT'],
    ['CEF:0|Other|PAN-OS|1|a|THREAT|9|src=10.0.0.1', 'UNKNOWN_FORMAT'],
    ['CEF:0|Palo Alto Networks|PAN-OS', 'UNKNOWN_FORMAT'],
    ['LEEF:1.0|Other|Thing|1|x|src=10.0.0.1', 'UNKNOWN_FORMAT'],
    ['{"LogType":"THREAT"', 'MALFORMED_JSON'],
    ['{"message":"x"}', 'UNKNOWN_FORMAT'],
    ['x'.repeat(65_537), 'TOO_LONG'],
  ])('says why: %.60s', (text, reason) => {
    expect(readLine(text)).toEqual({ kind: 'unreadable', reason })
  })
})
