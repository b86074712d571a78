import { z } from 'zod'

export const PATH_OVERLAP_DEFAULT_SECONDS = 7 * 86_400
const PATH_OVERLAP_MAX_SECONDS = 90 * 86_400
/** PAN-OS takes 255 characters, and this one is typed by people. */
const USERNAME_MAX_LENGTH = 64

export const listPublishInput = z.object({
  guardPercent: z.int().min(0, 'At least 0').max(100, 'At most 100').optional(),
  guardEntries: z.int().min(0, 'At least 0').max(1_000_000, 'At most 1,000,000').optional(),
  aggregate: z.boolean().optional(),
  trailingSlash: z.boolean().optional(),
  allowedNetworks: z.array(z.string()).max(100, 'At most 100 networks').optional(),
})
export type ListPublishInput = z.infer<typeof listPublishInput>

export const pathRotateInput = z.object({
  overlapSeconds: z
    .int()
    .min(0, 'Not negative')
    .max(PATH_OVERLAP_MAX_SECONDS, 'At most 90 days')
    .nullish()
    .transform(seconds => seconds ?? PATH_OVERLAP_DEFAULT_SECONDS),
})

export const publishCredentialCreateInput = z.object({
  name: z.string().trim().min(1, 'Enter a name').max(100, 'At most 100 characters'),
  /** A colon ends the name in Basic authentication. */
  username: z
    .string()
    .trim()
    .min(1, 'Enter a user name')
    .max(USERNAME_MAX_LENGTH, `At most ${USERNAME_MAX_LENGTH} characters`)
    .regex(/^[A-Za-z0-9._@-]+$/, 'Letters, digits and . _ @ - only'),
})
