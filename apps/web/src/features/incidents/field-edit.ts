import type { Severity } from '@sallyport/shared'
import { graphql } from '../../gql'
import { formatEnum } from '../../lib/format'

export const IncidentFields_Incident = graphql(`
  fragment IncidentFields_Incident on Incident {
    id
    number
    title
    version
    allowedActions
    severity
    severitySet
    classification
    attackVector
    disposition
    tags
    team {
      id
      name
    }
  }
`)

/** What is not given is left; null clears. */
export interface FieldPatch {
  readonly title?: string
  readonly severity?: Severity | null
  readonly classification?: string | null
  readonly attackVector?: string | null
  readonly disposition?: string | null
  readonly tags?: readonly string[]
  readonly teamId?: string | null
}

export type FieldName = keyof FieldPatch

export const FIELD_WORDS: Readonly<Record<FieldName, string>> = {
  title: 'Title',
  severity: 'Severity',
  classification: 'Classification',
  attackVector: 'Attack vector',
  disposition: 'Disposition',
  tags: 'Tags',
  teamId: 'Team',
}

/** A field's value, as it is told of both versions. */
export function fieldText(name: FieldName, patch: FieldPatch, teamName: (id: string) => string): string {
  if (name === 'tags') return patch.tags?.join(', ') || 'none'
  const value = patch[name]
  if (!value) return 'none'
  return name === 'teamId' ? teamName(value) : name === 'severity' ? formatEnum(value) : value
}
