import { Button, Skeleton, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CombinedError } from 'urql'
import { Notice } from '../../components/ui/notice'
import { errorText } from '../../lib/user-errors'

interface WaitingProps {
  /** What is being read, as 'directories'. */
  readonly what: string
  readonly error: CombinedError | undefined
  onRetry(): void
}

/** In the place of what could not be read, or is not there yet. */
export function Waiting({ what, error, onRetry }: WaitingProps) {
  if (!error) return <Skeleton h={180} aria-busy aria-label="Loading" />
  return (
    <Notice tone="error" title={`The ${what} could not be read`}>
      <Stack gap="xs" align="flex-start">
        {errorText(error)}
        <Button variant="default" onClick={onRetry}>
          Try again
        </Button>
      </Stack>
    </Notice>
  )
}

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
