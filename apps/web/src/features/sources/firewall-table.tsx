import { ActionIcon, Badge, Button, Popover, Stack, Table, Text, Tooltip, VisuallyHidden } from '@mantine/core'
import type { IngestOutcome } from '@sallyport/shared'
import { IconPencil } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Sparkline } from '../../components/ui/sparkline'
import { TimeText } from '../../components/ui/time-text'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { FirewallTable_FirewallFragment } from '../../gql/graphql'
import { formatCount, formatCounted, formatDuration } from '../../lib/format'
import { useCan } from '../../lib/permissions'
import { FirewallDialog } from './firewall-dialog'
import classes from './firewall-table.module.css'
import { OutcomeCounts, OutcomeCounts_OutcomeCount } from './outcome-counts'

export const FirewallTable_Firewall = graphql(`
  fragment FirewallTable_Firewall on Firewall {
    id
    serial
    name
    address
    panosVersion
    fieldCount
    timeZone
    addressOrder
    firstAlertAt
    lastAlertAt
    lastLineAt
    alertCount
    sequenceGaps
    sequenceMissing
    clockSkewMs
    alertsPerMinute
    outcomes {
      ...OutcomeCounts_OutcomeCount
    }
  }
`)

/** A clock that is off by less is fine: lines wait in the firewall's queue too. */
const SKEW_TOLERATED_MS = 30_000

interface FirewallTableProps {
  readonly firewalls: readonly FragmentType<typeof FirewallTable_Firewall>[]
  readonly sourceTimeZone: string
}

const COLUMNS = ['Firewall', 'Address, PAN-OS', 'Alerts', 'Last alert', 'Per minute', 'Lines of 24 h', 'Sequence', 'Clock'] as const

/** Who sends: as their lines tell of them. */
export function FirewallTable({ firewalls, sourceTimeZone }: FirewallTableProps) {
  const rows = readFragment(FirewallTable_Firewall, firewalls)
  const mayWrite = useCan('source:write')
  const [editedId, setEditedId] = useState<string | null>(null)
  const edited = rows.find(({ id }) => id === editedId)
  return (
    <>
      <div className={classes['scroll']} tabIndex={0} role="region" aria-label="Firewalls, scrollable">
        <Table verticalSpacing={5} horizontalSpacing={8} className={classes['table']} aria-label="Firewalls">
          <Table.Thead>
            <Table.Tr>
              {COLUMNS.map(heading => (
                <Table.Th key={heading} scope="col">
                  {heading}
                </Table.Th>
              ))}
              {mayWrite && <Table.Th scope="col" aria-label="Edit" />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(firewall => (
              <FirewallRow
                key={firewall.id}
                firewall={firewall}
                sourceTimeZone={sourceTimeZone}
                onEdit={mayWrite ? setEditedId : undefined}
              />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {edited && <FirewallDialog firewall={edited} sourceTimeZone={sourceTimeZone} onClose={() => setEditedId(null)} />}
    </>
  )
}

interface FirewallRowProps {
  readonly firewall: FirewallTable_FirewallFragment
  readonly sourceTimeZone: string
  readonly onEdit: ((id: string) => void) | undefined
}

function FirewallRow({ firewall, sourceTimeZone, onEdit }: FirewallRowProps) {
  const name = firewall.name || firewall.serial || 'unnamed'
  const { firstAlertAt, lastAlertAt, lastLineAt, sequenceGaps, sequenceMissing } = firewall
  const version = [
    firewall.panosVersion === null ? 'version not told' : `PAN-OS ${firewall.panosVersion}`,
    ...(firewall.fieldCount === null ? [] : [`${firewall.fieldCount} fields`]),
  ].join(', ')
  const cells: readonly ReactNode[] = [
    <TwoLines upper={firewall.address ?? 'unknown'} lower={version} />,
    <TwoLines upper={formatCount(firewall.alertCount)} lower={firstAlertAt && <>first {<TimeText at={firstAlertAt} relative />}</>} />,
    <TwoLines
      upper={lastAlertAt ? <TimeText at={lastAlertAt} relative /> : 'none yet'}
      lower={lastLineAt && <>any line {<TimeText at={lastLineAt} relative />}</>}
    />,
    <Sparkline perMinute={firewall.alertsPerMinute} />,
    <FirewallLines name={name} outcomes={firewall.outcomes} />,
    sequenceGaps === '0' ? (
      'no gaps'
    ) : (
      <Tooltip label="A log forwarding filter makes holes too: this need not be loss." multiline maw={260}>
        <span tabIndex={0}>
          <TwoLines upper={formatCounted(sequenceGaps, 'gap')} lower={`${formatCount(sequenceMissing)} missing`} />
        </span>
      </Tooltip>
    ),
    <Clock firewall={firewall} sourceTimeZone={sourceTimeZone} />,
  ]
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={600}>
        <TwoLines upper={name} lower={firewall.name ? firewall.serial : ''} />
      </Table.Th>
      {cells.map((cell, index) => (
        <Table.Td key={COLUMNS[index + 1]} data-label={COLUMNS[index + 1]}>
          {cell}
        </Table.Td>
      ))}
      {onEdit && (
        <Table.Td>
          <ActionIcon aria-label={`Edit ${name}`} onClick={() => onEdit(firewall.id)}>
            <IconPencil size={16} />
          </ActionIcon>
        </Table.Td>
      )}
    </Table.Tr>
  )
}

/** What an administrator must see at once, and all of it on demand. */
function FirewallLines({ name, outcomes }: { name: string; outcomes: FirewallTable_FirewallFragment['outcomes'] }) {
  const counts = readFragment(OutcomeCounts_OutcomeCount, outcomes)
  const sum = (wanted: IngestOutcome) =>
    counts.filter(({ outcome }) => outcome === wanted).reduce((total, { count }) => total + BigInt(count), 0n)
  const faults = [
    [sum('UNREADABLE'), 'unreadable'],
    [sum('DROPPED'), 'dropped'],
  ].flatMap(([count, word]) => (count === 0n ? [] : [`${formatCount(String(count))} ${word}`]))
  const setAside = sum('SET_ASIDE')
  const quiet = setAside > 0n ? `${formatCount(String(setAside))} set aside` : 'alerts only'
  return (
    <Popover position="bottom-end" width={340} withArrow shadow="md">
      <Popover.Target>
        <Button variant="subtle" color="gray" size="compact-sm" h="auto" fw={400} px={4} mx={-4}>
          <VisuallyHidden>Lines of {name} by outcome: </VisuallyHidden>
          {faults.length > 0 ? (
            <Text size="sm" fw={600} c="var(--mantine-color-error)">
              {faults.map(fault => (
                <span key={fault} className={classes['fault']}>
                  {fault}
                </span>
              ))}
            </Text>
          ) : (
            quiet
          )}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <OutcomeCounts counts={outcomes} label={`Lines of ${name} of the last 24 hours by outcome`} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Clock({ firewall, sourceTimeZone }: { firewall: FirewallTable_FirewallFragment; sourceTimeZone: string }) {
  return (
    <Stack gap={0} align="flex-start">
      <Text size="sm">{firewall.timeZone ?? sourceTimeZone}</Text>
      <ClockSkew milliseconds={firewall.clockSkewMs} />
      {firewall.addressOrder !== 'AUTO' && (
        <Badge variant="outline" color="gray" size="xs" tt="none" radius="sm">
          order: {firewall.addressOrder.toLowerCase()}
        </Badge>
      )}
    </Stack>
  )
}

function ClockSkew({ milliseconds }: { milliseconds: number | null }) {
  if (milliseconds === null) return null
  const off = Math.abs(milliseconds) > SKEW_TOLERATED_MS
  // Arrival minus the told time: positive when the firewall's clock is behind.
  const text = `${formatDuration(milliseconds)} ${milliseconds < 0 ? 'ahead' : 'behind'}`
  return (
    <Text size="xs" c={off ? 'var(--mantine-color-error)' : 'dimmed'} fw={off ? 600 : 400}>
      {off ? `clock is ${text}` : Math.abs(milliseconds) < 1000 ? 'clock agrees' : text}
    </Text>
  )
}

function TwoLines({ upper, lower }: { upper: ReactNode; lower: ReactNode }) {
  return (
    <Stack gap={0}>
      <Text size="sm" fw="inherit" component="span">
        {upper}
      </Text>
      {lower !== '' && lower !== null && (
        <Text size="xs" c="dimmed" component="span">
          {lower}
        </Text>
      )}
    </Stack>
  )
}
