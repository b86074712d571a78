import { ActionIcon, Group, Kbd, Modal, Stack, Switch, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconKeyboard } from '@tabler/icons-react'
import { useMemo } from 'react'
import { type Shortcut, useShortcutList, useShortcuts } from '../../lib/shortcuts'

/** `?`: every key of the page on show. */
export function ShortcutSheet() {
  const [opened, { open, close }] = useDisclosure(false)
  const { all, enabled, setEnabled } = useShortcutList()
  useShortcuts(useMemo<Shortcut[]>(() => [{ keys: '?', label: 'This sheet', group: 'Help', run: open }], [open]))
  const groups = Map.groupBy(all, shortcut => shortcut.group)
  return (
    <>
      <ActionIcon aria-label="Keyboard shortcuts" onClick={open} visibleFrom="sm">
        <IconKeyboard size={18} stroke={1.6} />
      </ActionIcon>
      <Modal opened={opened} onClose={close} title="Keyboard" closeButtonProps={{ 'aria-label': 'Close' }}>
        <Stack gap="md">
          {[...groups].map(([group, shortcuts]) => (
            <Stack key={group} gap={4}>
              <Title order={3}>{group}</Title>
              {shortcuts.map(({ keys, label }) => (
                <Group key={keys} justify="space-between" wrap="nowrap">
                  <Text>{label}</Text>
                  <Group gap={4} wrap="nowrap">
                    {keys.split(' ').map(key => (
                      <Kbd key={key}>{keyName(key)}</Kbd>
                    ))}
                  </Group>
                </Group>
              ))}
            </Stack>
          ))}
          <Group justify="space-between" wrap="nowrap">
            <Text>Commands by name, also while you type</Text>
            <Kbd>Ctrl+K</Kbd>
          </Group>
          <Switch
            label="Keyboard shortcuts on"
            description="They are always off while you type in a field."
            checked={enabled}
            onChange={event => setEnabled(event.currentTarget.checked)}
          />
        </Stack>
      </Modal>
    </>
  )
}

/** Keys as they are pressed: a capital needs Shift. */
function keyName(key: string): string {
  return /^[A-Z]$/.test(key) ? `Shift+${key.toLowerCase()}` : key
}
