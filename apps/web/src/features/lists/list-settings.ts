import { listCreateInput } from '@sallyport/shared'
import { z } from 'zod'
import type { EditListPanel_ListFragment, ListPublishInput, ListUpdateInput } from '../../gql/graphql'
import { isNetwork } from '../../lib/network'
import { NEVER } from './expiry'

/** What the panels New List and Edit List hold. */
export interface ListFormValues {
  readonly name: string
  readonly kind: string
  readonly description: string
  /** Seconds, or NEVER. */
  readonly expiry: string
  readonly publish: boolean
  readonly guardPercent: number | string
  readonly guardEntries: number | string
  readonly aggregate: boolean
  readonly trailingSlash: boolean
  readonly allowedNetworks: readonly string[]
}

export const newListValues = (): ListFormValues => ({
  name: '',
  kind: 'ADDRESS',
  description: '',
  expiry: String(30 * 86_400),
  publish: false,
  guardPercent: 30,
  guardEntries: 100,
  aggregate: false,
  trailingSlash: true,
  allowedNetworks: [],
})

export function listValuesOf(list: EditListPanel_ListFragment): ListFormValues {
  const { guardPercent, guardEntries, aggregate, trailingSlash, allowedNetworks } = list.publishing ?? newListValues()
  return {
    name: list.name,
    kind: list.kind,
    description: list.description,
    expiry: list.defaultTtlSeconds === null ? NEVER : String(list.defaultTtlSeconds),
    publish: list.published,
    guardPercent,
    guardEntries,
    aggregate,
    trailingSlash,
    allowedNetworks: [...allowedNetworks],
  }
}

export const listFormSchema = z.object({
  name: listCreateInput.shape.name,
  description: z.string().trim().max(1000, 'At most 1000 characters'),
  guardPercent: z.int('A whole number').min(0, 'Not below 0').max(1000, 'At most 1000'),
  guardEntries: z.int('A whole number').min(0, 'Not below 0'),
  allowedNetworks: z.array(z.string().refine(isNetwork, 'Not an address or network')).max(100, 'At most 100'),
})

export const LIST_FIELDS = ['name', 'kind', 'description', 'guardPercent', 'guardEntries', 'aggregate', 'trailingSlash', 'allowedNetworks']

export const ttlOf = ({ expiry }: ListFormValues): number | null => (expiry === NEVER ? null : Number(expiry))

/** The settings that the person changed; null: none. What they left alone stays as others have it. */
export function settingsInput(before: ListFormValues, values: ListFormValues): Omit<ListUpdateInput, 'id' | 'expectedVersion'> | null {
  const input = {
    ...(values.name.trim() !== before.name && { name: values.name.trim() }),
    ...(values.description.trim() !== before.description && { description: values.description.trim() }),
    ...(values.expiry !== before.expiry && { defaultTtlSeconds: ttlOf(values) }),
  }
  return Object.keys(input).length > 0 ? input : null
}

/** What publishing needs to be told; null: it is already so. */
export function publishInput(before: ListFormValues, values: ListFormValues): Omit<ListPublishInput, 'id' | 'expectedVersion'> | null {
  if (!values.publish) return null
  const input = {
    guardPercent: Number(values.guardPercent),
    guardEntries: Number(values.guardEntries),
    aggregate: values.aggregate,
    trailingSlash: values.trailingSlash,
    allowedNetworks: [...values.allowedNetworks],
  }
  const same =
    before.publish &&
    before.guardPercent === input.guardPercent &&
    before.guardEntries === input.guardEntries &&
    before.aggregate === input.aggregate &&
    before.trailingSlash === input.trailingSlash &&
    before.allowedNetworks.join() === input.allowedNetworks.join()
  return same ? null : input
}
