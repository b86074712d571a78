import { useSubscription } from 'urql'
import { graphql } from '../../gql'
import { useThrottled } from '../../lib/use-throttled'

const EnrichmentEvents_Subscription = graphql(`
  subscription EnrichmentEvents_Subscription {
    enrichmentChanged {
      settings
      resync
    }
  }
`)

const ASK_EVERY_MS = 2_000

/**
 * Asks again when others change settings, at most every two seconds.
 * @param answers also when an answer of anybody's arrives, as counts of questions then change
 */
export function useEnrichmentEvents(ask: () => void, { answers = false }: { readonly answers?: boolean } = {}): void {
  const again = useThrottled(ask, ASK_EVERY_MS)
  useSubscription({ query: EnrichmentEvents_Subscription }, (_, event) => {
    const { settings, resync } = event.enrichmentChanged
    if (answers || settings || resync) again()
    return event
  })
}
