import { ActionIcon, Button, Group, Loader, Progress, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAlertTriangle, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { CardTable } from '../../components/ui/card-table'
import { Panel } from '../../components/ui/panel'
import { TimeText } from '../../components/ui/time-text'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { Mappings_DeviceFragment } from '../../gql/graphql'
import { formatCount } from '../../lib/format'
import { useCan } from '../../lib/permissions'
import { DeleteMappingDialog } from './delete-mapping-dialog'
import { CAUSE_WORDS, MAPPING_KIND_WORDS } from './device-words'
import { NewMappingPanel } from './new-mapping-panel'
import { MappingStateMark } from './state-mark'

export const Mappings_Device = graphql(`
  fragment Mappings_Device on Device {
    id
    name
    scope
    mappings {
      id
      kind
      groupName
      state
      stateReason
      syncedRevision
      syncedAt
      entryCount
      capacity
      list {
        id
        name
        entryCount
        revision
      }
    }
    running {
      id
      cause
      added
      removed
      apiCalls
      startedAt
    }
  }
`)

type Mapping = Mappings_DeviceFragment['mappings'][number]

/** The lists that the device enforces, each under the name of a group. */
export function Mappings({ device: given, onDeleted }: { device: FragmentType<typeof Mappings_Device>; onDeleted: () => void }) {
  const device = readFragment(Mappings_Device, given)
  const { mappings, running } = device
  const mayWrite = useCan('device:write')
  const [adding, panel] = useDisclosure(false)
  const [deleted, setDeleted] = useState<Mapping | null>(null)
  return (
    <Panel
      title="List Mappings"
      actions={
        mayWrite && (
          <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={panel.open}>
            Add
          </Button>
        )
      }
    >
      <div aria-live="polite">{running && <Running run={running} />}</div>
      {mappings.length === 0 ? (
        <Text c="dimmed">No list is mapped to this device yet: nothing is pushed to it.</Text>
      ) : (
        <CardTable
          label="List Mappings"
          columns={['Group Name', 'List', 'Kind', 'State', 'Entries on the device']}
          rows={mappings.map(mapping => ({
            key: mapping.id,
            cells: [
              <span style={{ overflowWrap: 'anywhere' }}>{mapping.groupName}</span>,
              mapping.list.name,
              MAPPING_KIND_WORDS[mapping.kind],
              <State mapping={mapping} />,
              <Capacity mapping={mapping} />,
            ],
            actions: mayWrite && (
              <ActionIcon aria-label={`Delete the mapping ${mapping.groupName}`} onClick={() => setDeleted(mapping)}>
                <IconTrash size={16} />
              </ActionIcon>
            ),
          }))}
        />
      )}
      <NewMappingPanel device={device} opened={adding} onClose={panel.close} />
      {deleted && <DeleteMappingDialog mapping={deleted} deviceName={device.name} onClose={() => setDeleted(null)} onDeleted={onDeleted} />}
    </Panel>
  )
}

function Running({ run: { cause, startedAt, added, removed, apiCalls } }: { run: NonNullable<Mappings_DeviceFragment['running']> }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <Loader size="xs" aria-hidden />
      <Text size="sm">
        Pushing ({CAUSE_WORDS[cause].toLowerCase()}), begun <TimeText at={startedAt} relative />: +{formatCount(added)} −
        {formatCount(removed)}, {formatCount(apiCalls)} API calls
      </Text>
    </Group>
  )
}

/** In sync is a claim about a version of the list: it says which, and whether the list has gone on since. */
function State({ mapping: { state, stateReason, syncedRevision, syncedAt, list } }: { mapping: Mapping }) {
  const behind = syncedRevision !== null && syncedRevision !== list.revision
  return (
    <Stack gap={0} align="flex-start">
      <MappingStateMark state={state} />
      {stateReason !== null && (
        <Text size="xs" maw={420} style={{ overflowWrap: 'anywhere' }}>
          {stateReason}
        </Text>
      )}
      {syncedRevision !== null && syncedAt !== null && (
        <Text size="xs" c="dimmed">
          revision {syncedRevision}
          {behind && `, the list is at ${list.revision}`}, <TimeText at={syncedAt} relative />
        </Text>
      )}
    </Stack>
  )
}

/** From this share on the limit is near enough to warn. */
const WARN_FROM = 0.9

function Capacity({ mapping: { groupName, entryCount, capacity, list } }: { mapping: Mapping }) {
  if (capacity === null) return <Text size="sm">{formatCount(entryCount)}</Text>
  // What the list wants to put there counts, even where the device has not got it yet.
  const wanted = Math.max(entryCount, list.entryCount)
  const share = wanted / capacity
  const warning =
    share > 1
      ? `The list has ${formatCount(wanted)}: more than the device holds`
      : share >= WARN_FROM
        ? 'Close to the limit of the device'
        : null
  return (
    <Stack gap={2} miw={160}>
      <Text size="sm">
        {formatCount(entryCount)} of {formatCount(capacity)}
      </Text>
      <Progress
        value={Math.min(100, share * 100)}
        size="sm"
        color={warning === null ? 'steel' : share > 1 ? 'red' : 'yellow'}
        aria-label={`${groupName}: share of the limit of the device`}
      />
      {warning !== null && (
        <Group gap={4} wrap="nowrap" c="var(--mantine-color-error)">
          <IconAlertTriangle size={14} aria-hidden style={{ flex: 'none' }} />
          <Text size="xs">{warning}</Text>
        </Group>
      )}
    </Stack>
  )
}
