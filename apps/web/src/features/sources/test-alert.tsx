import { Anchor, Button, Group, Text } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { type Client, useClient } from 'urql'
import { paths } from '../../config/paths'
import { graphql } from '../../gql'
import { errorText, formFaults } from '../../lib/user-errors'

const TestAlert_Cursor_Query = graphql(`
  query TestAlert_Cursor_Query {
    alertsCursor
  }
`)

const TestAlert_Subscription = graphql(`
  subscription TestAlert_Subscription($after: String) {
    alertsAdded(after: $after) {
      alerts {
        id
        sequence
      }
    }
  }
`)

const TestAlert_Mutation = graphql(`
  mutation TestAlert_Mutation($input: SourceSendTestAlertInput!) {
    sourceSendTestAlert(input: $input) {
      sequence
      userErrors {
        message
        field
        code
      }
    }
  }
`)

type Progress =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'arrived'; readonly alertId: string; readonly afterMs: number }
  | { readonly kind: 'failed'; readonly message: string }

const ARRIVES_WITHIN_MS = 15_000

/** Sends a real packet and waits until its alert comes back over the live connection. */
async function sendTestAlert(client: Client, sourceId: string, signal: AbortSignal): Promise<Progress> {
  const before = await client.query(TestAlert_Cursor_Query, {}, { requestPolicy: 'network-only' }).toPromise()
  if (!before.data) return { kind: 'failed', message: before.error ? errorText(before.error) : 'The server gave no answer.' }
  const seen = new Map<string, string>()
  let arrived: (() => void) | undefined
  const { unsubscribe } = client.subscription(TestAlert_Subscription, { after: before.data.alertsCursor }).subscribe(({ data }) => {
    for (const { id, sequence } of data?.alertsAdded.alerts ?? []) if (sequence !== null) seen.set(sequence, id)
    arrived?.()
  })
  try {
    const sentAt = performance.now()
    const sent = await client.mutation(TestAlert_Mutation, { input: { id: sourceId } }).toPromise()
    const sequence = sent.data?.sourceSendTestAlert.sequence
    if (!sequence)
      return {
        kind: 'failed',
        message: formFaults(sent.data?.sourceSendTestAlert.userErrors ?? [], sent.error, []).form ?? 'It was not sent.',
      }
    const deadline = AbortSignal.any([signal, AbortSignal.timeout(ARRIVES_WITHIN_MS)])
    while (!seen.has(sequence) && !deadline.aborted) {
      await new Promise<void>(resolve => {
        arrived = resolve
        deadline.addEventListener('abort', () => resolve(), { once: true })
      })
    }
    const alertId = seen.get(sequence)
    if (alertId !== undefined) return { kind: 'arrived', alertId, afterMs: performance.now() - sentAt }
    return { kind: 'failed', message: 'It was sent, but has not come back within 15 seconds. See the listeners and the counts below.' }
  } finally {
    unsubscribe()
  }
}

export function TestAlert({ sourceId, disabled }: { sourceId: string; disabled: boolean }) {
  const client = useClient()
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' })
  const stop = useRef(new AbortController())
  useEffect(() => {
    stop.current = new AbortController()
    return () => stop.current.abort()
  }, [])
  const run = async () => {
    const { signal } = stop.current
    setProgress({ kind: 'sending' })
    const result = await sendTestAlert(client, sourceId, signal)
    if (!signal.aborted) setProgress(result)
  }
  return (
    <Group gap="xs">
      <Button
        variant="default"
        leftSection={<IconSend size={14} aria-hidden />}
        loading={progress.kind === 'sending'}
        disabled={disabled}
        onClick={() => void run()}
      >
        Send a test alert
      </Button>
      <Text size="sm" role="status" aria-live="polite">
        {progress.kind === 'sending' && 'Sent; waiting until it arrives…'}
        {progress.kind === 'failed' && progress.message}
        {progress.kind === 'arrived' && (
          <>
            Arrived after {Math.round(progress.afterMs)} ms.{' '}
            <Anchor component={Link} to={`${paths.alerts}?alert=${encodeURIComponent(progress.alertId)}`}>
              See it
            </Anchor>
          </>
        )}
      </Text>
    </Group>
  )
}
