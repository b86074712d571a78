import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { smallKey } from '../../graphql/global-id.js'
import { withUserErrors } from '../../graphql/user-errors.js'
import type { SavedView } from '../../platform/prisma/client.js'
import { UserType, type Person, type UserReadModel } from '../auth/index.js'
import type { SavedViewCounter } from './saved-view-counter.js'
import type { SavedViewService, SeenView } from './saved-view-service.js'
import {
  SavedViewCreateInput,
  SavedViewDeleteInput,
  SavedViewDeletePayload,
  SavedViewPayload,
  SavedViewType,
  SavedViewUpdateInput,
  toSavedViewType,
} from './saved-view-type.js'

export interface SavedViewResolverDeps {
  readonly views: SavedViewService
  readonly counter: Pick<SavedViewCounter, 'count'>
  readonly users: Pick<UserReadModel, 'loader'>
}

@Can('incident:read')
@Resolver(() => SavedViewType)
export class SavedViewResolver {
  constructor(private readonly deps: SavedViewResolverDeps) {}

  @Query(() => [SavedViewType], { description: 'One’s own in their order, then those that others share, by name.' })
  async savedViews(@Ctx() context: Context): Promise<SavedViewType[]> {
    return (await this.deps.views.visible(context.requireActor())).map(toSavedViewType)
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Incidents that match now, at most 10,000; null: cannot be read.' })
  async count(@Root() { search }: SavedViewType, @Ctx() context: Context): Promise<number | null> {
    return this.deps.counter.count(context.requireActor(), search)
  }

  @FieldResolver(() => UserType, { nullable: true })
  async owner(@Root() { ownerId }: SavedViewType, @Ctx() context: Context): Promise<Person | null> {
    return context.load(this.deps.users.loader).load(ownerId)
  }

  @FieldResolver(() => Boolean)
  mine(@Root() { ownerId }: SavedViewType, @Ctx() context: Context): boolean {
    return ownerId === context.actor?.userId
  }

  @Mutation(() => SavedViewPayload)
  async savedViewCreate(
    @Arg('input', () => SavedViewCreateInput) input: SavedViewCreateInput,
    @Ctx() context: Context,
  ): Promise<SavedViewPayload> {
    return answer(() => this.deps.views.create(context.requireActor(), { ...input }))
  }

  @Mutation(() => SavedViewPayload)
  async savedViewUpdate(
    @Arg('input', () => SavedViewUpdateInput) input: SavedViewUpdateInput,
    @Ctx() context: Context,
  ): Promise<SavedViewPayload> {
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null))
    return answer(() => this.deps.views.update(context.requireActor(), { ...given, ...seen(input) }))
  }

  @Mutation(() => SavedViewDeletePayload)
  async savedViewDelete(
    @Arg('input', () => SavedViewDeleteInput) input: SavedViewDeleteInput,
    @Ctx() context: Context,
  ): Promise<SavedViewDeletePayload> {
    return withUserErrors<Omit<SavedViewDeletePayload, 'userErrors'>>(
      async () => {
        await this.deps.views.delete(context.requireActor(), seen(input))
        return { deletedId: input.id }
      },
      () => ({ deletedId: null }),
    )
  }
}

const seen = ({ id, expectedVersion }: { id: string; expectedVersion: number }): SeenView => ({
  id: smallKey('SavedView', id),
  expectedVersion,
})

/** Beside userErrors: the view as it is now, where the service told it. */
const answer = (work: () => Promise<SavedView>): Promise<SavedViewPayload> =>
  withUserErrors<Omit<SavedViewPayload, 'userErrors'>>(
    async () => ({ savedView: toSavedViewType(await work()) }),
    current => ({ savedView: current ? toSavedViewType(current as SavedView) : null }),
  )
