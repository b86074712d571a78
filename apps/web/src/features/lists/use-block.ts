import type { ListKind } from '@sallyport/shared'
import { useState } from 'react'
import type { ListEntriesAddInput } from '../../gql/graphql'
import { type AddedEntries, useAddEntries } from './use-add-entries'

/** Values for one list. */
export interface Addition {
  readonly list: { readonly id: string; readonly name: string; readonly kind: ListKind }
  readonly values: readonly string[]
  readonly input: ListEntriesAddInput
}

export interface BlockAnswer extends Addition {
  /** null: being added. */
  readonly added: AddedEntries | null
}

/** Adds to several lists side by side: what one of them answers waits for no other, and its fault is its own. */
export function useBlock() {
  const { add } = useAddEntries()
  const [answers, setAnswers] = useState<readonly BlockAnswer[] | null>(null)
  const tell = (listId: string, added: AddedEntries | null) =>
    setAnswers(before => before?.map(answer => (answer.list.id === listId ? { ...answer, added } : answer)) ?? null)
  const run = async ({ list, input }: Addition) => {
    tell(list.id, null)
    tell(list.id, await add(input))
  }
  const block = (additions: readonly Addition[]) => {
    setAnswers(additions.map(addition => ({ ...addition, added: null })))
    for (const addition of additions) void run(addition)
  }
  return { answers, block, retry: (addition: Addition) => void run(addition) }
}
