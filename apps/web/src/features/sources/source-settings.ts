import {
  DEFAULT_LINK_KEYS,
  type LinkKey,
  type Severity,
  SourceType,
  sourceUpdateInput,
  type SourceUpdateInput,
  type Verdict,
  WILDFIRE_API_URL,
} from '@sallyport/shared'
import { z } from 'zod'
import { browserTimeZone } from '../../lib/time-zone'

/** The settings of a source that people choose. */
export interface SourceSettings {
  readonly name: string
  readonly description: string
  readonly enabled: boolean
  readonly linkEvents: boolean
  readonly linkKeys: readonly LinkKey[]
  readonly linkWindowSeconds: number
  readonly wildfireApiEnabled: boolean
  readonly wildfireApiUrl: string
  readonly wildfireDailyQuota: number
  readonly incidentMinSeverity: Severity
  readonly incidentVerdicts: readonly Verdict[]
  readonly incidentBlocked: boolean
  readonly timeZone: string
}

/** What the form holds: the settings, and a key that is only ever written. */
export type SourceFormValues = SourceSettings & {
  readonly type: SourceType
  readonly wildfireApiKey: string
  readonly removeApiKey: boolean
}

export const SOURCE_TYPE_NAMES: Readonly<Record<SourceType, string>> = {
  PALO_ALTO_NETWORKS: 'Palo Alto Networks',
  JSON: 'JSON events',
}

/** Queries a day that come with a subscription of a firewall. */
const WILDFIRE_DAILY_QUOTA = 1_050

export const newSourceValues = (type: SourceType = SourceType.PALO_ALTO_NETWORKS): SourceFormValues => ({
  type,
  name: SOURCE_TYPE_NAMES[type],
  description: '',
  enabled: true,
  linkEvents: true,
  linkKeys: DEFAULT_LINK_KEYS,
  linkWindowSeconds: 86_400,
  wildfireApiEnabled: false,
  wildfireApiUrl: WILDFIRE_API_URL,
  wildfireDailyQuota: WILDFIRE_DAILY_QUOTA,
  incidentMinSeverity: 'MEDIUM',
  incidentVerdicts: ['MALICIOUS', 'PHISHING'],
  incidentBlocked: true,
  timeZone: browserTimeZone(),
  wildfireApiKey: '',
  removeApiKey: false,
})

export const SETTING_LABELS: Readonly<Record<keyof SourceSettings, string>> = {
  name: 'Name',
  description: 'Description',
  enabled: 'Enabled',
  linkEvents: 'Link Events',
  linkKeys: 'Link keys',
  linkWindowSeconds: 'Link window',
  wildfireApiEnabled: 'Enable WildFire API',
  wildfireApiUrl: 'API URL',
  wildfireDailyQuota: 'Daily quota',
  incidentMinSeverity: 'Lowest severity',
  incidentVerdicts: 'WildFire verdicts',
  incidentBlocked: 'Blocked alerts',
  timeZone: 'Time zone',
}

const SETTING_NAMES = Object.keys(SETTING_LABELS) as readonly (keyof SourceSettings)[]

export const formValuesOf = (settings: SourceSettings & { readonly type: SourceType }): SourceFormValues => ({
  type: settings.type,
  ...(Object.fromEntries(SETTING_NAMES.map(name => [name, settings[name]])) as unknown as SourceSettings),
  wildfireApiKey: '',
  removeApiKey: false,
})

/** Validates as the server does. */
export const sourceFormSchema = z.object({
  ...sourceUpdateInput.required().shape,
  // An emptied field holds ''.
  wildfireDailyQuota: z.number('Enter a number').pipe(sourceUpdateInput.shape.wildfireDailyQuota.unwrap()),
  wildfireApiKey: z.string().trim().max(256, 'At most 256 characters'),
})

/** The names of the settings that differ. The order of verdicts does not matter, that of link keys does. */
export function changedSettings(before: SourceSettings, after: SourceSettings): (keyof SourceSettings)[] {
  const comparable = (settings: SourceSettings, name: keyof SourceSettings) =>
    name === 'incidentVerdicts' ? [...settings.incidentVerdicts].sort((a, b) => a.localeCompare(b)).join() : String(settings[name])
  return SETTING_NAMES.filter(name => comparable(before, name) !== comparable(after, name))
}

/** Only what the person changed is written, so that others' changes of other settings stay. */
export function updateInput(before: SourceSettings, values: SourceFormValues): SourceUpdateInput {
  return { ...Object.fromEntries(changedSettings(before, trimmed(values)).map(name => [name, trimmed(values)[name]])), ...keyInput(values) }
}

export interface Merge {
  readonly values: SourceFormValues
  /** Settings that only the others changed: theirs. */
  readonly taken: readonly (keyof SourceSettings)[]
  /** Settings that both changed: still the person's own. */
  readonly disputed: readonly (keyof SourceSettings)[]
}

/** What the form should hold when others saved `theirs` while it was open over `before`. */
export function merge(before: SourceSettings, values: SourceFormValues, theirs: SourceSettings): Merge {
  const mine = changedSettings(before, values)
  const changed = changedSettings(before, theirs)
  const taken = changed.filter(name => !mine.includes(name))
  return {
    values: { ...values, ...Object.fromEntries(taken.map(name => [name, theirs[name]])) },
    taken,
    disputed: changed.filter(name => mine.includes(name)),
  }
}

export function createInput(values: SourceFormValues) {
  const { removeApiKey: _, wildfireApiKey: __, ...settings } = trimmed(values)
  return {
    ...settings,
    linkKeys: [...settings.linkKeys],
    incidentVerdicts: [...settings.incidentVerdicts],
    ...keyInput(values),
  }
}

const trimmed = (values: SourceFormValues): SourceFormValues => ({
  ...values,
  name: values.name.trim(),
  description: values.description.trim(),
  wildfireApiUrl: values.wildfireApiUrl.trim(),
})

/** Nothing typed leaves the stored key as it is. */
function keyInput({ wildfireApiKey, removeApiKey }: SourceFormValues): { wildfireApiKey?: string | null } {
  if (wildfireApiKey.trim() !== '') return { wildfireApiKey: wildfireApiKey.trim() }
  return removeApiKey ? { wildfireApiKey: null } : {}
}

/** The link key in words: as the incident says what linked its alerts. */
export const LINK_KEY_NAMES: Readonly<Record<LinkKey, string>> = {
  VICTIM_USER: 'Victim user',
  VICTIM_ADDRESS: 'Victim address',
  VICTIM_HOSTNAME: 'Victim host name',
  VICTIM_MAC_ADDRESS: 'Victim MAC address',
  ATTACKER_USER: 'Attacker user',
  ATTACKER_ADDRESS: 'Attacker address',
  ATTACKER_HOSTNAME: 'Attacker host name',
  ATTACKER_MAC_ADDRESS: 'Attacker MAC address',
  EMAIL_RECIPIENT: 'E-mail recipient',
  EMAIL_SENDER: 'E-mail sender',
  EMAIL_SUBJECT: 'E-mail subject',
  THREAT_FILE_NAME: 'File name',
  THREAT_FILE_HASH: 'File hash',
}
