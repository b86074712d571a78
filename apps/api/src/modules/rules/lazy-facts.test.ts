import { RULE_FIELD_NAMES, RULE_FIELDS, type RuleFieldName } from '@sallyport/shared'
import { describe, expect, it } from 'vitest'
import { UNKNOWN, type FactValue } from './engine/index.js'
import { valueOfAlert, type AlertFacts } from './judged-alert.js'
import type { Knowledge } from './knowledge.js'
import { LazyFacts } from './lazy-facts.js'

const bare: AlertFacts = {
  occurredAt: 1,
  source: '',
  firewallName: '',
  firewallSerial: '',
  subtype: '',
  severity: 0,
  action: '',
  blocked: false,
  commandControl: false,
  threatName: '',
}
const full: AlertFacts = {
  ...bare,
  source: 'Edge',
  firewallName: 'FW-1',
  firewallSerial: '001',
  subtype: 'virus',
  severity: 4,
  action: 'alert',
  commandControl: true,
  direction: 'SERVER_TO_CLIENT',
  threatName: 'Made-up Worm',
  threatId: 91_991n,
  threatCategory: 'code-execution',
  category: 'Malware',
  app: 'web-browsing',
  rule: 'Web-In',
  srcZone: 'Trust',
  dstZone: 'untrust',
  vsys: 'vsys1',
  srcIp: '192.0.2.10',
  dstIp: '203.0.113.7',
  srcUser: 'CORP\\Ann',
  dstUser: 'corp\\bob',
  srcHost: 'pc-7',
  dstHost: null,
  srcLocation: 'DE',
  dstLocation: 'Russian Federation',
  attackerSide: 'DESTINATION',
  victimSide: 'SOURCE',
  url: 'Evil.example/A',
  domain: 'evil.example',
  fileName: 'Invoice.EXE',
  fileType: 'pe',
  fileDigest: 'A'.repeat(64),
  verdict: 'MALICIOUS',
  mailSender: 'Eve@evil.example',
  mailRecipient: 'ann@corp.example',
}

const place = (countryCode: string | null) => ({
  scope: 'PUBLIC' as const,
  scopeName: null,
  network: null,
  countryCode,
  country: null,
  region: null,
  city: null,
  latitude: null,
  longitude: null,
  asn: 64_496,
  organisation: null,
  sources: [],
})
const knowing: Knowledge = {
  place: address => place(address === '203.0.113.7' ? 'RU' : null),
  networkName: address => (address === '192.0.2.10' ? 'Head Office' : undefined),
  isOwn: address => address === '192.0.2.10',
  isListed: (_, value) => value === '203.0.113.7',
  person: user =>
    user === 'corp\\ann' ? { department: 'Finance', title: 'Clerk', groups: ['VPN', 'All'], manager: 'Zoe', city: null } : undefined,
  score: kind => (kind === 'URL' ? undefined : 80),
  wildfireVerdict: () => 'MALICIOUS',
  count: () => 3,
  isFirstSeen: () => true,
}
const ignorant: Knowledge = {
  place: () => undefined,
  networkName: () => undefined,
  isOwn: () => false,
  isListed: () => UNKNOWN,
  person: () => UNKNOWN,
  score: () => UNKNOWN,
  wildfireVerdict: () => UNKNOWN,
  count: () => UNKNOWN,
  isFirstSeen: () => UNKNOWN,
}

const EXPECTED: Readonly<Record<RuleFieldName, readonly FactValue[]>> = {
  source: ['edge'],
  firewall: ['fw-1', '001'],
  rule: ['web-in'],
  sourceZone: ['trust'],
  destinationZone: ['untrust'],
  vsys: ['vsys1'],
  subtype: ['virus'],
  severity: [4],
  action: ['alert'],
  blocked: [false],
  direction: ['SERVER_TO_CLIENT'],
  threatName: ['made-up worm'],
  threatId: [91_991],
  threatCategory: ['code-execution'],
  category: ['malware'],
  app: ['web-browsing'],
  commandControl: [true],
  attacker: ['203.0.113.7'],
  target: ['192.0.2.10'],
  anyAddress: ['192.0.2.10', '203.0.113.7'],
  user: ['corp\\ann', 'corp\\bob'],
  host: ['pc-7'],
  mailSender: ['eve@evil.example'],
  mailRecipient: ['ann@corp.example'],
  url: ['evil.example/a'],
  domain: ['evil.example'],
  fileName: ['invoice.exe'],
  fileType: ['pe'],
  fileHash: ['a'.repeat(64)],
  alertVerdict: ['MALICIOUS'],
  wildfireVerdict: ['MALICIOUS'],
  attackerCountry: ['RU'],
  // Where our own databases say nothing, the firewall's word counts if it is a country.
  targetCountry: ['DE'],
  attackerAsn: [64_496],
  attackerNetwork: [],
  targetNetwork: ['head office'],
  attackerScore: [80],
  domainScore: [80],
  urlScore: [],
  fileScore: [80],
  userDepartment: ['finance'],
  userTitle: ['clerk'],
  userGroup: ['vpn', 'all'],
  userManager: ['zoe'],
  userCity: [],
  attackerListed: [],
  targetListed: [],
  urlListed: [],
  domainListed: [],
  fileListed: [],
  userListed: [],
}
const ALWAYS_TOLD: ReadonlySet<RuleFieldName> = new Set<RuleFieldName>(['severity', 'blocked', 'commandControl'])
/** Named networks are in memory before anything is judged. */
const ALWAYS_KNOWN: ReadonlySet<RuleFieldName> = new Set<RuleFieldName>(['attackerNetwork', 'targetNetwork'])

describe('LazyFacts', () => {
  it.each(RULE_FIELD_NAMES)('tells %s, of an alert that has it and of one that does not', field => {
    expect(new LazyFacts(full, knowing).values(field)).toEqual(EXPECTED[field])
    const ofBare = new LazyFacts(bare, ignorant).values(field)
    if (ALWAYS_TOLD.has(field)) expect(ofBare).toHaveLength(1)
    else expect(ofBare).toEqual([])
  })

  it.each(RULE_FIELD_NAMES.filter(field => RULE_FIELDS[field].source !== 'alert' && RULE_FIELDS[field].type !== 'listed'))(
    'does not know %s while nobody has said',
    field => {
      expect(new LazyFacts(full, ignorant).values(field)).toEqual(ALWAYS_KNOWN.has(field) ? [] : UNKNOWN)
    },
  )

  it('asks for lists, counts and first times with the value of the alert', () => {
    const facts = new LazyFacts(full, knowing)
    expect([facts.isListed('attackerListed', 'l'), facts.isListed('targetListed', 'l')]).toEqual([true, false])
    expect([facts.count('user', 60), facts.isFirstSeen('threatId', 7)]).toEqual([3, true])
    const nothing = new LazyFacts(bare, knowing)
    expect([nothing.isListed('urlListed', 'l'), nothing.count('attacker', 60), nothing.isFirstSeen('domain', 7)]).toEqual([
      false,
      undefined,
      undefined,
    ])
    expect(new LazyFacts(full, ignorant).isListed('attackerListed', 'l')).toBe(UNKNOWN)
  })
})

it('tells what actions are about', () => {
  const values = ['ATTACKER', 'TARGET', 'COMMAND_AND_CONTROL', 'URL', 'DOMAIN', 'FILE_HASH', 'USER'] as const
  expect(values.map(value => valueOfAlert(full, value))).toEqual([
    '203.0.113.7',
    '192.0.2.10',
    '203.0.113.7',
    'Evil.example/A',
    'evil.example',
    'A'.repeat(64),
    'CORP\\Ann',
  ])
  expect(values.map(value => valueOfAlert(bare, value))).toEqual(values.map(() => undefined))
  expect(valueOfAlert({ ...full, commandControl: false }, 'COMMAND_AND_CONTROL')).toBeUndefined()
})
