import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import { formFaults } from '../../lib/user-errors'

const ApiKeyRevoke_Mutation = graphql(`
  mutation ApiKeyRevoke_Mutation($id: ID!) {
    apiKeyRevoke(id: $id) {
      apiKey {
        id
        revokedAt
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface RevokeKeyDialogProps {
  /** null: closed. */
  readonly apiKey: { readonly id: string; readonly name: string } | null
  onClose(): void
}

/** Asks first: the program stops at once, and the key does not come back. */
export function RevokeKeyDialog({ apiKey, onClose }: RevokeKeyDialogProps) {
  return (
    <Modal
      opened={apiKey !== null}
      onClose={onClose}
      title={`Revoke ${apiKey?.name ?? 'the key'}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {apiKey && <RevokeKey id={apiKey.id} onClose={onClose} />}
    </Modal>
  )
}

function RevokeKey({ id, onClose }: { id: string; onClose: () => void }) {
  const [{ fetching }, revoke] = useMutation(ApiKeyRevoke_Mutation)
  const [fault, setFault] = useState<string | null>(null)
  const submit = async () => {
    const { data, error } = await revoke({ id })
    const found = formFaults(data?.apiKeyRevoke.userErrors ?? [], error, []).form
    setFault(found)
    if (found === null) onClose()
  }
  return (
    <Stack gap="sm">
      <Text>Programs that use it are refused from now on, and their connections end. A revoked key does not come back.</Text>
      {fault !== null && <Notice tone="error">{fault}</Notice>}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button color="red" loading={fetching} onClick={() => void submit()}>
          Revoke
        </Button>
      </Group>
    </Stack>
  )
}
