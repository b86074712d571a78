import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import { formFaults } from '../../lib/user-errors'
import type { Channel } from './channel-data'

const ChannelDelete_Mutation = graphql(`
  mutation ChannelDelete_Mutation($input: ChannelDeleteInput!) {
    channelDelete(input: $input) {
      deletedId
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface DeleteChannelDialogProps {
  /** null: closed. */
  readonly channel: Channel | null
  onClose(): void
  /** Somebody else changed it: it is to be read again before it can be deleted. */
  onStale(): void
}

export function DeleteChannelDialog({ channel, onClose, onStale }: DeleteChannelDialogProps) {
  return (
    <Modal
      opened={channel !== null}
      onClose={onClose}
      title={`Delete ${channel?.name ?? 'the channel'}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {channel && <DeleteChannel channel={channel} onClose={onClose} onStale={onStale} />}
    </Modal>
  )
}

function DeleteChannel({ channel: { id, version }, onClose, onStale }: DeleteChannelDialogProps & { readonly channel: Channel }) {
  const [{ fetching }, send] = useMutation(ChannelDelete_Mutation)
  const [fault, setFault] = useState<string | null>(null)
  const submit = async () => {
    const { data, error } = await send({ input: { id, expectedVersion: version } })
    const errors = data?.channelDelete.userErrors ?? []
    const told = formFaults(errors, error, []).form
    setFault(told)
    if (errors.some(({ code }) => code === 'CONFLICT')) onStale()
    if (told === null) onClose()
  }
  return (
    <Stack gap="sm">
      <Text>
        What waits to be sent is not sent any more, and the log of what was goes with it. Match conditions that tell it go on, and say that
        it is gone. To stop it for a while, switch it off.
      </Text>
      {fault !== null && <Notice tone="error">{fault}</Notice>}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button color="red.9" loading={fetching} onClick={() => void submit()}>
          Delete
        </Button>
      </Group>
    </Stack>
  )
}
