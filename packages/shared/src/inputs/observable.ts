import { z } from 'zod'
import { LookupProviderId, ObservableKind } from '../enrichment-enums.js'

/** provider: only that one; left out: all that know values of the kind. */
export const observableRefreshInput = z.object({
  kind: z.enum(ObservableKind),
  value: z.string().trim().min(1, 'Enter a value').max(2_048, 'At most 2,048 characters'),
  provider: z
    .enum(LookupProviderId)
    .nullish()
    .transform(provider => provider ?? undefined),
})
export type ObservableRefreshInput = z.infer<typeof observableRefreshInput>
