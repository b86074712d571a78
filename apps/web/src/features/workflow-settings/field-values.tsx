import { ActionIcon, Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import type { IncidentField } from '@sallyport/shared'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { Notice } from '../../components/ui/notice'
import { Panel } from '../../components/ui/panel'
import { useFieldValues } from './use-field-values'
import { type FieldValue, valuesInUse } from './workflow-data'

const FIELDS: readonly { readonly field: IncidentField; readonly title: string }[] = [
  { field: 'CLASSIFICATION', title: 'Classifications' },
  { field: 'ATTACK_VECTOR', title: 'Attack vectors' },
  { field: 'DISPOSITION', title: 'Dispositions' },
]

/** What classification, attack vector and disposition can be. */
export function FieldValues({ values }: { values: readonly FieldValue[] }) {
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }} style={{ alignItems: 'start' }}>
      {FIELDS.map(({ field, title }) => (
        <Panel key={field} title={title}>
          <ValueSet field={field} title={title} values={values} />
        </Panel>
      ))}
    </SimpleGrid>
  )
}

interface ValueSetProps {
  readonly field: IncidentField
  readonly title: string
  readonly values: readonly FieldValue[]
}

function ValueSet({ field, title, values }: ValueSetProps) {
  const { busy, fault, change } = useFieldValues(field)
  const [added, setAdded] = useState('')
  const used = valuesInUse(values, field)
  const retired = values.filter(value => value.field === field && value.retired)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await change({ kind: 'add', value: added.trim() })) setAdded('')
  }
  return (
    <Stack gap="xs">
      {fault !== null && <Notice tone="error">{fault}</Notice>}
      {field === 'DISPOSITION' && (
        <Text size="xs" c="dimmed">
          Closing asks for one while there are any.
        </Text>
      )}
      {used.length === 0 && (
        <Text size="sm" c="dimmed">
          None
        </Text>
      )}
      <Stack component="ol" gap={2} m={0} p={0} style={{ listStyle: 'none' }} aria-label={title}>
        {used.map((value, index) => (
          <Group component="li" key={value} gap={4} wrap="nowrap">
            <Text size="sm" flex={1} miw={0} style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Text>
            <ActionIcon
              variant="subtle"
              aria-label={`Move ${value} up`}
              disabled={busy || index === 0}
              onClick={() => void change({ kind: 'move', value, step: -1 })}
            >
              <IconArrowUp size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              aria-label={`Move ${value} down`}
              disabled={busy || index === used.length - 1}
              onClick={() => void change({ kind: 'move', value, step: 1 })}
            >
              <IconArrowDown size={14} aria-hidden />
            </ActionIcon>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Retire ${value}`}
              disabled={busy}
              onClick={() => void change({ kind: 'retire', value })}
            >
              Retire
            </Button>
          </Group>
        ))}
      </Stack>
      <form onSubmit={event => void submit(event)}>
        <Group gap={6} wrap="nowrap">
          <TextInput
            size="xs"
            flex={1}
            aria-label={`Add to ${title.toLowerCase()}`}
            placeholder="Add one"
            value={added}
            onChange={event => setAdded(event.currentTarget.value)}
          />
          <Button size="xs" variant="default" type="submit" disabled={busy || added.trim() === ''}>
            Add
          </Button>
        </Group>
      </form>
      {retired.length > 0 && <Retired values={retired} busy={busy} onBack={value => void change({ kind: 'add', value })} />}
    </Stack>
  )
}

interface RetiredProps {
  readonly values: readonly FieldValue[]
  readonly busy: boolean
  onBack(value: string): void
}

/** Incidents keep them; nobody can choose them any more. */
function Retired({ values, busy, onBack }: RetiredProps) {
  return (
    <details>
      <Text component="summary" size="xs" c="dimmed" style={{ cursor: 'pointer' }}>
        Retired ({values.length}): incidents keep them, nobody can choose them
      </Text>
      <Stack component="ul" gap={2} mt={4} m={0} p={0} style={{ listStyle: 'none' }}>
        {values.map(({ id, value }) => (
          <Group component="li" key={id} gap={4} wrap="nowrap">
            <Text size="sm" c="dimmed" flex={1} miw={0} style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Text>
            <Button size="compact-xs" variant="default" aria-label={`Bring back ${value}`} disabled={busy} onClick={() => onBack(value)}>
              Bring back
            </Button>
          </Group>
        ))}
      </Stack>
    </details>
  )
}
