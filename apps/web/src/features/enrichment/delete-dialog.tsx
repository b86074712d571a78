import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { CombinedError } from 'urql'
import { Notice } from '../../components/ui/notice'
import { formFaults, type UserError } from '../../lib/user-errors'

/** What the server answered. */
export interface Deleted {
  readonly deletedId: string | null
  readonly userErrors: readonly UserError[]
  readonly error: CombinedError | undefined
}

interface Deletable {
  readonly id: string
  readonly name: string
  readonly version: number
}

interface DeleteDialogProps {
  readonly item: Deletable | null
  readonly opened: boolean
  /** What goes with it. */
  readonly children: ReactNode
  remove(input: { readonly id: string; readonly expectedVersion: number }): Promise<Deleted>
  onClose(): void
}

/** Asks before something is deleted. */
export function DeleteDialog({ item, opened, children, remove, onClose }: DeleteDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={`Delete ${item?.name ?? ''}?`} closeButtonProps={{ 'aria-label': 'Close' }}>
      {item && (
        <Question item={item} remove={remove} onClose={onClose}>
          {children}
        </Question>
      )}
    </Modal>
  )
}

function Question({ item, children, remove, onClose }: Omit<DeleteDialogProps, 'item' | 'opened'> & { readonly item: Deletable }) {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const submit = async () => {
    setBusy(true)
    setFault(null)
    const { deletedId, userErrors, error } = await remove({ id: item.id, expectedVersion: item.version })
    setBusy(false)
    if (deletedId !== null) return onClose()
    setFault(formFaults(userErrors, error, []).form)
  }
  return (
    <Stack gap="sm">
      <Text>{children}</Text>
      {fault !== null && <Notice tone="error">{fault}</Notice>}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button color="red.9" loading={busy} onClick={() => void submit()}>
          Delete
        </Button>
      </Group>
    </Stack>
  )
}
