import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { toGlobalId } from '../../graphql/global-id.js'
import { withUserErrors } from '../../graphql/user-errors.js'
import type { Rule } from '../../platform/prisma/client.js'
import { RuleCreateInput, RuleDeleteInput, RuleReturnInput, RulesImportInput, RulesReorderInput, RuleUpdateInput } from './rule-inputs.js'
import { ruleKey } from './rule-keys.js'
import type { RuleService } from './rule-service.js'
import { RuleDeletePayload, RulePayload, RulesPayload, toRuleType } from './rule-type.js'

@Can('rule:write')
@Resolver()
export class RuleActionsResolver {
  constructor(private readonly deps: { readonly service: RuleService }) {}

  @Mutation(() => RulePayload)
  async ruleCreate(@Arg('input', () => RuleCreateInput) input: RuleCreateInput, @Ctx() context: Context): Promise<RulePayload> {
    return answer(() => this.deps.service.create(context.requireActor(), { ...input }))
  }

  @Mutation(() => RulePayload)
  async ruleUpdate(@Arg('input', () => RuleUpdateInput) input: RuleUpdateInput, @Ctx() context: Context): Promise<RulePayload> {
    const changes = { ...input, id: ruleKey(input.id) }
    return answer(() => this.deps.service.update(context.requireActor(), changes))
  }

  @Mutation(() => RuleDeletePayload)
  async ruleDelete(
    @Arg('input', () => RuleDeleteInput) { id, expectedVersion }: RuleDeleteInput,
    @Ctx() context: Context,
  ): Promise<RuleDeletePayload> {
    const seen = { id: ruleKey(id), expectedVersion }
    return withUserErrors<Omit<RuleDeletePayload, 'userErrors'>>(
      async () => {
        await this.deps.service.delete(context.requireActor(), seen)
        return { deletedId: toGlobalId('Rule', seen.id) }
      },
      () => ({ deletedId: null }),
    )
  }

  @Mutation(() => RulePayload, { description: 'Makes an older version the newest. Its mode stays as it is.' })
  async ruleReturn(@Arg('input', () => RuleReturnInput) input: RuleReturnInput, @Ctx() context: Context): Promise<RulePayload> {
    const { number, expectedVersion } = input
    const seen = { id: ruleKey(input.id), expectedVersion, number }
    return answer(() => this.deps.service.return(context.requireActor(), seen))
  }

  @Mutation(() => RulesPayload)
  async rulesReorder(@Arg('input', () => RulesReorderInput) input: RulesReorderInput, @Ctx() context: Context): Promise<RulesPayload> {
    const ids = input.ids.map(ruleKey)
    return answerAll(() => this.deps.service.reorder(context.requireActor(), ids))
  }

  @Mutation(() => RulesPayload, { description: 'Imported rules are off.' })
  async rulesImport(@Arg('input', () => RulesImportInput) { rules }: RulesImportInput, @Ctx() context: Context): Promise<RulesPayload> {
    return answerAll(() => this.deps.service.import(context.requireActor(), rules))
  }
}

/** Beside userErrors: the rule as it is now, where the service told it. */
const answer = (work: () => Promise<Rule>): Promise<RulePayload> =>
  withUserErrors<Omit<RulePayload, 'userErrors'>>(
    async () => ({ rule: toRuleType(await work()) }),
    current => ({ rule: current ? toRuleType(current as Rule) : null }),
  )

const answerAll = (work: () => Promise<Rule[]>): Promise<RulesPayload> =>
  withUserErrors<Omit<RulesPayload, 'userErrors'>>(
    async () => ({ rules: (await work()).map(toRuleType) }),
    () => ({ rules: [] }),
  )
