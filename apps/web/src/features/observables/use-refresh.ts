import type { LookupProviderId, ObservableKind } from '@sallyport/shared'
import { useState } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../gql'
import { useCan } from '../../lib/permissions'
import { formFaults } from '../../lib/user-errors'

const ObservableRefresh_Mutation = graphql(`
  mutation ObservableRefresh_Mutation($input: ObservableRefreshInput!) {
    observableRefresh(input: $input) {
      observable {
        kind
        value
        ...Known_Observable
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

export interface Refresh {
  /** Whether the viewer may. */
  readonly allowed: boolean
  readonly busy: boolean
  /** Why nobody is asked. */
  readonly fault: string | null
  /** Asks one provider again, or all. */
  ask(provider?: LookupProviderId): void
}

/** Asking again about a value, ahead of all others. What is shown follows by itself. */
export function useRefresh(kind: ObservableKind, value: string): Refresh {
  const allowed = useCan('enrichment:ask')
  const [{ fetching }, refresh] = useMutation(ObservableRefresh_Mutation)
  const [fault, setFault] = useState<string | null>(null)
  const ask = async (provider?: LookupProviderId) => {
    const { data, error } = await refresh({ input: { kind, value, ...(provider && { provider }) } })
    setFault(formFaults(data?.observableRefresh.userErrors ?? [], error, []).form)
  }
  return { allowed, busy: fetching, fault, ask: provider => void ask(provider) }
}
