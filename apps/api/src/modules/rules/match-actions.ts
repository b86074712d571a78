import type { Logger } from '../../platform/logger.js'
import type { IncidentWork, RuleOrigin } from '../incidents/index.js'
import type { ActionContext, ActionExecutor } from './action-executor.js'
import type { ClaimedMatch, EndState, MatchStore, Outcome } from './match-store.js'
import type { RuleStates, RuleThen } from './rule-states.js'
import type { RuleStopper } from './rule-stopper.js'
import type { StoredAlert } from './stored-alerts.js'

export interface MatchActionsDeps {
  readonly executor: Pick<ActionExecutor, 'run' | 'wouldRun' | 'refusal'>
  readonly work: Pick<IncidentWork, 'note'>
  readonly stopper: Pick<RuleStopper, 'stop'>
  readonly store: MatchStore
  readonly states: RuleStates
  readonly logger: Pick<Logger, 'warn'>
}

/** Where the note that a rule matched stands: before all actions. */
const STEP_OF_MATCH = -1

/** Carries out the actions of a match, in order, each outcome kept before the next. */
export class MatchActions {
  constructor(private readonly deps: MatchActionsDeps) {}

  async carryOut(match: ClaimedMatch, alert: StoredAlert): Promise<void> {
    const { store, states } = this.deps
    const began = performance.now()
    const now = states.of(match.ruleId)
    const then = await states.atVersion(match.ruleId, match.ruleVersion)
    const why = !now || !then ? 'The rule was deleted' : now.stoppedAt ? 'The rule stopped itself' : 'The rule was switched off'
    if (!now || !then || now.mode === 'OFF')
      return store.finish(match, 'FAILED', [...match.outcomes, { action: 'All that was left', state: 'SKIPPED', message: why }], {
        matches: 1,
      })
    const context = this.contextOf(match, alert, now)
    const micros = () => (performance.now() - began) * 1_000
    if (now.mode === 'LOG_ONLY') {
      const outcomes = await this.logged(then, context)
      return store.finish(match, 'LOGGED', outcomes, { matches: 1, micros: micros() })
    }
    await this.noteMatch(match, context)
    const end = await this.actionsOf(match, then, context)
    if (!end) return
    // Counted when it first comes to rest; an agreement goes on with what was counted then.
    const matches = match.decidedById === null ? 1 : 0
    await store.finish(end.match, end.state, end.match.outcomes, { matches, micros: micros() })
    if (end.flood === undefined) return
    states.stopped(match.ruleId)
    await this.deps.stopper.stop(match.ruleId, end.flood)
  }

  /** undefined: the lease was lost, so that another replica goes on. */
  private async actionsOf(
    given: ClaimedMatch,
    { content }: RuleThen,
    context: ActionContext,
  ): Promise<{ readonly match: ClaimedMatch; readonly state: EndState; readonly flood?: string } | undefined> {
    const { store, states, executor } = this.deps
    let match = given
    const done = given.outcomes.filter(({ state }) => state !== 'AWAITING_APPROVAL')
    for (const [step, action] of content.definition.actions.entries()) {
      if (step < done.length) continue
      const words = await states.words(action)
      const origin = { ...context.origin, step }
      const refused = executor.refusal(action, context)
      if (!refused && action.approval === true && match.decidedById === null)
        return { match: { ...match, outcomes: [...done, awaiting(words)] }, state: 'AWAITING_APPROVAL' }
      const { state, message, entries = 0, flood } = refused ?? (await executor.run(action, { ...context, origin }))
      done.push({ action: words, state, message })
      const next = await store.progressed(match, done, { actions: state === 'DONE' ? 1 : 0, entries })
      if (!next) return undefined
      match = next
      if (flood !== undefined) return { match, state: 'FAILED', flood: floodWords(content.maxEntriesPerHour) }
    }
    return { match: { ...match, outcomes: done }, state: done.some(({ state }) => state === 'FAILED') ? 'FAILED' : 'DONE' }
  }

  private async logged({ content }: RuleThen, context: ActionContext): Promise<Outcome[]> {
    const outcomes: Outcome[] = []
    for (const action of content.definition.actions) {
      const { state, message } = await this.deps.executor.wouldRun(action, context)
      outcomes.push({ action: await this.deps.states.words(action), state, message })
    }
    return outcomes
  }

  private async noteMatch(match: ClaimedMatch, { origin, incidentId }: ActionContext): Promise<void> {
    if (incidentId === null || match.outcomes.length > 0) return
    const detail = match.matched
      .map(({ text }) => text)
      .join('; ')
      .slice(0, 2_000)
    await this.deps.work.note(origin, incidentId, 'RULE_MATCHED', { summary: match.ruleName, detail: detail || null })
  }

  private contextOf(match: ClaimedMatch, alert: StoredAlert, now: NonNullable<ReturnType<RuleStates['of']>>): ActionContext {
    const { id: matchId, ruleId, ruleName, ruleVersion: version } = match
    const origin: RuleOrigin = { ruleId, ruleName, version, matchId, step: STEP_OF_MATCH }
    return {
      origin,
      alert: alert.facts,
      alertId: alert.id,
      incidentId: alert.incidentId,
      ownerMay: now.ownerMay,
      isRetry: match.attempts > 1,
      entriesLeft: async () => now.maxEntriesPerHour - (await this.deps.store.entriesWithinHour(ruleId)),
    }
  }
}

const awaiting = (action: string): Outcome => ({ action, state: 'AWAITING_APPROVAL', message: null })

const floodWords = (max: number): string => `It was about to add more than ${max.toLocaleString('en')} entries within an hour`
