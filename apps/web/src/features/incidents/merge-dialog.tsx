import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { paths } from '../../config/paths'
import { graphql } from '../../gql'
import { formFaults } from '../../lib/user-errors'
import { IncidentSearch, useIncidentSearch } from './incident-search'
import type { IncidentFacts } from './use-incident-actions'

const IncidentMerge_Mutation = graphql(`
  mutation IncidentMerge_Mutation($input: IncidentMergeInput!) {
    incidentMerge(input: $input) {
      incident {
        id
        number
        ...IncidentFacts_Incident
        ...IncidentHeader_Incident
      }
      incidents {
        id
        ...IncidentFacts_Incident
        ...IncidentHeader_Incident
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface MergeDialogProps {
  readonly opened: boolean
  readonly facts: IncidentFacts
  onClose(): void
}

/** Puts this incident's alerts into another one, and goes there. */
export function MergeDialog({ opened, facts, onClose }: MergeDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={`Merge INC-${facts.number} into…`} closeButtonProps={{ 'aria-label': 'Cancel' }}>
      {opened && <MergeForm facts={facts} onClose={onClose} />}
    </Modal>
  )
}

function MergeForm({ facts, onClose }: Omit<MergeDialogProps, 'opened'>) {
  const navigate = useNavigate()
  const search = useIncidentSearch(facts.id)
  const { target } = search
  const [fault, setFault] = useState<string | null>(null)
  const [{ fetching }, merge] = useMutation(IncidentMerge_Mutation)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!target) return
    const answer = await merge({ input: { ids: [facts.id], intoId: target.id, expectedVersion: target.version } })
    const told = formFaults(answer.data?.incidentMerge.userErrors ?? [], answer.error, []).form
    setFault(told)
    if (told !== null) return
    onClose()
    void navigate(paths.incident(target.number))
  }
  return (
    <form onSubmit={event => void submit(event)}>
      <Stack gap="sm">
        {fault !== null && <Notice tone="error">{fault}</Notice>}
        <IncidentSearch search={search} />
        <Text size="xs" c="dimmed">
          All alerts of INC-{facts.number} go there, and it is closed. It can be undone for a time.
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!target} loading={fetching}>
            {target ? `Merge into INC-${target.number}` : 'Merge'}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
