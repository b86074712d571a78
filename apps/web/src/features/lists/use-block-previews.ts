import { useEffect, useRef, useState } from 'react'
import { useClient } from 'urql'
import { readFragment } from '../../gql'
import { PAST_CACHE } from '../../lib/past-cache'
import { errorText } from '../../lib/user-errors'
import { checksOf, previewText, type ValueCheck } from './block-check'
import { EntriesPreview, EntriesPreview_Query } from './use-entries-preview'

export interface PreviewWish {
  readonly listId: string
  readonly values: readonly string[]
}

export interface BlockPreview {
  /** By value, as it was given. */
  readonly checks: ReadonlyMap<string, ValueCheck>
  readonly fault: string | null
}

const ONCE = { ...PAST_CACHE, requestPolicy: 'network-only' } as const
const keyOf = ({ listId, values }: PreviewWish): string => JSON.stringify([listId, values])

/**
 * What would become of values on lists, asked once for each list and its values. A fault hinders nobody: the list itself
 * refuses what it must.
 * @returns null: it is being asked
 */
export function useBlockPreviews(wishes: readonly PreviewWish[]): (wish: PreviewWish) => BlockPreview | null {
  const client = useClient()
  const [answers, setAnswers] = useState<ReadonlyMap<string, BlockPreview>>(new Map())
  const asked = useRef(new Set<string>())
  const wanted = JSON.stringify(wishes.filter(({ values }) => values.length > 0))
  useEffect(() => {
    for (const wish of JSON.parse(wanted) as readonly PreviewWish[]) {
      const key = keyOf(wish)
      if (asked.current.has(key)) continue
      asked.current.add(key)
      void client.query(EntriesPreview_Query, { listId: wish.listId, text: previewText(wish.values) }, ONCE).then(({ data, error }) => {
        const preview = readFragment(EntriesPreview, data?.entriesPreview)
        const fault = preview ? null : error ? errorText(error) : 'The server gave no answer.'
        const answer = { checks: preview ? checksOf(wish.values, preview) : new Map<string, ValueCheck>(), fault }
        setAnswers(before => new Map(before).set(key, answer))
      })
    }
  }, [client, wanted])
  return wish => answers.get(keyOf(wish)) ?? null
}
