import { Anchor, Group, SimpleGrid, Text } from '@mantine/core'
import { Link } from 'react-router'
import { CardTable } from '../../components/ui/card-table'
import { Panel } from '../../components/ui/panel'
import { SeverityBadge } from '../../components/ui/severity-badge'
import { paths } from '../../config/paths'
import type { Overview_QueryQuery } from '../../gql/graphql'
import { formatCount, formatDuration } from '../../lib/format'
import { CountList } from './count-list'
import { alertsSearchLink, incidentsSearchLink, openLink } from './overview-links'
import { StepChart } from './step-chart'
import { ALERTS_BY_OUTCOME, ALERTS_BY_SEVERITY, INCIDENTS_BY_SEVERITY } from './step-series'

export type OverviewData = Overview_QueryQuery['overview']

const MINUTE_MS = 60_000

export function OverviewCards({ overview }: { overview: OverviewData }) {
  return (
    <>
      <SimpleGrid cols={{ base: 1, lg: 3 }} spacing="sm">
        <Panel title="Alerts">
          <StepChart label="Alerts by severity" steps={overview.alerts} series={ALERTS_BY_SEVERITY} range={overview} />
        </Panel>
        <Panel title="Allowed and blocked">
          <StepChart label="Alerts by outcome" steps={overview.alerts} series={ALERTS_BY_OUTCOME} range={overview} />
        </Panel>
        <Panel title="New incidents">
          <StepChart label="Incidents by severity" steps={overview.incidents} series={INCIDENTS_BY_SEVERITY} range={overview} />
        </Panel>
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
        <OpenIncidents overview={overview} />
        <Handling overview={overview} />
        <TopLists overview={overview} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm">
        {overview.lists && <ListGrowth lists={overview.lists} />}
        {overview.devices && <SyncStates devices={overview.devices} />}
      </SimpleGrid>
    </>
  )
}

function OpenIncidents({ overview: { openByAge, openBySeverity } }: { overview: OverviewData }) {
  const severities = openBySeverity.map(({ severity, count }) => ({
    key: severity,
    label: <SeverityBadge severity={severity} />,
    count,
    to: openLink(severity),
  }))
  const ages = openByAge.map(({ label, count, search }) => ({ key: label, label, count, to: incidentsSearchLink(search) }))
  return (
    <>
      <Panel title="Open now, by severity">
        <CountList label="Open incidents by severity" rows={severities} none="No incident is open." />
      </Panel>
      <Panel title="Open now, by age">
        <CountList label="Open incidents by age" rows={ages} none="No incident is open." />
      </Panel>
    </>
  )
}

function Handling({ overview: { medianAcknowledgeMinutes, medianCloseMinutes } }: { overview: OverviewData }) {
  const numbers = [
    ['to acknowledge', medianAcknowledgeMinutes],
    ['to close', medianCloseMinutes],
  ] as const
  return (
    <Panel title="Handling, median">
      <Group gap="xl">
        {numbers.map(([label, minutes]) => (
          <div key={label}>
            <Text fz="1.75rem" fw={600} lh={1.2}>
              {typeof minutes === 'number' ? formatDuration(minutes * MINUTE_MS) : '–'}
            </Text>
            <Text size="sm" c="dimmed">
              {label}
            </Text>
          </div>
        ))}
      </Group>
      {typeof medianAcknowledgeMinutes !== 'number' && typeof medianCloseMinutes !== 'number' && (
        <Text size="sm" c="dimmed">
          No incident was acknowledged or closed in this time.
        </Text>
      )}
    </Panel>
  )
}

function TopLists({ overview }: { overview: OverviewData }) {
  const tops = [
    ['Attackers', overview.topAttackers],
    ['Targets', overview.topTargets],
    ['Users', overview.topUsers],
    ['Threats', overview.topThreats],
    ['Firewall rules', overview.topRules],
    ['Firewalls', overview.topFirewalls],
  ] as const
  return tops.map(([title, rows]) => (
    <Panel key={title} title={title}>
      <CountList
        label={`Top ${title.toLowerCase()}`}
        rows={rows.map(({ label, count, search }) => ({ key: search, label, count, to: alertsSearchLink(search) }))}
        none="None in this time."
      />
    </Panel>
  ))
}

function ListGrowth({ lists }: { lists: NonNullable<OverviewData['lists']> }) {
  const rows = lists.map(({ list, entries, added, removed }) => ({
    key: list.id,
    cells: [
      <Anchor key="list" component={Link} to={paths.list(list.id)}>
        {list.name}
      </Anchor>,
      formatCount(entries),
      added === 0 ? '–' : `+${formatCount(added)}`,
      removed === 0 ? '–' : `−${formatCount(removed)}`,
    ],
  }))
  return (
    <Panel title="Lists">
      {rows.length === 0 ? (
        <None text="There is no list yet." />
      ) : (
        <CardTable label="Growth of lists" columns={['List', 'Entries', 'Added', 'Removed']} rows={rows} />
      )}
    </Panel>
  )
}

function SyncStates({ devices }: { devices: NonNullable<OverviewData['devices']> }) {
  const rows = devices.map(({ device, inSync, pending, failed }) => ({
    key: device.id,
    cells: [
      <Anchor key="device" component={Link} to={paths.device(device.id)}>
        {device.name}
      </Anchor>,
      formatCount(inSync),
      formatCount(pending),
      <Text key="failed" span inherit {...(failed > 0 && { c: 'error', fw: 600 })}>
        {formatCount(failed)}
      </Text>,
    ],
  }))
  return (
    <Panel title="Firewalls that enforce">
      {rows.length === 0 ? (
        <None text="Nothing is pushed to a firewall yet." />
      ) : (
        <CardTable label="Lists on firewalls" columns={['Device', 'In sync', 'Pending', 'Failed']} rows={rows} />
      )}
    </Panel>
  )
}

const None = ({ text }: { text: string }) => (
  <Text size="sm" c="dimmed">
    {text}
  </Text>
)
