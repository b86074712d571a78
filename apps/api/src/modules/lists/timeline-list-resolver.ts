import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { TimelineItemType } from '../incidents/index.js'
import type { ListReadModel } from './list-read-model.js'
import { ListType, toListType } from './list-type.js'

@Can('list:read')
@Resolver(() => TimelineItemType)
export class TimelineListResolver {
  constructor(private readonly deps: { readonly lists: Pick<ListReadModel, 'listById'> }) {}

  @FieldResolver(() => ListType, { nullable: true, description: 'Of a list change: the list.' })
  async list(@Root() { listId }: TimelineItemType, @Ctx() context: Context): Promise<ListType | null> {
    const list = listId === null ? undefined : await context.load(this.deps.lists.listById).load(listId)
    return list ? toListType(list) : null
  }
}
