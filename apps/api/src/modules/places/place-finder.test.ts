import { copyFile, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mmdbFile } from '../../../../../test/support/mmdb-file.js'
import { until } from '../../../../../test/support/until.js'
import { createLogger } from '../../platform/logger.js'
import type { NamedNetwork } from '../../platform/prisma/client.js'
import { readAsnLine } from './asn-source.js'
import { PlaceFinder, type PlaceFinderDeps } from './place-finder.js'
import { dateOfVersion } from './shipped-geo.js'

const OFFICE = { id: 1, network: '203.0.113.0/25', name: 'Office Berlin', own: true } as NamedNetwork

let directory: string
const running: PlaceFinder[] = []

beforeEach(async () => (directory = await mkdtemp(path.join(tmpdir(), 'sallyport-geo-'))))
afterEach(async () => {
  for (const finder of running.splice(0)) await finder.stop()
  await rm(directory, { recursive: true, force: true })
})

async function finderOf(files: PlaceFinderDeps['files'], pollMs = 60_000): Promise<PlaceFinder> {
  const networks = { networkOf: (address: string) => (address.startsWith('203.0.113.') ? OFFICE : undefined) }
  const finder = new PlaceFinder({ files, networks, logger: createLogger('silent'), pollMs })
  running.push(finder)
  await finder.start()
  await finder.ready
  return finder
}

const city = (name: string, type = 'GeoLite2-City') =>
  mmdbFile(
    {
      '203.0.113.0/24': { country: { iso_code: 'DE' }, city: { names: { en: name } }, location: { latitude: 52.5, longitude: -13.25 } },
      '2001:db8:1::/48': { country: { iso_code: 'SE' }, city: { names: { en: 'Stockholm' } } },
    },
    { type },
  )

const asn = () =>
  mmdbFile({ '203.0.113.0/24': { autonomous_system_number: 64_500, autonomous_system_organization: 'Example' } }, { type: 'GeoLite2-ASN' })

async function own(name: string, content: Buffer): Promise<string> {
  const file = path.join(directory, name)
  await writeFile(file, content)
  return file
}

describe('own files', () => {
  it('tells place, operator, network and who says so', async () => {
    const finder = await finderOf({ cityFile: await own('city.mmdb', city('Berlin')), asnFile: await own('asn.mmdb', asn()) })
    expect(finder.find('203.0.113.7')).toEqual({
      scope: 'RESERVED',
      scopeName: 'Documentation (RFC 5737)',
      network: OFFICE,
      countryCode: 'DE',
      country: 'Germany',
      region: null,
      city: 'Berlin',
      latitude: 52.5,
      longitude: -13.25,
      asn: 64_500,
      organisation: 'Example',
      sources: [
        expect.objectContaining({ kind: 'City', attribution: expect.stringContaining('MaxMind') as string, error: null }),
        expect.objectContaining({ kind: 'ASN', file: path.join(directory, 'asn.mmdb') }),
      ],
    })
    expect(finder.find('::ffff:203.0.113.7')).toMatchObject({ city: 'Berlin', asn: 64_500 })
    expect(finder.find('2001:db8:1::5')).toMatchObject({ country: 'Sweden', city: 'Stockholm', asn: null })
    expect(finder.find('2001:db8:2::5')).toMatchObject({ country: null, sources: [] })
    // 6to4 of 203.0.113.7: it is there that the other end is.
    expect(finder.find('2002:cb00:7107::1')).toMatchObject({ city: 'Berlin', scopeName: '6to4 of 203.0.113.7 (RFC 3056)' })
    expect(finder.find('nonsense')).toMatchObject({ scope: 'RESERVED', scopeName: 'Not an IP address', country: null, sources: [] })
  })

  it('does not take the first bits of an IPv6 address for an IPv4 one', async () => {
    // cb00:7100:: begins as 203.0.113.0 does.
    const file = await own('four.mmdb', mmdbFile({ '203.0.113.0/24': { country: { iso_code: 'DE' } } }, { ipVersion: 4 }))
    const finder = await finderOf({ cityFile: file, asnFile: await own('asn.mmdb', asn()) })
    expect(finder.find('203.0.113.1').country).toBe('Germany')
    expect(finder.find('cb00:7100::1').country).toBeNull()
  })

  it('loads a file that is replaced, and keeps the last good one when the new one is broken', async () => {
    const cityFile = await own('city.mmdb', city('Berlin'))
    const finder = await finderOf({ cityFile, asnFile: await own('asn.mmdb', asn()) }, 10)
    const cityNow = () => finder.find('203.0.113.7').city
    expect(cityNow()).toBe('Berlin')

    await rename(await own('next.mmdb', city('Hamburg')), cityFile)
    await until(() => cityNow() === 'Hamburg')

    await writeFile(cityFile, city('Bremen').subarray(0, 300))
    const error = () => finder.databases()[0]?.error
    expect(await until(() => error() ?? undefined)).toMatch(/not all of it is there/)
    expect(cityNow()).toBe('Hamburg')

    await rm(cityFile)
    await until(() => error() === 'There is no such file')
    expect(cityNow()).toBe('Hamburg')

    await copyFile(await own('last.mmdb', city('Kiel')), cityFile)
    await until(() => cityNow() === 'Kiel')
    expect(error()).toBeNull()
  })

  it.each([
    ['no database', Buffer.from('<html>Sign in to download</html>'), /no database in MaxMind format/],
    ['a compressed one', Buffer.from([0x1f, 0x8b, 8, 0, 0]), /gunzip/],
    ['an empty file', Buffer.alloc(0), /no database in MaxMind format/],
    ['the other kind', mmdbFile({ '203.0.113.0/24': { autonomous_system_number: 1 } }, { type: 'GeoLite2-ASN' }), /GEO_ASN_FILE/],
  ])('says why %s cannot be used, and uses what ships instead', async (_what, content, reason) => {
    const cityFile = await own('city.mmdb', content)
    const finder = await finderOf({ cityFile, asnFile: await own('asn.mmdb', asn()) })
    const [wanted, shipped] = finder.databases()
    expect(wanted).toMatchObject({ file: cityFile, error: expect.stringMatching(reason) as string, builtAt: null })
    expect(shipped).toMatchObject({ attribution: 'IP Geolocation by DB-IP', file: null, error: null })
    expect(finder.find('8.8.8.8')).toMatchObject({ scope: 'PUBLIC', country: 'United States' })
  })
})

describe('the databases that ship', () => {
  it('work out of the box', async () => {
    const started = performance.now()
    const finder = await finderOf({})
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(finder.databases()).toEqual([
      expect.objectContaining({ kind: 'City', attribution: 'IP Geolocation by DB-IP', url: 'https://db-ip.com', error: null }),
      expect.objectContaining({ kind: 'ASN', attribution: expect.stringContaining('RouteViews') as string, error: null }),
    ])
    for (const { builtAt } of finder.databases()) expect(builtAt?.getFullYear()).toBeGreaterThanOrEqual(2026)
    expect(finder.find('8.8.8.8')).toMatchObject({ countryCode: 'US', asn: 15_169 })
    expect(finder.find('2001:4860:4860::8888')).toMatchObject({ scope: 'PUBLIC', asn: 15_169 })
    expect(finder.find('10.1.2.3')).toMatchObject({ scope: 'PRIVATE', countryCode: null, asn: null, sources: [] })
  }, 60_000)

  it('are found loading or missing, and never stop anything', async () => {
    const finder = new PlaceFinder({ files: {}, networks: { networkOf: () => undefined }, logger: createLogger('silent') })
    expect(finder.find('8.8.8.8')).toMatchObject({ scope: 'PUBLIC', country: null })
    expect(finder.databases()).toMatchObject([{ error: 'It is being loaded' }, { error: 'It is being loaded' }])
    await finder.start()
    await finder.stop()
  })
})

describe('readAsnLine', () => {
  it.each([
    ['3405803776,3405804031,64500,Example', { first: 3_405_803_776, last: 3_405_804_031, asn: 64_500, organisation: 'Example' }],
    [
      '192.0.2.0,192.0.2.255,64500,"Example, ""Inc."""',
      { first: 3_221_225_984, last: 3_221_226_239, asn: 64_500, organisation: 'Example, "Inc."' },
    ],
    [
      '2001:db8::,2001:db8::ffff,64501,',
      { first: [0x2001_0db8, 0, 0, 0], last: [0x2001_0db8, 0, 0, 0xffff], asn: 64_501, organisation: '' },
    ],
    ['', undefined],
    ['1,2,3', undefined],
    ['1,2,x,Example', undefined],
    ['4294967296,4294967297,1,Example', undefined],
    ['1.2.3.4,2001:db8::,1,Example', undefined],
  ])('%s', (line, expected) => expect(readAsnLine(line)).toEqual(expected))
})

it.each([
  ['2.3.2026061719', '2026-06-17T00:00:00.000Z'],
  ['2.3.1', undefined],
  ['2.3.20269999', undefined],
  [undefined, undefined],
])('reads the day of version %s', (version, expected) => expect(dateOfVersion(version)?.toISOString()).toBe(expected))
