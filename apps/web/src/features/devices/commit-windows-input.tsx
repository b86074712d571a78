import { ActionIcon, Button, Chip, Group, Input, Stack, TextInput } from '@mantine/core'
import type { CommitWindow } from '@sallyport/shared'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { NEW_WINDOW } from './device-settings'
import { DAY_CHOICES, windowText } from './device-words'

const WINDOWS_MAX = 20

interface CommitWindowsInputProps {
  readonly value: readonly CommitWindow[]
  readonly error?: ReactNode
  onChange(windows: readonly CommitWindow[]): void
}

/** When commits may run. A window that ends before it begins goes on past midnight. */
export function CommitWindowsInput({ value, error, onChange }: CommitWindowsInputProps) {
  const change = (index: number, patch: Partial<CommitWindow>) =>
    onChange(value.map((window, at) => (at === index ? { ...window, ...patch } : window)))
  return (
    <Input.Wrapper
      label="Commit windows"
      description="The days on which a window begins; it may end on the next day."
      error={error}
      labelElement="div"
    >
      <Stack component="ul" gap="xs" my={6} pl={0} style={{ listStyle: 'none' }}>
        {value.map((window, index) => (
          // Windows have no name of their own: their place is it.
          <Stack key={index} component="li" gap={6} role="group" aria-label={`Window ${index + 1}: ${windowText(window)}`}>
            <Chip.Group
              multiple
              value={window.days.map(String)}
              onChange={days => change(index, { days: days.map(Number).sort((a, b) => a - b) })}
            >
              <Group gap={4}>
                {DAY_CHOICES.map(({ value: day, label }) => (
                  <Chip key={day} value={day} size="xs" radius="sm">
                    {label}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
            <Group gap="xs" wrap="nowrap">
              <TextInput
                w={80}
                placeholder="HH:MM"
                maxLength={5}
                aria-label="From"
                value={window.from}
                onChange={event => change(index, { from: event.currentTarget.value })}
              />
              <span aria-hidden>–</span>
              <TextInput
                w={80}
                placeholder="HH:MM"
                maxLength={5}
                aria-label="To"
                value={window.to}
                onChange={event => change(index, { to: event.currentTarget.value })}
              />
              <ActionIcon aria-label={`Remove window ${index + 1}`} onClick={() => onChange(value.filter((_, at) => at !== index))}>
                <IconX size={14} />
              </ActionIcon>
            </Group>
          </Stack>
        ))}
      </Stack>
      <Button
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={value.length >= WINDOWS_MAX}
        onClick={() => onChange([...value, { ...NEW_WINDOW, days: [...NEW_WINDOW.days] }])}
      >
        Add a window
      </Button>
    </Input.Wrapper>
  )
}
