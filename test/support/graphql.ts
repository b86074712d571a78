import { randomUUID } from 'node:crypto'
import { graphql, type ExecutionResult, type GraphQLSchema } from 'graphql'
import { createContext, fixedSession, type Context } from '../../apps/api/src/graphql/context.js'
import type { Actor } from '../../apps/api/src/platform/actor.js'
import type { Role } from '@sallyport/shared'

/** Somebody of this role who is in no database. */
export const actorOf = (role: Role, userId: string = randomUUID()): Actor => ({ userId, name: role.toLowerCase(), role })

export const contextOf = (actor?: Actor): Context => createContext({ session: actor ? fixedSession(actor) : undefined })

export interface TestOperation {
  readonly schema: GraphQLSchema
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly actor?: Actor
}

/** Runs a query or mutation as this person (nobody when left out); each with a context of its own. */
export const runOperation = ({ schema, query, variables, actor }: TestOperation): Promise<ExecutionResult<Record<string, unknown>>> =>
  graphql({ schema, source: query, contextValue: contextOf(actor), variableValues: variables ?? {} })
