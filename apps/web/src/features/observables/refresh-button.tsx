import { Button, Text } from '@mantine/core'
import type { LookupProviderId, ObservableKind } from '@sallyport/shared'
import { IconRefresh } from '@tabler/icons-react'
import { useRefresh } from './use-refresh'

interface RefreshButtonProps {
  readonly kind: ObservableKind
  readonly value: string
  /** Only this one; left out: all. */
  readonly provider?: LookupProviderId
  readonly label?: string
  readonly size?: 'compact-xs' | 'xs'
}

/** Nothing for those who may not ask. */
export function RefreshButton({ kind, value, provider, label = 'Ask again', size = 'compact-xs' }: RefreshButtonProps) {
  const refresh = useRefresh(kind, value)
  if (!refresh.allowed) return null
  return (
    <>
      <Button
        variant={size === 'xs' ? 'default' : 'subtle'}
        size={size}
        leftSection={<IconRefresh size={size === 'xs' ? 14 : 12} aria-hidden />}
        loading={refresh.busy}
        aria-label={`${label} about ${value}`}
        onClick={() => refresh.ask(provider)}
      >
        {label}
      </Button>
      {refresh.fault !== null && (
        <Text size="xs" role="alert">
          {refresh.fault}
        </Text>
      )}
    </>
  )
}
