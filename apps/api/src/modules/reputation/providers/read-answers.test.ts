import { describe, expect, it } from 'vitest'
import { readAnswer as readAbuse } from './abuseipdb.js'
import { readAnswer as readNoise } from './greynoise.js'
import { fullUrl, pathOf, readAnswer as readVirusTotal, scoreOfStats } from './virustotal.js'

const ADDRESS = '198.51.100.23'

describe('AbuseIPDB', () => {
  const report = (fields: object) => ({
    data: { ipAddress: ADDRESS, isPublic: true, abuseConfidenceScore: 0, totalReports: 0, isWhitelisted: null, ...fields },
    meta: { new: 1 },
  })

  it('tells reports, who made them and what the address is', () => {
    const answer = report({
      abuseConfidenceScore: 100,
      totalReports: 37,
      numDistinctUsers: 12,
      lastReportedAt: '2026-11-20T10:11:12+00:00',
      usageType: 'Data Center/Web Hosting/Transit',
      isp: 'Example Hosting',
      domain: 'hosting.example',
      countryCode: 'NL',
      isTor: true,
    })
    expect(readAbuse(answer, ADDRESS)).toEqual({
      kind: 'known',
      score: 100,
      facts: {
        summary: '37 reports, confidence 100 %',
        details: [
          { name: 'Reports', value: '37' },
          { name: 'Reporters', value: '12' },
          { name: 'Last report', value: '2026-11-20' },
          { name: 'Usage', value: 'Data Center/Web Hosting/Transit' },
          { name: 'Provider', value: 'Example Hosting' },
          { name: 'Domain', value: 'hosting.example' },
          { name: 'Country', value: 'NL' },
          { name: 'Tor exit', value: 'yes' },
        ],
        link: 'https://www.abuseipdb.com/check/198.51.100.23',
        certainty: 100,
      },
    })
  })

  it.each([
    [{}, { kind: 'unknown', facts: { summary: 'no reports in 90 days' } }],
    [{ isp: 'Example Hosting' }, { kind: 'unknown', facts: { details: [{ name: 'Provider', value: 'Example Hosting' }] } }],
    [
      { totalReports: 1, abuseConfidenceScore: 3 },
      { kind: 'known', score: 3, facts: { summary: '1 report, confidence 3 %' } },
    ],
    [{ totalReports: 2 }, { kind: 'known', score: 0, facts: { summary: '2 reports, confidence 0 %' } }],
    [{ isWhitelisted: true }, { kind: 'known', score: 0, facts: { summary: 'on the white list, no reports in 90 days' } }],
    [
      { totalReports: 2, lastReportedAt: 7, isp: { a: 1 }, isTor: 'yes' },
      { kind: 'known', facts: { details: [{ value: '2' }] } },
    ],
  ])('%j', (fields, finding) => {
    expect(readAbuse(report(fields), ADDRESS)).toMatchObject(finding)
  })

  it.each([
    [undefined],
    [null],
    [[]],
    ['text'],
    [{}],
    [{ data: null }],
    [{ data: {} }],
    [report({ abuseConfidenceScore: 101 })],
    [report({ abuseConfidenceScore: '100' })],
    [report({ totalReports: -1 })],
    [report({ totalReports: Number.POSITIVE_INFINITY })],
  ])('does not take %j', json => {
    expect(readAbuse(json, ADDRESS)).toBeUndefined()
  })
})

describe('GreyNoise', () => {
  it.each([
    [{ noise: true, riot: false, classification: 'malicious' }, 85, 100],
    [{ noise: true, riot: false, classification: 'MALICIOUS' }, 85, 100],
    [{ noise: true, riot: true, classification: 'malicious' }, 85, 100],
    [{ noise: true, riot: false, classification: 'suspicious' }, 60, 100],
    [{ noise: true, riot: false, classification: 'unknown' }, 40, 50],
    [{ noise: true, riot: false }, 40, 50],
    [{ noise: true, riot: false, classification: 'benign' }, 0, 100],
    [{ noise: false, riot: true, classification: 'benign' }, 0, 100],
    [{ noise: false, riot: true, classification: 'unknown' }, 0, 100],
  ])('%j scores %i', (answer, score, certainty) => {
    expect(readNoise(answer, ADDRESS)).toMatchObject({ kind: 'known', score, facts: { certainty } })
  })

  it('tells the name and when it was seen, and links to its own page whatever the answer says', () => {
    const answer = {
      noise: false,
      riot: true,
      classification: 'benign',
      name: 'Example DNS',
      last_seen: '2026-11-20',
      link: 'javascript:1',
    }
    expect(readNoise(answer, ADDRESS)).toMatchObject({
      facts: {
        summary: 'a common business service',
        link: 'https://viz.greynoise.io/ip/198.51.100.23',
        details: [
          { name: 'Name', value: 'Example DNS' },
          { name: 'Classification', value: 'benign' },
          { name: 'Scans the internet', value: 'no' },
          { name: 'Common business service', value: 'yes' },
          { name: 'Last seen', value: '2026-11-20' },
        ],
      },
    })
  })

  it('knows nothing of what it has not seen', () => {
    expect(readNoise({ noise: false, riot: false, message: 'not observed' }, ADDRESS)).toEqual({ kind: 'unknown' })
  })

  it.each([[undefined], [{}], [{ noise: 'no', riot: false }], [[true, false]]])('does not take %j', json => {
    expect(readNoise(json, ADDRESS)).toBeUndefined()
  })
})

describe('VirusTotal', () => {
  const HASH = { kind: 'FILE_HASH', value: 'ab'.repeat(32) } as const
  const object = (attributes: object) => ({ data: { id: 'x', type: 'file', attributes } })
  const stats = (malicious: number, suspicious: number, harmless: number, undetected: number) => ({
    last_analysis_stats: { malicious, suspicious, harmless, undetected, timeout: 3, 'type-unsupported': 4 },
  })

  it('tells a file', () => {
    const answer = object({
      ...stats(40, 1, 0, 31),
      last_analysis_date: 1_770_000_000,
      meaningful_name: 'invoice.exe',
      type_description: 'Win32 EXE',
      tags: ['peexe', 'signed'],
      popular_threat_classification: { suggested_threat_label: 'trojan.example/sample' },
    })
    expect(readVirusTotal(answer, HASH)).toEqual({
      kind: 'known',
      score: 100,
      facts: {
        summary: '41 of 72 engines',
        details: [
          { name: 'Threat', value: 'trojan.example/sample' },
          { name: 'Only suspicious', value: '1' },
          { name: 'Name', value: 'invoice.exe' },
          { name: 'Type', value: 'Win32 EXE' },
          { name: 'Tags', value: 'peexe, signed' },
          { name: 'Last analysis', value: '2026-02-02' },
        ],
        link: `https://www.virustotal.com/gui/file/${HASH.value}`,
        certainty: 100,
      },
    })
  })

  it.each([
    [{ malicious: 0, suspicious: 0 }, 0],
    [{ malicious: 0, suspicious: 1 }, 11],
    [{ malicious: 1, suspicious: 0 }, 20],
    [{ malicious: 3, suspicious: 0 }, 49],
    [{ malicious: 5, suspicious: 0 }, 67],
    [{ malicious: 10, suspicious: 0 }, 89],
    [{ malicious: 90, suspicious: 0 }, 100],
  ])('%j scores %i', (found, score) => {
    expect(scoreOfStats(found)).toBe(score)
  })

  it.each([
    [HASH, 80],
    [{ kind: 'ADDRESS', value: ADDRESS }, 20],
    [{ kind: 'DOMAIN', value: 'a.example' }, 20],
    [{ kind: 'URL', value: 'a.example/b' }, 30],
  ] as const)('that nothing was found in %j has a certainty of %i', (observable, certainty) => {
    expect(readVirusTotal(object(stats(0, 0, 50, 40)), observable)).toMatchObject({ kind: 'known', score: 0, facts: { certainty } })
  })

  it('knows nothing of what was never analysed', () => {
    for (const attributes of [{}, { last_analysis_stats: null }, stats(0, 0, 0, 0)])
      expect(readVirusTotal(object(attributes), HASH)).toMatchObject({ kind: 'unknown', facts: { summary: 'never analysed' } })
  })

  it('reads what it can of strange contents', () => {
    const answer = object({ ...stats(2, 0, 3, 4), tags: 'none', as_owner: 7, last_analysis_date: 1e300, categories: [1] })
    expect(readVirusTotal(answer, HASH)).toMatchObject({ kind: 'known', score: 36, facts: { details: [] } })
    expect(readVirusTotal(object({ last_analysis_stats: { malicious: 2, harmless: -1, undetected: 1e300 } }), HASH)).toMatchObject({
      facts: { summary: '2 of 2 engines' },
    })
  })

  it.each([[undefined], [{}], [{ data: [] }], [{ data: { attributes: null } }]])('does not take %j', json => {
    expect(readVirusTotal(json, HASH)).toBeUndefined()
  })

  it('asks by path', () => {
    expect(pathOf({ kind: 'ADDRESS', value: '2001:db8::1' })).toBe('ip_addresses/2001%3Adb8%3A%3A1')
    expect(pathOf({ kind: 'DOMAIN', value: 'a.example' })).toBe('domains/a.example')
    expect(pathOf({ kind: 'USER', value: 'corp\\ann' })).toBeUndefined()
    expect(fullUrl('a.example')).toBe('http://a.example/')
    const path = pathOf({ kind: 'URL', value: 'a.example/b?c=%20&d' }) ?? ''
    expect(path).toMatch(/^urls\/[\w-]+$/)
    expect(Buffer.from(path.slice(5), 'base64url').toString()).toBe('http://a.example/b?c=%20&d')
  })
})
