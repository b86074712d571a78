import { Button, Group, Modal, NativeSelect, Radio, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { COOL_DOWN_DEFAULT_SECONDS, ENTRY_REASON_MAX_LENGTH, type ListKind } from '@sallyport/shared'
import { type FormEvent, useState } from 'react'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import { formatCounted } from '../../lib/format'
import { formFaults } from '../../lib/user-errors'
import { spanOptions } from './expiry'

const Unblock_Mutation = graphql(`
  mutation Unblock_Mutation($input: UnblockInput!) {
    unblock(input: $input) {
      removed
      userErrors {
        message
        field
        code
      }
    }
  }
`)

export interface UnblockTarget {
  readonly value: string
  readonly kind: ListKind
  /** The list that it was asked on; null: everywhere is meant. */
  readonly list: { readonly id: string; readonly name: string } | null
}

interface UnblockDialogProps {
  /** Null: shut. */
  readonly target: UnblockTarget | null
  onClose(): void
  onDone(): void
}

/** Takes a value off, here or everywhere, and keeps rules from putting it back at once. */
export function UnblockDialog({ target, onClose, onDone }: UnblockDialogProps) {
  return (
    <Modal
      opened={target !== null}
      onClose={onClose}
      title={target && `Unblock ${target.value}`}
      closeButtonProps={{ 'aria-label': 'Cancel' }}
    >
      {target && <UnblockForm target={target} onClose={onClose} onDone={onDone} />}
    </Modal>
  )
}

function UnblockForm({ target, onClose, onDone }: UnblockDialogProps & { target: UnblockTarget }) {
  const [{ fetching }, unblock] = useMutation(Unblock_Mutation)
  const [where, setWhere] = useState(target.list ? 'here' : 'everywhere')
  const [coolDown, setCoolDown] = useState(String(COOL_DOWN_DEFAULT_SECONDS))
  const [note, setNote] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setFault(null)
    const listId = where === 'here' && target.list ? target.list.id : null
    const result = await unblock({
      input: { value: target.value, kind: target.kind, listId, coolDownSeconds: Number(coolDown), note: note.trim() || null },
    })
    const payload = result.data?.unblock
    if (payload && payload.userErrors.length === 0) {
      notifications.show({ title: `${target.value} is unblocked`, message: `Taken off ${formatCounted(payload.removed, 'list')}.` })
      onDone()
      return onClose()
    }
    setFault(formFaults(payload?.userErrors ?? [], result.error, []).form)
  }
  return (
    <form onSubmit={event => void submit(event)}>
      <Stack gap="sm">
        {fault !== null && <Notice tone="error">{fault}</Notice>}
        {target.list && (
          <Radio.Group label="Where" value={where} onChange={setWhere}>
            <Stack gap={6} mt={6}>
              <Radio value="here" label={`On ${target.list.name} only`} />
              <Radio value="everywhere" label="Everywhere" description="On every list that has it." />
            </Stack>
          </Radio.Group>
        )}
        <NativeSelect
          label="Cool-down"
          description="So long no rule puts it back. People can."
          data={[...spanOptions(), { value: '0', label: 'none' }]}
          value={coolDown}
          onChange={event => setCoolDown(event.currentTarget.value)}
        />
        <TextInput
          label="Note"
          description="Optional: why"
          maxLength={ENTRY_REASON_MAX_LENGTH}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={fetching}>
            Unblock
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
