import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql'
import { buildSchemaSync, type ContainerType, type NonEmptyArray, type PubSub } from 'type-graphql'
import { authChecker, checkGuards } from './can.js'

/**
 * The schema of the given resolvers, which are instances. Fails when an operation does not say who may use it.
 * Inputs are not validated here: services parse them with the zod schemas of packages/shared.
 */
export function buildSchema({ resolvers, pubSub }: { resolvers: readonly object[]; pubSub: PubSub }): GraphQLSchema {
  const classes = resolvers.map(resolver => resolver.constructor)
  checkGuards(new Set(classes))
  return buildSchemaSync({
    resolvers: classes as unknown as NonEmptyArray<() => void>,
    container: staticContainer(resolvers),
    authChecker,
    pubSub,
    validate: false,
  })
}

/** The SDL as it is committed. */
export const printSdl = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`

function staticContainer(instances: readonly object[]): ContainerType {
  const byClass = new Map<unknown, object>(instances.map(instance => [instance.constructor, instance]))
  return {
    get: (cls: { readonly name: string }) => {
      const instance = byClass.get(cls)
      if (!instance) throw new Error(`${cls.name} is not wired in compose.ts`)
      return instance
    },
  }
}
