import { Button, Group, Modal, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import { formFaults } from '../../lib/user-errors'

const MappingDelete_Mutation = graphql(`
  mutation MappingDelete_Mutation($input: MappingDeleteInput!) {
    mappingDelete(input: $input) {
      deletedId
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface DeleteMappingDialogProps {
  readonly mapping: { readonly id: string; readonly groupName: string; readonly list: { readonly name: string } }
  readonly deviceName: string
  onClose(): void
  onDeleted(): void
}

/** What becomes of the group on the device is a choice of its own. */
export function DeleteMappingDialog({ mapping, deviceName, onClose, onDeleted }: DeleteMappingDialogProps) {
  const [{ fetching }, remove] = useMutation(MappingDelete_Mutation)
  const [choice, setChoice] = useState('leave')
  const [fault, setFault] = useState<string | null>(null)
  const submit = async () => {
    setFault(null)
    const { data, error } = await remove({ input: { id: mapping.id, removeFromDevice: choice === 'remove' } })
    if (data?.mappingDelete.deletedId) {
      onDeleted()
      return onClose()
    }
    setFault(formFaults(data?.mappingDelete.userErrors ?? [], error, []).form)
  }
  return (
    <Modal opened onClose={onClose} title={`Delete the mapping ${mapping.groupName}?`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack gap="sm">
        <Radio.Group label={`${mapping.groupName} on ${deviceName}`} value={choice} onChange={setChoice}>
          <Stack gap="xs" mt={6}>
            <Radio
              value="leave"
              label="Leave it on the device as it is"
              description={`It keeps what it holds, and no longer follows ${mapping.list.name}.`}
            />
            <Radio
              value="remove"
              label="Take it off the device"
              description="The next run does. PAN-OS refuses while a policy uses it: take it out of the policy first."
            />
          </Stack>
        </Radio.Group>
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
