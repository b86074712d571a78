import { useMemo } from 'react'
import { useMutation, useQuery } from 'urql'
import { type DocumentType, graphql, readFragment } from '../../gql'
import { formFaults } from '../../lib/user-errors'
import type { ActionFault } from './use-incident-actions'

const SavedView_SavedView = graphql(`
  fragment SavedView_SavedView on SavedView {
    id
    name
    shared
    owner {
      id
      name
    }
    search
    count
    position
    version
    mine
  }
`)
export type SavedView = DocumentType<typeof SavedView_SavedView>

const SavedViews_Query = graphql(`
  query SavedViews_Query {
    savedViews {
      id
      ...SavedView_SavedView
    }
  }
`)

const SavedViewPayload = graphql(`
  fragment SavedViewPayload on SavedViewPayload {
    savedView {
      id
      ...SavedView_SavedView
    }
    userErrors {
      message
      field
      code
    }
  }
`)

const SavedViewCreate_Mutation = graphql(`
  mutation SavedViewCreate_Mutation($input: SavedViewCreateInput!) {
    payload: savedViewCreate(input: $input) {
      ...SavedViewPayload
    }
  }
`)
const SavedViewUpdate_Mutation = graphql(`
  mutation SavedViewUpdate_Mutation($input: SavedViewUpdateInput!) {
    payload: savedViewUpdate(input: $input) {
      ...SavedViewPayload
    }
  }
`)
const SavedViewDelete_Mutation = graphql(`
  mutation SavedViewDelete_Mutation($input: SavedViewDeleteInput!) {
    payload: savedViewDelete(input: $input) {
      deletedId
      userErrors {
        message
        field
        code
      }
    }
  }
`)

export interface SavedViews {
  /** One's own first. */
  readonly views: readonly SavedView[]
  /** Counts again. */
  refresh(): void
}

/** `pause`: the viewer may see none. */
export function useSavedViews(pause = false): SavedViews {
  const [{ data }, ask] = useQuery({ query: SavedViews_Query, requestPolicy: 'cache-and-network', pause })
  return useMemo(
    () => ({
      views: (data?.savedViews ?? [])
        .map(view => readFragment(SavedView_SavedView, view))
        .toSorted((a, b) => Number(b.mine) - Number(a.mine) || a.position - b.position || a.name.localeCompare(b.name)),
      refresh: () => ask({ requestPolicy: 'network-only' }),
    }),
    [data, ask],
  )
}

export interface SavedViewChanges {
  /** The view that was made, or why it was not. */
  create(input: { name: string; search: string; shared: boolean }): Promise<{ view: SavedView | null; fault: ActionFault }>
  update(view: SavedView, patch: Partial<Pick<SavedView, 'name' | 'search' | 'shared'>>): Promise<ActionFault>
  remove(view: SavedView): Promise<ActionFault>
}

export function useSavedViewChanges(): SavedViewChanges {
  const [, create] = useMutation(SavedViewCreate_Mutation)
  const [, update] = useMutation(SavedViewUpdate_Mutation)
  const [, remove] = useMutation(SavedViewDelete_Mutation)
  return {
    async create(input) {
      const { data, error } = await create({ input })
      const payload = data ? readFragment(SavedViewPayload, data.payload) : null
      const view = payload?.savedView ? readFragment(SavedView_SavedView, payload.savedView) : null
      return { view, fault: formFaults(payload?.userErrors ?? [], error, []).form }
    },
    async update({ id, version }, patch) {
      const { data, error } = await update({ input: { id, expectedVersion: version, ...patch } })
      const payload = data ? readFragment(SavedViewPayload, data.payload) : null
      return formFaults(payload?.userErrors ?? [], error, []).form
    },
    async remove({ id, version }) {
      const { data, error } = await remove({ input: { id, expectedVersion: version } })
      return formFaults(data?.payload.userErrors ?? [], error, []).form
    },
  }
}
