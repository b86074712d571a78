import { ruleDefinition } from '@sallyport/shared'
import {
  compileRules,
  UNKNOWN,
  WindowCounter,
  type FactValue,
  type RuleFacts,
  type RuleInForce,
} from '../../apps/api/src/modules/rules/engine/index.js'

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
      { field: 'userDepartment', op: 'is', value: `dept-${at}` },
    ],
  }),
  at => ({ all: [{ count: { per: 'attacker', atLeast: 1_000, windowSeconds: 600 } }, { field: 'rule', op: 'is', value: `rule-${at}` }] }),
]

const RULES: readonly RuleInForce[] = Array.from({ length: 200 }, (_, at) => ({
  id: at + 1,
  name: `rule ${at}`,
  version: 1,
  mode: 'ON' as const,
  stopAfterMatch: false,
  definition: ruleDefinition.parse({ condition: KINDS[at % KINDS.length]?.(at), actions: [{ do: 'tag', tags: ['bench'] }] }),
}))

const SUBTYPES = ['vulnerability', 'spyware', 'virus', 'url', 'wildfire'] as const

function alert(at: number, counter: WindowCounter): RuleFacts {
  const values: Record<string, readonly FactValue[]> = {
    severity: [at % 6],
    subtype: [SUBTYPES[at % SUBTYPES.length] ?? 'url'],
    threatName: [`made-up overflow ${at % 500}`],
    threatId: [30_000 + (at % 1_000)],
    attacker: [`203.0.113.${at % 250}`],
    target: [`10.1.${at % 200}.9`],
    attackerCountry: [['DE', 'US', 'CN', 'KP'][at % 4] ?? 'DE'],
    app: ['web-browsing'],
    rule: ['allow-web'],
    blocked: [at % 3 !== 0],
    url: [`host-${at % 90}.example/path/${at}?q=1`],
    fileName: at % 7 === 0 ? ['report.pdf'] : [],
  }
  return {
    occurredAt: 1_790_000_000_000 + at,
    source: 'Edge',
    values: field => values[field] ?? (field === 'attackerScore' || field === 'userDepartment' ? UNKNOWN : []),
    isListed: () => false,
    isOwn: address => address.startsWith('10.'),
    count: () => counter.add(`203.0.113.${at % 250}`, 1_790_000_000_000 + at),
    isFirstSeen: () => false,
  }
}

export interface RulesFigures {
  readonly rules: number
  readonly alertsPerSecond: number
  readonly microsPerAlert: number
}

/** How fast alerts are judged by 200 rules, on one core, without the reading and storing around it. */
export function measureRules(seconds = 3): RulesFigures {
  const rules = compileRules(RULES)
  const counter = new WindowCounter(600)
  for (let at = 0; at < 20_000; at += 1) rules.judge(alert(at, counter))
  const end = performance.now() + seconds * 1_000
  const start = performance.now()
  let alerts = 0
  while (performance.now() < end) for (let batch = 0; batch < 500; batch += 1) rules.judge(alert((alerts += 1), counter))
  const elapsed = performance.now() - start
  return { rules: RULES.length, alertsPerSecond: Math.round(alerts / (elapsed / 1_000)), microsPerAlert: (elapsed * 1_000) / alerts }
}
