import { type ObservableKind, type ReputationProviderType, reputationProviderUpdateInput } from '@sallyport/shared'
import type { ProviderPanel_ReputationProviderFragment } from '../../gql/graphql'
import { changesOf, faultsIn, type SettingsModel } from './settings-model'

/** What the panel of a provider holds. The key is only ever written. */
export interface ProviderValues {
  readonly enabled: boolean
  readonly apiKey: string
  readonly removeApiKey: boolean
  /** Empty: the public one. */
  readonly baseUrl: string
  readonly dailyQuota: number | string
  readonly perMinute: number | string
  readonly cacheSeconds: number
  readonly weight: number | string
}

interface ProviderSettings {
  readonly enabled: boolean
  readonly baseUrl: string | null
  readonly dailyQuota: number
  readonly perMinute: number
  readonly cacheSeconds: number
  readonly weight: number
}

export type StoredProvider = Pick<ProviderPanel_ReputationProviderFragment, keyof ProviderSettings | 'hasApiKey' | 'needsKey'>

/** An emptied number field holds ''. */
const numberOf = (entered: number | string): number => (entered === '' ? Number.NaN : Number(entered))

export const PROVIDER_MODEL: SettingsModel<ProviderValues, ProviderSettings> = {
  labels: {
    enabled: 'Enabled',
    dailyQuota: 'Daily quota',
    perMinute: 'Questions a minute',
    cacheSeconds: 'Answers are kept',
    weight: 'Weight',
    baseUrl: 'Base URL',
  },
  settingsOf: values => ({
    enabled: values.enabled,
    baseUrl: values.baseUrl.trim() || null,
    dailyQuota: numberOf(values.dailyQuota),
    perMinute: numberOf(values.perMinute),
    cacheSeconds: values.cacheSeconds,
    weight: numberOf(values.weight),
  }),
}

export const providerValuesOf = ({ enabled, baseUrl, dailyQuota, perMinute, cacheSeconds, weight }: StoredProvider): ProviderValues => ({
  enabled,
  apiKey: '',
  removeApiKey: false,
  baseUrl: baseUrl ?? '',
  dailyQuota,
  perMinute,
  cacheSeconds,
  weight,
})

/** Nothing typed leaves the stored key as it is. */
export function keyInput({ apiKey, removeApiKey }: Pick<ProviderValues, 'apiKey' | 'removeApiKey'>): { apiKey?: string | null } {
  if (apiKey.trim() !== '') return { apiKey: apiKey.trim() }
  return removeApiKey ? { apiKey: null } : {}
}

/** Only what the person changed. */
export const providerInput = (before: ProviderValues, values: ProviderValues) => ({
  ...changesOf(PROVIDER_MODEL, before, values),
  ...keyInput(values),
})

/** What is wrong with each field; a provider that needs a key cannot be switched on without one. */
export function providerFaults(values: ProviderValues, stored: StoredProvider | null): Record<string, string> {
  const faults = faultsIn(reputationProviderUpdateInput, { ...PROVIDER_MODEL.settingsOf(values), ...keyInput(values) })
  const willHaveKey = values.apiKey.trim() !== '' || (stored?.hasApiKey === true && !values.removeApiKey)
  if (values.enabled && stored?.needsKey === true && !willHaveKey) faults['apiKey'] ??= 'Enter the API key'
  return faults
}

export const PROVIDER_NOTES: Readonly<
  Record<ReputationProviderType, { readonly name: string; readonly tells: string; readonly host: string }>
> = {
  ABUSEIPDB: { name: 'AbuseIPDB', tells: 'Who reported an address for abuse, and how sure they are.', host: 'abuseipdb.com' },
  VIRUSTOTAL: { name: 'VirusTotal', tells: 'How many scanners take a value for malicious.', host: 'virustotal.com' },
  GREYNOISE: { name: 'GreyNoise', tells: 'Whether an IPv4 address scans the whole internet, and with what intent.', host: 'greynoise.io' },
  REVERSE_DNS: { name: 'Reverse DNS', tells: 'The names of an address.', host: 'the name servers of this system' },
}

const KIND_WORDS: Readonly<Record<ObservableKind, string>> = {
  ADDRESS: 'addresses',
  DOMAIN: 'domains',
  URL: 'URLs (only when somebody asks for one)',
  FILE_HASH: 'hashes',
  USER: 'users',
  HOST: 'host names',
}

/** What leaves the network, in a sentence. */
export function whatIsSent(type: ReputationProviderType, kinds: readonly ObservableKind[]): string {
  const words = kinds.map(kind => KIND_WORDS[kind])
  const last = words.at(-1) ?? 'nothing'
  const all = words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last
  return `Sends ${all} of alerts to ${PROVIDER_NOTES[type].host}; never private, own or protected ones.`
}
