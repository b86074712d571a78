import type { IncidentField } from '@sallyport/shared'
import { useState } from 'react'
import { useClient } from 'urql'
import { graphql } from '../../gql'
import { errorText, formFaults } from '../../lib/user-errors'
import { changedValues, type FieldChange } from './field-order'
import { valuesInUse, WorkflowSettings_Query } from './workflow-data'

const FieldValuesSet_Mutation = graphql(`
  mutation FieldValuesSet_Mutation($input: FieldValuesSetInput!) {
    fieldValuesSet(input: $input) {
      fieldValues {
        id
        field
        value
        position
        retired
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

/**
 * Changes one set of values. The server takes the whole set, so each change is made to the set as it is there now: what
 * another administrator added since this page was read is not retired by it.
 */
export function useFieldValues(field: IncidentField) {
  const client = useClient()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const send = async (change: FieldChange): Promise<string | null> => {
    const now = await client.query(WorkflowSettings_Query, {}, { requestPolicy: 'network-only' }).toPromise()
    if (!now.data) return now.error ? errorText(now.error) : 'No answer'
    const before = valuesInUse(now.data.fieldValues, field)
    const values = changedValues(before, change)
    if (values === before) return null
    const { data, error } = await client.mutation(FieldValuesSet_Mutation, { input: { field, values: [...values] } }).toPromise()
    return formFaults(data?.fieldValuesSet.userErrors ?? [], error, []).form
  }
  return {
    busy,
    fault,
    /** Whether it was done. */
    async change(change: FieldChange): Promise<boolean> {
      if (busy) return false
      setBusy(true)
      const told = await send(change)
      setFault(told)
      setBusy(false)
      return told === null
    },
  }
}
