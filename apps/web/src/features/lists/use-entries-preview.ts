import { useEffect, useState } from 'react'
import { useClient } from 'urql'
import { type DocumentType, graphql, readFragment } from '../../gql'
import { PAST_CACHE } from '../../lib/past-cache'
import { errorText } from '../../lib/user-errors'

export const EntriesPreview = graphql(`
  fragment EntriesPreview on EntriesPreview {
    counts {
      verdict
      count
    }
    lines {
      line
      typed
      value
      verdict
      reason
    }
  }
`)
export type EntriesPreviewFacts = DocumentType<typeof EntriesPreview>

export const EntriesPreview_Query = graphql(`
  query EntriesPreview_Query($listId: ID!, $text: String!) {
    entriesPreview(listId: $listId, text: $text) {
      ...EntriesPreview
    }
  }
`)

/** So long nothing is typed before it is asked. */
const TYPING_PAUSE_MS = 350
const ONCE = { ...PAST_CACHE, requestPolicy: 'network-only', refetchOnReconnect: false } as const

export interface EntriesPreviewState {
  /** Of `text`; null: being asked for, or there is nothing to ask. */
  readonly preview: EntriesPreviewFacts | null
  readonly fault: string | null
}

const NOTHING: EntriesPreviewState = { preview: null, fault: null }

/** What would become of each line of a text, asked whenever typing pauses. */
export function useEntriesPreview(listId: string, text: string): EntriesPreviewState {
  const client = useClient()
  const [state, setState] = useState(NOTHING)
  useEffect(() => {
    setState(NOTHING)
    if (text.trim() === '') return
    let over = false
    const timer = setTimeout(() => {
      void client.query(EntriesPreview_Query, { listId, text }, ONCE).then(({ data, error }) => {
        if (over) return
        setState({
          preview: readFragment(EntriesPreview, data?.entriesPreview) ?? null,
          fault: data ? null : error ? errorText(error) : 'The server gave no answer.',
        })
      })
    }, TYPING_PAUSE_MS)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [client, listId, text])
  return state
}
