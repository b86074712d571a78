import { SimpleGrid, Stack, Text } from '@mantine/core'
import { useQuery } from 'urql'
import { Waiting } from '../../components/ui/waiting'
import { graphql } from '../../gql'
import { ProviderCard } from './provider-card'
import { useEnrichmentEvents } from './use-enrichment-events'

const Reputation_Query = graphql(`
  query Reputation_Query {
    reputationProviders {
      id
      ...ProviderCard_ReputationProvider
    }
  }
`)

/** Services that know how bad a value is. All are off until somebody switches them on: they are told what alerts name. */
export function Reputation() {
  const [{ data, error }, ask] = useQuery({ query: Reputation_Query, requestPolicy: 'cache-and-network' })
  const again = () => ask({ requestPolicy: 'network-only' })
  useEnrichmentEvents(again)
  if (!data) return <Waiting what="reputation providers" error={error} onRetry={again} />
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" maw={820}>
        Each is off until it is switched on, as it is told values of your alerts. From all answers and feeds comes one score from 0,
        harmless, to 100, malicious; how much each counts is its weight.
      </Text>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        {data.reputationProviders.map(provider => (
          <ProviderCard key={provider.id} provider={provider} />
        ))}
      </SimpleGrid>
    </Stack>
  )
}
