import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { z } from 'zod'
import { Can } from '../../graphql/can.js'
import { cursorCodec, PageArgs, pageSize, toConnection, type Connection } from '../../graphql/connection.js'
import type { Context } from '../../graphql/context.js'
import { assertBoundedFilter } from '../../graphql/filters.js'
import { toGlobalId } from '../../graphql/global-id.js'
import { withUserErrors } from '../../graphql/user-errors.js'
import { ListCreateInput, ListDeleteInput, ListEntryFilter, ListUpdateInput } from './list-inputs.js'
import { listKey } from './list-keys.js'
import { ListDeletePayload, ListPayload } from './list-payloads.js'
import type { ListReadModel } from './list-read-model.js'
import type { ListRow } from './list-row.js'
import type { ListService } from './list-service.js'
import { ListEntryConnection, ListType, toListEntryType, toListType, type ListEntryType } from './list-type.js'

const entryCursor = cursorCodec('List.entries', z.tuple([z.iso.datetime(), z.string().regex(/^\d{1,18}$/)]))

@Can('list:read')
@Resolver(() => ListType)
export class ListResolver {
  constructor(private readonly deps: { readonly lists: ListReadModel; readonly service: ListService }) {}

  @Query(() => [ListType])
  async lists(): Promise<ListType[]> {
    return (await this.deps.lists.lists()).map(toListType)
  }

  @Query(() => ListType, { nullable: true })
  async list(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<ListType | null> {
    const list = await context.load(this.deps.lists.listById).load(listKey(id))
    return list ? toListType(list) : null
  }

  @FieldResolver(() => Int)
  async entryCount(@Root() { listId }: ListType, @Ctx() context: Context): Promise<number> {
    return context.load(this.deps.lists.entryCountOfList).load(listId)
  }

  @FieldResolver(() => ListEntryConnection)
  async entries(
    @Root() { listId }: ListType,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => ListEntryFilter, { nullable: true }) given: ListEntryFilter | null | undefined,
  ): Promise<Connection<ListEntryType>> {
    const filter = given ?? {}
    assertBoundedFilter(filter)
    const [addedAt, id] = entryCursor.decode(args.after) ?? []
    const after = addedAt !== undefined && id !== undefined ? { addedAt: new Date(addedAt), id } : undefined
    const rows = await this.deps.lists.entryPage({ listId, filter, after, limit: pageSize(args) + 1 })
    const cursorOf = (entry: ListEntryType) => entryCursor.encode([entry.addedAt.toISOString(), entry.entryId])
    return toConnection(rows.map(toListEntryType), args, cursorOf, () => this.deps.lists.countEntries(listId, filter))
  }

  @Can('list:write')
  @Mutation(() => ListPayload)
  async listCreate(@Arg('input', () => ListCreateInput) input: ListCreateInput, @Ctx() context: Context): Promise<ListPayload> {
    return withUserErrors(async () => listPayload(await this.deps.service.create(context.requireActor(), { ...input })), listAsItIs)
  }

  @Can('list:write')
  @Mutation(() => ListPayload)
  async listUpdate(@Arg('input', () => ListUpdateInput) input: ListUpdateInput, @Ctx() context: Context): Promise<ListPayload> {
    const changes = { ...input, id: listKey(input.id) }
    return withUserErrors(async () => listPayload(await this.deps.service.update(context.requireActor(), changes)), listAsItIs)
  }

  @Can('list:write')
  @Mutation(() => ListDeletePayload, { description: 'Refused while mapped or published.' })
  async listDelete(@Arg('input', () => ListDeleteInput) input: ListDeleteInput, @Ctx() context: Context): Promise<ListDeletePayload> {
    const seen = { id: listKey(input.id), expectedVersion: input.expectedVersion }
    return withUserErrors<Omit<ListDeletePayload, 'userErrors'>>(
      async () => {
        await this.deps.service.delete(context.requireActor(), seen)
        return { deletedId: toGlobalId('List', seen.id) }
      },
      () => ({ deletedId: null }),
    )
  }
}

const listPayload = (list: ListRow) => ({ list: toListType(list) })

/** Beside userErrors: the list as it is now, where the service told it. */
const listAsItIs = (current: unknown): { list: ListType | null } => ({ list: current ? toListType(current as ListRow) : null })
