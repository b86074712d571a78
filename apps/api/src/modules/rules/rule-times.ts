import type { CompiledRules, RuleFacts } from './engine/index.js'
import type { LoadedRule } from './rule-content.js'

/** Time that rules take, by rule. On the way of alerts one alert of each batch is measured and stands for all of it. */
export class RuleTimes {
  private micros = new Map<number, number>()

  measure(
    { rules, compiled }: { readonly rules: readonly LoadedRule[]; readonly compiled: CompiledRules },
    facts: RuleFacts,
    alerts: number,
  ): void {
    for (const { id } of rules) {
      const condition = compiled.conditionOf(id)
      if (!condition) continue
      const began = performance.now()
      condition.judge(facts)
      this.add(id, (performance.now() - began) * 1_000 * alerts)
    }
  }

  add(ruleId: number, micros: number): void {
    this.micros.set(ruleId, (this.micros.get(ruleId) ?? 0) + micros)
  }

  /** What has come together since the last call, in whole microseconds. */
  take(): { readonly ruleId: number; readonly micros: number }[] {
    const taken = [...this.micros].map(([ruleId, micros]) => ({ ruleId, micros: Math.round(micros) })).filter(({ micros }) => micros > 0)
    this.micros = new Map()
    return taken
  }
}
