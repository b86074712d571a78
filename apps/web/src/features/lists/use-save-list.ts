import { useMemo } from 'react'
import { type CombinedError, useClient } from 'urql'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { EditListPanel_ListFragment, ListPublishInput, ListUnpublishInput, ListUpdateInput } from '../../gql/graphql'
import type { UserError } from '../../lib/user-errors'

export const EditListPanel_List = graphql(`
  fragment EditListPanel_List on List {
    id
    version
    name
    kind
    description
    defaultTtlSeconds
    published
    publishing {
      guardPercent
      guardEntries
      aggregate
      trailingSlash
      allowedNetworks
    }
  }
`)

const SavedList = graphql(`
  fragment SavedList on ListPayload {
    list {
      ...EditListPanel_List
    }
    userErrors {
      message
      field
      code
    }
  }
`)

const ListUpdate_Mutation = graphql(`
  mutation ListUpdate_Mutation($input: ListUpdateInput!) {
    payload: listUpdate(input: $input) {
      ...SavedList
    }
  }
`)

const ListPublish_Mutation = graphql(`
  mutation ListPublish_Mutation($input: ListPublishInput!) {
    payload: listPublish(input: $input) {
      ...SavedList
    }
  }
`)

const ListUnpublish_Mutation = graphql(`
  mutation ListUnpublish_Mutation($input: ListUnpublishInput!) {
    payload: listUnpublish(input: $input) {
      ...SavedList
    }
  }
`)

export interface Saved {
  /** As it is now, whether or not it was saved. */
  readonly list: EditListPanel_ListFragment | null
  readonly userErrors: readonly UserError[]
  readonly error: CombinedError | undefined
}

/** The three ways in which Save changes a list. */
export function useSaveList() {
  const client = useClient()
  return useMemo(
    () => ({
      update: async (input: ListUpdateInput) => savedOf(await client.mutation(ListUpdate_Mutation, { input })),
      publish: async (input: ListPublishInput) => savedOf(await client.mutation(ListPublish_Mutation, { input })),
      unpublish: async (input: ListUnpublishInput) => savedOf(await client.mutation(ListUnpublish_Mutation, { input })),
    }),
    [client],
  )
}

interface Answer {
  readonly data?: { readonly payload: FragmentType<typeof SavedList> } | null | undefined
  readonly error?: CombinedError | undefined
}

function savedOf({ data, error }: Answer): Saved {
  const payload = data ? readFragment(SavedList, data.payload) : null
  return { list: readFragment(EditListPanel_List, payload?.list) ?? null, userErrors: payload?.userErrors ?? [], error }
}
