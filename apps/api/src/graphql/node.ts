import { Arg, Ctx, Field, ID, InterfaceType, Query, Resolver } from 'type-graphql'
import { ForbiddenError } from '../platform/errors.js'
import { Can } from './can.js'
import { parseGlobalId } from './global-id.js'
import type { Context } from './context.js'
import type { Permission } from '@sallyport/shared'

/** `@ObjectType('Alert', { implements: NodeType })`; id is a field resolver made with toGlobalId. */
@InterfaceType('Node', { resolveType: (value: { __typename?: string }) => value.__typename })
export abstract class NodeType {
  @Field(() => ID, { description: 'Opaque and typed; stays the same for the life of the object.' })
  id!: unknown
}

/** How a module loads one of its types for `node(id)`. */
export interface NodeLoader {
  /** GraphQL name of the type. */
  readonly type: string
  readonly permission: Permission
  /** Key as in toGlobalId; null or undefined: there is none (any more). */
  load(id: string, context: Context): Promise<object | null | undefined>
}

@Can()
@Resolver()
export class NodeResolver {
  constructor(private readonly deps: { loaders: readonly NodeLoader[] }) {}

  @Query(() => NodeType, { nullable: true })
  async node(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<object | null> {
    const parsed = parseGlobalId(id)
    const loader = this.deps.loaders.find(({ type }) => type === parsed?.type)
    if (!parsed || !loader) return null
    if (!context.can(loader.permission)) throw new ForbiddenError(loader.permission)
    const value = await loader.load(parsed.id, context)
    return value ? { ...value, __typename: loader.type } : null
  }
}
