import { BlockList, isIP } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { renderVersion } from '../../apps/api/src/modules/publish/render-version.js'
import type { ListKind } from '../../packages/shared/src/index.js'
import { buildUser } from '../support/builders.js'
import { createTestDatabase, type TestDatabase } from '../support/database.js'
import { answerOf, composeDomain, type Domain } from '../support/domain.js'
import { actorOf } from '../support/graphql.js'
import { type EdlType, readEdlLine } from '../support/panos-simulator/edl-lines.js'

// Independent of the code under test: what may never be blocked, as an administrator would write it down.
const NETWORKS = ['10.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16', '224.0.0.0/4', '203.0.113.0/28']
const NETWORKS_V6 = ['fe80::/10', 'fc00::/7', 'ff00::/8']
const OWN_RANGE = '203.0.113.0/28'
const OWN_DOMAIN = 'corp.example'

type Verdict = 'NEW' | 'PROTECTED' | 'INVALID' | 'COVERED' | 'ALREADY_THERE' | 'DUPLICATE_IN_INPUT'
type Hostile = readonly [typed: string, ...allowed: Verdict[]]

const octets = (network: string) => network.split('/')[0]?.split('.').map(Number) ?? []
const hex = (values: readonly number[]) => values.map(value => value.toString(16).padStart(2, '0'))

/** One address of the network in every spelling that somebody might take for another one. */
function spellingsOf(network: string): readonly Hostile[] {
  const inside = octets(network).map((value, index) => (index === 3 ? 9 : value))
  const [a, b, c, d] = hex(inside)
  const dotted = inside.join('.')
  const number = inside.reduce((sum, value) => sum * 256 + value, 0)
  return [
    [dotted, 'PROTECTED'],
    [` ${dotted} `, 'PROTECTED'],
    [`${dotted}/32`, 'PROTECTED'],
    [`${dotted}/30`, 'PROTECTED'],
    [`${dotted}/29`, 'PROTECTED'],
    [`${dotted}-${dotted}`, 'PROTECTED'],
    [`${dotted} - ${dotted}`, 'PROTECTED'],
    [`${inside.with(3, 1).join('.')}-${inside.with(3, 12).join('.')}`, 'PROTECTED'],
    [`${inside.with(0, (inside[0] ?? 0) - 1).join('.')}-${dotted}`, 'PROTECTED', 'INVALID'],
    [`${inside[0]}.0.0.0/8`, 'PROTECTED'],
    [`${inside[0]}.0.0.0/7`, 'INVALID'],
    [`::ffff:${dotted}`, 'PROTECTED'],
    [`::FFFF:${dotted}`, 'PROTECTED'],
    [`::ffff:${a}${b}:${c}${d}`, 'PROTECTED'],
    [`0:0:0:0:0:ffff:${a}${b}:${c}${d}`, 'PROTECTED'],
    [`0000:0000:0000:0000:0000:ffff:${dotted}`, 'PROTECTED'],
    [`::ffff:${dotted}/128`, 'PROTECTED'],
    [`::ffff:${dotted}/104`, 'PROTECTED'],
    [`::ffff:${dotted}/95`, 'INVALID'],
    [`::ffff:0:0/96`, 'INVALID'],
    [String(number), 'INVALID'],
    [`0x${a}${b}${c}${d}`, 'INVALID'],
    [`0${inside[0]?.toString(8)}.${inside.slice(1).join('.')}`, 'INVALID'],
    [inside.map(value => `0x${value.toString(16)}`).join('.'), 'INVALID'],
    [inside.map(value => String(value).padStart(3, '0')).join('.'), 'INVALID'],
    [inside.slice(0, 3).join('.'), 'INVALID'],
    [`${dotted}.`, 'INVALID'],
    [`${dotted}:443`, 'INVALID'],
    [`[::ffff:${dotted}]`, 'INVALID'],
    [`http://${dotted}/`, 'INVALID'],
    [`${dotted}/255.255.255.0`, 'INVALID'],
    [`${dotted}/ 32`, 'INVALID'],
    [`${dotted}/033`, 'INVALID'],
    [dotted.replaceAll('.', '。'), 'INVALID'],
    [dotted.replaceAll('.', '․'), 'INVALID'],
    [[...dotted].map(sign => (sign === '.' ? sign : String.fromCodePoint(0xff10 + Number(sign)))).join(''), 'INVALID'],
    [`${dotted}\u200b`, 'INVALID'],
    [`\u202e${dotted}`, 'INVALID'],
    [`${dotted.slice(0, 2)}\u0000${dotted.slice(2)}`, 'INVALID'],
    [`${dotted}\u00a0`, 'INVALID'],
  ]
}

const spellingsOfV6 = (network: string): readonly Hostile[] => {
  const head = network.slice(0, 4)
  return [
    [`${head}::9`, 'PROTECTED'],
    [`${head.toUpperCase()}::9`, 'PROTECTED'],
    [`${head}:0:0:0:0:0:0:9`, 'PROTECTED'],
    [`${head}:0000::0009/128`, 'PROTECTED'],
    [`${head}::/64`, 'PROTECTED'],
    [`${head}::1-${head}::ff`, 'PROTECTED'],
    [`${head}::0.0.0.9`, 'PROTECTED'],
    [`${head}::9%eth0`, 'INVALID'],
    [`[${head}::9]`, 'INVALID'],
    [`${head}::9::1`, 'INVALID'],
    [`${head}::00009`, 'INVALID'],
    [network.replace(/\/.*/, '/6'), 'INVALID'],
  ]
}

const NETWORKS_OF_ALL: readonly Hostile[] = ['0.0.0.0/0', '0.0.0.0/00', '0.0.0.0/1', '128.0.0.0/1'].map((typed): Hostile => [
  typed,
  'INVALID',
])

const EVERYTHING: readonly Hostile[] = [
  ...['::/0', '0/0', '::/1', '8000::/1', '2000::/3', '*', 'any', 'all'].map((typed): Hostile => [typed, 'INVALID']),
  ...['0.0.0.0-255.255.255.255', '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '1.0.0.0-2.0.0.0'].map((typed): Hostile => [
    typed,
    'INVALID',
  ]),
  ...[
    "' OR 1=1 --",
    '<entry name="x"/>',
    ']]>',
    '&lt;',
    '${jndi:ldap://x}',
    '{{7*7}}',
    '../../etc/passwd',
    '\\x00',
    '%00',
    ';',
    'null',
  ].map((typed): Hostile => [typed, 'INVALID']),
  ...["=cmd|' /C calc'!A0", '+1', '-1', '@SUM(1+1)', '\t=1+1', '%0a=1', '|calc'].map((typed): Hostile => [typed, 'INVALID']),
]

/** A good value with something in it that nobody sees. */
const HIDDEN = [
  ...[0x00, 0x07, 0x1b, 0x7f, 0x85, 0xa0, 0xad, 0x34f, 0x61c, 0x115f, 0x180e, 0x200b, 0x200d, 0x200e],
  ...[0x2028, 0x202e, 0x2060, 0x2066, 0x2800, 0x3000, 0x3164, 0xfe0f, 0xfeff, 0xfff9, 0xe000, 0xe0041],
].map(code => String.fromCodePoint(code))
const withHidden = (value: string): readonly Hostile[] =>
  HIDDEN.map((hidden): Hostile => [`${value.slice(0, 3)}${hidden}${value.slice(3)}`, 'INVALID'])

const ADDRESSES: readonly Hostile[] = [
  ...[...NETWORKS].flatMap(spellingsOf),
  ...NETWORKS_V6.flatMap(spellingsOfV6),
  ...NETWORKS_OF_ALL,
  ...EVERYTHING,
  ['203.0.112.0/23', 'PROTECTED'],
  ['203.0.113.15-203.0.113.16', 'PROTECTED'],
  ['203.0.113.16', 'NEW'],
  ['198.51.100.77/24', 'NEW'],
  ['2001:DB8:0:0::7', 'NEW'],
]

const DOMAINS: readonly Hostile[] = [
  ...['corp.example', 'CORP.Example', 'mail.corp.example', '*.corp.example', 'ｃｏｒｐ.example', 'corp。example', 'corp.example.'].map(
    (typed): Hostile => [typed, 'PROTECTED'],
  ),
  ...['corp.example/x', 'http://corp.example', 'corp.example:80', '*.example', '*', '*.*', 'a*.corp.example', 'ann@corp.example'].map(
    (typed): Hostile => [typed, 'INVALID'],
  ),
  ...NETWORKS_OF_ALL,
  ...EVERYTHING,
  ...withHidden('evil.example'),
  ['notcorp.example', 'NEW'],
  ['bücher.example', 'NEW'],
]

const URLS: readonly Hostile[] = [
  ...['corp.example', 'http://corp.example/', 'HTTPS://Mail.Corp.Example/a?b=c', 'corp.example:443/x', '*.corp.example/'].map(
    (typed): Hostile => [typed, 'PROTECTED'],
  ),
  ...['http://10.0.0.9/admin', '192.168.1.1', '127.0.0.1/'].map((typed): Hostile => [typed, 'PROTECTED']),
  ...[
    'http://user:pw@corp.example/',
    'ftp://evil.example/',
    'evil.example:8080/',
    'evil.example/a b',
    'evil.example/\u202e',
    '*.example/',
  ].map((typed): Hostile => [typed, 'INVALID']),
  ...EVERYTHING,
  ...withHidden('evil.example/path'),
  ['evil.example/corp.example', 'NEW'],
  ['https://evil.example/ä', 'NEW'],
]

const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const HASHES: readonly Hostile[] = [
  ...[HASH.slice(1), `${HASH}0`, HASH.replace('f', 'g'), `0x${HASH}`, `${HASH} evil.exe`].map((typed): Hostile => [typed, 'INVALID']),
  ...NETWORKS_OF_ALL,
  ...EVERYTHING,
  ...withHidden(HASH),
  [HASH.toUpperCase(), 'NEW'],
]

/** The last is how a firewall fetches the kind, if it does. */
const KINDS: readonly (readonly [ListKind, readonly Hostile[], EdlType | undefined])[] = [
  ['ADDRESS', ADDRESSES, 'ip'],
  ['DOMAIN', DOMAINS, 'domain'],
  ['URL', URLS, 'url'],
  ['FILE_HASH', HASHES, undefined],
]
/** As many refused lines as an answer shows. */
const CHUNK = 400

let database: TestDatabase
let domain: Domain
let userId: string

beforeAll(async () => {
  database = await createTestDatabase()
  userId = (await buildUser(database)).id
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.pool.query('TRUNCATE list, list_entry, protection RESTART IDENTITY CASCADE')
  domain = composeDomain(database)
  await domain.protectionService.ensureShipped()
  for (const [kind, value] of [
    ['NETWORK', OWN_RANGE],
    ['DOMAIN', OWN_DOMAIN],
  ] as const)
    await mutate('protectionCreate', { kind, value })
})

const mutate = async <T>(name: string, input: object, fields = 'userErrors { message }'): Promise<T> => {
  const query = `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} } }`
  const answer = await answerOf({ schema: domain.schema, query, variables: { input }, actor: actorOf('ADMINISTRATOR', userId) })
  return answer[name] as T
}

interface Line {
  readonly line: number
  readonly value: string | null
  readonly verdict: Verdict
  readonly reason: string | null
}

/** What becomes of each line of a CSV; values are quoted, so that commas stay in them. */
async function importAll(listId: string, lines: readonly string[]): Promise<readonly Line[]> {
  const told: Line[] = []
  for (let at = 0; at < lines.length; at += CHUNK) {
    const text = lines.slice(at, at + CHUNK).map(typed => `"${typed.replaceAll('"', '""')}",=HYPERLINK("http://evil.example")`)
    const { preview } = await mutate<{ preview: { lines: readonly Line[] } }>(
      'listEntriesAdd',
      { listId, text: ['value,reason', ...text].join('\n') },
      'preview { lines { line value verdict reason } } userErrors { message }',
    )
    told.push(...preview.lines.map(line => ({ ...line, line: line.line - 2 + at })))
  }
  return told
}

const newList = async (kind: ListKind) =>
  (await mutate<{ list: { id: string } }>('listCreate', { name: `Hostile ${kind}`, kind }, 'list { id } userErrors { message }')).list.id

const listKey = (globalId: string) => Number(Buffer.from(globalId, 'base64url').toString().split(':')[1])

function protectedAddresses(): BlockList {
  const list = new BlockList()
  for (const network of [...NETWORKS, ...NETWORKS_V6]) {
    const [address = '', prefix] = network.split('/')
    list.addSubnet(address, Number(prefix), isIP(address) === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}

describe('an import of hostile lines', () => {
  it('has at least 500 of them', () => {
    expect(KINDS.reduce((sum, [, lines]) => sum + lines.length, 0)).toBeGreaterThanOrEqual(500)
  })

  it.each(KINDS)('of kind %s is refused line by line with a reason, or canonical', async (kind, hostile, edlType) => {
    const listId = await newList(kind)
    const told = await importAll(
      listId,
      hostile.map(([typed]) => typed),
    )
    const byLine = new Map(told.map(line => [line.line, line]))
    const unexpected = hostile.flatMap(([typed, ...allowed], index) => {
      const line = byLine.get(index)
      // A second spelling of the same value is told as such: what became of the first counts for it.
      const verdict = line?.verdict === 'DUPLICATE_IN_INPUT' ? 'PROTECTED' : line?.verdict
      const isRight = verdict !== undefined && allowed.includes(verdict) && (verdict === 'NEW' || (line?.reason ?? '') !== '')
      return isRight ? [] : [{ typed, allowed, line }]
    })
    expect(unexpected).toEqual([])

    const inForce = await domain.lists.entriesInForce(listKey(listId))
    const added = told.filter(({ verdict }) => verdict === 'NEW').map(({ value }) => value)
    expect(new Set(inForce.map(({ value }) => value))).toEqual(new Set(added))
    expect(inForce.length).toBe(hostile.filter(([, verdict]) => verdict === 'NEW').length)
    for (const { value } of inForce) {
      const [address = ''] = value.split(/[/-]/)
      if (isIP(address) !== 0)
        expect({ value, isProtected: protectedAddresses().check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4') }).toEqual({
          value,
          isProtected: false,
        })
    }

    const { bodies, dropped } = await renderVersion({ kind, aggregate: false, trailingSlash: true }, inForce)
    expect(dropped).toEqual([])
    if (edlType) {
      const read = String(bodies.txt)
        .split('\n')
        .map(line => readEdlLine(edlType, line, { appendsSlash: true }).kind)
      expect(read).not.toContain('invalid')
      expect(read.filter(each => each === 'valid')).toHaveLength(inForce.length)
    }
    // No cell that a spreadsheet would run.
    expect(String(bodies.csv)).not.toMatch(/(^|[,\r\n])"?[=+\-@\t]/)
  })
})
