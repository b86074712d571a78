import { Authorized, getMetadataStorage, type AuthCheckerFn } from 'type-graphql'
import { ForbiddenError, UnauthenticatedError } from '../platform/errors.js'
import type { Context } from './context.js'
import type { Permission } from '@sallyport/shared'

/** On a resolver class or method: who may use it. Without permissions: everybody who is signed in. */
export const Can = (...permissions: Permission[]) => Authorized<Permission>(permissions)

const publicOperations = new Set<string>()
const keyOf = (target: { readonly name: string }, methodName: string) => `${target.name}.${methodName}`

/** On a resolver method: anybody may use it, signed in or not. The class has no @Can then. */
export const Public =
  (): MethodDecorator =>
  (prototype, methodName): void => {
    publicOperations.add(keyOf(prototype.constructor, String(methodName)))
  }

/** Reads the live session, so that a right that was taken away stops the next event of a subscription. */
export const authChecker: AuthCheckerFn<Context, Permission> = ({ context }, needed) => {
  if (!context.actor) throw new UnauthenticatedError()
  for (const permission of needed) if (!context.can(permission)) throw new ForbiddenError(permission)
  return true
}

/**
 * Fails when an operation says neither who may use it nor that it is public, or says both: forgetting must not open.
 * @returns names of the public operations
 */
export function checkGuards(resolverClasses: ReadonlySet<unknown>): readonly string[] {
  const storage = getMetadataStorage()
  const guardedClasses = new Set(storage.authorizedResolver.map(metadata => metadata.target))
  const guardedMethods = new Set(storage.authorizedFields.map(metadata => keyOf(metadata.target, metadata.fieldName)))
  const opened: string[] = []
  for (const operation of [...storage.queries, ...storage.mutations, ...storage.subscriptions]) {
    if (!resolverClasses.has(operation.target)) continue
    const key = keyOf(operation.target, operation.methodName)
    const guarded = guardedClasses.has(operation.target) || guardedMethods.has(key)
    if (guarded === publicOperations.has(key)) throw new Error(`${key} must have exactly one of @Can and @Public`)
    if (!guarded) opened.push(operation.schemaName)
  }
  return opened
}
