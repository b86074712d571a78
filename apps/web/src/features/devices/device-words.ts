import type {
  CommitPolicy,
  DeviceFailure,
  DeviceScope,
  DeviceType,
  DriftPolicy,
  MappingKind,
  SyncCause,
  UpdateSchedule,
} from '@sallyport/shared'

/** How the API's names are said on the pages. */
export const DEVICE_TYPE_NAMES: Readonly<Record<DeviceType, string>> = { PALO_ALTO_NETWORKS: 'Palo Alto Networks' }

export const SCHEDULE_WORDS: Readonly<Record<UpdateSchedule, string>> = {
  ON_CHANGE: 'When the list changes',
  INTERVAL: 'Every so many minutes',
  HOURLY: 'Hourly',
  DAILY: 'Daily',
  MANUAL: 'Only by hand',
}

export const SCOPE_WORDS: Readonly<Record<DeviceScope, string>> = {
  VSYS: 'A virtual system',
  SHARED: 'Shared',
  DEVICE_GROUP: 'A device group of Panorama',
}

export const COMMIT_POLICY_WORDS: Readonly<Record<CommitPolicy, string>> = {
  AUTOMATIC: 'At once',
  WINDOW: 'Inside windows',
  NEVER: 'Never: an administrator commits',
}

export const DRIFT_POLICY_WORDS: Readonly<Record<DriftPolicy, string>> = {
  CORRECT: 'Corrected by the next run',
  REPORT: 'Shown, and left as they are',
}

export const MAPPING_KIND_WORDS: Readonly<Record<MappingKind, string>> = {
  ADDRESS_GROUP: 'Address group (static)',
  DYNAMIC_ADDRESS_GROUP: 'Dynamic address group',
  URL_CATEGORY: 'URL category',
}

/** What the kinds cost and need: said where one is chosen. */
export const MAPPING_KIND_NOTES: Readonly<Record<MappingKind, string>> = {
  ADDRESS_GROUP: 'Every address becomes an object in the configuration: a change needs a commit.',
  DYNAMIC_ADDRESS_GROUP: 'Addresses are registered with a tag of this name: in force within seconds, no commit.',
  URL_CATEGORY: 'A custom URL category: a change needs a commit.',
}

export const CAUSE_WORDS: Readonly<Record<SyncCause, string>> = {
  LIST_CHANGED: 'A list changed',
  SCHEDULE: 'Schedule',
  MANUAL: 'By hand',
  MAPPING_CHANGED: 'A mapping changed',
  RETRY: 'Another try',
}

/** What the analyst is told of a failure; the message beside it has the device's own words. */
export const FAILURE_WORDS: Readonly<Record<DeviceFailure, string>> = {
  UNREACHABLE: 'The device does not answer',
  TLS_NOT_TRUSTED: 'The certificate of the device is not trusted',
  CREDENTIALS: 'The device refuses the user name or password',
  NOT_PERMITTED: 'The user lacks rights on the device',
  LOCKED: 'Somebody holds a lock on the device',
  OTHERS_PENDING: 'Others have changes that are not committed',
  COMMIT_FAILED: 'The commit failed',
  COMMIT_QUEUE_FULL: 'The commit queue of the device is full',
  COMMIT_VANISHED: 'The commit job is gone: its end is not known',
  TIMED_OUT: 'The device took too long',
  REFUSED: 'The device refused the change',
  CAPACITY: 'The device has no room for so many entries',
  NOT_ACTIVE: 'No peer of the HA pair is active',
  DEVICE_FAULT: 'The device reports a fault of its own',
  BAD_ANSWER: 'The device gave an answer that cannot be read',
}

/** After these no run begins by itself: trying again would lock accounts. */
export const NEEDS_A_PERSON: ReadonlySet<DeviceFailure> = new Set<DeviceFailure>(['CREDENTIALS', 'TLS_NOT_TRUSTED', 'NOT_PERMITTED'])

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** ISO days, as the API counts them: 1 Monday … 7 Sunday. */
export const DAY_CHOICES = DAYS.map((label, index) => ({ value: String(index + 1), label }))

interface Window {
  readonly days: readonly number[]
  readonly from: string
  readonly to: string
}

/** Mon–Fri 22:00–04:00: days in a row as a range. */
export function windowText({ days, from, to }: Window): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b)
  const rows: number[][] = []
  for (const day of sorted) {
    const row = rows.at(-1)
    if (row?.at(-1) === day - 1) row.push(day)
    else rows.push([day])
  }
  const name = (day: number | undefined) => DAYS[(day ?? 1) - 1] ?? ''
  const text = rows.map(row => (row.length > 2 ? `${name(row[0])}–${name(row.at(-1))}` : row.map(name).join(', '))).join(', ')
  return `${text} ${from}–${to}`
}

interface Schedule {
  readonly schedule: UpdateSchedule
  readonly intervalMinutes: number | null
  readonly dailyAt: string | null
  readonly timeZone: string
}

export function scheduleText({ schedule, intervalMinutes, dailyAt, timeZone }: Schedule): string {
  if (schedule === 'INTERVAL') return intervalMinutes === 1 ? 'Every minute' : `Every ${intervalMinutes ?? '?'} minutes`
  if (schedule === 'DAILY') return `Daily at ${dailyAt ?? '?'} ${timeZone}`
  return SCHEDULE_WORDS[schedule]
}

interface Commits {
  readonly commitPolicy: CommitPolicy
  readonly commitWindows: readonly Window[]
  readonly timeZone: string
}

export function commitText({ commitPolicy, commitWindows, timeZone }: Commits): string {
  if (commitPolicy !== 'WINDOW') return COMMIT_POLICY_WORDS[commitPolicy]
  return `${commitWindows.map(windowText).join('; ') || 'no window'} (${timeZone})`
}

export const scopeText = ({ scope, scopeName }: { readonly scope: DeviceScope; readonly scopeName: string }): string =>
  scope === 'SHARED' ? SCOPE_WORDS.SHARED : `${scope === 'VSYS' ? 'Virtual system' : 'Device group'} ${scopeName}`
