import { Anchor, Box, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconDeviceTv } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { ListFault, ListSkeleton } from '../../components/ui/list-states'
import { TimeRangeFilter } from '../../components/ui/time-range-filter'
import { paths } from '../../config/paths'
import { formatDateTime, formatZone } from '../../lib/format'
import { usePageTitle } from '../../lib/page-title'
import { PAST_CACHE } from '../../lib/past-cache'
import { useCan } from '../../lib/permissions'
import { useTimeZone } from '../../lib/time-zone'
import { usePolling } from '../../lib/use-polling'
import { useUrlFilters } from '../../lib/use-url-filters'
import { errorText } from '../../lib/user-errors'
import { OverviewCards, type OverviewData } from './overview-cards'
import { OVERVIEW_PARAMS, overviewTimes } from './overview-params'
import { Overview_Query } from './overview-query'
import { useWallScreen } from './use-wall-screen'

const EVERY_MS = 60_000
const WALL_EVERY_MS = 30_000
/** A new time every minute: a cache that never forgets would keep them all. */
const CONTEXT = { ...PAST_CACHE, requestPolicy: 'network-only' } as const

/** What happened in a time, and what is open; every number leads to the list behind it. */
export function OverviewPage() {
  usePageTitle('Overview')
  const { filters, change } = useUrlFilters(OVERVIEW_PARAMS)
  const wall = filters.wall === '1'
  useWallScreen(wall, () => change({ wall: '0' }))
  const [now, setNow] = useState(() => Date.now())
  usePolling(() => setNow(Date.now()), wall ? WALL_EVERY_MS : EVERY_MS)
  const { from, to } = useMemo(() => overviewTimes(filters.range, now), [filters.range, now])
  const variables = { from, to, lists: useCan('list:read'), devices: useCan('device:read') }
  const [{ data, error, fetching }, ask] = useQuery({ query: Overview_Query, variables, context: CONTEXT })
  const overview = useLast(data?.overview)
  // A fixed time is asked for again as it is; another one as of now.
  const retry = () => {
    setNow(Date.now())
    ask()
  }

  return (
    <Stack gap="sm" p={{ base: 'xs', sm: 'md' }}>
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          <Title order={1}>Overview</Title>
          <TimeRangeFilter label="Time" range={filters.range} onChange={range => change({ range })} />
          {overview && <Told overview={overview} />}
        </Group>
        <Button
          variant="default"
          leftSection={<IconDeviceTv size={14} aria-hidden />}
          onClick={() => change({ wall: wall ? '0' : '1' })}
          title={wall ? 'Escape does the same' : 'For a screen on the wall: no navigation, larger, newer every 30 seconds'}
        >
          {wall ? 'Leave the wall screen' : 'Wall screen'}
        </Button>
      </Group>
      {error && <ListFault title="The overview could not be read" text={errorText(error)} onRetry={retry} />}
      {!overview && fetching && <ListSkeleton />}
      {overview && (
        <Stack gap="sm" aria-busy={fetching}>
          {overview.alerts.every(({ severities }) => severities.length === 0) && <NoAlerts />}
          <OverviewCards overview={overview} />
        </Stack>
      )}
    </Stack>
  )
}

/** The newest that was told, also while the next is asked for or could not be had. */
function useLast(overview: OverviewData | undefined): OverviewData | undefined {
  const [last, setLast] = useState(overview)
  if (overview !== undefined && overview !== last) setLast(overview)
  return overview ?? last
}

function Told({ overview: { from, to } }: { overview: OverviewData }) {
  const { timeZone } = useTimeZone()
  return (
    <Text size="xs" c="dimmed">
      {formatDateTime(from, timeZone)} – {formatDateTime(to, timeZone)} {formatZone(timeZone, new Date(to))}
    </Text>
  )
}

function NoAlerts() {
  const maySources = useCan('source:read')
  return (
    <Box role="status">
      <Text fw={600}>No alerts in this time</Text>
      <Text size="sm" c="dimmed">
        Choose a longer time
        {maySources && (
          <>
            , or see whether firewalls send anything on the page{' '}
            <Anchor component={Link} to={paths.sources} inherit>
              Sources
            </Anchor>
          </>
        )}
        .
      </Text>
    </Box>
  )
}
