import { useCallback, useRef, useState } from 'react'
import { useClient } from 'urql'
import { graphql } from '../../gql'
import { PAST_CACHE } from '../../lib/past-cache'
import { useViewer } from '../../lib/permissions'
import { handledText, isDoneNow, takenText } from './handled'
import type { IncidentRow } from './incident-columns'

const HandledIncident_Query = graphql(`
  query HandledIncident_Query($id: ID!) {
    incident(id: $id) {
      id
      state
      assignee {
        id
        name
      }
      mergedInto {
        id
        number
      }
      activities(first: 10) {
        nodes {
          id
          toState
          user {
            id
            name
          }
        }
      }
    }
  }
`)

/** Asked about within so long: a bulk change of hundreds, told of a few at a time, needs no name on each row. */
const ASKED_MAX = 10
const ASKED_WITHIN_MS = 5_000

type Reasons = ReadonlyMap<string, string>
const NONE: Reasons = new Map()

export interface Handled {
  /** By the row's id: what somebody did with it while it was on show. */
  readonly reasons: Reasons
  /** Rows on show came again. */
  arrived(before: ReadonlyMap<string, IncidentRow>, rows: readonly IncidentRow[]): void
  /** Rows on show do not match any more. */
  left(before: ReadonlyMap<string, IncidentRow>, ids: readonly string[]): void
  forget(): void
}

/** Says in the row that somebody else sees to it, so that nobody does it twice. */
export function useHandled(): Handled {
  const client = useClient()
  const viewer = useViewer()
  const [reasons, setReasons] = useState(NONE)
  const generation = useRef(0)
  const asked = useRef({ since: 0, count: 0 })
  const set = (id: string, reason: string | null) =>
    setReasons(before => {
      if ((before.get(id) ?? null) === reason) return before
      const next = new Map(before)
      if (reason === null) next.delete(id)
      else next.set(id, reason)
      return next
    })
  const ask = (ids: readonly string[]) => {
    const mine = generation.current
    const now = Date.now()
    if (now - asked.current.since >= ASKED_WITHIN_MS) asked.current = { since: now, count: 0 }
    const few = ids.slice(0, ASKED_MAX - asked.current.count)
    asked.current.count += few.length
    for (const id of few) {
      void client
        .query(HandledIncident_Query, { id }, { ...PAST_CACHE, requestPolicy: 'network-only' })
        .toPromise()
        .then(({ data }) => {
          if (!data?.incident || mine !== generation.current) return
          set(id, handledText({ ...data.incident, activities: data.incident.activities.nodes }, viewer.id))
        })
    }
  }
  return {
    reasons,
    arrived(before, rows) {
      const known = rows.filter(({ id }) => before.has(id))
      for (const row of known) {
        const taken = takenText(row.assignee, viewer.id)
        const moved = before.get(row.id)?.assignee?.id !== row.assignee?.id
        if (moved) set(row.id, taken)
        // One that is still with somebody stays greyed; one that was closed and is open again does not.
        else if (row.state !== 'CLOSED' && row.state !== 'IGNORED') set(row.id, reasons.get(row.id) === taken ? taken : null)
      }
      ask(known.filter(row => isDoneNow(before.get(row.id)?.state ?? row.state, row.state)).map(({ id }) => id))
    },
    left: (before, ids) => ask(ids.filter(id => before.has(id))),
    forget: useCallback(() => {
      generation.current++
      setReasons(NONE)
    }, []),
  }
}
