import { FieldResolver, Resolver, Root, Subscription } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { TopicMap } from '../../graphql/pubsub.js'
import { EnforcementChangedType } from './enforcement-type.js'
import type { ListReadModel } from './list-read-model.js'
import { ListType, toListType } from './list-type.js'

@Can('list:read')
@Resolver(() => EnforcementChangedType)
export class EnforcementResolver {
  constructor(private readonly deps: { readonly lists: ListReadModel }) {}

  @Subscription(() => EnforcementChangedType, {
    topics: 'enforcement',
    description: 'Lists, their versions, devices, mappings or runs that changed; at most twice a second. Ask for what you show.',
  })
  enforcementChanged(@Root() event: TopicMap['enforcement']): EnforcementChangedType {
    return { event }
  }

  /** After hints may have been missed: all of them. */
  @FieldResolver(() => [ListType])
  async lists(@Root() { event }: EnforcementChangedType): Promise<ListType[]> {
    const rows = event.resync ? await this.deps.lists.lists() : await this.deps.lists.listsOf(event.listIds)
    return rows.map(toListType)
  }
}
