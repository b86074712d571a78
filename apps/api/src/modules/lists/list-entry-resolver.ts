import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { withUserErrors } from '../../graphql/user-errors.js'
import { BadInputError } from '../../platform/errors.js'
import { AlertType, toAlertType, type AlertReadModel } from '../alerts/index.js'
import { UserType, type Person, type UserReadModel } from '../auth/index.js'
import { IncidentType, toIncidentType, type IncidentReadModel } from '../incidents/index.js'
import type { Added, EntriesPreview, EntryService } from './entry-service.js'
import { ListEntriesAddInput, ListEntriesRemoveInput, ListEntryUpdateInput } from './list-inputs.js'
import { largeKey, listKey } from './list-keys.js'
import { ListEntriesAddPayload, ListEntriesRemovePayload, ListEntryPayload } from './list-payloads.js'
import type { ListReadModel } from './list-read-model.js'
import type { EntryRow } from './list-row.js'
import { EntriesPreviewType, ListEntryType, ListType, toListEntryType, toListType } from './list-type.js'

const REMOVED_AT_ONCE_MAX = 1_000

export interface ListEntryResolverDeps {
  readonly lists: ListReadModel
  readonly service: EntryService
  readonly users: Pick<UserReadModel, 'loader'>
  readonly incidents: Pick<IncidentReadModel, 'incidentById'>
  readonly alerts: Pick<AlertReadModel, 'alertById'>
}

@Can('list:read')
@Resolver(() => ListEntryType)
export class ListEntryResolver {
  constructor(private readonly deps: ListEntryResolverDeps) {}

  @FieldResolver(() => ListType)
  async list(@Root() { listId, entryId }: ListEntryType, @Ctx() context: Context): Promise<ListType> {
    const list = await context.load(this.deps.lists.listById).load(listId)
    if (!list) throw new Error(`Entry ${entryId} names a list that is gone`)
    return toListType(list)
  }

  @FieldResolver(() => UserType, { nullable: true })
  async user(@Root() { userId }: ListEntryType, @Ctx() context: Context): Promise<Person | null> {
    return userId === null ? null : context.load(this.deps.users.loader).load(userId)
  }

  @FieldResolver(() => UserType, { nullable: true })
  async removedBy(@Root() { removedById }: ListEntryType, @Ctx() context: Context): Promise<Person | null> {
    return removedById === null ? null : context.load(this.deps.users.loader).load(removedById)
  }

  @Can('incident:read')
  @FieldResolver(() => IncidentType, { nullable: true })
  async incident(@Root() { incidentId }: ListEntryType, @Ctx() context: Context): Promise<IncidentType | null> {
    const incident = incidentId === null ? undefined : await context.load(this.deps.incidents.incidentById).load(incidentId)
    return incident ? toIncidentType(incident) : null
  }

  @Can('alert:read')
  @FieldResolver(() => AlertType, { nullable: true })
  async alert(@Root() { alertId }: ListEntryType, @Ctx() context: Context): Promise<AlertType | null> {
    const alert = alertId === null ? undefined : await context.load(this.deps.alerts.alertById).load(alertId)
    return alert ? toAlertType(alert) : null
  }

  @Query(() => EntriesPreviewType)
  async entriesPreview(
    @Arg('listId', () => ID) listId: string,
    @Arg('text', () => String) text: string,
    @Ctx() context: Context,
  ): Promise<EntriesPreviewType> {
    return toPreviewType(await this.deps.service.preview(context.requireActor(), { listId: listKey(listId), text }))
  }

  @Can('list:write')
  @Mutation(() => ListEntriesAddPayload, { description: 'Adds every value that may be added; tells of each other one why not.' })
  async listEntriesAdd(
    @Arg('input', () => ListEntriesAddInput) input: ListEntriesAddInput,
    @Ctx() context: Context,
  ): Promise<ListEntriesAddPayload> {
    const request = {
      ...input,
      listId: listKey(input.listId),
      incidentId: typeof input.incidentId === 'string' ? largeKey('Incident', input.incidentId) : undefined,
      alertId: typeof input.alertId === 'string' ? largeKey('Alert', input.alertId) : undefined,
    }
    return withUserErrors<Omit<ListEntriesAddPayload, 'userErrors'>>(
      async () => toAddPayload(await this.deps.service.add(context.requireActor(), request)),
      () => ({ list: null, added: 0, preview: null }),
    )
  }

  @Can('list:write')
  @Mutation(() => ListEntryPayload)
  async listEntryUpdate(
    @Arg('input', () => ListEntryUpdateInput) input: ListEntryUpdateInput,
    @Ctx() context: Context,
  ): Promise<ListEntryPayload> {
    const changes = { ...input, id: largeKey('ListEntry', input.id) }
    return withUserErrors<Omit<ListEntryPayload, 'userErrors'>>(
      async () => ({ entry: toListEntryType(await this.deps.service.update(context.requireActor(), changes)) }),
      current => ({ entry: current ? toListEntryType(current as EntryRow) : null }),
    )
  }

  @Can('list:write')
  @Mutation(() => ListEntriesRemovePayload)
  async listEntriesRemove(
    @Arg('input', () => ListEntriesRemoveInput) input: ListEntriesRemoveInput,
    @Ctx() context: Context,
  ): Promise<ListEntriesRemovePayload> {
    if (input.ids.length > REMOVED_AT_ONCE_MAX) throw new BadInputError(`ids: at most ${REMOVED_AT_ONCE_MAX} at once`)
    const ids = input.ids.map(id => largeKey('ListEntry', id))
    return withUserErrors<Omit<ListEntriesRemovePayload, 'userErrors'>>(
      async () => {
        const { removed, lists } = await this.deps.service.remove(context.requireActor(), { ids, note: input.note ?? undefined })
        return { removed, lists: lists.map(toListType) }
      },
      () => ({ removed: 0, lists: [] }),
    )
  }
}

const toPreviewType = ({ counts, lines }: EntriesPreview): EntriesPreviewType => ({ counts: [...counts], lines: [...lines] })

const toAddPayload = ({ list, added, preview }: Added) => ({ list: toListType(list), added, preview: toPreviewType(preview) })
