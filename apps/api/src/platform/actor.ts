import { ROLE_PERMISSIONS, type Permission, type Role } from '@sallyport/shared'

/** The person on whose behalf something is done. The first argument of every write. */
export interface Actor {
  readonly userId: string
  readonly name: string
  readonly role: Role
  /** A program acts with this key, which the person made. */
  readonly apiKey?: ActingKey | undefined
  /** A bulk job does it for the person: its key, for the history. */
  readonly jobId?: string | undefined
}

export interface ActingKey {
  readonly id: string
  readonly name: string
  /** Those of its scopes that the role of the person has too. */
  readonly permissions: readonly Permission[]
}

export const permissionsOf = ({ role, apiKey }: Pick<Actor, 'role' | 'apiKey'>): readonly Permission[] =>
  apiKey ? apiKey.permissions : ROLE_PERMISSIONS[role]

export const actorMay = (actor: Actor, permission: Permission): boolean => permissionsOf(actor).includes(permission)

/** How the history of an incident tells who did something: columns of its activity. `facts` is to be merged with those of the activity. */
export type ActivityOrigin =
  | { readonly cause: 'USER'; readonly userId: string }
  | { readonly cause: 'API_KEY'; readonly userId: string; readonly facts: { readonly apiKeyId: string; readonly apiKeyName: string } }

export const originOf = ({ userId, apiKey }: Actor): ActivityOrigin =>
  apiKey ? { cause: 'API_KEY', userId, facts: { apiKeyId: apiKey.id, apiKeyName: apiKey.name } } : { cause: 'USER', userId }
