import { readRule, ruleDefinition, RuleMatchState } from '@sallyport/shared'
import DataLoader from 'dataloader'
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql'
import { z } from 'zod'
import { Can } from '../../graphql/can.js'
import { cursorCodec, PageArgs, pageSize, toConnection, type Connection } from '../../graphql/connection.js'
import type { Context } from '../../graphql/context.js'
import { JsonScalar } from '../../graphql/scalars.js'
import { BadInputError } from '../../platform/errors.js'
import { UserType, type Person, type UserReadModel } from '../auth/index.js'
import { checkRule } from './engine/index.js'
import { matchCursor } from './rule-cursors.js'
import { ruleKey } from './rule-keys.js'
import { readSurroundings, type RuleNamesDeps, type Surroundings } from './rule-names.js'
import type { RuleReadModel } from './rule-read-model.js'
import { ruleSchema } from './rule-schema.js'
import type { RuleService } from './rule-service.js'
import {
  RuleCheckType,
  RuleMatchConnection,
  RuleReadingType,
  RuleStatsType,
  RuleType,
  RuleVersionConnection,
  RuleVersionType,
  toRuleMatchType,
  toRuleType,
  toRuleVersionType,
  type RuleMatchType,
} from './rule-type.js'

export interface RuleResolverDeps extends RuleNamesDeps {
  readonly rules: RuleReadModel
  readonly service: Pick<RuleService, 'export'>
  readonly users: Pick<UserReadModel, 'loader'>
}

const HOURS_MAX = 90 * 24
const versionCursor = cursorCodec('rule-versions', z.tuple([z.int().positive()]))

@Can('rule:read')
@Resolver(() => RuleType)
export class RuleResolver {
  constructor(private readonly deps: RuleResolverDeps) {}

  /** Names are read once per request. */
  private readonly surroundings = () =>
    new DataLoader<'all', Surroundings>(async keys => {
      const known = await readSurroundings(this.deps)
      return keys.map(() => known)
    })

  @Query(() => [RuleType], { description: 'In their order.' })
  async rules(): Promise<RuleType[]> {
    return (await this.deps.rules.rules()).map(toRuleType)
  }

  @Query(() => RuleType, { nullable: true })
  async rule(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<RuleType | null> {
    const rule = await context.load(this.deps.rules.ruleById).load(ruleKey(id))
    return rule ? toRuleType(rule) : null
  }

  @Query(() => JsonScalar, { description: "JSON Schema of a rule's definition." })
  ruleSchema(): unknown {
    return ruleSchema()
  }

  @Query(() => RuleCheckType, { description: 'Checks and reads a definition without saving it.' })
  async ruleCheck(@Arg('definition', () => JsonScalar) definition: unknown, @Ctx() context: Context): Promise<RuleCheckType> {
    const known = await context.load(this.surroundings).load('all')
    const checked = checkRule(definition, known)
    return checked.ok ? { faults: [], reading: readRule(checked.definition, known.names) } : { faults: checked.faults, reading: null }
  }

  @Query(() => JsonScalar, { description: 'The rules as JSON, as rulesImport takes them.' })
  async rulesExport(@Ctx() context: Context): Promise<unknown> {
    return this.deps.service.export(context.requireActor())
  }

  @FieldResolver(() => UserType, { nullable: true, description: 'Who saved it last: it may do what the role of this person may.' })
  async owner(@Root() { ownerId }: RuleType, @Ctx() context: Context): Promise<Person | null> {
    return context.load(this.deps.users.loader).load(ownerId)
  }

  @FieldResolver(() => RuleReadingType, { description: 'In plain language.' })
  async reading(@Root() { definition }: RuleType, @Ctx() context: Context): Promise<RuleReadingType> {
    const parsed = ruleDefinition.safeParse(definition)
    if (!parsed.success) return { when: ['It is written in a form that is not known any more'], then: [] }
    return readRule(parsed.data, (await context.load(this.surroundings).load('all')).names)
  }

  @FieldResolver(() => RuleVersionConnection, { description: 'The newest first.' })
  async versions(@Root() { ruleId }: RuleType, @Args(() => PageArgs) args: PageArgs): Promise<Connection<RuleVersionType>> {
    const [before] = versionCursor.decode(args.after) ?? []
    const rows = await this.deps.rules.versions(ruleId, { before, limit: pageSize(args) + 1 })
    return toConnection(rows.map(toRuleVersionType), args, ({ number }) => versionCursor.encode([number]))
  }

  @FieldResolver(() => RuleMatchConnection, { description: 'The newest first.' })
  async matches(
    @Root() { ruleId }: RuleType,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('state', () => [RuleMatchState], { nullable: true }) state: RuleMatchState[] | null | undefined,
  ): Promise<Connection<RuleMatchType>> {
    const page = { ruleId, states: state ?? undefined, afterId: matchCursor.after(args), limit: pageSize(args) + 1 }
    const rows = await this.deps.rules.matches(page)
    return toConnection(rows.map(toRuleMatchType), args, matchCursor.of)
  }

  @FieldResolver(() => RuleStatsType, { description: 'Of the last hours, the running one included; at most 90 days.' })
  async stats(@Root() { ruleId }: RuleType, @Arg('hours', () => Int) hours: number): Promise<RuleStatsType> {
    if (hours < 1 || hours > HOURS_MAX) throw new BadInputError(`hours must be 1 to ${HOURS_MAX}`)
    return this.deps.rules.stats(ruleId, hours)
  }
}

@Can('rule:read')
@Resolver(() => RuleVersionType)
export class RuleVersionResolver {
  constructor(private readonly deps: { readonly users: Pick<UserReadModel, 'loader'> }) {}

  @FieldResolver(() => UserType, { nullable: true, description: 'null: the rule stopped itself.' })
  async author(@Root() { authorId }: RuleVersionType, @Ctx() context: Context): Promise<Person | null> {
    return authorId === null ? null : context.load(this.deps.users.loader).load(authorId)
  }
}
