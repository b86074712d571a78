import { useCallback } from 'react'
import { useMutation } from 'urql'
import { graphql, readFragment } from '../../gql'
import type { ListEntriesAddInput } from '../../gql/graphql'
import { formFaults } from '../../lib/user-errors'
import { EntriesPreview, type EntriesPreviewFacts } from './use-entries-preview'

const ListEntriesAdd_Mutation = graphql(`
  mutation ListEntriesAdd_Mutation($input: ListEntriesAddInput!) {
    listEntriesAdd(input: $input) {
      list {
        id
        entryCount
        revision
      }
      added
      preview {
        ...EntriesPreview
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

export interface AddedEntries {
  readonly added: number
  /** What became of each value; null: nothing was done, see `fault`. */
  readonly preview: EntriesPreviewFacts | null
  readonly fault: string | null
  /** Of the list, with what was added; null: see `fault`. */
  readonly revision: string | null
}

/** Adds every value that may be added, and tells of each other one why not. */
export function useAddEntries() {
  const [{ fetching }, mutate] = useMutation(ListEntriesAdd_Mutation)
  const add = useCallback(
    async (input: ListEntriesAddInput): Promise<AddedEntries> => {
      const { data, error } = await mutate({ input })
      const payload = data?.listEntriesAdd
      return {
        added: payload?.added ?? 0,
        preview: readFragment(EntriesPreview, payload?.preview) ?? null,
        fault: formFaults(payload?.userErrors ?? [], error, []).form,
        revision: payload?.list?.revision ?? null,
      }
    },
    [mutate],
  )
  return { adding: fetching, add }
}
