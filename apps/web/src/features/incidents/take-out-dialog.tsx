import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import { formatCounted } from '../../lib/format'
import { formFaults } from '../../lib/user-errors'
import { IncidentSearch, useIncidentSearch } from './incident-search'
import type { IncidentFacts } from './use-incident-actions'

const AlertsMove_Mutation = graphql(`
  mutation AlertsMove_Mutation($input: AlertsMoveInput!) {
    alertsMove(input: $input) {
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
      move {
        id
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

/** What was taken out, and where it is now. */
export interface TakenOut {
  readonly moveId: string
  readonly alerts: number
  /** Number of the incident. */
  readonly into: string
}

interface TakeOutDialogProps {
  readonly opened: boolean
  readonly facts: IncidentFacts
  readonly alertIds: readonly string[]
  onClose(): void
  onTaken(taken: TakenOut): void
}

/** Takes some alerts out of this incident, into a new one or another. */
export function TakeOutDialog({ opened, alertIds, ...props }: TakeOutDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={props.onClose}
      title={`Take out ${formatCounted(alertIds.length, 'alert')}`}
      closeButtonProps={{ 'aria-label': 'Cancel' }}
    >
      {opened && <TakeOutForm alertIds={alertIds} {...props} />}
    </Modal>
  )
}

function TakeOutForm({ facts, alertIds, onClose, onTaken }: Omit<TakeOutDialogProps, 'opened'>) {
  const [where, setWhere] = useState('new')
  const [fault, setFault] = useState<string | null>(null)
  const [{ fetching }, move] = useMutation(AlertsMove_Mutation)
  const search = useIncidentSearch(facts.id, where === 'new')
  const into = where === 'new' ? null : search.target
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (into === undefined || fetching) return
    const { data, error } = await move({ input: { alertIds: [...alertIds], intoId: into?.id ?? null } })
    const payload = data?.alertsMove
    setFault(formFaults(payload?.userErrors ?? [], error, []).form)
    if (!payload?.incident || !payload.move) return
    onTaken({ moveId: payload.move.id, alerts: alertIds.length, into: payload.incident.number })
    onClose()
  }
  return (
    <form onSubmit={event => void submit(event)}>
      <Stack gap="sm">
        {fault !== null && <Notice tone="error">{fault}</Notice>}
        <Radio.Group label={`From INC-${facts.number} into`} value={where} onChange={setWhere}>
          <Stack gap={6} mt={6}>
            <Radio value="new" label="A new incident" />
            <Radio value="other" label="Another incident" />
          </Stack>
        </Radio.Group>
        {where === 'other' && <IncidentSearch search={search} />}
        <Text size="xs" c="dimmed">
          Both timelines tell of it. It can be undone for a day.
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={into === undefined} loading={fetching} data-autofocus>
            {where === 'new' ? 'Make an incident of them' : into ? `Move to INC-${into.number}` : 'Move'}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
