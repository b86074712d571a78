import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { toGlobalId } from '../../graphql/global-id.js'
import { withUserErrors } from '../../graphql/user-errors.js'
import { ProtectionCreateInput, ProtectionDeleteInput, ProtectionUpdateInput } from './list-inputs.js'
import { listKey } from './list-keys.js'
import { ProtectionDeletePayload, ProtectionPayload } from './list-payloads.js'
import type { ListReadModel } from './list-read-model.js'
import { ProtectionType, toProtectionType } from './list-type.js'
import type { ProtectionChange, ProtectionService } from './protection-service.js'

@Can('list:read')
@Resolver(() => ProtectionType)
export class ProtectionResolver {
  constructor(private readonly deps: { readonly lists: ListReadModel; readonly service: ProtectionService }) {}

  @Query(() => [ProtectionType])
  async protections(): Promise<ProtectionType[]> {
    return (await this.deps.lists.protections()).map(toProtectionType)
  }

  @Can('protection:write')
  @Mutation(() => ProtectionPayload)
  async protectionCreate(
    @Arg('input', () => ProtectionCreateInput) input: ProtectionCreateInput,
    @Ctx() context: Context,
  ): Promise<ProtectionPayload> {
    return answer(() => this.deps.service.create(context.requireActor(), { ...input }))
  }

  @Can('protection:write')
  @Mutation(() => ProtectionPayload)
  async protectionUpdate(
    @Arg('input', () => ProtectionUpdateInput) input: ProtectionUpdateInput,
    @Ctx() context: Context,
  ): Promise<ProtectionPayload> {
    return answer(() => this.deps.service.update(context.requireActor(), { ...input, id: listKey(input.id, 'Protection') }))
  }

  @Can('protection:write')
  @Mutation(() => ProtectionDeletePayload)
  async protectionDelete(
    @Arg('input', () => ProtectionDeleteInput) input: ProtectionDeleteInput,
    @Ctx() context: Context,
  ): Promise<ProtectionDeletePayload> {
    const id = listKey(input.id, 'Protection')
    return withUserErrors<Omit<ProtectionDeletePayload, 'userErrors'>>(
      async () => {
        await this.deps.service.delete(context.requireActor(), id)
        return { deletedId: toGlobalId('Protection', id) }
      },
      () => ({ deletedId: null }),
    )
  }
}

const answer = (work: () => Promise<ProtectionChange>): Promise<ProtectionPayload> =>
  withUserErrors<Omit<ProtectionPayload, 'userErrors'>>(
    async () => {
      const { protection, removedEntries } = await work()
      return { protection: toProtectionType(protection), removedEntries }
    },
    () => ({ protection: null, removedEntries: 0 }),
  )
