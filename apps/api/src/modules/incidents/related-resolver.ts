import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import type { IncidentReadModel } from './incident-read-model.js'
import { IncidentType, toIncidentType } from './incident-type.js'
import type { RelatedIncidents } from './related-incidents.js'

@ObjectType('RelatedIncident', { simpleResolvers: true })
export class RelatedIncidentType {
  @Field(() => IncidentType)
  incident!: IncidentType

  @Field(() => [String], { description: 'What they share, e.g. ‘address 203.0.113.8’; at most 10.' })
  shared!: string[]
}

@Can('incident:read', 'alert:read')
@Resolver(() => IncidentType)
export class RelatedIncidentsResolver {
  constructor(private readonly deps: { readonly related: RelatedIncidents; readonly incidents: Pick<IncidentReadModel, 'incidentById'> }) {}

  @FieldResolver(() => [RelatedIncidentType], {
    description: 'The 20 with most in common: addresses that are not ours, users, files, domains of its newest 1,000 alerts.',
  })
  async related(@Root() { incidentId }: IncidentType, @Ctx() context: Context): Promise<RelatedIncidentType[]> {
    const related = await this.deps.related.relatedTo(incidentId)
    const rows = await context.load(this.deps.incidents.incidentById).loadMany(related.map(one => one.incidentId))
    return related.flatMap(({ shared }, at) => {
      const row = rows[at]
      return row === undefined || row instanceof Error ? [] : [{ incident: toIncidentType(row), shared: [...shared] }]
    })
  }
}
