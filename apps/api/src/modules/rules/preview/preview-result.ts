import { z } from 'zod'

const count = z.number().catch(0)

/** What is stored of a preview (RulePreview.result), as far as it has come. */
export const previewResult = z.object({
  matches: count,
  unknown: count,
  incidents: count,
  points: z.array(z.object({ at: z.number(), matches: count })).catch([]),
  /** Ids of alerts, the newest first. */
  samples: z.array(z.string()).catch([]),
  effects: z
    .array(
      z.object({
        action: z.string(),
        listId: z.number().nullable(),
        times: count,
        wouldAdd: count,
        alreadyListed: count,
        protected: count,
        internal: count,
        invalid: count,
        values: z.array(z.string()),
      }),
    )
    .catch([]),
  warnings: z.array(z.string()).catch([]),
})
export type PreviewResult = z.infer<typeof previewResult>
export type PreviewEffect = PreviewResult['effects'][number]

export const NOTHING_YET: PreviewResult = { matches: 0, unknown: 0, incidents: 0, points: [], samples: [], effects: [], warnings: [] }
