import { Alert, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** A list that is not there yet, in the shape of its rows. */
export function ListSkeleton() {
  return (
    <Stack gap={14} p="md" aria-busy aria-label="Loading">
      {Array.from({ length: 14 }, (_, index) => (
        <Skeleton key={index} h={12} w={`${96 - ((index * 7) % 20)}%`} />
      ))}
    </Stack>
  )
}

interface ListFaultProps {
  readonly title: string
  readonly text: string
  onRetry(): void
}

export function ListFault({ title, text, onRetry }: ListFaultProps) {
  return (
    <Alert role="alert" color="red" radius={0} py={8} icon={<IconAlertTriangle size={16} aria-hidden />} title={title}>
      <Group gap="sm">
        <Text size="sm">{text}</Text>
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          Try again
        </Button>
      </Group>
    </Alert>
  )
}

/** Why a list is empty, and what to do about it. */
export function EmptyList({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" p="xl" mt="xl" ta="center">
      <Title order={2}>{title}</Title>
      {children !== undefined && (
        <Text c="dimmed" maw={460}>
          {children}
        </Text>
      )}
      {actions !== undefined && (
        <Group gap="xs" mt="xs" justify="center">
          {actions}
        </Group>
      )}
    </Stack>
  )
}
