import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import { formFaults } from '../../lib/user-errors'
import type { Team } from './workflow-data'

const TeamDelete_Mutation = graphql(`
  mutation TeamDelete_Mutation($input: TeamDeleteInput!) {
    teamDelete(input: $input) {
      deletedId
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface DeleteTeamDialogProps {
  /** null: closed. */
  readonly team: Team | null
  onClose(): void
  /** Somebody else changed it: it is to be read again before it can be deleted. */
  onStale(): void
}

export function DeleteTeamDialog({ team, onClose, onStale }: DeleteTeamDialogProps) {
  return (
    <Modal
      opened={team !== null}
      onClose={onClose}
      title={`Delete ${team?.name ?? 'the team'}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {team && <DeleteTeam team={team} onClose={onClose} onStale={onStale} />}
    </Modal>
  )
}

function DeleteTeam({ team: { id, version }, onClose, onStale }: DeleteTeamDialogProps & { readonly team: Team }) {
  const [{ fetching }, send] = useMutation(TeamDelete_Mutation)
  const [fault, setFault] = useState<string | null>(null)
  const submit = async () => {
    const { data, error } = await send({ input: { id, expectedVersion: version } })
    const errors = data?.teamDelete.userErrors ?? []
    const told = formFaults(errors, error, []).form
    setFault(told)
    if (errors.some(({ code }) => code === 'CONFLICT')) onStale()
    if (told === null) onClose()
  }
  return (
    <Stack gap="sm">
      <Text>Its incidents have no team then; nobody else loses anything.</Text>
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
  )
}
