import { Anchor, Group, SegmentedControl, Skeleton, Text, VisuallyHidden } from '@mantine/core'
import type { ObservableKind } from '@sallyport/shared'
import { lazy, Suspense, useMemo } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { CardTable } from '../../components/ui/card-table'
import { ListFault } from '../../components/ui/list-states'
import { Panel } from '../../components/ui/panel'
import { SeverityBadge } from '../../components/ui/severity-badge'
import { StateBadge } from '../../components/ui/state-badge'
import { TimeText } from '../../components/ui/time-text'
import { paths } from '../../config/paths'
import { graphql } from '../../gql'
import type { ObservableActivity_QueryQuery } from '../../gql/graphql'
import { formatCount, formatCounted } from '../../lib/format'
import { errorText } from '../../lib/user-errors'
import { activityText, everyDay } from './activity-days'
import { type ActivityDays, alertsWith, incidentsWith, ROLE_WORDS } from './observable-words'
import classes from './observables.module.css'

const ActivityChart = lazy(async () => ({ default: (await import('./activity-chart')).ActivityChart }))

const ObservableActivity_Query = graphql(`
  query ObservableActivity_Query($kind: ObservableKind!, $value: String!, $days: Int!) {
    observable(kind: $kind, value: $value) {
      kind
      value
      activity(days: $days) {
        firstSeenAt
        lastSeenAt
        alerts
        exact
        days {
          day
          alerts
          blocked
        }
        roles {
          role
          alerts
        }
      }
      incidents(first: 20) {
        nodes {
          id
          number
          title
          state
          severity
          alertCount
          lastAlertAt
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`)

type Answer = NonNullable<ObservableActivity_QueryQuery['observable']>

interface ObservableActivityProps {
  readonly kind: ObservableKind
  readonly value: string
  readonly days: ActivityDays
  onDays(days: ActivityDays): void
}

const RANGES = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
]

/** What alerts and incidents have to do with a value. A question of its own: counting takes longer than knowing. */
export function ObservableActivity({ kind, value, days, onDays }: ObservableActivityProps) {
  const [{ data, error, fetching }, ask] = useQuery({
    query: ObservableActivity_Query,
    variables: { kind, value, days },
    requestPolicy: 'cache-and-network',
  })
  const answer = data?.observable ?? null
  const incidents = incidentsWith(kind, value)
  if (answer === null && error && !fetching) {
    return (
      <ListFault
        title="Its alerts and incidents could not be read"
        text={errorText(error)}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      />
    )
  }
  return (
    <>
      <Panel
        title="Alerts"
        actions={
          <>
            <SegmentedControl
              size="xs"
              aria-label="Span of time"
              data={RANGES}
              value={String(days)}
              onChange={text => onDays(Number(text) as ActivityDays)}
            />
            <Anchor component={Link} to={alertsWith(kind, value, days)} size="sm">
              Show alerts
            </Anchor>
          </>
        }
      >
        {answer === null ? <Skeleton h={180} aria-label="Loading" /> : <Activity activity={answer.activity} days={days} />}
      </Panel>
      <Panel
        title="Incidents"
        actions={
          incidents !== null && (
            <Anchor component={Link} to={incidents} size="sm">
              Show incidents
            </Anchor>
          )
        }
      >
        {answer === null ? <Skeleton h={60} aria-label="Loading" /> : <Incidents incidents={answer.incidents} />}
      </Panel>
    </>
  )
}

function Activity({ activity, days }: { activity: Answer['activity']; days: number }) {
  const { firstSeenAt, lastSeenAt, alerts, exact, roles } = activity
  const bars = useMemo(() => everyDay(activity.days, days, Date.now()), [activity.days, days])
  if (alerts === 0) {
    return (
      <Text size="sm" c="dimmed">
        No alert of the last {days} days has it.
      </Text>
    )
  }
  return (
    <>
      <Group gap="4px 16px" fz="sm">
        <span>
          {!exact && 'more than '}
          {formatCounted(alerts, 'alert')}
        </span>
        {firstSeenAt !== null && (
          <span>
            <Text span inherit c="dimmed">
              First seen{' '}
            </Text>
            <TimeText at={firstSeenAt} />
          </span>
        )}
        {lastSeenAt !== null && (
          <span>
            <Text span inherit c="dimmed">
              Last seen{' '}
            </Text>
            <TimeText at={lastSeenAt} />
          </span>
        )}
        <span>{roles.map(({ role, alerts: count }) => `${ROLE_WORDS[role]} in ${formatCount(count)}`).join(', ')}</span>
      </Group>
      <figure style={{ margin: 0 }}>
        <div aria-hidden>
          <Suspense fallback={<Skeleton h={180} />}>
            <ActivityChart days={bars} />
          </Suspense>
        </div>
        <VisuallyHidden component="figcaption">{activityText(bars)}</VisuallyHidden>
        <Text size="xs" c="dimmed" aria-hidden>
          Alerts by day, in UTC
        </Text>
      </figure>
    </>
  )
}

function Incidents({ incidents: { nodes, pageInfo } }: { incidents: Answer['incidents'] }) {
  if (nodes.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        It is in no incident.
      </Text>
    )
  }
  return (
    <>
      <CardTable
        label="Incidents"
        columns={['Incident', 'Severity', 'State', 'Alerts', 'Last alert']}
        rows={nodes.map(incident => ({
          key: incident.id,
          cells: [
            <span key="name" className={classes['lines']}>
              <Anchor component={Link} to={paths.incident(incident.number)} inherit>
                INC-{incident.number}
              </Anchor>{' '}
              <Text span inherit fw={400}>
                {incident.title}
              </Text>
            </span>,
            <SeverityBadge key="severity" severity={incident.severity} />,
            <div key="state" style={{ width: 'max-content' }}>
              <StateBadge state={incident.state} />
            </div>,
            formatCount(incident.alertCount),
            <TimeText key="last" at={incident.lastAlertAt} />,
          ],
        }))}
      />
      {pageInfo.hasNextPage && (
        <Text size="xs" c="dimmed">
          These are the newest {nodes.length} of them.
        </Text>
      )}
    </>
  )
}
