import { z } from 'zod'

/** Incidents that can be merged at once, and alerts that can be taken out at once. */
export const MERGE_MAX = 100
export const MOVED_ALERTS_MAX = 1_000

const ids = (max: number, none: string, many: string) => z.array(z.string()).min(1, none).max(max, many)

export const incidentMergeInput = z.object({
  ids: ids(MERGE_MAX, 'Choose at least one incident', `At most ${MERGE_MAX} incidents at once`),
})

export const alertsMoveInput = z.object({
  alertIds: ids(MOVED_ALERTS_MAX, 'Choose at least one alert', 'At most 1,000 alerts at once'),
})
