import {
  FEED_INTERVAL_DEFAULT_SECONDS,
  FEED_SCORE_DEFAULT,
  FEED_WEIGHT_DEFAULT,
  type FeedFormat,
  type FeedKind,
  feedUpdateInput,
} from '@sallyport/shared'
import type { FeedPanel_FeedFragment } from '../../gql/graphql'
import { faultsIn, type SettingsModel } from './settings-model'

/** What the panel of a feed holds. */
export interface FeedValues {
  readonly name: string
  readonly enabled: boolean
  /** Of a new one only: the values of a feed are of one kind. */
  readonly kind: FeedKind
  readonly location: string
  readonly format: FeedFormat
  readonly csvColumn: number | string
  readonly intervalSeconds: number
  readonly score: number | string
  readonly weight: number | string
}

type FeedSettings = Omit<FeedValues, 'kind' | 'csvColumn' | 'score' | 'weight'> & Readonly<Record<'csvColumn' | 'score' | 'weight', number>>

export const FEED_KIND_WORDS: Readonly<Record<FeedKind, string>> = {
  ADDRESS: 'Addresses and networks',
  DOMAIN: 'Domains',
  URL: 'URLs',
  FILE_HASH: 'File hashes',
}

export const FEED_FORMAT_WORDS: Readonly<Record<FeedFormat, string>> = { PLAIN: 'One value a line', CSV: 'A column of a CSV file' }

/** An emptied number field holds ''. */
const numberOf = (entered: number | string): number => (entered === '' ? Number.NaN : Number(entered))

export const FEED_MODEL: SettingsModel<FeedValues, FeedSettings> = {
  labels: {
    name: 'Name',
    enabled: 'Enabled',
    location: 'Location',
    format: 'Format',
    csvColumn: 'Column',
    intervalSeconds: 'Fetched every',
    score: 'Score',
    weight: 'Weight',
  },
  settingsOf: ({ kind: _, ...values }) => ({
    ...values,
    name: values.name.trim(),
    location: values.location.trim(),
    csvColumn: values.format === 'CSV' ? numberOf(values.csvColumn) : 1,
    score: numberOf(values.score),
    weight: numberOf(values.weight),
  }),
}

export const newFeedValues = (): FeedValues => ({
  name: '',
  enabled: true,
  kind: 'ADDRESS',
  location: '',
  format: 'PLAIN',
  csvColumn: 1,
  intervalSeconds: FEED_INTERVAL_DEFAULT_SECONDS,
  score: FEED_SCORE_DEFAULT,
  weight: FEED_WEIGHT_DEFAULT,
})

export const feedValuesOf = ({ id: _, version: __, ...values }: FeedPanel_FeedFragment): FeedValues => values

export const feedFaults = (values: FeedValues): Record<string, string> => faultsIn(feedUpdateInput, FEED_MODEL.settingsOf(values))
