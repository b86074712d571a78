// What 200 rules cost: on the same server as without them, and by themselves (one core, no database, through the RuleBook).
import 'reflect-metadata'
import type { Pool } from 'pg'
import { readLine, understand } from '../../apps/api/src/modules/panos-log/index.js'
import type { JudgedAlert } from '../../apps/api/src/modules/ingest/index.js'
import { RecentAnswers, RuleBook, type RuleBookDeps } from '../../apps/api/src/modules/rules/index.js'
import { createLogger } from '../../apps/api/src/platform/logger.js'
import type { ApiClient } from '../support/api-client.js'
import { threatLine } from '../support/syslog-lines.js'
import type { Receiver } from './receivers.js'

/** Rules as teams write them: most look at severity, subtype or threat first, some at what is known of the values. */
const KINDS: readonly ((at: number) => unknown)[] = [
  at => ({
    all: [
      { field: 'severity', op: 'atLeast', value: 'HIGH' },
      { field: 'threatName', op: 'contains', value: `trojan ${at}` },
    ],
  }),
  at => ({
    all: [
      { field: 'subtype', op: 'is', value: ['spyware', 'virus'] },
      { field: 'attackerCountry', op: 'is', value: ['KP', 'IR'] },
      { field: 'threatId', op: 'is', value: [30_000 + at] },
    ],
  }),
  at => ({
    all: [
      { field: 'attacker', op: 'inNetwork', value: [`203.0.${at % 256}.0/24`, '2001:db8:1::/48'] },
      { none: [{ field: 'attacker', op: 'isOwn', value: true }] },
    ],
  }),
  at => ({
    all: [
      { field: 'blocked', op: 'is', value: false },
      { field: 'app', op: 'is', value: `app-${at}` },
      { field: 'attackerScore', op: 'atLeast', value: 80 },
    ],
  }),
  at => ({
    any: [
      { field: 'fileName', op: 'wildcard', value: `*invoice-${at}*.exe` },
      { field: 'url', op: 'startsWith', value: `evil-${at}.example/` },
    ],
  }),
  at => ({
    all: [
      { field: 'severity', op: 'is', value: 'CRITICAL' },
      { field: 'url', op: 'regex', value: `/gate-${at}\\.php\\?id=[0-9a-f]{8}` },
    ],
  }),
  at => ({
    all: [
      { field: 'severity', op: 'atLeast', value: 'CRITICAL' },
      { field: 'rule', op: 'startsWith', value: `dmz-${at % 10}` },
      { field: 'userDepartment', op: 'is', value: `dept-${at}` },
    ],
  }),
  at => ({ all: [{ count: { per: 'attacker', atLeast: 1_000, windowSeconds: 600 } }, { field: 'rule', op: 'is', value: `rule-${at}` }] }),
]

const COUNT = 200
const definition = (at: number) => ({ condition: KINDS[at % KINDS.length]?.(at), actions: [{ do: 'tag', tags: ['bench'] }] })

/** The same server with and without rules: their ratio is what rules leave of the rate. */
export async function rulesReceivers(client: ApiClient, receiver: Receiver): Promise<Receiver[]> {
  const rules = Array.from({ length: COUNT }, (_, at) => ({ name: `rule ${at}`, definition: definition(at) }))
  const { rulesImport } = await client.ask<{ rulesImport: { rules: { id: string }[]; userErrors: unknown[] } }>(
    'mutation Import($input: RulesImportInput!) { rulesImport(input: $input) { rules { id } userErrors { field message } } }',
    { input: { rules: { format: 'sallyport-rules', version: 1, rules } } },
  )
  if (rulesImport.rules.length !== COUNT) throw new Error(`Rules were not taken: ${JSON.stringify(rulesImport.userErrors)}`)
  const like = (name: string, mode: 'ON' | 'OFF'): Receiver => ({
    ...receiver,
    name,
    prepare: () => switchRules(client, mode),
    stop: async () => undefined,
  })
  return [like(`Sallyport, ${COUNT} rules`, 'ON'), like('Sallyport, no rules', 'OFF')]
}

async function switchRules(client: ApiClient, mode: 'ON' | 'OFF'): Promise<void> {
  const { rules } = await client.ask<{ rules: { id: string; version: number; mode: string }[] }>('{ rules { id version mode } }')
  for (const rule of rules.filter(({ mode: now }) => now !== mode)) {
    const { ruleUpdate } = await client.ask<{ ruleUpdate: { userErrors: unknown[] } }>(
      'mutation Switch($input: RuleUpdateInput!) { ruleUpdate(input: $input) { userErrors { field message } } }',
      { input: { id: rule.id, expectedVersion: rule.version, mode } },
    )
    if (ruleUpdate.userErrors.length > 0) throw new Error(JSON.stringify(ruleUpdate.userErrors))
  }
}

const AT = Date.UTC(2026, 10, 24)
const RULES = Array.from({ length: COUNT }, (_, at) => ({
  id: at + 1,
  name: `rule ${at}`,
  description: '',
  version: 1,
  mode: 'ON',
  position: at + 1,
  stopAfterMatch: false,
  definition: definition(at),
  maxEntriesPerHour: 100,
  ownerId: '',
  stoppedAt: null,
  stoppedReason: null,
  createdAt: new Date(AT),
  updatedAt: new Date(AT),
}))

const SUBTYPES = ['vulnerability', 'spyware', 'virus', 'url', 'wildfire'] as const
const SEVERITIES = ['informational', 'low', 'medium', 'high', 'critical'] as const
const COUNTRIES = ['DE', 'US', 'CN', 'KP'] as const

function alert(at: number): JudgedAlert {
  const line = threatLine(
    {
      subtype: SUBTYPES[at % SUBTYPES.length] ?? 'url',
      severity: SEVERITIES[at % SEVERITIES.length] ?? 'low',
      threatid: `Made-up overflow ${at % 500}(${30_000 + (at % 1_000)})`,
      src: `203.0.113.${at % 250}`,
      dst: `10.1.${at % 200}.9`,
      dstuser: `corp\\person-${at % 400}`,
      action: at % 3 === 0 ? 'alert' : 'reset-both',
      misc: `host-${at % 90}.example/path/${at}?q=1`,
    },
    AT + at,
  )
  const reading = readLine(line)
  if (reading.kind !== 'alert') throw new Error('Not an alert')
  const understood = understand(reading.told, { timeZone: 'UTC', addressOrder: 'AUTO' }, AT + at)
  return { alert: understood, firewall: understood.firewall, source: 'Edge' }
}

/** Places without their databases, whose own cost is a few microseconds per distinct address. */
const place = (address: string) => ({
  scope: 'PUBLIC' as const,
  scopeName: null,
  network: null,
  countryCode: COUNTRIES[Number(address.slice(address.lastIndexOf('.') + 1)) % COUNTRIES.length] ?? null,
  country: null,
  region: null,
  city: null,
  latitude: null,
  longitude: null,
  asn: null,
  organisation: null,
  sources: [],
})

/** What directories and reputation said a short while ago, of most values. */
function recentAnswers(): RecentAnswers {
  const answers = new RecentAnswers()
  const now = Date.now()
  for (let at = 0; at < 400; at += 1) {
    const person = { department: `dept-x${at % 30}`, title: null, groups: [], manager: null, city: null }
    answers.remember('person', 'USER', `corp\\person-${at}`, person, now)
  }
  for (let at = 0; at < 250; at += 1) answers.remember('score', 'ADDRESS', `203.0.113.${at}`, at % 70, now)
  return answers
}

async function book(): Promise<RuleBook> {
  const deps: RuleBookDeps = {
    pool: {} as Pool,
    prisma: { rule: { findMany: async () => RULES } } as unknown as RuleBookDeps['prisma'],
    hints: { on: () => () => undefined },
    places: { find: place, ready: Promise.resolve() },
    networks: { networkOf: () => undefined, ownNetworkOf: () => undefined },
    answers: recentAnswers(),
    clock: { now: () => Date.now() },
    logger: createLogger('silent'),
  }
  const made = new RuleBook(deps)
  await made.start()
  return made
}

export interface RulesFigures {
  readonly rules: number
  readonly alertsPerSecond: number
  readonly microsPerAlert: number
}

const BATCH = 500

export async function measureRules(seconds = 3): Promise<RulesFigures> {
  const rules = await book()
  const batches = Array.from({ length: 20 }, (_, batch) => Array.from({ length: BATCH }, (_, at) => alert(batch * BATCH + at)))
  for (const batch of batches) rules.judge(batch)
  // Time on the processor: what else the machine does does not count.
  const before = process.cpuUsage()
  const start = performance.now()
  let alerts = 0
  while (performance.now() < start + seconds * 1_000)
    for (const batch of batches) {
      rules.judge(batch)
      alerts += batch.length
    }
  const { user, system } = process.cpuUsage(before)
  const micros = user + system
  await rules.stop()
  if (rules.times.take().length === 0) throw new Error('Nothing was measured')
  return { rules: RULES.length, alertsPerSecond: Math.round((alerts / micros) * 1e6), microsPerAlert: micros / alerts }
}

export const printRules = ({ rules, alertsPerSecond, microsPerAlert }: RulesFigures): void =>
  console.log(`\n${rules} rules by themselves: ${alertsPerSecond} alerts/s judged, ${microsPerAlert.toFixed(1)} µs of processor per alert`)
