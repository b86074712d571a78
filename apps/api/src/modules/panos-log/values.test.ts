import { describe, expect, it } from 'vitest'
import {
  readAddress,
  readApplicable,
  readDigest,
  readDirection,
  readMac,
  readMailHeader,
  readPanosVersion,
  readPort,
  readRepeatCount,
  readSequence,
  readSession,
  readSeverity,
  readText,
  readThreat,
  readUser,
  readVerdict,
} from './values.js'

describe('threat ids', () => {
  it.each<[text: string, id: bigint | undefined, name: string]>([
    ['Windows Executable (EXE)(52020)', 52_020n, 'Windows Executable (EXE)'],
    ['Suspicious DNS Query (generic:example.net)(320511141)', 320_511_141n, 'Suspicious DNS Query (generic:example.net)'],
    ['generic:www.example.org(421497696)', 421_497_696n, 'generic:www.example.org'],
    ['SCAN: Host Sweep(8002)', 8_002n, 'SCAN: Host Sweep'],
    ['Name, with comma(40001)', 40_001n, 'Name, with comma'],
    ['(9999)', 9_999n, ''],
    ['9999(9999)', 9_999n, ''],
    ['428148050(428148050)', 428_148_050n, ''],
    ['27379', 27_379n, ''],
    ['No Id At All', undefined, 'No Id At All'],
    ['Name (1)(x)', 1n, 'Name (x)'],
    ['Name(999999999999999999)', 999_999_999_999_999_999n, 'Name'],
    ['Name(1234567890123456789)', undefined, 'Name(1234567890123456789)'],
    ['', undefined, ''],
    [')', undefined, ')'],
    ['()', undefined, '()'],
  ])('%j', (text, id, name) => {
    expect(readThreat(text)).toEqual({ id, name })
  })
})

describe('addresses', () => {
  it.each<[text: string, address: string | undefined]>([
    ['192.0.2.1', '192.0.2.1'],
    [' 192.0.2.1 ', '192.0.2.1'],
    ['255.255.255.255', '255.255.255.255'],
    ['0.0.0.0', undefined],
    ['', undefined],
    ['256.0.0.1', undefined],
    ['1.2.3', undefined],
    ['1.2.3.4.5', undefined],
    ['1.2.3.', undefined],
    ['010.1.1.1', undefined],
    ['XXX.XXX.XXX.XXX', undefined],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['2001:db8::0001', '2001:db8::1'],
    ['fe80::1%ethernet1', 'fe80::1'],
    ['::', undefined],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::ffff:c000:0201', '192.0.2.1'],
    ['::ffff:0.0.0.0', undefined],
    ['2001:db8::g', undefined],
    [':'.repeat(70), undefined],
  ])('%j', (text, address) => {
    expect(readAddress(text)).toBe(address)
  })
})

describe('numbers', () => {
  it('keeps 64 bits and more exact', () => {
    expect(readSequence('7405726561341530378')).toBe('7405726561341530378')
    expect(readSequence('111111111112221111111111')).toBe('111111111112221111111111')
    expect(readSession('9223372036854775807')).toBe(9_223_372_036_854_775_807n)
    expect(readSession('9223372036854775808')).toBeUndefined()
  })

  it('takes 0 for no sequence and no session', () => {
    expect([readSequence('0'), readSequence(''), readSequence('-1'), readSession('0')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(readSequence('007')).toBe('7')
  })

  it('reads ports of 16 bits', () => {
    expect(['0', '443', '65535', '65536', '', 'x', '-1', '1e3'].map(readPort)).toEqual([
      0,
      443,
      65_535,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('counts a line at least once', () => {
    expect(['', '0', '1', '17', 'x', '99999999999'].map(readRepeatCount)).toEqual([1, 1, 1, 17, 1, 2_147_483_647])
  })

  it('tells the release from the config version', () => {
    expect(['2049', '2304', '2305', '2560', '2561', '2562', '2816', '2817', '3073'].map(readPanosVersion)).toEqual(
      '8.1 9.0 9.1 10.0 10.1 10.2 11.0 11.1 12.1'.split(' '),
    )
    expect(['10.0', '10.2.12-h4', '6.1.3'].map(readPanosVersion)).toEqual(['10.0', '10.2', '6.1'])
    expect(['0', '1', '', '99999', 'x', '1210', '3179'].map(readPanosVersion)).toEqual(Array(7).fill(undefined))
  })
})

describe('words', () => {
  it('reads severities in any case, and numbers of CEF', () => {
    expect(['informational', 'Low', 'MEDIUM', ' high ', 'critical', '1', '5', '', 'severe', 'constructor'].map(readSeverity)).toEqual(
      'INFORMATIONAL LOW MEDIUM HIGH CRITICAL INFORMATIONAL CRITICAL UNKNOWN UNKNOWN UNKNOWN'.split(' '),
    )
  })

  it('reads directions as each format writes them', () => {
    expect(['client-to-server', 'client to server', '0'].map(readDirection)).toEqual(Array(3).fill('CLIENT_TO_SERVER'))
    expect(['server-to-client', 'server to client', '1'].map(readDirection)).toEqual(Array(3).fill('SERVER_TO_CLIENT'))
    expect(readDirection('')).toBeUndefined()
  })

  it('reads verdicts', () => {
    expect(['benign', 'grayware', 'Malicious', 'phishing', 'any', ''].map(readVerdict)).toEqual(
      'BENIGN GRAYWARE MALICIOUS PHISHING UNKNOWN UNKNOWN'.split(' '),
    )
  })

  it('does not take an X-Forwarded-For address or the word null for a user', () => {
    expect(['corp\\ann', 'x-fwd-for: 10.1.1.1', 'null', '', 'nt-autorit..t\\u'].map(readUser)).toEqual([
      'corp\\ann',
      undefined,
      undefined,
      undefined,
      'nt-autorit..t\\u',
    ])
  })

  it('takes the header name and trailing separators off mail fields', () => {
    expect(readMailHeader('From: "John Doe" <j@example.com>')).toBe('"John Doe" <j@example.com>')
    expect(readMailHeader('Sub: Hello, Worlds')).toBe('Hello, Worlds')
    expect(readMailHeader('To: <foo@example.org>;  ')).toBe('<foo@example.org>')
    expect(readMailHeader('Subject matter')).toBe('Subject matter')
    expect(readMailHeader('  ')).toBeUndefined()
  })

  it('reads digests of 32, 40 and 64 hex digits', () => {
    expect(readDigest('AB'.repeat(32))).toBe('ab'.repeat(32))
    expect(readDigest('ab'.repeat(20))).toBe('ab'.repeat(20))
    expect(readDigest('ab'.repeat(16))).toBe('ab'.repeat(16))
    expect(['ab', 'xy'.repeat(32), ''].map(readDigest)).toEqual([undefined, undefined, undefined])
  })

  it('writes MAC addresses one way', () => {
    expect(['DE:AD:BE:EF:01:23', 'de-ad-be-ef-01-23', 'dead.beef.0123', 'deadbeef0123'].map(readMac)).toEqual(
      Array(4).fill('de:ad:be:ef:01:23'),
    )
    expect(readMac('')).toBeUndefined()
  })

  it('bounds text and takes N/A for nothing where it means that', () => {
    expect(readText('x'.repeat(70_000))).toHaveLength(512)
    expect(readApplicable('N/A')).toBeUndefined()
  })
})
