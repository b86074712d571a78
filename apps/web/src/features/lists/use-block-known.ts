import { useEffect, useState } from 'react'
import { type Client, useClient } from 'urql'
import type { ValueOrigin } from '../../components/ui/value-actions'
import { graphql, readFragment } from '../../gql'
import type { BlockKnown_ObservableFragment } from '../../gql/graphql'
import { PAST_CACHE } from '../../lib/past-cache'
import { useCan } from '../../lib/permissions'
import type { BlockCandidate } from './block-candidates'

const BlockKnown_Observable = graphql(`
  fragment BlockKnown_Observable on Observable {
    kind
    value
    protected
    reputation {
      score
    }
    lists {
      id
      name
    }
  }
`)

const BlockKnownIncident_Query = graphql(`
  query BlockKnownIncident_Query($id: ID!) {
    incident(id: $id) {
      id
      observables {
        observable {
          ...BlockKnown_Observable
        }
      }
    }
  }
`)

const BlockKnownAlert_Query = graphql(`
  query BlockKnownAlert_Query($id: ID!) {
    alert(id: $id) {
      id
      observables {
        observable {
          ...BlockKnown_Observable
        }
      }
    }
  }
`)

const BlockKnownValue_Query = graphql(`
  query BlockKnownValue_Query($kind: ObservableKind!, $value: String!) {
    observable(kind: $kind, value: $value) {
      ...BlockKnown_Observable
    }
  }
`)

export type BlockKnown = BlockKnown_ObservableFragment

export interface BlockKnowledge {
  /** The turn that it was asked for in; null: nothing is known yet. */
  readonly turn: string | null
  of(value: Pick<BlockCandidate, 'kind' | 'value'>): BlockKnown | undefined
}

const NOTHING: BlockKnowledge = { turn: null, of: () => undefined }
const ONCE = { ...PAST_CACHE, requestPolicy: 'network-only' } as const

/** What is known is in canonical form, what was seen may be in another case. */
const keyOf = ({ kind, value }: { readonly kind: string; readonly value: string }): string => `${kind} ${value.toLowerCase()}`

/**
 * Scores, protections and lists of the values around: a question of its own, whose failure hides nothing.
 * @param turn another one asks again; null: not now
 */
export function useBlockKnown(
  origin: ValueOrigin | null,
  value: Pick<BlockCandidate, 'kind' | 'value'> | null,
  turn: string | null,
): BlockKnowledge {
  const client = useClient()
  const may = useCan('enrichment:read')
  const [knowledge, setKnowledge] = useState(NOTHING)
  const asked =
    may && turn !== null ? JSON.stringify([origin?.alertId ?? null, origin?.incident?.id ?? null, value?.kind, value?.value]) : null
  useEffect(() => {
    if (asked === null) return
    let over = false
    void ask(client, JSON.parse(asked) as Asked).then(known => {
      if (over || !known) return
      const byKey = new Map(known.map(each => [keyOf(each), each]))
      setKnowledge({ turn, of: each => byKey.get(keyOf(each)) })
    })
    return () => {
      over = true
    }
  }, [client, asked, turn])
  return knowledge
}

type Asked = readonly [alertId: string | null, incidentId: string | null, kind: BlockCandidate['kind'] | null, value: string | null]

async function ask(client: Client, [alertId, incidentId, kind, value]: Asked): Promise<readonly BlockKnown[] | null> {
  if (alertId !== null) {
    const { data } = await client.query(BlockKnownAlert_Query, { id: alertId }, ONCE)
    return data?.alert?.observables.map(({ observable }) => readFragment(BlockKnown_Observable, observable)) ?? null
  }
  if (incidentId !== null) {
    const { data } = await client.query(BlockKnownIncident_Query, { id: incidentId }, ONCE)
    return data?.incident?.observables.map(({ observable }) => readFragment(BlockKnown_Observable, observable)) ?? null
  }
  if (kind === null || value === null) return null
  const { data } = await client.query(BlockKnownValue_Query, { kind, value }, ONCE)
  const observable = readFragment(BlockKnown_Observable, data?.observable)
  return observable ? [observable] : null
}
