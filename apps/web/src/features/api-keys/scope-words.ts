import { ApiScope } from '@sallyport/shared'

interface ScopeWords {
  readonly label: string
  readonly description: string
}

/** What a scope lets a program do. */
export const SCOPE_WORDS: Readonly<Record<ApiScope, ScopeWords>> = {
  READ_ALERTS: {
    label: 'Read',
    description: 'Alerts, incidents, lists, devices, sources and match conditions. Every other scope reads too.',
  },
  WRITE_INCIDENTS: { label: 'Work on incidents', description: 'Assign, comment, edit, close.' },
  WRITE_LISTS: {
    label: 'Change lists',
    description: 'Add entries and take them off; make, change and delete lists. Protected values stay off.',
  },
  PUBLISH_LISTS: {
    label: 'Publish lists',
    description: 'Publish, and approve what waits for it: versions that the guard holds, actions of match conditions.',
  },
  PUSH_DEVICES: { label: 'Push to devices', description: 'Start a push, pause pushing and go on; devices are not changed otherwise.' },
  ADMIN: { label: 'Everything', description: 'All that you may do, people and keys included.' },
}

export const SCOPES: readonly ApiScope[] = Object.values(ApiScope)

export const scopeNames = (scopes: readonly ApiScope[]): string => scopes.map(scope => SCOPE_WORDS[scope].label).join(', ')

const DAY_MS = 86_400_000

/** How long a new key may be good for. */
export const LIFETIMES = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'a year' },
  { value: 'never', label: 'until it is revoked' },
] as const

/** @param lifetime value of LIFETIMES */
export const expiryOf = (lifetime: string, now: number): string | null =>
  lifetime === 'never' ? null : new Date(now + Number(lifetime) * DAY_MS).toISOString()
