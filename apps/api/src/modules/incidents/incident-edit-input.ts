import type { Severity as SeverityName } from '@sallyport/shared'
import { Field, ID, InputType } from 'type-graphql'
import { BadInputError } from '../../platform/errors.js'
import { Severity } from '../../graphql/shared-enums.js'
import { IncidentActionInput } from './incident-inputs.js'

@InputType({ description: 'What is not given is left; null clears.' })
export class IncidentEditInput extends IncidentActionInput {
  @Field(() => Severity, { nullable: true, description: 'Alerts do not raise it any more; null: they decide it again.' })
  severity?: SeverityName | null

  @Field(() => String, { nullable: true })
  classification?: string | null

  @Field(() => String, { nullable: true })
  attackVector?: string | null

  @Field(() => String, { nullable: true })
  disposition?: string | null

  @Field(() => [String], { nullable: true, description: 'All that it has then, at most 20; kept in lower case.' })
  tags?: string[] | null

  @Field(() => String, { nullable: true, description: 'Cannot be cleared.' })
  title?: string | null

  @Field(() => ID, { nullable: true })
  teamId?: string | null
}

/** What is given, as the service takes it: no tags are an empty list. @throws BadInputError where the title is null */
export function editOf({ severity, classification, attackVector, disposition, tags, title, teamId }: IncidentEditInput) {
  if (title === null) throw new BadInputError('An incident has a title')
  return {
    ...(severity !== undefined && { severity }),
    ...(classification !== undefined && { classification }),
    ...(attackVector !== undefined && { attackVector }),
    ...(disposition !== undefined && { disposition }),
    ...(tags !== undefined && { tags: tags ?? [] }),
    ...(title !== undefined && { title }),
    ...(teamId !== undefined && { teamId }),
  }
}
