import { useMemo, useRef, useState } from 'react'
import { type CombinedError, useClient } from 'urql'
import { type DocumentType, type FragmentType, graphql, readFragment } from '../../gql'
import type { BulkCloseInput, BulkIgnoreInput, IncidentState } from '../../gql/graphql'
import { STATE_WORDS } from '../../components/ui/state-badge'
import { formFaults } from '../../lib/user-errors'

/** What actions depend on, and what a conflict is told by. */
export const IncidentFacts_Incident = graphql(`
  fragment IncidentFacts_Incident on Incident {
    id
    number
    state
    version
    allowedActions
    assignee {
      id
      name
    }
  }
`)
export type IncidentFacts = DocumentType<typeof IncidentFacts_Incident>

const IncidentPayload = graphql(`
  fragment IncidentPayload on IncidentPayload {
    incident {
      ...IncidentFacts_Incident
      ...IncidentHeader_Incident
    }
    userErrors {
      message
      field
      code
    }
  }
`)

const IncidentOpen_Mutation = graphql(`
  mutation IncidentOpen_Mutation($input: IncidentActionInput!) {
    payload: incidentOpen(input: $input) {
      ...IncidentPayload
    }
  }
`)
const IncidentAssign_Mutation = graphql(`
  mutation IncidentAssign_Mutation($input: IncidentAssignInput!) {
    payload: incidentAssign(input: $input) {
      ...IncidentPayload
    }
  }
`)
const IncidentComment_Mutation = graphql(`
  mutation IncidentComment_Mutation($input: IncidentCommentInput!) {
    payload: incidentComment(input: $input) {
      ...IncidentPayload
    }
  }
`)
const IncidentClose_Mutation = graphql(`
  mutation IncidentClose_Mutation($input: IncidentCloseInput!) {
    payload: incidentClose(input: $input) {
      ...IncidentPayload
    }
  }
`)
const IncidentIgnore_Mutation = graphql(`
  mutation IncidentIgnore_Mutation($input: IncidentIgnoreInput!) {
    payload: incidentIgnore(input: $input) {
      ...IncidentPayload
    }
  }
`)
const IncidentReopen_Mutation = graphql(`
  mutation IncidentReopen_Mutation($input: IncidentIgnoreInput!) {
    payload: incidentReopen(input: $input) {
      ...IncidentPayload
    }
  }
`)

/** Why a change did not happen, in words; null: it did. */
export type ActionFault = string | null

export interface IncidentActions {
  readonly busy: boolean
  open(): Promise<ActionFault>
  assign(assigneeId: string | null): Promise<ActionFault>
  comment(comment: string): Promise<ActionFault>
  close(closing: BulkCloseInput): Promise<ActionFault>
  /** With a moment until which it is muted, or for good. */
  ignore(ignoring: BulkIgnoreInput): Promise<ActionFault>
  reopen(comment: string): Promise<ActionFault>
}

interface Answer {
  readonly data?: { readonly payload: FragmentType<typeof IncidentPayload> } | null | undefined
  readonly error?: CombinedError | undefined
}

/**
 * Changes of an incident as it stands on the page: each carries the version that the analyst saw. A change that came too late
 * is told as what somebody else changed meanwhile; the cache then holds the incident as it is now, so it can be tried again.
 */
export function useIncidentActions(facts: IncidentFacts, onDone: () => void): IncidentActions {
  const client = useClient()
  const [busy, setBusy] = useState(false)
  const latest = useRef({ facts, onDone })
  latest.current = { facts: newer(facts, latest.current.facts), onDone }
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  return useMemo(() => {
    const act = async (change: (seen: { id: string; expectedVersion: number }) => Promise<Answer>): Promise<ActionFault> => {
      const seen = latest.current.facts
      setBusy(true)
      const { data, error } = await change({ id: seen.id, expectedVersion: seen.version })
      setBusy(false)
      const payload = data ? readFragment(IncidentPayload, data.payload) : null
      const now = payload?.incident ? readFragment(IncidentFacts_Incident, payload.incident) : null
      if (now) latest.current.facts = newer(now, seen)
      latest.current.onDone()
      if (now && payload?.userErrors.some(({ code }) => code === 'CONFLICT')) return conflictText(seen, now)
      return formFaults(payload?.userErrors ?? [], error, []).form
    }
    // One after the other: a change made while the one before is under way must not conflict with it.
    const run = (change: Parameters<typeof act>[0]): Promise<ActionFault> => {
      const answer = queue.current.then(() => act(change))
      queue.current = answer
      return answer
    }
    return {
      busy,
      open: () => run(seen => client.mutation(IncidentOpen_Mutation, { input: seen }).toPromise()),
      assign: assigneeId => run(seen => client.mutation(IncidentAssign_Mutation, { input: { ...seen, assigneeId } }).toPromise()),
      comment: comment => run(({ id }) => client.mutation(IncidentComment_Mutation, { input: { id, comment } }).toPromise()),
      close: closing => run(seen => client.mutation(IncidentClose_Mutation, { input: { ...seen, ...closing } }).toPromise()),
      ignore: ignoring => run(seen => client.mutation(IncidentIgnore_Mutation, { input: { ...seen, ...ignoring } }).toPromise()),
      reopen: comment => run(seen => client.mutation(IncidentReopen_Mutation, { input: { ...seen, comment } }).toPromise()),
    }
  }, [client, busy])
}

function newer(a: IncidentFacts, b: IncidentFacts): IncidentFacts {
  return b.id === a.id && b.version > a.version ? b : a
}

type Told = Pick<IncidentFacts, 'number' | 'assignee'> & { readonly state: IncidentState }

/** What changed between what was seen and what is, for the analyst whose change came too late. */
export function conflictText(seen: Told, now: Told): string {
  const changes = [
    seen.state !== now.state && `state ${STATE_WORDS[seen.state]} → ${STATE_WORDS[now.state]}`,
    seen.assignee?.id !== now.assignee?.id && `assignee ${seen.assignee?.name ?? 'nobody'} → ${now.assignee?.name ?? 'nobody'}`,
  ].filter(change => change !== false)
  const what = changes.length > 0 ? `: ${changes.join(', ')}` : ''
  return `Somebody else changed INC-${now.number} meanwhile${what}. Nothing of yours was done. Look again, then repeat if it still makes sense.`
}
