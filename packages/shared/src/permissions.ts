/** What a signed-in person may do. A closed list: resolvers declare one, services enforce it. */
export const PERMISSIONS = [
  'alert:read',
  'incident:read',
  'incident:write',
  'source:read',
  'source:write',
  'source:test',
  'user:write',
] as const
export type Permission = (typeof PERMISSIONS)[number]

export const Role = { VIEWER: 'VIEWER', ANALYST: 'ANALYST', ADMINISTRATOR: 'ADMINISTRATOR' } as const
export type Role = (typeof Role)[keyof typeof Role]

const VIEWER: readonly Permission[] = ['alert:read', 'incident:read', 'source:read']
const ANALYST: readonly Permission[] = [...VIEWER, 'incident:write']

/** The permissions of each role; every role has those of the one before it. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  VIEWER,
  ANALYST,
  ADMINISTRATOR: PERMISSIONS,
}
