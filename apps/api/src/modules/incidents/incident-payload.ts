import { Field, ObjectType } from 'type-graphql'
import { numericId } from '../../graphql/global-id.js'
import { Payload, withUserErrors } from '../../graphql/user-errors.js'
import type { IncidentRow } from './incident-row.js'
import { IncidentType, toIncidentType } from './incident-type.js'

@ObjectType({ simpleResolvers: true })
export class IncidentPayload extends Payload {
  @Field(() => IncidentType, { nullable: true })
  incident!: IncidentType | null
}

/** Database key of an incident's global id. @throws BadInputError */
export const incidentKey = (globalId: string): string => String(numericId('Incident', globalId))

/** Beside userErrors: the incident as it is now, where the service told it. */
export const answerIncident = (work: () => Promise<IncidentRow>): Promise<IncidentPayload> =>
  withUserErrors<Omit<IncidentPayload, 'userErrors'>>(
    async () => ({ incident: toIncidentType(await work()) }),
    current => ({ incident: current ? toIncidentType(current as IncidentRow) : null }),
  )
