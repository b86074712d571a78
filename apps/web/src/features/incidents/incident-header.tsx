import { Anchor, Group, Text } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { DueChip } from '../../components/ui/due-chip'
import { SeverityBadge } from '../../components/ui/severity-badge'
import { StateBadge } from '../../components/ui/state-badge'
import { TimeText } from '../../components/ui/time-text'
import { paths } from '../../config/paths'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { formatCount, formatCounted } from '../../lib/format'
import classes from './incident-page.module.css'

export const IncidentHeader_Incident = graphql(`
  fragment IncidentHeader_Incident on Incident {
    id
    number
    title
    severity
    state
    alertCount
    eventCount
    allowedCount
    lastAlertAt
    closeSummary
    acknowledgeBy
    closeBy
    mutedUntil
    mutedAlerts
    mergedInto {
      id
      number
    }
    closeDetail
    assignee {
      id
      name
    }
  }
`)

interface IncidentHeaderProps {
  readonly incident: FragmentType<typeof IncidentHeader_Incident>
  /** What can be done with it. */
  readonly children: ReactNode
  /** Its title; where it may be changed, with what changes it. */
  readonly title: ReactNode
  /** What it is said to be. */
  readonly below: ReactNode
  /** Who else looks at it. */
  readonly aside: ReactNode
}

export function IncidentHeader({ incident: masked, children, title, below, aside }: IncidentHeaderProps) {
  const incident = readFragment(IncidentHeader_Incident, masked)
  return (
    <header className={classes['header']}>
      <Group justify="space-between" gap="xs" align="flex-start">
        <div className={classes['heading']}>
          <Anchor component={Link} to={paths.incidents} size="xs" c="dimmed">
            <Group gap={2} component="span">
              <IconChevronLeft size={14} aria-hidden /> Incidents
            </Group>
          </Anchor>
          {title}
        </div>
        <Group gap={6}>{children}</Group>
      </Group>
      <Group gap="md" mt={4} fz="sm">
        <StateBadge state={incident.state} size="lg" />
        <SeverityBadge severity={incident.severity} />
        <DueChip acknowledgeBy={incident.acknowledgeBy} closeBy={incident.closeBy} />
        <span>
          <Text span inherit c="dimmed">
            Assignee{' '}
          </Text>
          {incident.assignee?.name ?? 'nobody'}
        </span>
        <span>
          {formatCount(incident.alertCount)} {incident.alertCount === '1' ? 'alert' : 'alerts'}
          {incident.eventCount !== incident.alertCount && ` (${formatCount(incident.eventCount)} events)`}
          {incident.allowedCount !== '0' && <strong className={classes['allowed']}>, {formatCount(incident.allowedCount)} allowed</strong>}
        </span>
        <span>
          <Text span inherit c="dimmed">
            Last alert{' '}
          </Text>
          <TimeText at={incident.lastAlertAt} relative />
        </span>
        {aside}
      </Group>
      {incident.mergedInto && (
        <Text size="sm" mt={4}>
          Merged into{' '}
          <Anchor component={Link} to={paths.incident(incident.mergedInto.number)} inherit>
            INC-{incident.mergedInto.number}
          </Anchor>
        </Text>
      )}
      {incident.mutedUntil && (
        <Text size="sm" mt={4}>
          Muted until <TimeText at={incident.mutedUntil} />, {formatCounted(incident.mutedAlerts, 'alert')} so far
        </Text>
      )}
      {below}
      {incident.closeSummary && (
        <Text size="sm" mt={4}>
          <Text span inherit c="dimmed">
            Closed:{' '}
          </Text>
          {incident.closeSummary}
          {incident.closeDetail && (
            <Text span inherit display="block" className={classes['written']}>
              {incident.closeDetail}
            </Text>
          )}
        </Text>
      )}
    </header>
  )
}
