import { ROLE_PERMISSIONS, type Permission, type Role } from '@sallyport/shared'

/** The person on whose behalf something is done. The first argument of every write. */
export interface Actor {
  readonly userId: string
  readonly name: string
  readonly role: Role
}

export const actorMay = (actor: Actor, permission: Permission): boolean => ROLE_PERMISSIONS[actor.role].includes(permission)
