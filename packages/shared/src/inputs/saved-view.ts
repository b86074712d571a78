import { z } from 'zod'

export const SAVED_VIEWS_MAX = 100
export const SAVED_VIEW_SEARCH_MAX_LENGTH = 2_000

const fields = {
  name: z.string().trim().min(1, 'Enter a name').max(60, 'At most 60 characters'),
  search: z
    .string()
    .trim()
    .max(SAVED_VIEW_SEARCH_MAX_LENGTH, `At most ${SAVED_VIEW_SEARCH_MAX_LENGTH} characters`)
    .transform(search => search.replace(/^\?/, '')),
  shared: z.boolean(),
  position: z.int().min(0).max(1_000_000),
}

export const savedViewCreateInput = z.object({
  name: fields.name,
  search: fields.search,
  shared: fields.shared.nullish().transform(shared => shared ?? false),
})
export const savedViewUpdateInput = z.object(fields).partial()
