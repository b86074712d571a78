import { describe, expect, it } from 'vitest'
import { csvField, csvOf, entriesOfJson, jsonOf } from './entry-formats.js'
import { isHeld } from './guard.js'
import { panosSetCommands } from './panos-set-commands.js'
import { baseUrlOf, publishedUrl, slugOf } from './published-url.js'
import { diffOf } from './version-diff.js'

const AT = new Date('2026-03-04T12:00:00.000Z')
const entry = { value: '198.51.100.7', reason: 'Scans, "loudly"', addedAt: AT, expiresAt: null }

describe('the guard of a published list', () => {
  it.each([
    // before, added, removed, percent, entries, held
    [1000, 301, 0, 30, 100, true],
    [1000, 300, 0, 30, 100, false],
    [1000, 0, 301, 30, 100, true],
    [1000, 300, 300, 30, 100, false],
    [1000, 301, 301, 30, 100, true],
    [50, 0, 50, 30, 100, false],
    [50, 100, 0, 30, 100, false],
    [50, 101, 0, 30, 100, true],
    [100_000, 101, 0, 30, 100, false],
    [0, 101, 0, 30, 100, true],
    [0, 100, 0, 30, 100, false],
    [10, 1, 0, 0, 0, true],
    [10, 0, 0, 0, 0, false],
  ])('%i entries, %i more, %i fewer, at most %i %% and %i: held %s', (before, added, removed, guardPercent, guardEntries, held) => {
    expect(isHeld({ before, added, removed }, { guardPercent, guardEntries })).toBe(held)
  })
})

describe('the difference between two versions', () => {
  it('counts all and shows the first', () => {
    const after = Array.from({ length: 700 }, (_, at) => `new-${at}`)
    const diff = diffOf(['a', 'b'], ['b', ...after])
    expect(diff).toMatchObject({ added: 700, removed: 1, removedEntries: ['a'] })
    expect(diff.addedEntries).toEqual(after.slice(0, 500))
  })
})

describe('the CSV and JSON of a list', () => {
  it('tell the value, its reason and its times', async () => {
    expect(await csvOf([entry])).toBe('value,reason,expires,added\r\n198.51.100.7,"Scans, ""loudly""",,2026-03-04T12:00:00.000Z\r\n')
    expect(JSON.parse(await jsonOf('ADDRESS', [entry, { ...entry, value: 'x' }]))).toEqual({
      kind: 'ADDRESS',
      entries: [
        { value: '198.51.100.7', reason: 'Scans, "loudly"', addedAt: AT.toISOString(), expiresAt: null },
        { value: 'x', reason: 'Scans, "loudly"', addedAt: AT.toISOString(), expiresAt: null },
      ],
    })
    const entries = [entry, { ...entry, expiresAt: AT }]
    expect(await entriesOfJson(await jsonOf('URL', entries))).toEqual(entries)
    expect([await csvOf([]), await entriesOfJson(await jsonOf('URL', []))]).toEqual(['value,reason,expires,added\r\n', []])
  })

  it.each([
    ['=cmd|calc', "'=cmd|calc"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    [' =1', "' =1"],
    ['\r=1', '"\'\r=1"'],
    ['\uff1d1', "'\uff1d1"],
    ['=1,"a"', '"\'=1,""a"""'],
    ['a=b', 'a=b'],
    ['', ''],
  ])('no spreadsheet runs %j', (text, field) => {
    expect(csvField(text)).toBe(field)
  })
})

describe('the URL of a published list', () => {
  const token = 'x'.repeat(32)
  it('has at most 255 characters, however long the names are', () => {
    const baseUrl = `https://${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.example.com`
    const url = publishedUrl(baseUrl, { token, name: 'n'.repeat(100), extension: 'json' })
    expect(url.length).toBeLessThanOrEqual(255)
    expect(publishedUrl('https://sallyport.example.com/', { token, name: 'C2 servers', extension: 'txt' })).toBe(
      `https://sallyport.example.com/edl/${token}/c2-servers.txt`,
    )
  })

  it.each([
    ['Größe & Übel', 'gro-e-ubel'],
    ['日本', 'list'],
    ['--', 'list'],
    ['a'.repeat(50), 'a'.repeat(40)],
  ])('makes of %s the name %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug)
  })

  it('begins with the configured address, else one that firewalls can reach', () => {
    const info = { address: '192.0.2.5', family: 'IPv4', internal: false } as never
    const facts = { publicUrl: undefined, host: '0.0.0.0', port: 4000, interfaces: { eth0: [info] } }
    expect(baseUrlOf(facts)).toBe('http://192.0.2.5:4000')
    expect(baseUrlOf({ ...facts, host: '::1' })).toBe('http://[::1]:4000')
    expect(baseUrlOf({ ...facts, publicUrl: 'https://sallyport.example.com/' })).toBe('https://sallyport.example.com')
  })
})

describe('the steps on the firewall', () => {
  it('create the external list with its certificate and its credentials', () => {
    const url = 'https://sallyport.example.com/edl/x/c2.txt'
    expect(panosSetCommands({ kind: 'URL', name: 'C2', url, username: 'fw-1' })).toEqual([
      `# Objects > External Dynamic Lists > Add: Type URL List, Source ${url}, Check for updates Every five minutes`,
      'configure',
      `set external-list "c2" type url url "${url}"`,
      'set external-list "c2" type url recurring five-minute',
      '# A certificate profile (Device > Certificate Management) with the CA of this server:',
      'set external-list "c2" type url certificate-profile <profile>',
      'set external-list "c2" type url auth username "fw-1"',
      'set external-list "c2" type url auth password <password>',
      '# It is fetched once a rule that uses it has been committed.',
      'commit',
    ])
  })

  it('do not exist for lists that PAN-OS does not fetch, and keep names short', () => {
    expect(panosSetCommands({ kind: 'USER', name: 'x', url: 'http://h/', username: undefined })).toEqual([])
    const [, , set] = panosSetCommands({ kind: 'ADDRESS', name: 'n'.repeat(60), url: 'http://h/', username: undefined })
    expect(set).toBe(`set external-list "${'n'.repeat(31)}" type ip url "http://h/"`)
  })
})
