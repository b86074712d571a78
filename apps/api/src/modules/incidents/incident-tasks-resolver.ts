import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { numericId } from '../../graphql/global-id.js'
import { userKey } from './incident-inputs.js'
import { answerIncident, incidentKey, IncidentPayload } from './incident-payload.js'
import type { IncidentPresence } from './incident-presence.js'
import type { IncidentTasks } from './incident-tasks.js'
import { IncidentTaskAddInput, IncidentTaskUpdateInput } from './workflow-type.js'

/** Tasks of incidents, and who has one open. */
@Can('incident:read')
@Resolver()
export class IncidentTasksResolver {
  constructor(private readonly deps: { readonly tasks: IncidentTasks; readonly presence: IncidentPresence }) {}

  @Can('incident:write')
  @Mutation(() => IncidentPayload, { description: 'At most 50 of an incident. Conflicts with nothing: no version.' })
  async incidentTaskAdd(
    @Arg('input', () => IncidentTaskAddInput) { incidentId, title, assigneeId }: IncidentTaskAddInput,
    @Ctx() context: Context,
  ): Promise<IncidentPayload> {
    const given = { incidentId: incidentKey(incidentId), title, assigneeId: typeof assigneeId === 'string' ? userKey(assigneeId) : null }
    return answerIncident(() => this.deps.tasks.add(context.requireActor(), given))
  }

  @Can('incident:write')
  @Mutation(() => IncidentPayload, { description: 'Answers the incident of the task.' })
  async incidentTaskUpdate(
    @Arg('input', () => IncidentTaskUpdateInput) { id, title, done, assigneeId }: IncidentTaskUpdateInput,
    @Ctx() context: Context,
  ): Promise<IncidentPayload> {
    const given = {
      id: String(numericId('IncidentTask', id)),
      title: title ?? undefined,
      done: done ?? undefined,
      assigneeId: typeof assigneeId === 'string' ? userKey(assigneeId) : assigneeId,
    }
    return answerIncident(() => this.deps.tasks.update(context.requireActor(), given))
  }

  @Mutation(() => IncidentPayload, { description: 'Call every 20 s while it is open; tells who else has it open.' })
  async incidentView(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<IncidentPayload> {
    return answerIncident(() => this.deps.presence.view(context.requireActor(), incidentKey(id)))
  }
}
