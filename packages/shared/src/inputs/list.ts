import { z } from 'zod'
import { ListKind, ProtectionKind } from '../list-enums.js'

export const ENTRY_TTL_MIN_SECONDS = 60
export const ENTRY_TTL_MAX_SECONDS = 10 * 366 * 86_400
export const COOL_DOWN_DEFAULT_SECONDS = 7 * 86_400
/** Values that are added one by one. */
export const ENTRY_VALUES_MAX = 1_000
/** Of a pasted text or a CSV file, in UTF-8. */
export const IMPORT_MAX_BYTES = 4 * 1_048_576
export const IMPORT_MAX_LINES = 100_000
export const ENTRY_REASON_MAX_LENGTH = 500

const ttlSeconds = z.int().min(ENTRY_TTL_MIN_SECONDS, 'At least a minute').max(ENTRY_TTL_MAX_SECONDS, 'At most 10 years')
const note = z.string().trim().max(ENTRY_REASON_MAX_LENGTH, `At most ${ENTRY_REASON_MAX_LENGTH} characters`)

const listFields = {
  name: z.string().trim().min(1, 'Enter a name').max(100, 'At most 100 characters'),
  description: z.string().trim().max(1000, 'At most 1000 characters'),
  /** null: entries stay until they are removed. */
  defaultTtlSeconds: ttlSeconds.nullable(),
}

export const listCreateInput = z.object({
  name: listFields.name,
  kind: z.enum(ListKind),
  description: listFields.description.nullish().transform(text => text ?? ''),
  defaultTtlSeconds: listFields.defaultTtlSeconds.nullish().transform(seconds => seconds ?? null),
})
export type ListCreateInput = z.infer<typeof listCreateInput>

export const listUpdateInput = z.object(listFields).partial()
export type ListUpdateInput = z.infer<typeof listUpdateInput>

/** How entries are added: neither ttlSeconds nor neverExpires means as the list says. */
export const entriesAddInput = z
  .object({
    values: z
      .array(z.string())
      .min(1, 'Give at least one value')
      .max(ENTRY_VALUES_MAX, `At most ${ENTRY_VALUES_MAX} values; paste more as text`)
      .nullish(),
    text: z.string().nullish(),
    reason: note.nullish().transform(text => text ?? ''),
    ttlSeconds: ttlSeconds.nullish(),
    neverExpires: z.boolean().nullish(),
  })
  .refine(({ values, text }) => ((values ?? undefined) === undefined) !== ((text ?? undefined) === undefined), {
    message: 'Give either values or text',
    path: ['values'],
  })
  .refine(({ ttlSeconds: seconds, neverExpires }) => !(neverExpires && typeof seconds === 'number'), {
    message: 'It either expires or never expires',
    path: ['ttlSeconds'],
  })
export type EntriesAddInput = z.infer<typeof entriesAddInput>

export const entryUpdateInput = z
  .object({
    reason: note.nullish(),
    expiresAt: z.date().nullish(),
    neverExpires: z.boolean().nullish(),
    disabled: z.boolean().nullish(),
  })
  .refine(({ expiresAt, neverExpires }) => !(neverExpires && expiresAt), {
    message: 'It either expires or never expires',
    path: ['expiresAt'],
  })
export type EntryUpdateInput = z.infer<typeof entryUpdateInput>

export const unblockInput = z.object({
  coolDownSeconds: z
    .int()
    .min(0, 'Not negative')
    .max(366 * 86_400, 'At most a year')
    .nullish()
    .transform(seconds => seconds ?? COOL_DOWN_DEFAULT_SECONDS),
  note: note.nullish().transform(text => text ?? ''),
})

export const protectionCreateInput = z.object({
  kind: z.enum(ProtectionKind),
  value: z.string().trim().min(1, 'Enter a value').max(300, 'At most 300 characters'),
  description: note.nullish().transform(text => text ?? ''),
})

export const protectionUpdateInput = z.object({ enabled: z.boolean().nullish(), description: note.nullish() })
