import { useState } from 'react'
import { useMutation } from 'urql'
import { graphql, readFragment } from '../../gql'
import { formFaults } from '../../lib/user-errors'
import type { IncidentFields_IncidentFragment } from '../../gql/graphql'
import { type FieldPatch, IncidentFields_Incident } from './field-edit'

const IncidentEdit_Mutation = graphql(`
  mutation IncidentEdit_Mutation($input: IncidentEditInput!) {
    incidentEdit(input: $input) {
      incident {
        id
        ...IncidentFacts_Incident
        ...IncidentHeader_Incident
        ...IncidentFields_Incident
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

/** What was wanted, and what is there by now. */
export interface FieldConflict {
  readonly mine: FieldPatch
  readonly theirs: IncidentFields_IncidentFragment
}

/**
 * Edits with the version that was seen. Where somebody else was faster nothing is overwritten: both versions are held until the
 * analyst chooses.
 */
export function useFieldEdit(incident: IncidentFields_IncidentFragment, onDone: () => void) {
  const [{ fetching }, send] = useMutation(IncidentEdit_Mutation)
  const [conflict, setConflict] = useState<FieldConflict | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  /** Whether it is done with: saved, or both versions are on show. */
  const save = async (patch: FieldPatch, expectedVersion: number): Promise<boolean> => {
    const { tags, ...rest } = patch
    const { data, error } = await send({ input: { id: incident.id, expectedVersion, ...rest, ...(tags && { tags: [...tags] }) } })
    const payload = data?.incidentEdit
    const now = payload?.incident ? readFragment(IncidentFields_Incident, payload.incident) : null
    const late = payload?.userErrors.some(({ code }) => code === 'CONFLICT') ?? false
    setConflict(late && now ? { mine: patch, theirs: now } : null)
    const told = late && now ? null : formFaults(payload?.userErrors ?? [], error, []).form
    setFault(told)
    onDone()
    return told === null
  }
  return {
    busy: fetching,
    conflict,
    fault,
    edit: (patch: FieldPatch) => void save(patch, incident.version),
    /** Of text that is being typed: with the version that was seen when that began. */
    editSince: save,
    keepMine: () => conflict && void save(conflict.mine, Math.max(conflict.theirs.version, incident.version)),
    takeTheirs: () => setConflict(null),
  }
}
