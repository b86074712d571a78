import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import { formatCounted } from '../../lib/format'
import { formFaults } from '../../lib/user-errors'

const SourceDelete_Mutation = graphql(`
  mutation SourceDelete_Mutation($input: SourceDeleteInput!) {
    sourceDelete(input: $input) {
      deletedId
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface DeleteSourceDialogProps {
  readonly source: { readonly id: string; readonly name: string; readonly version: number; readonly alertCount: string }
  readonly opened: boolean
  onClose(): void
}

/** Deleting takes the alerts and incidents along: it asks for the name. */
export function DeleteSourceDialog({ source, opened, onClose }: DeleteSourceDialogProps) {
  const [{ fetching }, remove] = useMutation(SourceDelete_Mutation)
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const confirmed = typed.trim() === source.name
  const submit = async () => {
    setFault(null)
    const result = await remove({ input: { id: source.id, expectedVersion: source.version, confirmName: typed.trim() } })
    if (result.data?.sourceDelete.deletedId) return onClose()
    setFault(formFaults(result.data?.sourceDelete.userErrors ?? [], result.error, []).form)
  }
  return (
    <Modal opened={opened} onClose={onClose} title="Delete this source?" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (confirmed) void submit()
        }}
      >
        <Stack gap="sm">
          <Text>
            Its {formatCounted(source.alertCount, 'alert')}, its incidents and its firewalls are deleted with it. This cannot be undone. To
            stop taking alerts, disable it instead.
          </Text>
          {fault !== null && <Notice tone="error">{fault}</Notice>}
          <TextInput
            label={`Type its name: ${source.name}`}
            data-autofocus
            autoComplete="off"
            value={typed}
            onChange={event => setTyped(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" color="red" disabled={!confirmed} loading={fetching}>
              Delete
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
