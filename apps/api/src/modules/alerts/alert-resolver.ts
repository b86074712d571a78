import { Arg, Args, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root, Subscription } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import { PageArgs, pageSize, toConnection, type Connection } from '../../graphql/connection.js'
import type { Context } from '../../graphql/context.js'
import { numericId } from '../../graphql/global-id.js'
import type { TopicMap } from '../../graphql/pubsub.js'
import { IncidentType, toIncidentType, type IncidentReadModel } from '../incidents/index.js'
import { eventFields } from '../json-events/index.js'
import { namedFields, type NamedField } from '../panos-log/index.js'
import { FirewallType, toFirewallType, type SourceReadModel } from '../sources/index.js'
import { alertCursors } from './alert-cursors.js'
import { alertConditionsOf, AlertFilter } from './alert-inputs.js'
import { AlertOrder } from './alert-order.js'
import type { AlertReadModel } from './alert-read-model.js'
import { AlertConnection, AlertFieldType, AlertType, toAlertType } from './alert-type.js'

@ObjectType({ simpleResolvers: true })
class AlertsAdded {
  @Field(() => [AlertType])
  alerts!: AlertType[]

  @Field(() => String, { description: 'Pass it as `after` to go on from here.' })
  cursor!: string

  @Field(() => Boolean, { description: 'Events were left out, or `after` is too old: query the list again.' })
  resyncRequired!: boolean
}

/** More than a person can follow in one event of a live feed. */
const ALERTS_PER_EVENT_MAX = 500

export interface AlertResolverDeps {
  readonly alerts: AlertReadModel
  readonly sources: Pick<SourceReadModel, 'firewallById'>
  readonly incidents: Pick<IncidentReadModel, 'incidentById'>
}

@Can('alert:read')
@Resolver(() => AlertType)
export class AlertResolver {
  constructor(private readonly deps: AlertResolverDeps) {}

  @Query(() => AlertConnection)
  async alerts(
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => AlertFilter, { nullable: true }) filter: AlertFilter | null | undefined,
    @Arg('orderBy', () => AlertOrder, { nullable: true }) orderBy: AlertOrder | null | undefined,
  ): Promise<Connection<AlertType>> {
    const conditions = alertConditionsOf(filter)
    const order = orderBy ?? AlertOrder.NEWEST_RECEIVED
    const cursor = alertCursors[order]
    const page = { filter: conditions, orderBy: order, after: cursor.decode(args.after), limit: pageSize(args) + 1 }
    const rows = await this.deps.alerts.page(page)
    return toConnection(rows.map(toAlertType), args, cursor.encode, () => this.deps.alerts.count(conditions))
  }

  @Query(() => AlertType, { nullable: true })
  async alert(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<AlertType | null> {
    const row = await context.load(this.deps.alerts.alertById).load(String(numericId('Alert', id)))
    return row ? toAlertType(row) : null
  }

  @Query(() => String, { description: 'Position of the newest stored batch: pass it as `after` to alertsAdded.' })
  async alertsCursor(): Promise<string> {
    return this.deps.alerts.newestBatch()
  }

  @Can('alert:read', 'source:read')
  @FieldResolver(() => FirewallType)
  async firewall(@Root() alert: AlertType, @Ctx() context: Context): Promise<FirewallType> {
    const firewall = await context.load(this.deps.sources.firewallById).load(alert.firewallId)
    if (!firewall) throw new Error(`Alert ${alert.alertId} names a firewall that is gone`)
    return toFirewallType(firewall)
  }

  @Can('alert:read', 'incident:read')
  @FieldResolver(() => IncidentType, { nullable: true })
  async incident(@Root() alert: AlertType, @Ctx() context: Context): Promise<IncidentType | null> {
    if (alert.incidentId === null) return null
    const incident = await context.load(this.deps.incidents.incidentById).load(alert.incidentId)
    return incident ? toIncidentType(incident) : null
  }

  @FieldResolver(() => String, { description: 'The line as it arrived.' })
  async raw(@Root() alert: AlertType, @Ctx() context: Context): Promise<string> {
    const line = await context.load(this.deps.alerts.rawLineOfAlert).load(alert.alertId)
    return line?.raw ?? ''
  }

  @FieldResolver(() => [AlertFieldType], {
    description: 'Every field of the raw line by name, in its order; read from the line when asked for.',
  })
  async fields(@Root() alert: AlertType, @Ctx() context: Context): Promise<NamedField[]> {
    const raw = await this.raw(alert, context)
    return alert.format === 'JSON_EVENT' ? eventFields(raw) : namedFields(raw)
  }

  @Subscription(() => AlertsAdded, {
    topics: 'alerts',
    description: 'Stored alerts that match, a few times a second; one event may hold many.',
  })
  async alertsAdded(
    @Root() { fromBatch, toBatch, resync }: TopicMap['alerts'],
    @Arg('filter', () => AlertFilter, { nullable: true }) filter: AlertFilter | null | undefined,
    // Read by the subscription's transport, which makes the first event begin there.
    @Arg('after', () => String, { nullable: true }) _after: string | null | undefined,
  ): Promise<AlertsAdded> {
    const fresh = await this.deps.alerts.ofBatches({ fromBatch, toBatch }, alertConditionsOf(filter), ALERTS_PER_EVENT_MAX)
    const alerts = fresh.kind === 'alerts' ? fresh.rows.map(toAlertType) : []
    return { alerts, cursor: toBatch, resyncRequired: resync || fresh.kind === 'resync' }
  }
}
