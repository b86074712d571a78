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
  wildfireApiKey: z.string().trim().min(1).max(256, 'At most 256 characters').nullable(),
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
