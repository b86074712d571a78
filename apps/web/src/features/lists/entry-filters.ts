import type { ListEntryFilter } from '../../gql/graphql'
import { isNetwork } from '../../lib/network'
import { choiceParam, type ParamValues, textParam } from '../../lib/search-params'

/** What the entries of a list are narrowed to, as it stands in the address. */
export const ENTRY_FILTERS = {
  q: textParam(),
  state: choiceParam(['any', 'enabled', 'disabled'], 'any'),
} as const

export type EntryFilters = ParamValues<typeof ENTRY_FILTERS>

/** An address or network finds what equals, covers or is covered by it; everything else is searched as text. */
export function toEntryFilter({ q, state }: EntryFilters, kind: string, removed: boolean): ListEntryFilter {
  const byAddress = kind === 'ADDRESS' && isNetwork(q)
  return {
    removed,
    ...(q !== '' && (byAddress ? { address: q } : { text: q })),
    ...(state !== 'any' && { disabled: state === 'disabled' }),
  }
}
