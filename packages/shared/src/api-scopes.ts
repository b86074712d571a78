import { ROLE_PERMISSIONS, PERMISSIONS, type Permission, type Role } from './permissions.js'
import type { ApiScope } from './workflow-enums.js'

const READ: readonly Permission[] = [
  'alert:read',
  'incident:read',
  'source:read',
  'list:read',
  'device:read',
  'enrichment:read',
  'rule:read',
]

/** What a program with a scope may do. Every scope reads, since answers to writes hold what was written. */
export const SCOPE_PERMISSIONS: Readonly<Record<ApiScope, readonly Permission[]>> = {
  READ_ALERTS: READ,
  WRITE_INCIDENTS: [...READ, 'incident:write'],
  WRITE_LISTS: [...READ, 'list:write'],
  PUBLISH_LISTS: [...READ, 'list:publish', 'list:approve'],
  PUSH_DEVICES: [...READ, 'device:push'],
  ADMIN: PERMISSIONS,
}

/** The permissions of a key: of any of its scopes, as far as the role of who made it reaches. In the order of PERMISSIONS. */
export const keyPermissions = (scopes: readonly ApiScope[], role: Role): readonly Permission[] =>
  PERMISSIONS.filter(
    permission => ROLE_PERMISSIONS[role].includes(permission) && scopes.some(scope => SCOPE_PERMISSIONS[scope].includes(permission)),
  )
