import { z } from 'zod'

const fields = {
  /** An address, a network or first-last; the server says whether it is one. */
  network: z.string().trim().min(1, 'Enter an address, a network or a range').max(100, 'At most 100 characters'),
  name: z.string().trim().min(1, 'Enter a name').max(100, 'At most 100 characters'),
  description: z.string().trim().max(500, 'At most 500 characters'),
  /** Ours: outside providers are never asked about it. */
  own: z.boolean(),
}

export const namedNetworkCreateInput = z.object({
  network: fields.network,
  name: fields.name,
  description: fields.description.nullish().transform(text => text ?? ''),
  own: fields.own.nullish().transform(own => own ?? true),
})
export type NamedNetworkCreateInput = z.infer<typeof namedNetworkCreateInput>

/** undefined leaves a field as it is. */
export const namedNetworkUpdateInput = z.object(fields).partial()
export type NamedNetworkUpdateInput = z.infer<typeof namedNetworkUpdateInput>
