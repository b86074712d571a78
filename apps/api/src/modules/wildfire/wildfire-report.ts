import { ObservableKind, WildfireVerdict } from '@sallyport/shared'
import { z } from 'zod'

/** Of the texts of a report; whatever is longer is cut. */
export const REPORT_TEXT_MAX = 500
/** Of findings and activities, over all platforms. */
export const REPORT_ITEMS_MAX = 2_000
export const REPORT_PLATFORMS_MAX = 32
export const REPORT_FAMILIES_MAX = 20
export const REPORT_INDICATORS_MAX = 500

const activity = z.object({ action: z.string(), subject: z.string(), detail: z.string().nullable() })

const platform = z.object({
  platform: z.string(),
  software: z.string().nullable(),
  malware: z.boolean(),
  summary: z.array(z.object({ text: z.string(), details: z.string().nullable(), score: z.number().nullable() })),
  processes: z.array(activity),
  files: z.array(activity),
  network: z.array(activity),
})

const indicator = z.object({ kind: z.enum(ObservableKind), value: z.string(), verdict: z.enum(WildfireVerdict).nullable() })

const schema = z.object({
  malware: z.boolean(),
  fileType: z.string().nullable(),
  /** Bytes, in digits. */
  size: z.string().nullable(),
  sha256: z.string().nullable(),
  sha1: z.string().nullable(),
  md5: z.string().nullable(),
  signer: z.string().nullable(),
  families: z.array(z.string()),
  platforms: z.array(platform),
  indicators: z.array(indicator),
})

/** What is read from a report; stored beside the XML it was read from. */
export type ReportContent = z.infer<typeof schema>
export type ReportPlatform = ReportContent['platforms'][number]
export type ReportActivity = z.infer<typeof activity>
export type ReportIndicator = z.infer<typeof indicator>

/** undefined: it was stored by another release, in a shape that this one does not know. */
export const storedReport = (parsed: unknown): ReportContent | undefined => schema.safeParse(parsed).data
