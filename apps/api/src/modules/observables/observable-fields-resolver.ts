import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import { PageArgs, pageSize, toConnection, type Connection } from '../../graphql/connection.js'
import type { Context } from '../../graphql/context.js'
import { LookupStatusType, toLookupStatus, type Lookups, type OutsidePolicy } from '../enrichment/index.js'
import { PersonType, type PersonReadModel } from '../directories/index.js'
import type { Clock } from '../../platform/clock.js'
import { BadInputError } from '../../platform/errors.js'
import {
  IncidentConnection,
  incidentCursors,
  IncidentOrder,
  toIncidentType,
  type IncidentReadModel,
  type IncidentType,
} from '../incidents/index.js'
import { ListType, toListType } from '../lists/index.js'
import { PlaceType, toPlaceType, type PlaceFinder } from '../places/index.js'
import { readNames, ReputationType, toReputationType, type ReputationReadModel } from '../reputation/index.js'
import { WildfireAnalysisType, type WildfireReadModel } from '../wildfire/index.js'
import { alertNames } from './alerts-naming.js'
import { ACTIVITY_DAYS_MAX, type ObservableActivity } from './observable-activity.js'
import type { ObservableLists } from './observable-lists.js'
import { ObservableActivityType, ObservableType } from './observable-type.js'

export interface ObservableFieldsResolverDeps {
  readonly places: Pick<PlaceFinder, 'find'>
  readonly reputation: Pick<ReputationReadModel, 'reputationOf'>
  readonly people: Pick<PersonReadModel, 'personOf'>
  readonly wildfire: Pick<WildfireReadModel, 'analysisOf'>
  readonly lookups: Pick<Lookups, 'lookupOf'>
  readonly policy: Pick<OutsidePolicy, 'reasonNotToAsk'>
  readonly lists: ObservableLists
  readonly activity: Pick<ObservableActivity, 'of'>
  readonly incidents: Pick<IncidentReadModel, 'page' | 'count'>
  readonly clock: Clock
}

/** What is known of an observable; each field from the module that knows it. */
@Can('enrichment:read')
@Resolver(() => ObservableType)
export class ObservableFieldsResolver {
  constructor(private readonly deps: ObservableFieldsResolverDeps) {}

  @FieldResolver(() => PlaceType, { nullable: true, description: 'Of an ADDRESS.' })
  place(@Root() { kind, value }: ObservableType): PlaceType | null {
    return kind === 'ADDRESS' ? toPlaceType(this.deps.places.find(value)) : null
  }

  @FieldResolver(() => ReputationType, { nullable: true, description: 'Of an ADDRESS, DOMAIN, URL or FILE_HASH.' })
  async reputation(@Root() { kind, value }: ObservableType, @Ctx() context: Context): Promise<ReputationType | null> {
    if (kind === 'USER' || kind === 'HOST') return null
    return toReputationType(await context.load(this.deps.reputation.reputationOf).load({ kind, value }))
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Of a USER.' })
  async person(@Root() { kind, value }: ObservableType, @Ctx() context: Context): Promise<PersonType | null> {
    return kind === 'USER' ? context.load(this.deps.people.personOf).load(value) : null
  }

  @FieldResolver(() => WildfireAnalysisType, { nullable: true, description: 'Of a FILE_HASH.' })
  async wildfire(@Root() { kind, value }: ObservableType, @Ctx() context: Context): Promise<WildfireAnalysisType | null> {
    return kind === 'FILE_HASH' ? context.load(this.deps.wildfire.analysisOf).load(value) : null
  }

  @FieldResolver(() => [String], { description: 'Reverse DNS of an ADDRESS.' })
  async names(@Root() observable: ObservableType, @Ctx() context: Context): Promise<readonly string[]> {
    return readNames((await this.namesRow(observable, context))?.facts)
  }

  @FieldResolver(() => LookupStatusType, { nullable: true, description: 'How far asking for its names has come; null: not an ADDRESS.' })
  async namesStatus(@Root() observable: ObservableType, @Ctx() context: Context): Promise<LookupStatusType | null> {
    const row = await this.namesRow(observable, context)
    return row ? toLookupStatus(row) : null
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why it may never be blocked; null: it may.' })
  async protected(@Root() observable: ObservableType, @Ctx() context: Context): Promise<string | null> {
    return (await context.load(this.deps.lists.protectionOf).load(observable)) ?? null
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why outside providers are not asked; null: they are.' })
  async notAskedOutside(@Root() { kind, value }: ObservableType): Promise<string | null> {
    return (await this.deps.policy.reasonNotToAsk({ kind, value })) ?? null
  }

  @Can('enrichment:read', 'list:read')
  @FieldResolver(() => [ListType], { description: 'Lists that hold it or a wider entry, in force.' })
  async lists(@Root() observable: ObservableType, @Ctx() context: Context): Promise<ListType[]> {
    return (await context.load(this.deps.lists.listsHolding).load(observable)).map(toListType)
  }

  @Can('enrichment:read', 'alert:read')
  @FieldResolver(() => ObservableActivityType, {
    description: `Alerts that name it within the last \`days\` (1 to ${ACTIVITY_DAYS_MAX}, UTC, today included).`,
  })
  async activity(@Root() { kind, value }: ObservableType, @Arg('days', () => Int) days: number): Promise<ObservableActivityType> {
    if (days < 1 || days > ACTIVITY_DAYS_MAX) throw new BadInputError(`days must be 1 to ${ACTIVITY_DAYS_MAX}`)
    return this.deps.activity.of({ kind, value }, days)
  }

  @Can('enrichment:read', 'incident:read', 'alert:read')
  @FieldResolver(() => IncidentConnection, {
    description: 'Incidents with an alert that names it, by their last alert. URLs and hosts: named within 90 days.',
  })
  async incidents(@Root() { kind, value }: ObservableType, @Args(() => PageArgs) args: PageArgs): Promise<Connection<IncidentType>> {
    const cursor = incidentCursors[IncidentOrder.LAST_ALERT]
    const filter = { ofAlert: alertNames({ kind, value }, this.deps.clock.now()) }
    const page = { filter, orderBy: IncidentOrder.LAST_ALERT, after: cursor.decode(args.after), limit: pageSize(args) + 1 }
    const rows = await this.deps.incidents.page(page)
    return toConnection(rows.map(toIncidentType), args, cursor.encode, () => this.deps.incidents.count(filter))
  }

  private async namesRow({ kind, value }: ObservableType, context: Context) {
    if (kind !== 'ADDRESS') return undefined
    return context.load(this.deps.lookups.lookupOf).load({ provider: 'REVERSE_DNS', kind, value })
  }
}
