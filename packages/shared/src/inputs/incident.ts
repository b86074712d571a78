import { z } from 'zod'

export const commentInput = z.object({ comment: z.string().trim().min(1, 'Write something').max(20_000, 'At most 20,000 characters') })
export const closeInput = z.object({
  summary: z.string().trim().min(1, 'Say in a line why').max(500, 'At most 500 characters'),
  detail: z.string().trim().max(20_000, 'At most 20,000 characters').default(''),
})
