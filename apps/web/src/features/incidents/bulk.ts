import { useMemo, useRef, useState } from 'react'
import { useClient } from 'urql'
import { graphql } from '../../gql'
import type { BulkActionInput, IncidentFilter } from '../../gql/graphql'
import { formFaults } from '../../lib/user-errors'
import type { ActionFault } from './use-incident-actions'

const IncidentsBulk_Mutation = graphql(`
  mutation IncidentsBulk_Mutation($input: IncidentsBulkInput!) {
    incidentsBulk(input: $input) {
      job {
        id
        ...Job_Job
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

/** What is done something to: these incidents, or all that match, of which the person saw the count. */
export type BulkTarget = { readonly ids: readonly string[] } | { readonly filter: IncidentFilter; readonly expectedCount: number }

export interface Bulk {
  readonly busy: boolean
  /** Starts a job. Null: it runs; else why not, in words. */
  run(target: BulkTarget, action: BulkActionInput): Promise<ActionFault>
}

/** Does one thing to many incidents. The same request made again, after an answer that was lost, is the same job. */
export function useBulk(): Bulk {
  const client = useClient()
  const [busy, setBusy] = useState(false)
  const last = useRef({ request: '', clientMutationId: '' })
  return useMemo(
    () => ({
      busy,
      async run(target, action) {
        const input = { ...('ids' in target ? { ids: [...target.ids] } : target), action }
        const request = JSON.stringify(input)
        if (last.current.request !== request) last.current = { request, clientMutationId: randomKey() }
        setBusy(true)
        const { clientMutationId } = last.current
        const { data, error } = await client.mutation(IncidentsBulk_Mutation, { input: { ...input, clientMutationId } }).toPromise()
        setBusy(false)
        if (data?.incidentsBulk.job) last.current = { request: '', clientMutationId: '' }
        return formFaults(data?.incidentsBulk.userErrors ?? [], error, []).form
      },
    }),
    [client, busy],
  )
}

/** crypto.randomUUID is there on secure pages only. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
}
