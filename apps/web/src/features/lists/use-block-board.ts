import { useEffect, useState } from 'react'
import { useClient, useQuery } from 'urql'
import { graphql, readFragment } from '../../gql'
import type { BlockBoard_ListFragment } from '../../gql/graphql'
import { PAST_CACHE } from '../../lib/past-cache'
import { usePolling } from '../../lib/use-polling'
import { errorText } from '../../lib/user-errors'
import type { Version } from './block-standing'

const BlockBoard_List = graphql(`
  fragment BlockBoard_List on List {
    id
    revision
    published
    mappings {
      id
      groupName
      state
      stateReason
      syncedRevision
      device {
        id
        name
        paused
        schedule
      }
    }
    publishing {
      inForce {
        id
        number
      }
      held {
        id
        number
        addedEntries
      }
      fetches {
        credential {
          id
          name
        }
        address
        version
        status
        fetchedAt
      }
    }
  }
`)

const BlockBoard_Query = graphql(`
  query BlockBoard_Query($id: ID!) {
    list(id: $id) {
      id
      ...BlockBoard_List
    }
    pushPaused
  }
`)

/** What it brings goes into the cache, and from there to the queries of the lists. */
export const BlockBoard_Subscription = graphql(`
  subscription BlockBoard_Subscription {
    enforcementChanged {
      lists {
        id
        ...BlockBoard_List
      }
      devices {
        id
        paused
        mappings {
          id
          state
          stateReason
          syncedRevision
        }
      }
    }
  }
`)

const BlockVersions_Query = graphql(`
  query BlockVersions_Query($id: ID!) {
    list(id: $id) {
      id
      publishing {
        versions {
          id
          number
          inForceAt
          added
          removed
          addedEntries
          removedEntries
        }
      }
    }
  }
`)

/** No hint tells of a fetch. */
const ASK_EVERY_MS = 10_000
const ONCE = { ...PAST_CACHE, requestPolicy: 'network-only' } as const

export interface BoardList {
  /** null: not known yet, or there is no such list any more. */
  readonly list: BlockBoard_ListFragment | null
  readonly pushPaused: boolean
  /** Of the published list; null: being asked for. */
  readonly versions: readonly Version[] | null
  readonly fault: string | null
}

/** One list, its groups on devices and who fetched it, as they are now. */
export function useBoardList(listId: string): BoardList {
  const [{ data, error }, ask] = useQuery({ query: BlockBoard_Query, variables: { id: listId }, requestPolicy: 'cache-and-network' })
  const list = readFragment(BlockBoard_List, data?.list) ?? null
  usePolling(() => ask({ requestPolicy: 'network-only' }), ASK_EVERY_MS)
  const { inForce } = list?.publishing ?? {}
  const versions = useVersions(listId, list?.publishing ? (inForce?.number ?? 0) : null)
  return { list, pushPaused: data?.pushPaused ?? false, versions, fault: error ? errorText(error) : null }
}

/** @param number of the version in force: another one is a reason to ask again; null: it is not published */
function useVersions(listId: string, number: number | null): readonly Version[] | null {
  const client = useClient()
  const [versions, setVersions] = useState<readonly Version[] | null>(null)
  // While there are failures since the last attempt it is asked again.
  const [failures, setFailures] = useState(0)
  const [attempt, setAttempt] = useState(0)
  usePolling(() => setAttempt(failures), failures > attempt ? ASK_EVERY_MS : 0)
  useEffect(() => {
    if (number === null) return
    let over = false
    void client.query(BlockVersions_Query, { id: listId }, ONCE).then(({ data }) => {
      if (over) return
      const known = data?.list?.publishing?.versions
      if (known) setVersions(known)
      else setFailures(count => count + 1)
    })
    return () => {
      over = true
    }
  }, [client, listId, number, attempt])
  return versions
}
