import { Alert, Button, Group, Select, SimpleGrid, Stack, TagsInput, Textarea, TextInput } from '@mantine/core'
import { INCIDENT_TAGS_MAX } from '@sallyport/shared'
import { type FormEvent, useState } from 'react'
import { SEVERITY_LOOKS } from '../../components/ui/severity-look'
import type { BulkActionInput } from '../../gql/graphql'
import { useViewer } from '../../lib/permissions'
import {
  type ActionDraft,
  actionInput,
  type DialogAction,
  type DraftFaults,
  EMPTY_DRAFT,
  FOR_GOOD,
  LEAVE,
  MUTE_SPANS,
  NOBODY,
  UNTIL_MOMENT,
} from './action-input'
import { useOtherAssignees } from './assignees'
import { SEVERITIES_HIGHEST_FIRST } from './incident-filters'
import type { ActionFault } from './use-incident-actions'
import { useWorkflowChoices, type WorkflowChoices } from './use-workflow-choices'

export const ACTION_WORDS: Readonly<Record<DialogAction, string>> = {
  close: 'Close',
  ignore: 'Ignore',
  reopen: 'Reopen',
  assign: 'Assign',
  edit: 'Change',
  comment: 'Comment on',
}

interface ActionFormProps {
  readonly action: DialogAction
  /** What it is done to, e.g. "incident", "20 incidents". */
  readonly noun: string
  readonly busy: boolean
  onSubmit(input: BulkActionInput): Promise<ActionFault>
  onDone(): void
}

interface FieldsProps {
  readonly draft: ActionDraft
  readonly faults: DraftFaults
  readonly choices: WorkflowChoices
  change(patch: Partial<ActionDraft>): void
}

/** Asks what an action needs. When the answer is a fault, what was written stays. */
export function ActionForm({ action, noun, busy, onSubmit, onDone }: ActionFormProps) {
  const viewer = useViewer()
  const choices = useWorkflowChoices()
  const [draft, setDraft] = useState<ActionDraft>(() => (action === 'assign' ? { ...EMPTY_DRAFT, assignee: viewer.id } : EMPTY_DRAFT))
  const [tried, setTried] = useState(false)
  const [fault, setFault] = useState<ActionFault>(null)
  const checkAt = (now: number) => actionInput(action, draft, { dispositionNeeded: choices.values.DISPOSITION.length > 0, now })
  const shown = checkAt(Date.now())
  const faults = tried && 'faults' in shown ? shown.faults : {}
  const told = fault ?? faults.form ?? null

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const checked = checkAt(Date.now())
    if ('faults' in checked) return
    const answer = await onSubmit(checked.input)
    setFault(answer)
    if (answer === null) onDone()
  }
  const Fields = FIELDS[action]
  return (
    <form noValidate onSubmit={event => void submit(event)}>
      <Stack gap="sm">
        {told !== null && (
          <Alert role="alert" color="yellow" py={6}>
            {told}
          </Alert>
        )}
        <Fields draft={draft} faults={faults} choices={choices} change={patch => setDraft(before => ({ ...before, ...patch }))} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={busy} {...(action === 'assign' && { 'data-autofocus': true })}>
            {ACTION_WORDS[action]} {noun}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function CloseFields({ draft, faults, choices, change }: FieldsProps) {
  const dispositions = choices.values.DISPOSITION
  return (
    <>
      {dispositions.length > 0 && (
        <Select
          label="Disposition"
          description="What it was"
          required
          withAsterisk={false}
          searchable
          data={dispositions}
          value={draft.disposition}
          error={faults.disposition}
          onChange={disposition => change({ disposition })}
        />
      )}
      <TextInput
        label="Summary"
        description="Why, in a line"
        data-autofocus
        required
        withAsterisk={false}
        value={draft.summary}
        error={faults.summary}
        onChange={event => change({ summary: event.currentTarget.value })}
      />
      <Words label="Detail" draft={draft} faults={faults} change={change} />
    </>
  )
}

function IgnoreFields({ draft, faults, change }: FieldsProps) {
  return (
    <>
      <Select
        label="Until"
        description={
          draft.mute === FOR_GOOD
            ? 'The next alert of this kind opens another incident.'
            : 'Until then it takes further alerts, and nobody is shown them. A receipt says every week what it hid.'
        }
        allowDeselect={false}
        data={[{ value: FOR_GOOD, label: 'Ignore this one only' }, ...MUTE_SPANS, { value: UNTIL_MOMENT, label: 'Mute until…' }]}
        value={draft.mute}
        onChange={value => change({ mute: value ?? FOR_GOOD })}
      />
      {draft.mute === UNTIL_MOMENT && (
        <TextInput
          type="datetime-local"
          label="Muted until"
          description="In the time of this computer"
          value={draft.until}
          error={faults.until}
          onChange={event => change({ until: event.currentTarget.value })}
        />
      )}
      <Words label="Comment" draft={draft} faults={faults} change={change} autoFocus />
    </>
  )
}

const ReopenFields = ({ draft, faults, change }: FieldsProps) => (
  <Words label="Comment" draft={draft} faults={faults} change={change} autoFocus />
)

const CommentFields = ({ draft, faults, change }: FieldsProps) => (
  <Words label="Comment" description="Markdown; @name tells somebody" draft={draft} faults={faults} change={change} autoFocus />
)

interface WordsProps extends Omit<FieldsProps, 'choices'> {
  readonly label: string
  readonly description?: string
  readonly autoFocus?: boolean
}

function Words({ label, description = 'Optional', draft, faults, change, autoFocus = false }: WordsProps) {
  return (
    <Textarea
      label={label}
      description={description}
      {...(autoFocus && { 'data-autofocus': true })}
      autosize
      minRows={3}
      maxRows={12}
      value={draft.text}
      error={faults.text}
      onChange={event => change({ text: event.currentTarget.value })}
    />
  )
}

const LEAVE_CHOICE = { value: LEAVE, label: 'Leave as it is' }

function AssignFields({ draft, choices, change }: FieldsProps) {
  const viewer = useViewer()
  const others = useOtherAssignees()
  const people = [{ id: viewer.id, name: `${viewer.name} (me)` }, ...others].map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Select
        label="Person"
        searchable
        allowDeselect={false}
        data={[...people, { value: NOBODY, label: 'Nobody' }, LEAVE_CHOICE]}
        value={draft.assignee}
        onChange={value => change({ assignee: value ?? LEAVE })}
      />
      {choices.teams.length > 0 && (
        <Select
          label="Team"
          searchable
          allowDeselect={false}
          data={[LEAVE_CHOICE, ...choices.teams.map(({ id, name }) => ({ value: id, label: name })), { value: NOBODY, label: 'No team' }]}
          value={draft.team}
          onChange={value => change({ team: value ?? LEAVE })}
        />
      )}
    </>
  )
}

function EditFields({ draft, choices, change }: FieldsProps) {
  const select = (label: string, name: 'classification' | 'vector' | 'newDisposition', values: readonly string[]) => (
    <Select
      label={label}
      searchable
      allowDeselect={false}
      data={[LEAVE_CHOICE, ...values, { value: NOBODY, label: 'None' }]}
      value={draft[name]}
      onChange={value => change({ [name]: value ?? LEAVE })}
    />
  )
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <Select
        label="Severity"
        data-autofocus
        allowDeselect={false}
        data={[LEAVE_CHOICE, ...SEVERITIES_HIGHEST_FIRST.map(severity => ({ value: severity, label: SEVERITY_LOOKS[severity].word }))]}
        value={draft.severity}
        onChange={value => change({ severity: value ?? LEAVE })}
      />
      {select('Classification', 'classification', choices.values.CLASSIFICATION)}
      {select('Attack vector', 'vector', choices.values.ATTACK_VECTOR)}
      {select('Disposition', 'newDisposition', choices.values.DISPOSITION)}
      <TagsInput label="Add tags" maxTags={INCIDENT_TAGS_MAX} value={[...draft.addTags]} onChange={addTags => change({ addTags })} />
      <TagsInput
        label="Remove tags"
        maxTags={INCIDENT_TAGS_MAX}
        value={[...draft.removeTags]}
        onChange={removeTags => change({ removeTags })}
      />
    </SimpleGrid>
  )
}

const FIELDS: Readonly<Record<DialogAction, (props: FieldsProps) => React.ReactNode>> = {
  close: CloseFields,
  ignore: IgnoreFields,
  reopen: ReopenFields,
  assign: AssignFields,
  edit: EditFields,
  comment: CommentFields,
}
