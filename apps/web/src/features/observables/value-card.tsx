import { Anchor, Group, Skeleton, Stack, Text } from '@mantine/core'
import type { ObservableKind } from '@sallyport/shared'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { PlaceCredit } from '../../components/ui/place-text'
import { paths } from '../../config/paths'
import { graphql, readFragment } from '../../gql'
import { errorText } from '../../lib/user-errors'
import { Known_Observable } from './known'
import { KnownFacts } from './known-facts'
import { KIND_NOUNS, observableKey } from './observable-words'
import { useEnrichmentChanges } from './use-enrichment-changes'

const ValueCard_Query = graphql(`
  query ValueCard_Query($kind: ObservableKind!, $value: String!) {
    observable(kind: $kind, value: $value) {
      kind
      value
      ...Known_Observable
      lists {
        id
        name
      }
    }
  }
`)

/** The essentials of any value, asked for when the card opens. */
export function ValueCard({ kind, value }: { kind: ObservableKind; value: string }) {
  const [{ data, error, fetching }, ask] = useQuery({
    query: ValueCard_Query,
    variables: { kind, value },
    requestPolicy: 'cache-and-network',
  })
  const observable = data?.observable
  useEnrichmentChanges(new Set([observableKey(observable ?? { kind, value })]), () => ask({ requestPolicy: 'network-only' }))
  if (!observable) {
    if (fetching) return <Skeleton h={12} w="70%" aria-label="Loading what is known" />
    return <Text size="sm">{error ? errorText(error) : `This is no ${KIND_NOUNS[kind].toLowerCase()} that can be asked about.`}</Text>
  }
  const known = readFragment(Known_Observable, observable)
  return (
    <Stack gap={6} fz="sm">
      <KnownFacts observable={observable} />
      {observable.lists.length > 0 && (
        <Text size="sm">
          <strong>On {observable.lists.map(({ name }) => name).join(', ')}</strong>
        </Text>
      )}
      {known.protected !== null && <Text size="sm">May not be blocked: {known.protected}</Text>}
      <Group justify="space-between" gap="xs">
        <PlaceCredit places={known.place ? [known.place] : []} />
        <Anchor component={Link} to={paths.observable(observable.kind, observable.value)} size="xs">
          All we know
        </Anchor>
      </Group>
    </Stack>
  )
}
