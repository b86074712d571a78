import { Button, Menu, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconClock } from '@tabler/icons-react'
import { formatZone } from '../../lib/format'
import { browserTimeZone, type TimeZoneChoice, useTimeZone } from '../../lib/time-zone'

/** The zone of every time on the pages, printed. */
export function TimeZoneMenu() {
  const { choice, setChoice, timeZone } = useTimeZone()
  const choices: readonly { value: TimeZoneChoice; label: string }[] = [
    { value: 'browser', label: `This browser: ${browserTimeZone()}` },
    { value: 'utc', label: 'UTC' },
  ]
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-sm" fw={400} leftSection={<IconClock size={16} stroke={1.6} aria-hidden />}>
          <VisuallyHidden>Time zone: </VisuallyHidden>
          {formatZone(timeZone)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Times are shown in</Menu.Label>
        {choices.map(({ value, label }) => (
          <Menu.Item
            key={value}
            rightSection={value === choice ? <IconCheck size={14} aria-label="chosen" /> : null}
            onClick={() => setChoice(value)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
