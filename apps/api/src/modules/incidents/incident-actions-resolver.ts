import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { numericId } from '../../graphql/global-id.js'
import { Payload, withUserErrors } from '../../graphql/user-errors.js'
import {
  IncidentActionInput,
  IncidentAssignInput,
  IncidentCloseInput,
  IncidentCommentInput,
  IncidentIgnoreInput,
  userKey,
} from './incident-inputs.js'
import type { IncidentRow } from './incident-row.js'
import type { IncidentService } from './incident-service.js'
import { IncidentType, toIncidentType } from './incident-type.js'

@ObjectType({ simpleResolvers: true })
class IncidentPayload extends Payload {
  @Field(() => IncidentType, { nullable: true })
  incident!: IncidentType | null
}

@Can('incident:write')
@Resolver()
export class IncidentActionsResolver {
  constructor(private readonly deps: { readonly service: IncidentService }) {}

  @Mutation(() => IncidentPayload, { description: 'An analyst looks at it: New becomes Open. Any other state is left.' })
  async incidentOpen(
    @Arg('input', () => IncidentActionInput) input: IncidentActionInput,
    @Ctx() context: Context,
  ): Promise<IncidentPayload> {
    return answer(() => this.deps.service.open(context.requireActor(), seen(input)))
  }

  @Mutation(() => IncidentPayload, { description: 'null takes the assignee away.' })
  async incidentAssign(
    @Arg('input', () => IncidentAssignInput) input: IncidentAssignInput,
    @Ctx() context: Context,
  ): Promise<IncidentPayload> {
    const assigneeId = typeof input.assigneeId === 'string' ? userKey(input.assigneeId) : null
    return answer(() => this.deps.service.assign(context.requireActor(), { ...seen(input), assigneeId }))
  }

  @Mutation(() => IncidentPayload)
  async incidentComment(
    @Arg('input', () => IncidentCommentInput) { id, comment }: IncidentCommentInput,
    @Ctx() context: Context,
  ): Promise<IncidentPayload> {
    return answer(() => this.deps.service.comment(context.requireActor(), { id: keyOf(id), comment }))
  }

  @Mutation(() => IncidentPayload)
  async incidentClose(
    @Arg('input', () => IncidentCloseInput) input: IncidentCloseInput,
    @Ctx() context: Context,
  ): Promise<IncidentPayload> {
    const { summary, detail } = input
    return answer(() => this.deps.service.close(context.requireActor(), { ...seen(input), summary, detail: detail ?? undefined }))
  }

  @Mutation(() => IncidentPayload)
  async incidentIgnore(
    @Arg('input', () => IncidentIgnoreInput) input: IncidentIgnoreInput,
    @Ctx() context: Context,
  ): Promise<IncidentPayload> {
    return answer(() => this.deps.service.ignore(context.requireActor(), { ...seen(input), comment: input.comment ?? undefined }))
  }

  @Mutation(() => IncidentPayload)
  async incidentReopen(
    @Arg('input', () => IncidentIgnoreInput) input: IncidentIgnoreInput,
    @Ctx() context: Context,
  ): Promise<IncidentPayload> {
    return answer(() => this.deps.service.reopen(context.requireActor(), { ...seen(input), comment: input.comment ?? undefined }))
  }
}

const keyOf = (globalId: string): string => String(numericId('Incident', globalId))

const seen = ({ id, expectedVersion }: IncidentActionInput) => ({ id: keyOf(id), expectedVersion })

/** Beside userErrors: the incident as it is now, where the service told it. */
const answer = (work: () => Promise<IncidentRow>): Promise<IncidentPayload> =>
  withUserErrors<Omit<IncidentPayload, 'userErrors'>>(
    async () => ({ incident: toIncidentType(await work()) }),
    current => ({ incident: current ? toIncidentType(current as IncidentRow) : null }),
  )
