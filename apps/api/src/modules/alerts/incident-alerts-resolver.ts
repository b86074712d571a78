import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import { PageArgs, pageSize, toConnection, type Connection } from '../../graphql/connection.js'
import type { Context } from '../../graphql/context.js'
import { IncidentType } from '../incidents/index.js'
import { SourceType, toSourceType, type SourceReadModel } from '../sources/index.js'
import { alertCursors } from './alert-cursors.js'
import { AlertOrder } from './alert-order.js'
import { cappedCount, type AlertReadModel } from './alert-read-model.js'
import { AlertConnection, toAlertType, type AlertType } from './alert-type.js'
import type { IncidentEvidence, ValueKind } from './incident-evidence.js'
import { IncidentFileType, IncidentHostType, IncidentValueType } from './incident-evidence-type.js'

export interface IncidentAlertsResolverDeps {
  readonly alerts: AlertReadModel
  readonly evidence: IncidentEvidence
  readonly sources: Pick<SourceReadModel, 'sourceById'>
}

/** The fields of an incident that are read from its alerts and their source. */
@Can('incident:read', 'alert:read')
@Resolver(() => IncidentType)
export class IncidentAlertsResolver {
  constructor(private readonly deps: IncidentAlertsResolverDeps) {}

  @Can('incident:read', 'source:read')
  @FieldResolver(() => SourceType)
  async source(@Root() incident: IncidentType, @Ctx() context: Context): Promise<SourceType> {
    const source = await context.load(this.deps.sources.sourceById).load(incident.sourceId)
    if (!source) throw new Error(`Incident ${incident.incidentId} names a source that is gone`)
    return toSourceType(source)
  }

  @FieldResolver(() => AlertConnection)
  async alerts(
    @Root() incident: IncidentType,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('orderBy', () => AlertOrder, { nullable: true }) orderBy: AlertOrder | null | undefined,
    @Ctx() context: Context,
  ): Promise<Connection<AlertType>> {
    const order = orderBy ?? AlertOrder.NEWEST_RECEIVED
    const cursor = alertCursors[order]
    const page = { orderBy: order, after: cursor.decode(args.after), limit: pageSize(args) + 1 }
    const rows = await context.load(this.deps.alerts.alertsOfIncident).load({ owner: incident.incidentId, page })
    // Ingest keeps this number: a list of incidents needs no count for each of them.
    const count = async () => cappedCount(Number(incident.alertCount))
    return toConnection(rows.map(toAlertType), args, cursor.encode, count)
  }

  @FieldResolver(() => [IncidentHostType], { description: 'The 50 most seen of each role.' })
  async hosts(@Root() incident: IncidentType, @Ctx() context: Context): Promise<IncidentHostType[]> {
    return context.load(this.deps.evidence.hostsOfIncident).load(incident.incidentId)
  }

  @FieldResolver(() => [IncidentFileType])
  async files(@Root() incident: IncidentType, @Ctx() context: Context): Promise<IncidentFileType[]> {
    return context.load(this.deps.evidence.filesOfIncident).load(incident.incidentId)
  }

  @FieldResolver(() => [IncidentValueType])
  async users(@Root() incident: IncidentType, @Ctx() context: Context): Promise<IncidentValueType[]> {
    return this.values(incident, 'users', context)
  }

  @FieldResolver(() => [IncidentValueType])
  async urls(@Root() incident: IncidentType, @Ctx() context: Context): Promise<IncidentValueType[]> {
    return this.values(incident, 'urls', context)
  }

  @FieldResolver(() => [IncidentValueType])
  async domains(@Root() incident: IncidentType, @Ctx() context: Context): Promise<IncidentValueType[]> {
    return this.values(incident, 'domains', context)
  }

  @FieldResolver(() => [IncidentValueType])
  async rules(@Root() incident: IncidentType, @Ctx() context: Context): Promise<IncidentValueType[]> {
    return this.values(incident, 'rules', context)
  }

  @FieldResolver(() => [IncidentValueType])
  async zones(@Root() incident: IncidentType, @Ctx() context: Context): Promise<IncidentValueType[]> {
    return this.values(incident, 'zones', context)
  }

  @FieldResolver(() => [IncidentValueType])
  async threats(@Root() incident: IncidentType, @Ctx() context: Context): Promise<IncidentValueType[]> {
    return this.values(incident, 'threats', context)
  }

  private async values({ incidentId }: IncidentType, kind: ValueKind, context: Context): Promise<IncidentValueType[]> {
    return context.load(this.deps.evidence.valuesOfIncident).load({ incidentId, kind })
  }
}
