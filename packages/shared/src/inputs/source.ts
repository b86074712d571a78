import { z } from 'zod'
import { Verdict } from '../alert-enums.js'
import { LinkKey } from '../incident-enums.js'
import { Severity } from '../severity.js'
import { SourceType } from '../source-enums.js'

/** An IANA time zone that this runtime knows. */
export const timeZone = z.string().max(64).refine(isTimeZone, 'Not a known time zone')

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return true
  } catch {
    return false
  }
}

export const LINK_WINDOW_MIN_SECONDS = 60
export const LINK_WINDOW_MAX_SECONDS = 90 * 86_400

export const WILDFIRE_API_URL = 'https://wildfire.paloaltonetworks.com/publicapi'

/** Neither name and password nor ? and #: the key has a field of its own, and paths are added to the URL. */
const API_URL = /^(https?):\/\/([a-z0-9][a-z0-9.-]*|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:\/[^\s?#]*)?$/i
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i

/**
 * Where the WildFire API answers: a regional cloud or an appliance. A URL without a path gets the usual one.
 * Without TLS only on this machine, since the key travels with every question.
 */
export const wildfireApiUrl = z
  .string()
  .trim()
  .max(300, 'At most 300 characters')
  .refine(text => API_URL.test(text) && z.url().safeParse(text).success, `Enter a URL such as ${WILDFIRE_API_URL}`)
  .refine(isSafeForKeys, 'The key must not travel in clear: use https://')
  .transform(text => text.replace(/\/+$/, ''))
  .transform(text => (text.lastIndexOf('/') > 'https://'.length ? text : `${text}/publicapi`))

function isSafeForKeys(text: string): boolean {
  const [, scheme = '', host = ''] = API_URL.exec(text) ?? []
  return scheme.toLowerCase() !== 'http' || LOOPBACK.test(host)
}

export const WILDFIRE_QUOTA_MAX = 10_000_000

const wildfireApiKey = z.string().trim().min(1, 'Enter a key').max(256, 'At most 256 characters')

/** What 'Test key' is asked with; what is not given is taken from the source. */
export const wildfireTestInput = z.object({ apiKey: wildfireApiKey.optional(), apiUrl: wildfireApiUrl.optional() })
export type WildfireTestInput = z.infer<typeof wildfireTestInput>

const fields = {
  name: z.string().trim().min(1, 'Enter a name').max(100, 'At most 100 characters'),
  description: z.string().trim().max(1000, 'At most 1000 characters'),
  enabled: z.boolean(),
  linkEvents: z.boolean(),
  linkKeys: z
    .array(z.enum(LinkKey))
    .min(1, 'Choose at least one key')
    .refine(keys => new Set(keys).size === keys.length, 'Each key only once'),
  linkWindowSeconds: z.int().min(LINK_WINDOW_MIN_SECONDS, 'At least a minute').max(LINK_WINDOW_MAX_SECONDS, 'At most 90 days'),
  wildfireApiEnabled: z.boolean(),
  /** Write-only. null clears the key, undefined leaves it. */
  wildfireApiKey: wildfireApiKey.nullable(),
  wildfireApiUrl,
  /** Queries a day that the key allows. */
  wildfireDailyQuota: z.int().min(1, 'At least 1').max(WILDFIRE_QUOTA_MAX, 'At most 10,000,000'),
  incidentMinSeverity: z.enum(Severity),
  incidentVerdicts: z.array(z.enum(Verdict)),
  incidentBlocked: z.boolean(),
  timeZone,
}

export const sourceCreateInput = z
  .object({ type: z.enum(SourceType), name: fields.name })
  .extend(z.object(fields).omit({ name: true }).partial().shape)
export type SourceCreateInput = z.infer<typeof sourceCreateInput>

export const sourceUpdateInput = z.object(fields).partial()
export type SourceUpdateInput = z.infer<typeof sourceUpdateInput>
