import { Anchor, Group, Progress, Stack, Text } from '@mantine/core'
import { IconAlertOctagon, IconCircleCheck, IconCircleDashed, IconClockPause, IconGauge, IconPower } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { CardTable } from '../../components/ui/card-table'
import { PROVIDER_NAMES } from '../../components/ui/lookup-state'
import { Panel } from '../../components/ui/panel'
import { type StateLook, StateMark } from '../../components/ui/state-mark'
import { TimeText } from '../../components/ui/time-text'
import { Waiting } from '../../components/ui/waiting'
import { paths } from '../../config/paths'
import { graphql } from '../../gql'
import type { EnrichmentHealth_QueryQuery } from '../../gql/graphql'
import { formatCount } from '../../lib/format'
import { useNow } from '../../lib/use-now'
import { GeoDatabases } from './geo-databases'
import { healthState, type HealthState, quotaUsed, SET_UP_PLACES } from './provider-health'
import { useEnrichmentEvents } from './use-enrichment-events'

const EnrichmentHealth_Query = graphql(`
  query EnrichmentHealth_Query {
    enrichmentProviders {
      provider
      enabled
      lastSuccessAt
      lastErrorAt
      lastError
      openUntil
      askedToday
      quota
      waiting
    }
    geoDatabases {
      ...GeoDatabases_GeoDatabase
    }
  }
`)

type Provider = EnrichmentHealth_QueryQuery['enrichmentProviders'][number]

const LOOKS: Readonly<Record<HealthState, StateLook>> = {
  OFF: { word: 'Off', icon: IconPower, tone: 'plain' },
  READY: { word: 'Ready, not asked yet', icon: IconCircleDashed, tone: 'plain' },
  WORKING: { word: 'Working', icon: IconCircleCheck, tone: 'good' },
  QUOTA: { word: 'Waiting: quota used up', icon: IconGauge, tone: 'warning' },
  PAUSED: { word: 'Not asked until', icon: IconClockPause, tone: 'error' },
  FAILED: { word: 'Failed', icon: IconAlertOctagon, tone: 'error' },
}

const CLOCK_MS = 10_000

/** How asking goes, live: a provider that fails shows here before an analyst misses its answers. */
export function Health() {
  const [{ data, error }, ask] = useQuery({ query: EnrichmentHealth_Query, requestPolicy: 'cache-and-network' })
  const again = () => ask({ requestPolicy: 'network-only' })
  useEnrichmentEvents(again, { answers: true })
  const now = useNow(CLOCK_MS)
  if (!data) return <Waiting what="state of the providers" error={error} onRetry={again} />
  return (
    <Stack gap="md">
      <Panel title="Asked over the network">
        <Text size="sm" c="dimmed">
          Alerts never wait for an answer: while a provider is away, they say so instead. Counts begin anew at 00:00 UTC.
        </Text>
        <CardTable
          label="Asked over the network"
          columns={['Provider', 'State', 'Last success', 'Last error', 'Asked today', 'Waiting']}
          rows={data.enrichmentProviders.map(provider => ({
            key: provider.provider,
            cells: [
              <span style={{ whiteSpace: 'nowrap' }}>{PROVIDER_NAMES[provider.provider]}</span>,
              <State provider={provider} now={now} />,
              <Moment at={provider.lastSuccessAt} />,
              <LastError provider={provider} now={now} />,
              <AskedToday provider={provider} />,
              formatCount(provider.waiting),
            ],
          }))}
        />
      </Panel>
      <GeoDatabases databases={data.geoDatabases} />
    </Stack>
  )
}

const isFailing = (state: HealthState): boolean => state === 'FAILED' || state === 'PAUSED'

function State({ provider, now }: { provider: Provider; now: number }) {
  const state = healthState(provider, now)
  const place = SET_UP_PLACES[provider.provider]
  return (
    <Stack gap={0} align="flex-start">
      <Group gap={4}>
        <StateMark look={LOOKS[state]} />
        {state === 'PAUSED' && provider.openUntil !== null && <TimeText at={provider.openUntil} />}
      </Group>
      {isFailing(state) && (
        <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
          {provider.lastError ?? 'no reason was given'}
        </Text>
      )}
      {state === 'OFF' && (
        <Anchor component={Link} size="xs" to={place === 'sources' ? paths.sources : paths.enrichmentTab(place)}>
          Set up
        </Anchor>
      )}
    </Stack>
  )
}

function Moment({ at }: { at: string | null }) {
  return at === null ? <Text size="sm" c="dimmed" children="never" /> : <TimeText at={at} relative />
}

/** An error that is over; one that is not stands beside the state. */
function LastError({ provider, now }: { provider: Provider; now: number }) {
  const { lastErrorAt, lastError } = provider
  return (
    <>
      <Moment at={lastErrorAt} />
      {lastErrorAt !== null && !isFailing(healthState(provider, now)) && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {lastError ?? 'no reason was given'}
        </Text>
      )}
    </>
  )
}

function AskedToday({ provider }: { provider: Provider }) {
  const { askedToday, quota } = provider
  const used = quotaUsed(provider)
  if (quota === null || used === null) return <>{formatCount(askedToday)}</>
  return (
    <Stack gap={3} maw={170}>
      <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
        {formatCount(askedToday)} of {formatCount(quota)}
      </Text>
      <Progress
        value={used}
        size="sm"
        color={used >= 100 ? 'red' : used >= 80 ? 'orange' : 'blue'}
        aria-label={`Quota of ${PROVIDER_NAMES[provider.provider]} used`}
      />
    </Stack>
  )
}
