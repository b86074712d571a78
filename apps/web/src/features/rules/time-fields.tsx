import { Autocomplete, Chip, Group, TextInput } from '@mantine/core'
import { timeZones } from '../../lib/time-zone'
import type { DraftTime } from './draft'
import { LEAN } from './value-input'

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** 24 hours, whatever the browser's language. From 22:00 to 06:00 goes over midnight. No day ticked means every day. */
export function TimeFields({ time, onChange }: { time: DraftTime; onChange(time: DraftTime): void }) {
  return (
    <Group gap={6} align="flex-end">
      <TextInput
        size="xs"
        w={64}
        aria-label="From"
        placeholder="HH:MM"
        maxLength={5}
        value={time.from}
        onChange={event => onChange({ ...time, from: event.currentTarget.value })}
      />
      <span>to</span>
      <TextInput
        size="xs"
        w={64}
        aria-label="To"
        placeholder="HH:MM"
        maxLength={5}
        value={time.to}
        onChange={event => onChange({ ...time, to: event.currentTarget.value })}
      />
      <Autocomplete
        size="xs"
        w={190}
        aria-label="Time zone"
        data={timeZones()}
        limit={50}
        comboboxProps={LEAN}
        value={time.timeZone}
        onChange={timeZone => onChange({ ...time, timeZone })}
      />
      <Chip.Group
        multiple
        value={time.days.map(String)}
        onChange={days => onChange({ ...time, days: days.map(Number).toSorted((a, b) => a - b) })}
      >
        <Group gap={4} role="group" aria-label="Days; none: every day">
          {DAYS.map((day, index) => (
            <Chip key={day} size="xs" value={String(index + 1)}>
              {day}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Group>
  )
}
