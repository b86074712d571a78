import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { smallKey } from '../../graphql/global-id.js'
import { editOf, IncidentEditInput } from './incident-edit-input.js'
import {
  IncidentActionInput,
  IncidentAssignInput,
  IncidentCloseInput,
  IncidentCommentInput,
  IncidentIgnoreInput,
  userKey,
} from './incident-inputs.js'
import { answerIncident, incidentKey, IncidentPayload } from './incident-payload.js'
import type { IncidentChanged, IncidentService } from './incident-service.js'

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
    return answer(() => this.deps.service.comment(context.requireActor(), { id: incidentKey(id), comment }))
  }

  @Mutation(() => IncidentPayload, { description: 'Wants a disposition where the incident has none and the administrator has set some.' })
  async incidentClose(
    @Arg('input', () => IncidentCloseInput) input: IncidentCloseInput,
    @Ctx() context: Context,
  ): Promise<IncidentPayload> {
    const { summary, detail, disposition } = input
    const told = { summary, detail: detail ?? undefined, disposition: disposition ?? undefined }
    return answer(() => this.deps.service.close(context.requireActor(), { ...seen(input), ...told }))
  }

  @Mutation(() => IncidentPayload, {
    description:
      'With `until` it is muted: it takes alerts of its key, which nobody is shown, until then or until an allowed one is worse.',
  })
  async incidentIgnore(
    @Arg('input', () => IncidentIgnoreInput) input: IncidentIgnoreInput,
    @Ctx() context: Context,
  ): Promise<IncidentPayload> {
    const told = { comment: input.comment ?? undefined, until: input.until ?? undefined }
    return answer(() => this.deps.service.ignore(context.requireActor(), { ...seen(input), ...told }))
  }

  @Mutation(() => IncidentPayload)
  async incidentReopen(
    @Arg('input', () => IncidentIgnoreInput) input: IncidentIgnoreInput,
    @Ctx() context: Context,
  ): Promise<IncidentPayload> {
    return answer(() => this.deps.service.reopen(context.requireActor(), { ...seen(input), comment: input.comment ?? undefined }))
  }

  @Mutation(() => IncidentPayload, {
    description: 'Sets fields: what is not given is left, null clears. A severity of null: alerts decide it again.',
  })
  async incidentEdit(@Arg('input', () => IncidentEditInput) input: IncidentEditInput, @Ctx() context: Context): Promise<IncidentPayload> {
    const { teamId, ...edit } = editOf(input)
    const team = typeof teamId === 'string' ? smallKey('Team', teamId) : teamId
    return answer(() =>
      this.deps.service.edit(context.requireActor(), { ...edit, ...(team !== undefined && { teamId: team }), ...seen(input) }),
    )
  }
}

const seen = ({ id, expectedVersion }: IncidentActionInput) => ({ id: incidentKey(id), expectedVersion })

const answer = (work: () => Promise<IncidentChanged>): Promise<IncidentPayload> => answerIncident(async () => (await work()).after)
