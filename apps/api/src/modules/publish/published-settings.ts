import { z } from 'zod'

/** What decides who gets which list: from the database, and kept on disk for when that is away. */
export const publishedSettings = z.object({
  lists: z.array(
    z.object({
      listId: z.int(),
      /** Networks that may fetch it; empty: all. */
      allowedNetworks: z.array(z.string()),
      /** retiresAt: epoch milliseconds; null: it stays. */
      paths: z.array(z.object({ token: z.string(), retiresAt: z.number().nullable() })),
      version: z.object({ id: z.string(), number: z.int(), entryCount: z.int(), inForceAt: z.number() }).nullable(),
    }),
  ),
  /** Those that are enabled. */
  credentials: z.array(
    z.object({
      id: z.int(),
      username: z.string(),
      /** SHA-256 of the password, base64. */
      passwordHash: z.string(),
      /** Empty: every published list. */
      listIds: z.array(z.int()),
    }),
  ),
})
export type PublishedSettings = z.infer<typeof publishedSettings>
