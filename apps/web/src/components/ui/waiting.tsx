import { Button, Skeleton, Stack } from '@mantine/core'
import type { CombinedError } from 'urql'
import { errorText } from '../../lib/user-errors'
import { Notice } from './notice'

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
