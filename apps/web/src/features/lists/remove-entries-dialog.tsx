import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { ENTRY_REASON_MAX_LENGTH } from '@sallyport/shared'
import { type FormEvent, useState } from 'react'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import { formFaults } from '../../lib/user-errors'
import { countedEntries } from './list-words'

const ListEntriesRemove_Mutation = graphql(`
  mutation ListEntriesRemove_Mutation($input: ListEntriesRemoveInput!) {
    listEntriesRemove(input: $input) {
      removed
      lists {
        id
        entryCount
        revision
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface RemoveEntriesDialogProps {
  /** Null: shut. */
  readonly ids: readonly string[] | null
  onClose(): void
  onRemoved(): void
}

/** Takes entries off. They stay in the history, with the note. */
export function RemoveEntriesDialog({ ids, onClose, onRemoved }: RemoveEntriesDialogProps) {
  return (
    <Modal
      opened={ids !== null}
      onClose={onClose}
      title={ids && `Remove ${countedEntries(ids.length)}?`}
      closeButtonProps={{ 'aria-label': 'Cancel' }}
    >
      {ids && <RemoveForm ids={ids} onClose={onClose} onRemoved={onRemoved} />}
    </Modal>
  )
}

function RemoveForm({ ids, onClose, onRemoved }: RemoveEntriesDialogProps & { ids: readonly string[] }) {
  const [{ fetching }, remove] = useMutation(ListEntriesRemove_Mutation)
  const [note, setNote] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setFault(null)
    const { data, error } = await remove({ input: { ids: [...ids], note: note.trim() || null } })
    const payload = data?.listEntriesRemove
    const message = formFaults(payload?.userErrors ?? [], error, []).form
    if (message !== null) return setFault(message)
    notifications.show({ message: `${countedEntries(payload?.removed ?? 0)} removed.` })
    onRemoved()
    onClose()
  }
  return (
    <form onSubmit={event => void submit(event)}>
      <Stack gap="sm">
        {fault !== null && <Notice tone="error">{fault}</Notice>}
        <Text size="sm">A rule may put a value back. To keep rules from that, unblock it instead.</Text>
        <TextInput
          label="Note"
          description="Optional: why"
          data-autofocus
          maxLength={ENTRY_REASON_MAX_LENGTH}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" color="red.8" loading={fetching}>
            Remove
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
