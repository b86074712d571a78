import type { ObservableKind } from '@sallyport/shared'
import { MAYBE, TRUE, UNKNOWN, type CompiledCondition, type CountKey, type FirstSeenKey, type Unknown } from './engine/index.js'
import type { FactFinder, Need } from './fact-finder.js'
import type { Knowledge, KnownPerson } from './knowledge.js'
import { LazyFacts } from './lazy-facts.js'
import type { StoredAlert } from './stored-alerts.js'

/** Rounds of asking: each answer may make a rule ask for something else. */
const ROUNDS_MAX = 20

export interface Evaluation {
  readonly verdict: 'match' | 'no match' | 'unknown'
  readonly facts: LazyFacts
  /** What is not known, where the verdict is unknown. */
  readonly missing: readonly Need[]
}

type Memory = Pick<Knowledge, 'place' | 'networkName' | 'isOwn' | 'isListed'>

export interface EvaluationOptions {
  readonly memory: Memory
  readonly finder: Pick<FactFinder, 'find'>
  /** Nobody waits any longer. */
  readonly isLast: boolean
  /** What need not be asked for; undefined: it has to. */
  readonly known?: (need: Need) => unknown
}

/** Judges a stored alert; what the rule asks for is read from the database, and nothing else. */
export async function evaluate(
  condition: Pick<CompiledCondition, 'judge'>,
  alert: StoredAlert,
  { memory, finder, isLast, known }: EvaluationOptions,
): Promise<Evaluation> {
  const knowledge = new GatheredKnowledge(memory, known)
  const asked = { id: alert.id, occurredAt: alert.facts.occurredAt }
  for (let round = 1; ; round += 1) {
    const facts = new LazyFacts(alert.facts, knowledge)
    const verdict = condition.judge(facts)
    if (verdict !== MAYBE) return { verdict: verdict === TRUE ? 'match' : 'no match', facts, missing: [] }
    const needs = knowledge.take()
    if (needs.length === 0 || round === ROUNDS_MAX) return { verdict: 'unknown', facts, missing: knowledge.missing() }
    await Promise.all(needs.map(async need => knowledge.tell(need, await finder.find(need, asked, isLast))))
  }
}

/** Notes what it does not know, to be told and asked again. */
class GatheredKnowledge implements Knowledge {
  readonly place: Memory['place']
  readonly networkName: Memory['networkName']
  readonly isOwn: Memory['isOwn']
  readonly isListed: Memory['isListed']
  private readonly told = new Map<string, unknown>()
  private wanted = new Map<string, Need>()
  private readonly open = new Map<string, Need>()

  constructor(
    memory: Memory,
    private readonly known: EvaluationOptions['known'],
  ) {
    this.place = memory.place
    this.networkName = memory.networkName
    this.isOwn = memory.isOwn
    this.isListed = memory.isListed
  }

  take(): Need[] {
    const needs = [...this.wanted.values()]
    this.wanted = new Map()
    return needs
  }

  tell(need: Need, answer: unknown): void {
    this.told.set(keyOf(need), answer)
    if (answer === UNKNOWN) this.open.set(keyOf(need), need)
  }

  missing(): Need[] {
    return [...this.open.values()]
  }

  person(user: string): KnownPerson | undefined | Unknown {
    return this.ask({ what: 'person', user }) as KnownPerson | undefined | Unknown
  }

  score(kind: ObservableKind, value: string): number | undefined | Unknown {
    return this.ask({ what: 'score', kind, value }) as number | undefined | Unknown
  }

  wildfireVerdict(hash: string): string | undefined | Unknown {
    return this.ask({ what: 'verdict', hash }) as string | undefined | Unknown
  }

  count(per: CountKey, value: string, windowSeconds: number): number | Unknown {
    return this.ask({ what: 'count', per, value, windowSeconds }) as number | Unknown
  }

  isFirstSeen(of: FirstSeenKey, value: string, withinDays: number): boolean | Unknown {
    return this.ask({ what: 'firstSeen', of, value, withinDays }) as boolean | Unknown
  }

  private ask(need: Need): unknown {
    const key = keyOf(need)
    if (this.told.has(key)) return this.told.get(key)
    const known = this.known?.(need)
    if (known !== undefined) return known
    this.wanted.set(key, need)
    return UNKNOWN
  }
}

const keyOf = (need: Need): string => JSON.stringify(need)
