/** What a signed-in person may do. A closed list: resolvers declare one, services enforce it. */
export const PERMISSIONS = [
  'alert:read',
  'incident:read',
  'incident:write',
  'source:read',
  'source:write',
  'source:test',
  'user:write',
  'list:read',
  'list:write',
  'list:approve',
  'list:publish',
  'protection:write',
  'device:read',
  'device:write',
  'device:push',
  'enrichment:read',
  'enrichment:ask',
  'enrichment:write',
  'rule:read',
  'rule:write',
  'channel:read',
  'channel:write',
  'workflow:write',
  'api-key:write',
] as const
export type Permission = (typeof PERMISSIONS)[number]

export const Role = { VIEWER: 'VIEWER', ANALYST: 'ANALYST', ADMINISTRATOR: 'ADMINISTRATOR' } as const
export type Role = (typeof Role)[keyof typeof Role]

const VIEWER: readonly Permission[] = [
  'alert:read',
  'incident:read',
  'source:read',
  'list:read',
  'device:read',
  'enrichment:read',
  'rule:read',
]
const ANALYST: readonly Permission[] = [
  ...VIEWER,
  'incident:write',
  'list:write',
  'list:approve',
  'list:publish',
  'device:push',
  'enrichment:ask',
]

/** The permissions of each role; every role has those of the one before it. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  VIEWER,
  ANALYST,
  ADMINISTRATOR: PERMISSIONS,
}
