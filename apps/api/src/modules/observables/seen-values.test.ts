import { describe, expect, it } from 'vitest'
import { canonicalValues, mostTelling, SEEN_MAX, valuesOfAlert, valuesOfOneAlert, type AlertValues, type SeenValue } from './seen-values.js'

const end = (address: string | null, user: string | null = null, host: string | null = null): AlertValues['source'] => ({
  address,
  user,
  host,
  port: null,
  zone: null,
  location: null,
})

const alert = (given: Partial<AlertValues> = {}): AlertValues => ({
  source: end('10.0.0.5'),
  destination: end('198.51.100.7'),
  attackerSide: null,
  victimSide: null,
  commandControl: false,
  url: null,
  domain: null,
  fileDigest: null,
  ...given,
})

const told = (given: Partial<AlertValues>) => valuesOfAlert(alert(given)).map(({ kind, role, value }) => `${role} ${kind} ${value}`)
const lower = (_: string, value: string) => (value.startsWith('!') ? undefined : value.toLowerCase())

describe('what an alert names', () => {
  it.each<[string, Partial<AlertValues>, string[]]>([
    [
      'attacker before target',
      { attackerSide: 'DESTINATION', victimSide: 'SOURCE' },
      ['ATTACKER ADDRESS 198.51.100.7', 'TARGET ADDRESS 10.0.0.5'],
    ],
    [
      'a command-and-control server',
      { attackerSide: 'DESTINATION', victimSide: 'SOURCE', commandControl: true },
      ['COMMAND_AND_CONTROL ADDRESS 198.51.100.7', 'TARGET ADDRESS 10.0.0.5'],
    ],
    [
      'a resolver behind a DNS lookup, whatever the signature is of',
      { victimSide: 'SOURCE', domain: 'evil.example', commandControl: true },
      ['TARGET ADDRESS 10.0.0.5', 'RESOLVER ADDRESS 198.51.100.7', 'DOMAIN DOMAIN evil.example'],
    ],
    ['ends without a side', {}, ['OTHER ADDRESS 10.0.0.5', 'OTHER ADDRESS 198.51.100.7']],
    ['a leak, which has no victim', { attackerSide: 'SOURCE' }, ['ATTACKER ADDRESS 10.0.0.5', 'OTHER ADDRESS 198.51.100.7']],
    [
      'people, hosts, URL and file',
      { source: end(null, 'corp\\ann', 'pc1'), destination: end(null, 'corp\\bob'), url: 'evil.example/x', fileDigest: 'ab'.repeat(32) },
      ['USER USER corp\\ann', 'USER USER corp\\bob', 'HOST HOST pc1', 'URL URL evil.example/x', `FILE FILE_HASH ${'ab'.repeat(32)}`],
    ],
    ['nothing', { source: end(null), destination: end('', '') }, []],
  ])('%s', (_, given, values) => {
    expect(told(given)).toEqual(values)
  })

  it('counts one alert once', () => {
    expect(valuesOfOneAlert(alert({ source: end(null, 'CORP\\ann'), destination: end(null, 'corp\\ann') }), lower)).toEqual([
      { kind: 'USER', role: 'USER', value: 'corp\\ann', alerts: 1n },
    ])
  })
})

describe('canonical values', () => {
  it('adds up spellings of one value, keeps roles apart and leaves out what is none', () => {
    const user = (value: string, alerts: bigint): SeenValue => ({ kind: 'USER', role: 'USER', value, alerts })
    const attacker: SeenValue = { kind: 'ADDRESS', role: 'ATTACKER', value: '192.0.2.1', alerts: 2n }
    const values = [user('Ann', 3n), attacker, user('ANN', 4n), user('!', 9n), { ...attacker, role: 'TARGET' as const }]
    expect(canonicalValues(values, lower)).toEqual([user('ann', 7n), attacker, { ...attacker, role: 'TARGET' }])
  })
})

describe('what is told of an incident', () => {
  const urls = (count: number): SeenValue[] =>
    Array.from({ length: count }, (_, n) => ({ kind: 'URL', role: 'URL', value: `evil.example/${n}`, alerts: BigInt(1_000 - n) }))
  const file: SeenValue = { kind: 'FILE_HASH', role: 'FILE', value: 'ab'.repeat(16), alerts: 1n }
  const indicators = (count: number): SeenValue[] =>
    Array.from({ length: count }, (_, n) => ({ kind: 'DOMAIN', role: 'INDICATOR', value: `c${n}.example`, alerts: 0n }))

  it('begins with the most seen', () => {
    expect(mostTelling([file, ...urls(3)], []).map(({ alerts }) => alerts)).toEqual([1_000n, 999n, 998n, 1n])
  })

  it('leaves out no role', () => {
    const values = mostTelling([...urls(300), file], indicators(2))
    expect(values).toHaveLength(SEEN_MAX)
    expect(values.slice(-3)).toEqual([file, ...indicators(2)])
  })

  it('keeps places for indicators, and fills what is left with them', () => {
    expect(mostTelling(urls(300), indicators(300)).filter(({ role }) => role === 'INDICATOR')).toHaveLength(30)
    expect(mostTelling(urls(10), indicators(300)).filter(({ role }) => role === 'INDICATOR')).toHaveLength(90)
  })

  it('names no value of an alert again', () => {
    const seen: SeenValue = { kind: 'DOMAIN', role: 'DOMAIN', value: 'c0.example', alerts: 1n }
    expect(mostTelling([seen], indicators(2))).toEqual([seen, indicators(2)[1]])
  })

  it('is the same for the same values in another order', () => {
    const values = [...urls(20), file, ...urls(5).map(url => ({ ...url, role: 'OTHER' as const }))]
    expect(mostTelling(values.toReversed(), [])).toEqual(mostTelling(values, []))
  })
})
