import { Group, NativeSelect, TagsInput } from '@mantine/core'
import { INCIDENT_TAGS_MAX, SEVERITIES, type Severity } from '@sallyport/shared'
import { Notice } from '../../components/ui/notice'
import { type FragmentType, readFragment } from '../../gql'
import { formatEnum, sentence } from '../../lib/format'
import { useCan } from '../../lib/permissions'
import { BothVersions } from './both-versions'
import { FIELD_WORDS, type FieldName, IncidentFields_Incident } from './field-edit'
import { useFieldEdit } from './use-field-edit'
import { useWorkflowChoices } from './use-workflow-choices'

interface IncidentFieldsProps {
  readonly incident: FragmentType<typeof IncidentFields_Incident>
  onDone(): void
}

/** What the incident is said to be, changed in place. */
export function IncidentFields({ incident: masked, onDone }: IncidentFieldsProps) {
  const incident = readFragment(IncidentFields_Incident, masked)
  const choices = useWorkflowChoices()
  const { busy, conflict, fault, edit, keepMine, takeTheirs } = useFieldEdit(incident, onDone)
  const may = useCan('incident:write') && incident.allowedActions.includes('EDIT')
  const chosen = (name: 'classification' | 'attackVector' | 'disposition', values: readonly string[]) => (
    <Choice
      name={name}
      value={incident[name]}
      choices={values.map(value => ({ value, label: value }))}
      disabled={!may || busy}
      onChange={value => edit({ [name]: value })}
    />
  )
  return (
    <>
      <Group gap="xs" mt={6} align="flex-end" role="group" aria-label="Fields">
        <Choice
          name="severity"
          value={incident.severitySet ? incident.severity : null}
          none={`As its alerts say (${formatEnum(incident.severity)})`}
          choices={SEVERITIES.map(value => ({ value, label: sentence(formatEnum(value)) }))}
          disabled={!may || busy}
          onChange={value => edit({ severity: value as Severity | null })}
        />
        {chosen('classification', choices.values.CLASSIFICATION)}
        {chosen('attackVector', choices.values.ATTACK_VECTOR)}
        {chosen('disposition', choices.values.DISPOSITION)}
        <Choice
          name="teamId"
          value={incident.team?.id ?? null}
          choices={[...(incident.team ? [incident.team] : []), ...choices.teams.filter(({ id }) => id !== incident.team?.id)].map(
            ({ id, name }) => ({ value: id, label: name }),
          )}
          disabled={!may || busy}
          onChange={value => edit({ teamId: value })}
        />
        <Tags key={incident.tags.join()} tags={incident.tags} disabled={!may || busy} onChange={tags => edit({ tags })} />
      </Group>
      {conflict && (
        <BothVersions
          conflict={conflict}
          busy={busy}
          teamName={id => choices.teams.find(team => team.id === id)?.name ?? 'another team'}
          onMine={keepMine}
          onTheirs={takeTheirs}
        />
      )}
      {fault !== null && <Notice tone="error">{fault}</Notice>}
    </>
  )
}

interface ChoiceProps {
  readonly name: FieldName
  readonly value: string | null
  /** What no value is called. */
  readonly none?: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly disabled: boolean
  onChange(value: string | null): void
}

/** A value that cannot be chosen any more stays shown where it is set. */
function Choice({ name, value, none = '–', choices, disabled, onChange }: ChoiceProps) {
  const retired = value !== null && !choices.some(choice => choice.value === value) ? [{ value, label: value }] : []
  return (
    <NativeSelect
      size="xs"
      label={FIELD_WORDS[name]}
      disabled={disabled}
      data={[{ value: '', label: none }, ...retired, ...choices]}
      value={value ?? ''}
      onChange={event => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  )
}

interface TagsProps {
  readonly tags: readonly string[]
  readonly disabled: boolean
  onChange(tags: string[]): void
}

function Tags({ tags, disabled, onChange }: TagsProps) {
  return (
    <TagsInput
      size="xs"
      label={FIELD_WORDS.tags}
      disabled={disabled}
      maxTags={INCIDENT_TAGS_MAX}
      value={[...tags]}
      onChange={onChange}
      {...(tags.length === 0 && { placeholder: 'Add a tag' })}
      miw={160}
    />
  )
}
