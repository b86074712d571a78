import {
  type CommitPolicy,
  type CommitWindow,
  type DeviceScope,
  DeviceType,
  deviceUpdateInput,
  type DriftPolicy,
  type TlsTrust,
  type UpdateSchedule,
} from '@sallyport/shared'
import type { DeviceCreateInput, DeviceTestInput, DeviceUpdateInput, EditDevicePanel_DeviceFragment } from '../../gql/graphql'
import { browserTimeZone } from '../../lib/time-zone'

/** What the panels New Network Device and Edit Device hold. Password and certificate are only ever written. */
export interface DeviceFormValues {
  readonly name: string
  readonly host: string
  readonly peerHost: string
  readonly username: string
  readonly password: string
  readonly description: string
  readonly schedule: UpdateSchedule
  readonly intervalMinutes: number | string
  readonly dailyAt: string
  readonly timeZone: string
  readonly scope: DeviceScope
  readonly scopeName: string
  readonly commitPolicy: CommitPolicy
  readonly commitWindows: readonly CommitWindow[]
  readonly changeTicket: string
  readonly tlsTrust: TlsTrust
  readonly tlsCaPem: string
  readonly tlsFingerprint: string
  readonly maxConcurrent: number | string
  readonly driftPolicy: DriftPolicy
}

export const NEW_WINDOW: CommitWindow = { days: [1, 2, 3, 4, 5], from: '22:00', to: '04:00' }

export const newDeviceValues = (): DeviceFormValues => ({
  name: '',
  host: '',
  peerHost: '',
  username: '',
  password: '',
  description: '',
  schedule: 'ON_CHANGE',
  intervalMinutes: 15,
  dailyAt: '03:00',
  timeZone: browserTimeZone(),
  scope: 'VSYS',
  scopeName: 'vsys1',
  commitPolicy: 'AUTOMATIC',
  commitWindows: [],
  changeTicket: '',
  tlsTrust: 'SYSTEM',
  tlsCaPem: '',
  tlsFingerprint: '',
  maxConcurrent: 2,
  driftPolicy: 'CORRECT',
})

export function valuesOf(device: EditDevicePanel_DeviceFragment): DeviceFormValues {
  const fallback = newDeviceValues()
  const { id: _, version: __, passwordSet: ___, ...settings } = device
  return {
    ...settings,
    peerHost: device.peerHost ?? '',
    password: '',
    intervalMinutes: device.intervalMinutes ?? fallback.intervalMinutes,
    dailyAt: device.dailyAt ?? fallback.dailyAt,
    commitWindows: device.commitWindows.map(({ days, from, to }) => ({ days: [...days], from, to })),
    tlsCaPem: '',
    tlsFingerprint: device.tlsFingerprint ?? '',
  }
}

export const SETTING_LABELS = {
  name: 'Name',
  host: 'Hostname / IP',
  peerHost: 'HA peer',
  username: 'Username',
  description: 'Description',
  schedule: 'Update this device',
  intervalMinutes: 'Minutes',
  dailyAt: 'Time of day',
  timeZone: 'Time zone',
  scope: 'Scope',
  scopeName: 'Name of the scope',
  commitPolicy: 'Commit',
  commitWindows: 'Commit windows',
  changeTicket: 'Change ticket',
  tlsTrust: 'Certificate',
  tlsFingerprint: 'Fingerprint',
  maxConcurrent: 'Calls at a time',
  driftPolicy: 'Changes by hand',
} as const satisfies Partial<Record<keyof DeviceFormValues, string>>
type SettingName = keyof typeof SETTING_LABELS

export const DEVICE_FIELDS = [...Object.keys(SETTING_LABELS), 'password', 'tlsCaPem']

/** The settings as the API takes them: what the choices leave without meaning is null. */
function settingsOf(values: DeviceFormValues) {
  const { schedule, scope, commitPolicy, tlsTrust } = values
  return {
    name: values.name.trim(),
    host: values.host.trim(),
    peerHost: values.peerHost.trim() || null,
    username: values.username.trim(),
    description: values.description.trim(),
    schedule,
    intervalMinutes: schedule === 'INTERVAL' ? Number(values.intervalMinutes) : null,
    dailyAt: schedule === 'DAILY' ? values.dailyAt : null,
    timeZone: values.timeZone,
    scope,
    scopeName: scope === 'SHARED' ? '' : values.scopeName.trim(),
    commitPolicy,
    commitWindows: values.commitWindows.map(({ days, from, to }) => ({ days: [...days], from, to })),
    changeTicket: commitPolicy === 'NEVER' ? '' : values.changeTicket.trim(),
    tlsTrust,
    tlsFingerprint: tlsTrust === 'PINNED' ? values.tlsFingerprint.trim() || null : null,
    maxConcurrent: Number(values.maxConcurrent),
    driftPolicy: values.driftPolicy,
  } satisfies Record<SettingName, unknown>
}

/** Nothing typed leaves what is stored as it is. */
const secretsOf = ({ password, tlsCaPem, tlsTrust }: DeviceFormValues) => ({
  ...(password !== '' && { password }),
  ...(tlsTrust === 'CA' && tlsCaPem.trim() !== '' && { tlsCaPem: tlsCaPem.trim() }),
})

/**
 * What is wrong with each field, as the server would say.
 * @param stored the device that is edited; undefined: a new one
 */
export function faultsOf(values: DeviceFormValues, stored?: { readonly tlsTrust: TlsTrust }): Record<string, string> {
  const { issues } = deviceUpdateInput.safeParse({ ...settingsOf(values), ...secretsOf(values) }).error ?? { issues: [] }
  const faults: Record<string, string> = {}
  for (const { path, message } of issues) faults[String(path[0])] ??= message
  if (!stored && values.password === '') faults['password'] ??= 'Enter the password'
  if (values.scope !== 'SHARED' && values.scopeName.trim() === '') faults['scopeName'] ??= 'Enter its name'
  if (values.commitPolicy === 'WINDOW' && values.commitWindows.length === 0) faults['commitWindows'] ??= 'Add at least one window'
  if (values.tlsTrust === 'CA' && values.tlsCaPem.trim() === '' && stored?.tlsTrust !== 'CA')
    faults['tlsCaPem'] ??= 'Paste the certificate of the authority'
  if (values.tlsTrust === 'PINNED' && values.tlsFingerprint.trim() === '')
    faults['tlsFingerprint'] ??= 'Test the connection: the device shows its certificate'
  return faults
}

/** The names of the settings that differ in what the API would be told. */
export function changedSettings(before: DeviceFormValues, after: DeviceFormValues): SettingName[] {
  const [old, now] = [settingsOf(before), settingsOf(after)]
  return (Object.keys(SETTING_LABELS) as SettingName[]).filter(name => JSON.stringify(old[name]) !== JSON.stringify(now[name]))
}

export const createInput = (values: DeviceFormValues): DeviceCreateInput => ({
  type: DeviceType.PALO_ALTO_NETWORKS,
  ...settingsOf(values),
  ...secretsOf(values),
  password: values.password,
})

/** Only what the person changed is written, so that others' changes of other settings stay. */
export function updateInput(before: DeviceFormValues, values: DeviceFormValues): Omit<DeviceUpdateInput, 'id' | 'expectedVersion'> {
  const now = settingsOf(values)
  return { ...Object.fromEntries(changedSettings(before, values).map(name => [name, now[name]])), ...secretsOf(values) }
}

const TESTED = ['host', 'username', 'tlsTrust', 'tlsFingerprint', 'scope', 'scopeName'] as const

/**
 * What a test of the connection needs to be told.
 * @param stored what the form was opened with, and whose: the rest is taken from there, password included
 */
export function testInput(values: DeviceFormValues, stored?: { readonly id: string; readonly values: DeviceFormValues }): DeviceTestInput {
  const now = settingsOf(values)
  const changed = stored ? changedSettings(stored.values, values) : TESTED
  return {
    ...(stored && { id: stored.id }),
    ...Object.fromEntries(TESTED.filter(name => changed.includes(name)).map(name => [name, now[name]])),
    ...secretsOf(values),
  }
}

export interface Merge {
  readonly values: DeviceFormValues
  /** Settings that only the others changed: theirs. */
  readonly taken: readonly SettingName[]
  /** Settings that both changed: still the person's own. */
  readonly disputed: readonly SettingName[]
}

/** What the form should hold when others saved `theirs` while it was open over `before`. */
export function merge(before: DeviceFormValues, values: DeviceFormValues, theirs: DeviceFormValues): Merge {
  const mine = changedSettings(before, values)
  const changed = changedSettings(before, theirs)
  const taken = changed.filter(name => !mine.includes(name))
  return {
    values: { ...values, ...Object.fromEntries(taken.map(name => [name, theirs[name]])) },
    taken,
    disputed: changed.filter(name => mine.includes(name)),
  }
}

export const settingLabels = (names: readonly SettingName[]): string => names.map(name => SETTING_LABELS[name]).join(', ')
