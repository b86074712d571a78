import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import { fromGlobalId } from '../../graphql/global-id.js'
import { withUserErrors } from '../../graphql/user-errors.js'
import { ApiKeyCreateInputType, ApiKeyCreatePayload, ApiKeyPayload, ApiKeyType, toApiKeyType } from './api-key-type.js'
import { UserType } from './auth-type.js'
import { isUserKey } from './person.js'
import type { Context } from '../../graphql/context.js'
import type { ApiKeyService } from './api-key-service.js'
import type { UserReadModel } from './user-read-model.js'

@Can('api-key:write')
@Resolver(() => ApiKeyType)
export class ApiKeyResolver {
  constructor(private readonly deps: { readonly service: ApiKeyService; readonly users: Pick<UserReadModel, 'loader'> }) {}

  @Query(() => [ApiKeyType], { description: 'Newest first, at most 200; those that were revoked, at most 100, come last.' })
  async apiKeys(@Ctx() context: Context): Promise<ApiKeyType[]> {
    return (await this.deps.service.keys(context.requireActor())).map(toApiKeyType)
  }

  @FieldResolver(() => UserType, {
    nullable: true,
    description: 'Whose rights it has at most. Null: the user is gone, and the key with it.',
  })
  async createdBy(@Root() key: ApiKeyType, @Ctx() context: Context): Promise<object | null> {
    return isUserKey(key.createdById) ? context.load(this.deps.users.loader).load(key.createdById) : null
  }

  @Mutation(() => ApiKeyCreatePayload)
  apiKeyCreate(
    @Arg('input', () => ApiKeyCreateInputType) { expiresAt, ...input }: ApiKeyCreateInputType,
    @Ctx() context: Context,
  ): Promise<ApiKeyCreatePayload> {
    return withUserErrors<Omit<ApiKeyCreatePayload, 'userErrors'>>(
      async () => {
        const made = await this.deps.service.create(context.requireActor(), { ...input, expiresAt: expiresAt ?? null })
        return { apiKey: toApiKeyType(made.apiKey), token: made.token }
      },
      () => ({ apiKey: null, token: null }),
    )
  }

  @Mutation(() => ApiKeyPayload, { description: 'Ends the key at once, with the connections that use it.' })
  apiKeyRevoke(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<ApiKeyPayload> {
    return withUserErrors<Omit<ApiKeyPayload, 'userErrors'>>(
      async () => ({ apiKey: toApiKeyType(await this.deps.service.revoke(context.requireActor(), fromGlobalId('ApiKey', id))) }),
      () => ({ apiKey: null }),
    )
  }
}
