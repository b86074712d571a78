import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import { formatCount } from '../../lib/format'
import { formFaults } from '../../lib/user-errors'

const ListDelete_Mutation = graphql(`
  mutation ListDelete_Mutation($input: ListDeleteInput!) {
    listDelete(input: $input) {
      deletedId
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface DeleteListDialogProps {
  readonly list: { readonly id: string; readonly name: string; readonly version: number; readonly entryCount: number }
  readonly opened: boolean
  onClose(): void
  onDeleted(): void
}

/** The server refuses while firewalls depend on the list, and says which. */
export function DeleteListDialog({ list, opened, onClose, onDeleted }: DeleteListDialogProps) {
  const [{ fetching }, remove] = useMutation(ListDelete_Mutation)
  const [fault, setFault] = useState<string | null>(null)
  const submit = async () => {
    setFault(null)
    const result = await remove({ input: { id: list.id, expectedVersion: list.version } })
    if (result.data?.listDelete.deletedId) return onDeleted()
    setFault(formFaults(result.data?.listDelete.userErrors ?? [], result.error, []).form)
  }
  return (
    <Modal opened={opened} onClose={onClose} title={`Delete ${list.name}?`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack gap="sm">
        <Text>
          {list.entryCount === 1 ? 'Its entry and its history are' : `Its ${formatCount(list.entryCount)} entries and their history are`}{' '}
          deleted with it. This cannot be undone.
        </Text>
        {fault !== null && <Notice tone="error">{fault}</Notice>}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button color="red.8" loading={fetching} onClick={() => void submit()}>
            Delete
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
