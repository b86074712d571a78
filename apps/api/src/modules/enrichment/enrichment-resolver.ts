import { ObservableKind } from '@sallyport/shared'
import { Query, Resolver, Root, Subscription } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { TopicMap } from '../../graphql/pubsub.js'
import { EnrichmentChangedType, EnrichmentProviderType } from './enrichment-type.js'
import type { IndicatorType } from './lookup-status-type.js'
import type { ProviderHealth } from './provider-health.js'

@Can('enrichment:read')
@Resolver()
export class EnrichmentResolver {
  constructor(private readonly deps: { readonly health: Pick<ProviderHealth, 'states'> }) {}

  @Query(() => [EnrichmentProviderType], { description: 'Health of everybody who is asked over the network.' })
  async enrichmentProviders(): Promise<EnrichmentProviderType[]> {
    return this.deps.health.states()
  }

  @Subscription(() => EnrichmentChangedType, {
    topics: 'enrichment',
    description: 'At most twice a second: values of which something new is known. Ask for what you show. resync: all may have changed.',
  })
  enrichmentChanged(@Root() { ids, settings, resync }: TopicMap['enrichment']): EnrichmentChangedType {
    return { observables: ids.flatMap(toIndicator), settings, resync }
  }
}

/** Of `KIND value`. */
function toIndicator(id: string): IndicatorType[] {
  const blank = id.indexOf(' ')
  const kind = Object.values(ObservableKind).find(one => one === id.slice(0, blank))
  return kind === undefined ? [] : [{ kind, value: id.slice(blank + 1), verdict: null }]
}
