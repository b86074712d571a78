import { z } from 'zod'
import { Severity } from '../severity.js'
import { closeInput, commentInput, INCIDENT_TAGS_MAX, incidentFieldValue, incidentTag, incidentText } from './incident.js'

/** Incidents that are named one by one. */
export const BULK_IDS_MAX = 1_000
/** Incidents of one job. */
export const BULK_ITEMS_MAX = 10_000
/** How long a job can be undone. */
export const BULK_UNDO_HOURS = 24

const comment = incidentText.nullish().transform(text => text ?? '')
const value = incidentFieldValue.nullish()
const tags = z.array(incidentTag).max(INCIDENT_TAGS_MAX, `At most ${INCIDENT_TAGS_MAX} tags`).nullish()

/** What a job does with each of its incidents; ids are database keys. In `edit` null clears, and what is not given is left. */
export const bulkAction = z.discriminatedUnion('kind', [
  closeInput.extend({ kind: z.literal('CLOSE'), disposition: value }),
  z.object({ kind: z.literal('IGNORE'), comment, until: z.coerce.date().nullish() }),
  z.object({ kind: z.literal('REOPEN'), comment }),
  z.object({ kind: z.literal('ASSIGN'), assigneeId: z.uuid().nullish(), teamId: z.int().nullish() }),
  z.object({
    kind: z.literal('EDIT'),
    severity: z.enum(Severity).nullish(),
    classification: value,
    attackVector: value,
    disposition: value,
    addTags: tags,
    removeTags: tags,
  }),
  commentInput.extend({ kind: z.literal('COMMENT') }),
])
export type BulkAction = z.infer<typeof bulkAction>
