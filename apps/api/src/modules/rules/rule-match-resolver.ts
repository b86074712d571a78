import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { z } from 'zod'
import { Can } from '../../graphql/can.js'
import { PageArgs, pageSize, toConnection, type Connection } from '../../graphql/connection.js'
import type { Context } from '../../graphql/context.js'
import { withUserErrors } from '../../graphql/user-errors.js'
import { BadInputError } from '../../platform/errors.js'
import { AlertType, toAlertType, type AlertReadModel } from '../alerts/index.js'
import { UserType, type Person, type UserReadModel } from '../auth/index.js'
import { IncidentActivityType, IncidentType, toIncidentType, type IncidentReadModel } from '../incidents/index.js'
import type { MatchDecisions } from './match-decisions.js'
import { matchCursor } from './rule-cursors.js'
import { RuleMatchDecideInput } from './rule-inputs.js'
import { matchKey } from './rule-keys.js'
import type { RuleReadModel } from './rule-read-model.js'
import { RuleMatchConnection, RuleMatchDecidePayload, RuleMatchType, RuleType, toRuleMatchType, toRuleType } from './rule-type.js'

export interface RuleMatchResolverDeps {
  readonly rules: RuleReadModel
  readonly decisions: MatchDecisions
  readonly users: Pick<UserReadModel, 'loader'>
  readonly incidents: Pick<IncidentReadModel, 'incidentById'>
  readonly alerts: Pick<AlertReadModel, 'alertById'>
}

const DECIDED_AT_ONCE_MAX = 1_000

@Can('rule:read')
@Resolver(() => RuleMatchType)
export class RuleMatchResolver {
  constructor(private readonly deps: RuleMatchResolverDeps) {}

  @FieldResolver(() => RuleType, { nullable: true, description: 'null: the rule is gone.' })
  async rule(@Root() { ruleId }: RuleMatchType, @Ctx() context: Context): Promise<RuleType | null> {
    const rule = await context.load(this.deps.rules.ruleById).load(ruleId)
    return rule ? toRuleType(rule) : null
  }

  @Can('alert:read')
  @FieldResolver(() => AlertType, { nullable: true })
  async alert(@Root() { alertId }: RuleMatchType, @Ctx() context: Context): Promise<AlertType | null> {
    const alert = await context.load(this.deps.alerts.alertById).load(alertId)
    return alert ? toAlertType(alert) : null
  }

  @Can('incident:read')
  @FieldResolver(() => IncidentType, { nullable: true })
  async incident(@Root() { incidentId }: RuleMatchType, @Ctx() context: Context): Promise<IncidentType | null> {
    const incident = incidentId === null ? undefined : await context.load(this.deps.incidents.incidentById).load(incidentId)
    return incident ? toIncidentType(incident) : null
  }

  @FieldResolver(() => UserType, { nullable: true, description: 'Who agreed or did not.' })
  async decidedBy(@Root() { decidedById }: RuleMatchType, @Ctx() context: Context): Promise<Person | null> {
    return decidedById === null ? null : context.load(this.deps.users.loader).load(decidedById)
  }

  @Query(() => RuleMatchConnection, { description: 'Those that wait for somebody to agree, the newest first.' })
  async ruleMatchesAwaiting(@Args(() => PageArgs) args: PageArgs): Promise<Connection<RuleMatchType>> {
    const page = { states: ['AWAITING_APPROVAL'] as const, afterId: matchCursor.after(args), limit: pageSize(args) + 1 }
    return toConnection((await this.deps.rules.matches(page)).map(toRuleMatchType), args, matchCursor.of)
  }

  @Can('list:approve')
  @Mutation(() => RuleMatchDecidePayload, { description: 'Agrees to all that is left of these matches, or rejects it.' })
  async ruleMatchDecide(
    @Arg('input', () => RuleMatchDecideInput) input: RuleMatchDecideInput,
    @Ctx() context: Context,
  ): Promise<RuleMatchDecidePayload> {
    if (input.ids.length > DECIDED_AT_ONCE_MAX) throw new BadInputError(`ids: at most ${DECIDED_AT_ONCE_MAX} at once`)
    const ids = input.ids.map(matchKey)
    const faults = await withUserErrors(
      async () => {
        await this.deps.decisions.decide(context.requireActor(), { ids, approve: input.approve })
        return {}
      },
      () => ({}),
    )
    // As they are now, also where somebody else decided about some.
    const rows = await context.load(this.deps.rules.matchById).loadMany(ids)
    return { ...faults, matches: rows.flatMap(row => (row === undefined || row instanceof Error ? [] : [toRuleMatchType(row)])) }
  }
}

@Can('rule:read')
@Resolver(() => AlertType)
export class AlertRulesResolver {
  constructor(private readonly deps: Pick<RuleMatchResolverDeps, 'rules'>) {}

  @FieldResolver(() => [RuleMatchType], { description: 'Rules that matched it, in their order.' })
  async ruleMatches(@Root() { alertId }: AlertType, @Ctx() context: Context): Promise<RuleMatchType[]> {
    return (await context.load(this.deps.rules.matchesOfAlert).load(alertId)).map(toRuleMatchType)
  }
}

@Can('rule:read')
@Resolver(() => IncidentType)
export class IncidentRulesResolver {
  constructor(private readonly deps: Pick<RuleMatchResolverDeps, 'rules'>) {}

  @FieldResolver(() => RuleMatchConnection, { description: 'Rules that matched alerts of it, the newest first.' })
  async ruleMatches(@Root() { incidentId }: IncidentType, @Args(() => PageArgs) args: PageArgs): Promise<Connection<RuleMatchType>> {
    const page = { incidentId, afterId: matchCursor.after(args), limit: pageSize(args) + 1 }
    return toConnection((await this.deps.rules.matches(page)).map(toRuleMatchType), args, matchCursor.of)
  }
}

const ruleFacts = z.object({ ruleId: z.int() })

@Can('rule:read')
@Resolver(() => IncidentActivityType)
export class ActivityRuleResolver {
  constructor(private readonly deps: Pick<RuleMatchResolverDeps, 'rules'>) {}

  @FieldResolver(() => RuleType, { nullable: true, description: 'The rule that did it, while it exists.' })
  async rule(@Root() { cause, facts }: IncidentActivityType, @Ctx() context: Context): Promise<RuleType | null> {
    const told = cause === 'RULE' ? ruleFacts.safeParse(facts).data : undefined
    const rule = told && (await context.load(this.deps.rules.ruleById).load(told.ruleId))
    return rule ? toRuleType(rule) : null
  }
}
