import { Anchor, Badge, Stack, Text } from '@mantine/core'
import { MappingState } from '@sallyport/shared'
import { Link } from 'react-router'
import { CardTable } from '../../components/ui/card-table'
import { TimeText } from '../../components/ui/time-text'
import { paths } from '../../config/paths'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { DeviceTable_DeviceFragment } from '../../gql/graphql'
import { formatCount } from '../../lib/format'
import { FAILURE_WORDS, scheduleText } from './device-words'
import { MAPPING_STATES, MappingStateMark, RunStateMark } from './state-mark'

export const DeviceTable_Device = graphql(`
  fragment DeviceTable_Device on Device {
    id
    name
    description
    host
    peerHost
    schedule
    intervalMinutes
    dailyAt
    timeZone
    paused
    facts {
      model
      panosVersion
      haState
      missingRights
    }
    mappings {
      id
      state
    }
    runs(first: 1) {
      nodes {
        id
        state
        failure
        added
        removed
        startedAt
        finishedAt
      }
    }
  }
`)

export function DeviceTable({ devices }: { devices: readonly FragmentType<typeof DeviceTable_Device>[] }) {
  return (
    <CardTable
      label="Network Devices"
      columns={['Name', 'Hostname / IP', 'Model', 'Update', 'Mappings', 'Last run']}
      rows={readFragment(DeviceTable_Device, devices).map(device => ({
        key: device.id,
        cells: [
          <DeviceName device={device} />,
          <TwoLines upper={device.host} lower={device.peerHost !== null && `peer ${device.peerHost}`} />,
          <Model device={device} />,
          scheduleText(device),
          <Mappings device={device} />,
          <LastRun device={device} />,
        ],
      }))}
    />
  )
}

interface CellProps {
  readonly device: DeviceTable_DeviceFragment
}

function DeviceName({ device: { id, name, description, paused } }: CellProps) {
  return (
    <Stack gap={2} align="flex-start">
      <Anchor component={Link} to={paths.device(id)} size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {name}
      </Anchor>
      {paused && (
        <Badge variant="outline" color="gray" radius="sm" tt="none">
          Paused
        </Badge>
      )}
      {description !== '' && (
        <Text size="xs" c="dimmed" fw={400} lineClamp={2}>
          {description}
        </Text>
      )}
    </Stack>
  )
}

function Model({ device: { facts } }: CellProps) {
  if (!facts) return <Text size="sm" c="dimmed" children="not asked yet" />
  const lower = [facts.panosVersion !== null && `PAN-OS ${facts.panosVersion}`, facts.haState !== null && `HA ${facts.haState}`]
    .filter(Boolean)
    .join(', ')
  return (
    <>
      <TwoLines upper={facts.model ?? 'model not told'} lower={lower} />
      {facts.missingRights.length > 0 && (
        <Text size="xs" c="var(--mantine-color-error)">
          rights missing
        </Text>
      )}
    </>
  )
}

/** How many of each state: what needs somebody stands on top. */
function Mappings({ device: { mappings } }: CellProps) {
  if (mappings.length === 0) return <Text size="sm" c="dimmed" children="none" />
  const order = [MappingState.FAILED, MappingState.DRIFTED, MappingState.AWAITING_COMMIT, MappingState.PENDING, MappingState.IN_SYNC]
  const counts = order.map(state => ({ state, count: mappings.filter(mapping => mapping.state === state).length }))
  return (
    <Stack gap={0} align="flex-start">
      {counts
        .filter(({ count }) => count > 0)
        .map(({ state, count }) => (
          <MappingStateMark key={state} state={state} text={`${formatCount(count)} ${MAPPING_STATES[state].word.toLowerCase()}`} />
        ))}
    </Stack>
  )
}

function LastRun({ device: { runs } }: CellProps) {
  const [run] = runs.nodes
  if (!run) return <Text size="sm" c="dimmed" children="never" />
  return (
    <>
      <RunStateMark state={run.state} />
      <Text size="xs" c="dimmed">
        <TimeText at={run.finishedAt ?? run.startedAt} relative />
        {`, +${formatCount(run.added)} −${formatCount(run.removed)}`}
      </Text>
      {run.failure !== null && (
        <Text size="xs" c="var(--mantine-color-error)">
          {FAILURE_WORDS[run.failure]}
        </Text>
      )}
    </>
  )
}

function TwoLines({ upper, lower }: { upper: string; lower: string | false }) {
  return (
    <>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {upper}
      </Text>
      {lower !== '' && lower !== false && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {lower}
        </Text>
      )}
    </>
  )
}
