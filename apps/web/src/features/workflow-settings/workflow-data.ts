import { graphql } from '../../gql'
import type { WorkflowSettings_QueryQuery } from '../../gql/graphql'

export const WorkflowSettings_Query = graphql(`
  query WorkflowSettings_Query {
    teams {
      id
      name
      version
      members {
        id
        name
        disabled
      }
    }
    fieldValues {
      id
      field
      value
      position
      retired
    }
    targets {
      severity
      acknowledgeMinutes
      closeMinutes
    }
  }
`)

export type WorkflowSettings = WorkflowSettings_QueryQuery
export type Team = WorkflowSettings['teams'][number]
export type FieldValue = WorkflowSettings['fieldValues'][number]
export type Target = WorkflowSettings['targets'][number]

/** Not retired, in the administrators' order. */
export const valuesInUse = (values: readonly FieldValue[], field: FieldValue['field']): readonly string[] =>
  values
    .filter(value => value.field === field && !value.retired)
    .toSorted((one, other) => one.position - other.position)
    .map(({ value }) => value)

export const memberNames = (members: Team['members']): string =>
  members.map(({ name, disabled }) => (disabled ? `${name} (disabled)` : name)).join(', ') || 'nobody'
