import { Group, SimpleGrid, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Notice } from '../../components/ui/notice'
import { Sparkline } from '../../components/ui/sparkline'
import { TimeText } from '../../components/ui/time-text'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { formatBytes, formatCount } from '../../lib/format'
import { OutcomeCounts } from './outcome-counts'

export const SourceHealth_SourceHealth = graphql(`
  fragment SourceHealth_SourceHealth on SourceHealth {
    firstAlertAt
    lastAlertAt
    alertCount
    alertsPerMinute
    queuedLines
    spooledBytes
    spooledBatches
    outcomes {
      ...OutcomeCounts_OutcomeCount
    }
  }
`)

/** Whether alerts arrive, and what became of every line. */
export function SourceHealth({ health: given }: { health: FragmentType<typeof SourceHealth_SourceHealth> }) {
  const health = readFragment(SourceHealth_SourceHealth, given)
  return (
    <Stack gap="sm">
      {health.spooledBatches > 0 && (
        <Notice tone="warning">
          {formatBytes(health.spooledBytes)} of lines wait on disk until the database has taken them. Nothing is lost.
        </Notice>
      )}
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
        <Figure label="Last alert">{health.lastAlertAt ? <TimeText at={health.lastAlertAt} relative /> : 'none yet'}</Figure>
        <Figure label="First alert">{health.firstAlertAt ? <TimeText at={health.firstAlertAt} /> : 'none yet'}</Figure>
        <Figure label="Alerts stored">{formatCount(health.alertCount)}</Figure>
        <Figure label="Lines waiting">{formatCount(health.queuedLines)}</Figure>
      </SimpleGrid>
      <Sparkline perMinute={health.alertsPerMinute} height={48} labelled />
      <Stack gap={2}>
        <Text size="sm" fw={600}>
          Lines of the last 24 hours
        </Text>
        <OutcomeCounts counts={health.outcomes} label="Lines of the last 24 hours by outcome" />
      </Stack>
    </Stack>
  )
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Group gap={0} align="flex-start" style={{ flexDirection: 'column' }}>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="md" fw={600} component="div">
        {children}
      </Text>
    </Group>
  )
}
