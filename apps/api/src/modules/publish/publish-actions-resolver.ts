import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { smallKey } from '../../graphql/global-id.js'
import { withUserErrors } from '../../graphql/user-errors.js'
import { UserType, type Person, type UserReadModel } from '../auth/index.js'
import { ListPayload, ListType, toListType, type ListReadModel, type ListRow } from '../lists/index.js'
import {
  ListPublishInput,
  ListUnpublishInput,
  PublishCredentialCreateInput,
  PublishCredentialUpdateInput,
  PublishedPathRotateInput,
  PublishedVersionDecideInput,
  PublishedVersionRollBackInput,
} from './publish-inputs.js'
import type { PublishReadModel } from './publish-read-model.js'
import type { PublishService } from './publish-service.js'
import {
  PublishCredentialCreatePayload,
  PublishCredentialPayload,
  PublishCredentialType,
  PublishedFetchType,
  PublishedVersionType,
  toPublishCredentialType,
} from './publish-type.js'
import { NO_CREDENTIAL } from './published-catalog.js'

@Can('list:publish')
@Resolver()
export class PublishActionsResolver {
  constructor(private readonly deps: { readonly service: PublishService }) {}

  @Mutation(() => ListPayload)
  async listPublish(@Arg('input', () => ListPublishInput) input: ListPublishInput, @Ctx() context: Context): Promise<ListPayload> {
    const changes = { ...input, id: smallKey('List', input.id) }
    return listPayload(() => this.deps.service.publish(context.requireActor(), changes))
  }

  @Mutation(() => ListPayload)
  async listUnpublish(@Arg('input', () => ListUnpublishInput) input: ListUnpublishInput, @Ctx() context: Context): Promise<ListPayload> {
    const seen = { id: smallKey('List', input.id), expectedVersion: input.expectedVersion }
    return listPayload(() => this.deps.service.unpublish(context.requireActor(), seen))
  }

  @Mutation(() => ListPayload, { description: 'A new URL; the old one works on for overlapSeconds.' })
  async publishedPathRotate(
    @Arg('input', () => PublishedPathRotateInput) { listId, overlapSeconds }: PublishedPathRotateInput,
    @Ctx() context: Context,
  ): Promise<ListPayload> {
    const wish = { listId: smallKey('List', listId), overlapSeconds }
    return listPayload(() => this.deps.service.rotatePath(context.requireActor(), wish))
  }

  @Can('list:approve')
  @Mutation(() => ListPayload)
  async publishedVersionDecide(
    @Arg('input', () => PublishedVersionDecideInput) { listId, number, approve }: PublishedVersionDecideInput,
    @Ctx() context: Context,
  ): Promise<ListPayload> {
    const decision = { listId: smallKey('List', listId), number, approve }
    return listPayload(() => this.deps.service.decide(context.requireActor(), decision))
  }

  @Can('list:approve')
  @Mutation(() => ListPayload)
  async publishedVersionRollBack(
    @Arg('input', () => PublishedVersionRollBackInput) { listId, number }: PublishedVersionRollBackInput,
    @Ctx() context: Context,
  ): Promise<ListPayload> {
    const target = { listId: smallKey('List', listId), number }
    return listPayload(() => this.deps.service.rollBack(context.requireActor(), target))
  }

  @Mutation(() => PublishCredentialCreatePayload, { description: 'The password is returned once and never again.' })
  async publishCredentialCreate(
    @Arg('input', () => PublishCredentialCreateInput) { name, username, listIds }: PublishCredentialCreateInput,
    @Ctx() context: Context,
  ): Promise<PublishCredentialCreatePayload> {
    const wish = { name, username, listIds: (listIds ?? []).map(id => smallKey('List', id)) }
    return withUserErrors<Omit<PublishCredentialCreatePayload, 'userErrors'>>(
      async () => {
        const { credential, password } = await this.deps.service.createCredential(context.requireActor(), wish)
        return { credential: toPublishCredentialType(credential), password }
      },
      () => ({ credential: null, password: null }),
    )
  }

  @Mutation(() => PublishCredentialPayload)
  async publishCredentialUpdate(
    @Arg('input', () => PublishCredentialUpdateInput) { id, disabled, listIds }: PublishCredentialUpdateInput,
    @Ctx() context: Context,
  ): Promise<PublishCredentialPayload> {
    const changes = {
      id: smallKey('PublishCredential', id),
      disabled: disabled ?? undefined,
      listIds: listIds?.map(listId => smallKey('List', listId)),
    }
    return withUserErrors<Omit<PublishCredentialPayload, 'userErrors'>>(
      async () => ({ credential: toPublishCredentialType(await this.deps.service.updateCredential(context.requireActor(), changes)) }),
      () => ({ credential: null }),
    )
  }
}

/** Beside userErrors: the list as it is now, where the service told it. */
const listPayload = (work: () => Promise<ListRow>): Promise<ListPayload> =>
  withUserErrors<{ list: ListType | null }>(
    async () => ({ list: toListType(await work()) }),
    current => ({ list: current ? toListType(current as ListRow) : null }),
  )

@Can('list:read')
@Resolver(() => PublishedVersionType)
export class PublishedVersionResolver {
  constructor(private readonly deps: { readonly users: UserReadModel }) {}

  @FieldResolver(() => UserType, { nullable: true })
  async decidedBy(@Root() { decidedById }: PublishedVersionType, @Ctx() context: Context): Promise<Person | null> {
    return decidedById === null ? null : context.load(this.deps.users.loader).load(decidedById)
  }
}

@Can('list:read')
@Resolver(() => PublishedFetchType)
export class PublishedFetchResolver {
  constructor(private readonly deps: { readonly readModel: PublishReadModel }) {}

  @FieldResolver(() => PublishCredentialType, { nullable: true })
  async credential(@Root() { credentialId }: PublishedFetchType, @Ctx() context: Context): Promise<PublishCredentialType | null> {
    const row = credentialId === NO_CREDENTIAL ? undefined : await context.load(this.deps.readModel.credentialById).load(credentialId)
    return row ? toPublishCredentialType(row) : null
  }
}

@Can('list:read')
@Resolver(() => PublishCredentialType)
export class PublishCredentialResolver {
  constructor(private readonly deps: { readonly readModel: PublishReadModel; readonly lists: ListReadModel }) {}

  @Query(() => [PublishCredentialType])
  async publishCredentials(): Promise<PublishCredentialType[]> {
    return (await this.deps.readModel.credentials()).map(toPublishCredentialType)
  }

  /** Empty: it opens every published list. */
  @FieldResolver(() => [ListType])
  async lists(@Root() { listIds }: PublishCredentialType, @Ctx() context: Context): Promise<ListType[]> {
    const rows = await Promise.all(listIds.map(id => context.load(this.deps.lists.listById).load(id)))
    return rows.filter(row => row !== undefined).map(toListType)
  }
}
