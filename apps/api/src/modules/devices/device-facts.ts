import { z } from 'zod'
import type { FoundFacts } from './device-driver.js'

/** What is kept of the last time that the device was asked (device.facts). */
const storedFacts = z.object({
  model: z.string().nullable(),
  serial: z.string().nullable(),
  panosVersion: z.string().nullable(),
  hostname: z.string().nullable(),
  haState: z.string().nullable(),
  multiVsys: z.boolean().nullable(),
  missingRights: z.array(z.string()).default([]),
})
export type StoredFacts = z.infer<typeof storedFacts>

export const readFacts = (value: unknown): StoredFacts | undefined => storedFacts.safeParse(value).data

export const toStoredFacts = (found: FoundFacts, missingRights: readonly string[]): StoredFacts => ({
  ...found,
  missingRights: [...missingRights],
})
