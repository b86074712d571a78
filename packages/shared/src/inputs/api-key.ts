import { z } from 'zod'
import { ApiScope } from '../workflow-enums.js'

/** Keys that are not revoked, at one time. */
export const API_KEYS_MAX = 200

/** What every API key begins with: scanners of source code find a leaked one by it. */
export const API_KEY_PREFIX = 'spk_'

export const apiKeyCreateInput = z.object({
  name: z.string().trim().min(1, 'Enter a name').max(100, 'At most 100 characters'),
  scopes: z
    .array(z.enum(ApiScope))
    .min(1, 'Choose at least one scope')
    .transform(scopes => [...new Set(scopes)]),
  /** null: never. */
  expiresAt: z.date().nullable(),
})
export type ApiKeyCreateInput = z.infer<typeof apiKeyCreateInput>
