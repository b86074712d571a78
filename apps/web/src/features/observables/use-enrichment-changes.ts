import { useEffect, useRef } from 'react'
import { useClient } from 'urql'
import { pipe, subscribe } from 'wonka'
import { graphql } from '../../gql'
import { useThrottled } from '../../lib/use-throttled'
import { observableKey } from './observable-words'

const EnrichmentChanged_Subscription = graphql(`
  subscription EnrichmentChanged_Subscription {
    enrichmentChanged {
      observables {
        kind
        value
      }
      resync
    }
  }
`)

const ASK_EVERY_MS = 1_000

/**
 * Asks again when something new is known of a value on show. One subscription serves all who use it.
 * @param shown observableKey of what is on show
 */
export function useEnrichmentChanges(shown: ReadonlySet<string>, onChange: () => void): void {
  const client = useClient()
  const ask = useThrottled(onChange, ASK_EVERY_MS)
  const latest = useRef(shown)
  latest.current = shown
  useEffect(() => {
    const { unsubscribe } = pipe(
      client.subscription(EnrichmentChanged_Subscription, {}),
      subscribe(({ data }) => {
        const changed = data?.enrichmentChanged
        if (changed && (changed.resync || changed.observables.some(value => latest.current.has(observableKey(value))))) ask()
      }),
    )
    return unsubscribe
  }, [client, ask])
}
