import { JobItemState } from '@sallyport/shared'
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql'
import { z } from 'zod'
import { Can } from '../../graphql/can.js'
import { cursorCodec, PageArgs, pageSize, toConnection, type Connection } from '../../graphql/connection.js'
import type { Context } from '../../graphql/context.js'
import { fromGlobalId, numericId, smallKey } from '../../graphql/global-id.js'
import type { TopicMap } from '../../graphql/pubsub.js'
import { withUserErrors } from '../../graphql/user-errors.js'
import { BadInputError } from '../../platform/errors.js'
import { isUserKey as isUuid, UserType, type Person, type UserReadModel } from '../auth/index.js'
import { incidentConditionsOf, IncidentType, toIncidentType, userKey, type IncidentReadModel } from '../incidents/index.js'
import type { BulkService } from './bulk-service.js'
import type { JobReadModel } from './job-read-model.js'
import type { JobRow } from './job-row.js'
import {
  IncidentsBulkInput,
  JobItemConnection,
  JobItemType,
  JobPayload,
  JobType,
  toJobItemType,
  toJobType,
  type BulkActionInput,
} from './job-type.js'

const itemCursor = cursorCodec('Job.items', z.tuple([z.string().regex(/^\d{1,18}$/)]))

export interface JobResolverDeps {
  readonly jobs: JobReadModel
  readonly service: BulkService
  readonly users: Pick<UserReadModel, 'loader'>
}

@Can('incident:read')
@Resolver(() => JobType)
export class JobResolver {
  constructor(private readonly deps: JobResolverDeps) {}

  @Query(() => JobType, { nullable: true, description: 'Of the viewer.' })
  async job(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<JobType | null> {
    const job = await this.deps.jobs.find(context.requireActor().userId, jobKey(id))
    return job ? toJobType(job) : null
  }

  @Query(() => [JobType], { description: 'Mine of the last day, newest first.' })
  async jobs(@Ctx() context: Context): Promise<JobType[]> {
    return (await this.deps.jobs.recent(context.requireActor().userId)).map(toJobType)
  }

  @FieldResolver(() => UserType, { nullable: true })
  async user(@Root() { userId }: JobType, @Ctx() context: Context): Promise<Person | null> {
    return context.load(this.deps.users.loader).load(userId)
  }

  @FieldResolver(() => JobItemConnection, { description: 'By the number of the incident.' })
  async items(
    @Root() { jobId }: JobType,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('state', () => [JobItemState], { nullable: true }) states: JobItemState[] | null | undefined,
  ): Promise<Connection<JobItemType>> {
    const [after] = itemCursor.decode(args.after) ?? []
    const rows = await this.deps.jobs.items({ jobId, states: states ?? undefined, after, limit: pageSize(args) + 1 })
    return toConnection(rows.map(toJobItemType), args, item => itemCursor.encode([item.incidentId]))
  }

  @Can('incident:write')
  @Mutation(() => JobPayload, { description: 'Answers at once with the job that does it.' })
  async incidentsBulk(@Arg('input', () => IncidentsBulkInput) input: IncidentsBulkInput, @Ctx() context: Context): Promise<JobPayload> {
    const actor = context.requireActor()
    const { ids, filter, expectedCount, clientMutationId } = input
    const request = {
      ids: ids?.map(id => String(numericId('Incident', id))),
      filter: filter ? incidentConditionsOf(filter, actor.userId) : undefined,
      expectedCount: expectedCount ?? undefined,
      action: actionOf(input.action),
      requestKey: clientMutationId ?? undefined,
    }
    return answer(() => this.deps.service.start(actor, request))
  }

  @Can('incident:write')
  @Mutation(() => JobPayload, { description: 'What is done stays done.' })
  async jobCancel(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<JobPayload> {
    const key = jobKey(id)
    return answer(() => this.deps.service.cancel(context.requireActor(), key))
  }

  @Can('incident:write')
  @Mutation(() => JobPayload, { description: 'Within a day; items that were changed since are left and told.' })
  async jobUndo(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<JobPayload> {
    const key = jobKey(id)
    return answer(() => this.deps.service.undo(context.requireActor(), key))
  }

  @Subscription(() => JobType, {
    nullable: true,
    topics: 'jobs',
    filter: ({ payload, args }: { payload: TopicMap['jobs']; args: { id?: string } }) =>
      payload.resync || payload.ids.includes(jobKey(args.id ?? '')),
    description: 'At most twice a second, jobs of the viewer. null: it is gone, or somebody else’s.',
  })
  async jobChanged(@Root() _event: TopicMap['jobs'], @Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<JobType | null> {
    const { userId } = context.requireActor()
    const job = isUuid(userId) ? await this.deps.jobs.find(userId, jobKey(id)) : undefined
    return job ? toJobType(job) : null
  }
}

@Can('incident:read')
@Resolver(() => JobItemType)
export class JobItemResolver {
  constructor(private readonly deps: { readonly incidents: Pick<IncidentReadModel, 'incidentById'> }) {}

  @FieldResolver(() => IncidentType, { nullable: true, description: 'null: it is gone.' })
  async incident(@Root() { incidentId }: JobItemType, @Ctx() context: Context): Promise<IncidentType | null> {
    const incident = await context.load(this.deps.incidents.incidentById).load(incidentId)
    return incident ? toIncidentType(incident) : null
  }
}

/** The one action that is given, as the service reads it. @throws BadInputError for none and for several */
function actionOf(input: BulkActionInput): object {
  const given = Object.entries(input).filter(([, value]) => value !== null && value !== undefined) as [keyof BulkActionInput, object][]
  const [first, ...others] = given
  if (!first || others.length > 0) throw new BadInputError('action: give exactly one')
  const [name, fields] = first
  const kind = name.toUpperCase()
  if (name === 'close') return { kind, ...withoutNulls(fields) }
  if (name !== 'assign') return { kind, ...fields }
  const { assigneeId, teamId } = fields as { assigneeId?: string | null; teamId?: string | null }
  return {
    kind,
    ...(assigneeId !== undefined && { assigneeId: assigneeId === null ? null : userKey(assigneeId) }),
    ...(teamId !== undefined && { teamId: teamId === null ? null : smallKey('Team', teamId) }),
  }
}

const withoutNulls = (fields: object): object => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))

/** @throws BadInputError unless it is the id of a job */
function jobKey(globalId: string): string {
  const id = fromGlobalId('Job', globalId)
  if (!isUuid(id)) throw new BadInputError('Not the id of a Job')
  return id
}

const answer = (work: () => Promise<JobRow>): Promise<JobPayload> =>
  withUserErrors<Omit<JobPayload, 'userErrors'>>(
    async () => ({ job: toJobType(await work()) }),
    current => ({ job: current ? toJobType(current as JobRow) : null }),
  )
