import { actorMay, type Actor } from './actor.js'
import type { Permission } from '@sallyport/shared'

/** The closed list of `extensions.code` in GraphQL errors. */
export type ErrorCode =
  'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_USER_INPUT' | 'CONFLICT' | 'RATE_LIMITED' | 'COST_LIMIT' | 'UNAVAILABLE'

/** A fault that we know and name; its message is for the caller. Everything else is answered with INTERNAL. */
export abstract class DomainError extends Error {
  abstract readonly code: ErrorCode
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
  }
}

export class UnauthenticatedError extends DomainError {
  readonly code = 'UNAUTHENTICATED'
  constructor() {
    super('Sign in first')
  }
}

export class ForbiddenError extends DomainError {
  readonly code = 'FORBIDDEN'
  constructor(permission: Permission) {
    super(`This needs the permission ${permission}`)
  }
}

export class NotFoundError extends DomainError {
  readonly code = 'NOT_FOUND'
  constructor(what: string) {
    super(`${what} was not found`)
  }
}

export class BadInputError extends DomainError {
  readonly code = 'BAD_USER_INPUT'
}

export class UnavailableError extends DomainError {
  readonly code = 'UNAVAILABLE'
}

/** Services call this first: the resolver's check is only the first of two. */
export function assertMay(actor: Actor, permission: Permission): void {
  if (!actorMay(actor, permission)) throw new ForbiddenError(permission)
}

/** What the user can mend: answered in the payload's userErrors, not thrown to the top. */
export type UserErrorCode = 'INVALID' | 'CONFLICT' | 'TAKEN' | 'NOT_ALLOWED_NOW' | 'NOT_FOUND' | 'RATE_LIMITED' | 'CREDENTIALS'

export interface UserFault {
  readonly message: string
  readonly field: readonly string[] | null
  readonly code: UserErrorCode
}

/** Thrown by services; resolvers of mutations turn it into userErrors (graphql/user-errors.ts). */
export class UserFaultsError extends Error {
  constructor(
    readonly faults: readonly UserFault[],
    /** The object as it is now, where the fault is a CONFLICT. */
    readonly current?: unknown,
  ) {
    super(faults.map(fault => fault.message).join('; '))
    this.name = 'UserFaultsError'
  }
}
