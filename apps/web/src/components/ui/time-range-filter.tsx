import { Button, Divider, Group, Popover, Stack, Text, TextInput } from '@mantine/core'
import { IconChevronDown, IconClock } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { formatDateTime, formatZone } from '../../lib/format'
import { ALL_TIME, sameRange, type TimeRange, type TimeSpan } from '../../lib/time-range'
import { useTimeZone } from '../../lib/time-zone'

const SPAN_LABELS: Readonly<Record<TimeSpan, string>> = {
  '15m': 'Last 15 minutes',
  '1h': 'Last hour',
  '24h': 'Last 24 hours',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
}

interface TimeRangeFilterProps {
  /** Time of what, e.g. "Last alert". */
  readonly label: string
  readonly range: TimeRange
  onChange(range: TimeRange): void
}

/** A span that ends now, or two moments in the viewer's zone, which is printed. */
export function TimeRangeFilter({ label, range, onChange }: TimeRangeFilterProps) {
  const [opened, setOpened] = useState(false)
  const { timeZone } = useTimeZone()
  const choose = (next: TimeRange) => {
    setOpened(false)
    onChange(next)
  }
  const option = (text: string, value: TimeRange) => (
    <Button
      key={text}
      size="compact-sm"
      variant={sameRange(value, range) ? 'light' : 'subtle'}
      color={sameRange(value, range) ? 'steel' : 'gray'}
      justify="flex-start"
      onClick={() => choose(value)}
    >
      {text}
    </Button>
  )
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          fw={500}
          leftSection={<IconClock size={14} aria-hidden />}
          rightSection={<IconChevronDown size={12} aria-hidden />}
          aria-label={`${label}: ${rangeText(range, timeZone)}`}
          onClick={() => setOpened(!opened)}
        >
          {rangeText(range, timeZone)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={label}>
        <Stack gap={2}>
          {Object.entries(SPAN_LABELS).map(([span, text]) => option(text, { kind: 'last', span: span as TimeSpan }))}
          {option('All time', ALL_TIME)}
          <Divider my={4} />
          <BetweenForm range={range} timeZone={timeZone} onChoose={choose} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

function BetweenForm({ range, timeZone, onChoose }: { range: TimeRange; timeZone: string; onChoose(range: TimeRange): void }) {
  const start = range.kind === 'between' ? range : { from: null, to: null }
  const [from, setFrom] = useState(() => wallTime(start.from, timeZone))
  const [to, setTo] = useState(() => wallTime(start.to, timeZone))
  const moments = { from: momentOf(from, timeZone), to: momentOf(to, timeZone) }
  const reversed = moments.from !== null && moments.to !== null && moments.from >= moments.to
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!reversed) onChoose({ kind: 'between', ...moments })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap={6}>
        <Text size="xs" c="dimmed">
          Between, in {formatZone(timeZone)}
        </Text>
        <TextInput
          type="datetime-local"
          step={1}
          size="xs"
          label="From"
          value={from}
          onChange={event => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          step={1}
          size="xs"
          label="Until"
          value={to}
          error={reversed ? 'Must be after From' : null}
          onChange={event => setTo(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" size="compact-sm" disabled={from === '' && to === ''}>
            Apply
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

export function rangeText(range: TimeRange, timeZone: string): string {
  if (range.kind === 'last') return SPAN_LABELS[range.span]
  const from = range.from === null ? null : formatDateTime(range.from, timeZone)
  const to = range.to === null ? null : formatDateTime(range.to, timeZone)
  if (from !== null && to !== null) return `${from} – ${to}`
  return from !== null ? `Since ${from}` : to !== null ? `Until ${to}` : 'All time'
}

function wallTime(moment: string | null, timeZone: string): string {
  return moment === null ? '' : formatDateTime(moment, timeZone).replace(' ', 'T')
}

/** The viewer's zone is the browser's own or UTC: see lib/time-zone. */
function momentOf(wall: string, timeZone: string): string | null {
  const time = Date.parse(timeZone === 'UTC' ? `${wall}Z` : wall)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
