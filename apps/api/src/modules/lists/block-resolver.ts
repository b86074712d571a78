import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { withUserErrors } from '../../graphql/user-errors.js'
import { UserType, type Person, type UserReadModel } from '../auth/index.js'
import type { BlockExplainer, BlockExplanation } from './block-explainer.js'
import { TYPED_MAX } from './entry/canonical-entry.js'
import { UnblockInput } from './list-inputs.js'
import { listKey } from './list-keys.js'
import { UnblockPayload } from './list-payloads.js'
import type { ListReadModel } from './list-read-model.js'
import { BlockExplanationType, CoolDownType, ListType, toCoolDownType, toListEntryType, toListType, toProtectionType } from './list-type.js'
import type { UnblockService } from './unblock-service.js'

export interface BlockResolverDeps {
  readonly lists: ListReadModel
  readonly explainer: BlockExplainer
  readonly service: UnblockService
  readonly users: Pick<UserReadModel, 'loader'>
}

/** Why something is blocked, and how it is let through again. */
@Can('list:read')
@Resolver(() => CoolDownType)
export class BlockResolver {
  constructor(private readonly deps: BlockResolverDeps) {}

  @Query(() => [BlockExplanationType])
  async explainBlock(@Arg('value', () => String) value: string): Promise<BlockExplanationType[]> {
    return (await this.deps.explainer.explain(value.slice(0, TYPED_MAX + 1))).map(toExplanationType)
  }

  @FieldResolver(() => ListType, { nullable: true })
  async list(@Root() { listId }: CoolDownType, @Ctx() context: Context): Promise<ListType | null> {
    const list = listId === null ? undefined : await context.load(this.deps.lists.listById).load(listId)
    return list ? toListType(list) : null
  }

  @FieldResolver(() => UserType, { nullable: true })
  async user(@Root() { userId }: CoolDownType, @Ctx() context: Context): Promise<Person | null> {
    return userId === null ? null : context.load(this.deps.users.loader).load(userId)
  }

  @Can('list:write')
  @Mutation(() => UnblockPayload, {
    description:
      'Removes the value (and, everywhere: from every list) and keeps rules from putting it back for coolDownSeconds. Refuses when only a wider entry covers it, naming that.',
  })
  async unblock(@Arg('input', () => UnblockInput) input: UnblockInput, @Ctx() context: Context): Promise<UnblockPayload> {
    const request = { ...input, listId: typeof input.listId === 'string' ? listKey(input.listId) : undefined }
    return withUserErrors<Omit<UnblockPayload, 'userErrors'>>(
      async () => {
        const { removed, explanation } = await this.deps.service.unblock(context.requireActor(), request)
        return { removed, explanation: explanation.map(toExplanationType) }
      },
      () => ({ removed: 0, explanation: [] }),
    )
  }
}

const toExplanationType = ({ kind, value, entries, protection, coolDowns }: BlockExplanation): BlockExplanationType => ({
  kind,
  value,
  entries: entries.map(toListEntryType),
  protection: protection ? toProtectionType(protection) : null,
  coolDowns: coolDowns.map(toCoolDownType),
})
