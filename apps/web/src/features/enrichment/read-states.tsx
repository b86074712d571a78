import { Button, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** Why there is nothing, and what to do about it. */
export function Nothing({ title, children, add }: { title: string; children: ReactNode; add: ReactNode }) {
  return (
    <Stack gap="xs" align="flex-start">
      <Text fw={600}>{title}</Text>
      <Text maw={640}>{children}</Text>
      {add || <Text c="dimmed">An administrator can add one.</Text>}
    </Stack>
  )
}

export function AddButton({ children, onClick }: { children: string; onClick: () => void }) {
  return (
    <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={onClick}>
      {children}
    </Button>
  )
}
