import { alertsMoveInput, incidentMergeInput } from '@sallyport/shared'
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { numericId } from '../../graphql/global-id.js'
import { withUserErrors } from '../../graphql/user-errors.js'
import { UserType, type Person, type UserReadModel } from '../auth/index.js'
import type { AlertMover } from './alert-mover.js'
import type { AlertMoveReadModel } from './alert-move-read-model.js'
import { AlertMoveType, AlertsMoveInput, IncidentMergeInput, IncidentsPayload, toAlertMoveType } from './alert-move-type.js'
import type { AlertMoveUndoer } from './alert-move-undoer.js'
import type { IncidentMerger, Moved } from './incident-merger.js'
import type { IncidentReadModel } from './incident-read-model.js'
import type { IncidentRow } from './incident-row.js'
import { IncidentType, toIncidentType } from './incident-type.js'

export interface AlertMoveResolverDeps {
  readonly merger: IncidentMerger
  readonly mover: AlertMover
  readonly undoer: AlertMoveUndoer
  readonly incidents: Pick<IncidentReadModel, 'incidentById'>
  readonly users: Pick<UserReadModel, 'loader'>
}

const keyOf = (type: 'Incident' | 'Alert' | 'AlertMove', globalId: string): string => String(numericId(type, globalId))

@Can('incident:read')
@Resolver(() => AlertMoveType)
export class AlertMoveResolver {
  constructor(private readonly deps: AlertMoveResolverDeps) {}

  @Can('incident:write')
  @Mutation(() => IncidentsPayload, {
    description: 'All alerts of the others go into one incident, and those that would have joined them. The others are closed.',
  })
  async incidentMerge(
    @Arg('input', () => IncidentMergeInput) input: IncidentMergeInput,
    @Ctx() context: Context,
  ): Promise<IncidentsPayload> {
    return answer(async () => {
      // Bounded before any is read.
      const ids = incidentMergeInput.parse({ ids: input.ids }).ids.map(id => keyOf('Incident', id))
      const { expectedVersion } = input
      return this.deps.merger.merge(context.requireActor(), { ids, intoId: keyOf('Incident', input.intoId), expectedVersion })
    })
  }

  @Can('incident:write')
  @Mutation(() => IncidentsPayload, { description: 'Takes alerts out of their incidents.' })
  async alertsMove(@Arg('input', () => AlertsMoveInput) input: AlertsMoveInput, @Ctx() context: Context): Promise<IncidentsPayload> {
    return answer(async () => {
      const alertIds = alertsMoveInput.parse({ alertIds: input.alertIds }).alertIds.map(id => keyOf('Alert', id))
      const intoId = typeof input.intoId === 'string' ? keyOf('Incident', input.intoId) : undefined
      return this.deps.mover.move(context.requireActor(), { alertIds, intoId })
    })
  }

  @Can('incident:write')
  @Mutation(() => IncidentsPayload, { description: 'Within a day. Alerts that arrived since stay where they are.' })
  async alertMoveUndo(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<IncidentsPayload> {
    return answer(() => this.deps.undoer.undo(context.requireActor(), keyOf('AlertMove', id)))
  }

  @FieldResolver(() => IncidentType, { nullable: true })
  async from(@Root() { fromIncidentId }: AlertMoveType, @Ctx() context: Context): Promise<IncidentType | null> {
    return this.incident(fromIncidentId, context)
  }

  @FieldResolver(() => IncidentType, { nullable: true })
  async to(@Root() { toIncidentId }: AlertMoveType, @Ctx() context: Context): Promise<IncidentType | null> {
    return this.incident(toIncidentId, context)
  }

  @FieldResolver(() => UserType, { nullable: true })
  async user(@Root() { userId }: AlertMoveType, @Ctx() context: Context): Promise<Person | null> {
    return context.load(this.deps.users.loader).load(userId)
  }

  private async incident(id: string, context: Context): Promise<IncidentType | null> {
    const row = await context.load(this.deps.incidents.incidentById).load(id)
    return row ? toIncidentType(row) : null
  }
}

@Can('incident:read')
@Resolver(() => IncidentType)
export class IncidentMovesResolver {
  constructor(private readonly deps: { readonly moves: AlertMoveReadModel; readonly incidents: Pick<IncidentReadModel, 'incidentById'> }) {}

  @FieldResolver(() => IncidentType, { nullable: true, description: 'Its alerts went there; nothing is done with it any more.' })
  async mergedInto(@Root() { mergedIntoId }: IncidentType, @Ctx() context: Context): Promise<IncidentType | null> {
    const row = mergedIntoId === null ? undefined : await context.load(this.deps.incidents.incidentById).load(mergedIntoId)
    return row ? toIncidentType(row) : null
  }

  @FieldResolver(() => [AlertMoveType], { description: 'Alerts that came or went by a merge or by hand; the newest 100.' })
  async moves(@Root() { incidentId }: IncidentType, @Ctx() context: Context): Promise<AlertMoveType[]> {
    return (await context.load(this.deps.moves.movesOfIncident).load(incidentId)).map(toAlertMoveType)
  }
}

const answer = (work: () => Promise<Moved>): Promise<IncidentsPayload> =>
  withUserErrors<Omit<IncidentsPayload, 'userErrors'>>(
    async () => {
      const { incident, incidents, move } = await work()
      return { incident: toIncidentType(incident), incidents: incidents.map(toIncidentType), move: toAlertMoveType(move) }
    },
    current => ({ incident: current ? toIncidentType(current as IncidentRow) : null, incidents: [], move: null }),
  )
