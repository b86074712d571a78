import { Button, Group, Modal, Radio, ScrollArea, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { Notice } from '../../components/ui/notice'
import { paths } from '../../config/paths'
import { graphql } from '../../gql'
import { errorText, formFaults } from '../../lib/user-errors'
import type { IncidentFacts } from './use-incident-actions'

const MergeTargets_Query = graphql(`
  query MergeTargets_Query($filter: IncidentFilter!) {
    incidents(first: 20, filter: $filter) {
      nodes {
        id
        number
        title
        version
      }
    }
  }
`)

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

const SEARCH_AFTER_MS = 200

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
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text, SEARCH_AFTER_MS)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [{ data, error }] = useQuery({
    query: MergeTargets_Query,
    variables: { filter: search.trim() === '' ? {} : { text: search.trim() } },
    requestPolicy: 'network-only',
  })
  const [{ fetching }, merge] = useMutation(IncidentMerge_Mutation)
  const targets = data?.incidents.nodes.filter(({ id }) => id !== facts.id) ?? []
  const target = targets.find(({ id }) => id === chosenId)
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
        <TextInput
          label="Search incidents"
          placeholder="INC-12, a word, user:corp\jdoe"
          data-autofocus
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
        {error && <Notice tone="error">{errorText(error)}</Notice>}
        <ScrollArea.Autosize mah={280} type="auto">
          <Radio.Group aria-label="Incident" value={chosenId ?? ''} onChange={setChosenId}>
            <Stack gap={6}>
              {targets.map(({ id, number, title }) => (
                <Radio key={id} size="xs" value={id} label={`INC-${number} ${title}`} />
              ))}
            </Stack>
          </Radio.Group>
          {data && targets.length === 0 && (
            <Text size="sm" c="dimmed">
              No other incident is like that.
            </Text>
          )}
        </ScrollArea.Autosize>
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
