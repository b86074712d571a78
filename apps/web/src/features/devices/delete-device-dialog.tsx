import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import { formatCounted } from '../../lib/format'
import { formFaults } from '../../lib/user-errors'

const DeviceDelete_Mutation = graphql(`
  mutation DeviceDelete_Mutation($input: DeviceDeleteInput!) {
    deviceDelete(input: $input) {
      deletedId
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface DeleteDeviceDialogProps {
  readonly device: { readonly id: string; readonly name: string; readonly version: number }
  readonly mappings: number
  readonly opened: boolean
  onClose(): void
  onDeleted(): void
}

export function DeleteDeviceDialog({ device, mappings, opened, onClose, onDeleted }: DeleteDeviceDialogProps) {
  const [{ fetching }, remove] = useMutation(DeviceDelete_Mutation)
  const [fault, setFault] = useState<string | null>(null)
  const submit = async () => {
    setFault(null)
    const { data, error } = await remove({ input: { id: device.id, expectedVersion: device.version } })
    if (data?.deviceDelete.deletedId) return onDeleted()
    setFault(formFaults(data?.deviceDelete.userErrors ?? [], error, []).form)
  }
  return (
    <Modal opened={opened} onClose={onClose} title={`Delete ${device.name}?`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack gap="sm">
        <Text>
          {mappings > 0 && `Its ${formatCounted(mappings, 'mapping')} and its history are deleted here. `}
          What was pushed stays on the device and keeps blocking. To take groups off it, delete their mappings first.
        </Text>
        {fault !== null && <Notice tone="error">{fault}</Notice>}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button color="red" loading={fetching} onClick={() => void submit()}>
            Delete
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
