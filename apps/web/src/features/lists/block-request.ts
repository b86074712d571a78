import type { ValueOrigin } from '../../components/ui/value-actions'
import type { BlockLists_QueryQuery } from '../../gql/graphql'
import type { BlockCandidate } from './block-candidates'

/** What is to be blocked. */
export interface BlockRequest {
  /** Null: to be chosen among all that are around. */
  readonly value: BlockCandidate | null
  readonly origin: ValueOrigin | null
}

/** A list that values can go onto. */
export type BlockList = BlockLists_QueryQuery['lists'][number]
