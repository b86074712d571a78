import type { IncidentField } from '@sallyport/shared'
import { useMemo } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../gql'

const WorkflowChoices_Query = graphql(`
  query WorkflowChoices_Query {
    teams {
      id
      name
    }
    fieldValues {
      id
      field
      value
      position
      retired
    }
  }
`)

export interface WorkflowChoices {
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  /** Values that may be chosen, in the administrator's order. */
  readonly values: Readonly<Record<IncidentField, readonly string[]>>
}

/** Teams, and what the administrators let choose from. */
export function useWorkflowChoices(): WorkflowChoices {
  const [{ data }] = useQuery({ query: WorkflowChoices_Query })
  return useMemo(() => {
    const of = (field: IncidentField) =>
      (data?.fieldValues ?? [])
        .filter(value => value.field === field && !value.retired)
        .toSorted((a, b) => a.position - b.position)
        .map(({ value }) => value)
    return {
      teams: data?.teams ?? [],
      values: { CLASSIFICATION: of('CLASSIFICATION'), ATTACK_VECTOR: of('ATTACK_VECTOR'), DISPOSITION: of('DISPOSITION') },
    }
  }, [data])
}
