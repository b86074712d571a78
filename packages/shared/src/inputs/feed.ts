import { z } from 'zod'
import { FeedFormat, FeedKind } from '../enrichment-enums.js'

export const FEED_INTERVAL_MIN_SECONDS = 300
export const FEED_INTERVAL_MAX_SECONDS = 30 * 86_400
export const FEED_INTERVAL_DEFAULT_SECONDS = 3_600
export const FEED_SCORE_DEFAULT = 80
export const FEED_WEIGHT_DEFAULT = 50
export const FEED_CSV_COLUMN_MAX = 100
/** Of the file, unpacked. */
export const FEED_MAX_BYTES = 50 * 1_048_576
export const FEED_MAX_ENTRIES = 2_000_000
/** A line that is longer is skipped. */
export const FEED_LINE_MAX_BYTES = 4_096

/** Whether a feed's location is a URL; else it is the name of a file in DATA_DIR/feeds. */
export const isFeedUrl = (location: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(location)

/** Without name and password: everybody who signs in can read the location. */
const FEED_URL = /^https?:\/\/([^\s/?#@]+)(?:[/?][^\s#]*)?$/i

/** Why it cannot be the location of a feed; undefined: it can. */
export function feedLocationFault(location: string): string | undefined {
  if (location === '') return 'Enter a URL, or the name of a file'
  if (!isFeedUrl(location)) return fileNameFault(location)
  if (!/^https?:/i.test(location)) return 'Only https:// and http:// URLs'
  if (/^https?:\/\/[^\s/?#]*@/i.test(location)) return 'The URL must not hold a name or a password: everybody who signs in can read it'
  if (!FEED_URL.test(location) || !z.url().safeParse(location).success) return 'Not a URL such as https://feeds.example/list.txt'
  return undefined
}

function fileNameFault(name: string): string | undefined {
  if (name.startsWith('/') || name.includes('\\')) return 'The name of a file in the folder feeds of the data directory, without its path'
  if (/\p{C}/u.test(name)) return 'Only printable characters'
  if (name.split('/').some(part => part === '' || part.startsWith('.'))) return 'No part of the name is empty or begins with a dot'
  return undefined
}

const share = z.int().min(0, 'At least 0').max(100, 'At most 100')

const fields = {
  name: z.string().trim().min(1, 'Enter a name').max(100, 'At most 100 characters'),
  enabled: z.boolean(),
  /** https:// URL, or the name of a file in DATA_DIR/feeds. */
  location: z
    .string()
    .trim()
    .max(1_000, 'At most 1000 characters')
    .superRefine((location, check) => {
      const message = feedLocationFault(location)
      if (message !== undefined) check.addIssue({ code: 'custom', message })
    }),
  format: z.enum(FeedFormat),
  csvColumn: z.int().min(1, 'Columns are counted from 1').max(FEED_CSV_COLUMN_MAX, `At most ${FEED_CSV_COLUMN_MAX}`),
  intervalSeconds: z.int().min(FEED_INTERVAL_MIN_SECONDS, 'At least 5 minutes').max(FEED_INTERVAL_MAX_SECONDS, 'At most 30 days'),
  score: share,
  weight: share,
}

export const feedCreateInput = z
  .object({ name: fields.name, kind: z.enum(FeedKind), location: fields.location })
  .extend(z.object(fields).omit({ name: true, location: true }).partial().shape)
export type FeedCreateInput = z.infer<typeof feedCreateInput>

/** undefined leaves a field as it is. */
export const feedUpdateInput = z.object(fields).partial()
export type FeedUpdateInput = z.infer<typeof feedUpdateInput>
