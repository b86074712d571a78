import { NativeSelect, Stack, TagsInput, TextInput } from '@mantine/core'
import { durationWords, type IncidentField, RULE_VALUE_WORDS, type RuleValue } from '@sallyport/shared'
import { sentence } from '../../lib/format'
import { type DraftAction, without } from './draft'
import { VALUE_KINDS } from './rule-words'
import { TemplateInput } from './template-input'
import { useChoices } from './use-choices'
import { LEAN, severityOptions } from './value-input'
import classes from './rules.module.css'

interface ActionFieldsProps {
  readonly action: DraftAction['action']
  readonly faulty: boolean
  onChange(action: DraftAction['action']): void
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What an action needs to be told. */
export function ActionFields({ action, faulty, onChange }: ActionFieldsProps) {
  const set = (given: object) => onChange({ ...action, ...given })
  /** What is left empty is left out. */
  const setOptional = (name: string, text: string) => (text === '' ? onChange(without(action, name)) : set({ [name]: text }))
  switch (action.do) {
    case 'addToList':
    case 'removeFromList':
      return <ListFields action={action} faulty={faulty} onChange={onChange} />
    case 'setSeverity':
      return (
        <NativeSelect
          size="xs"
          aria-label="Severity"
          value={textOf(action['severity'])}
          data={severityOptions()}
          onChange={event => set({ severity: event.currentTarget.value })}
        />
      )
    case 'setClassification':
      return (
        <FieldValueInput
          field="CLASSIFICATION"
          label="Classification"
          value={action['value']}
          faulty={faulty}
          onChange={value => set({ value })}
        />
      )
    case 'setAttackVector':
      return (
        <FieldValueInput
          field="ATTACK_VECTOR"
          label="Attack vector"
          value={action['value']}
          faulty={faulty}
          onChange={value => set({ value })}
        />
      )
    case 'setDisposition':
      return (
        <FieldValueInput
          field="DISPOSITION"
          label="Disposition"
          value={action['value']}
          faulty={faulty}
          onChange={value => set({ value })}
        />
      )
    case 'assign':
      return <AssigneeInput action={action} faulty={faulty} onChange={onChange} />
    case 'tag':
      return (
        <TagsInput
          size="xs"
          aria-label="Tags"
          placeholder="Type, then press Enter"
          value={Array.isArray(action['tags']) ? action['tags'].map(String) : []}
          error={faulty}
          onChange={tags => set({ tags })}
          comboboxProps={LEAN}
          acceptValueOnBlur
        />
      )
    case 'comment':
      return <TemplateInput label="Comment" value={textOf(action['text'])} faulty={faulty} onChange={text => set({ text })} />
    case 'notify':
      return (
        <Stack gap={6}>
          <ChannelInput value={action['channelId']} faulty={faulty} onChange={channelId => set({ channelId })} />
          <TemplateInput label="Text (optional)" value={textOf(action['text'])} onChange={text => setOptional('text', text)} />
        </Stack>
      )
    case 'close':
      return (
        <Stack gap={6}>
          <TemplateInput label="Summary" value={textOf(action['summary'])} faulty={faulty} onChange={summary => set({ summary })} />
          <FieldValueInput
            field="DISPOSITION"
            label="Disposition"
            value={action['disposition']}
            faulty={false}
            onChange={value => setOptional('disposition', value)}
          />
        </Stack>
      )
    case 'ignore':
      return <TemplateInput label="Summary" value={textOf(action['summary'])} faulty={faulty} onChange={summary => set({ summary })} />
  }
}

const HOUR = 3_600
const DAY = 24 * HOUR
const SPANS = [HOUR, 4 * HOUR, DAY, 3 * DAY, 7 * DAY, 30 * DAY, 90 * DAY, 365 * DAY]

function expiryOptions(current: unknown) {
  const spans = typeof current === 'number' && !SPANS.includes(current) ? [...SPANS, current].toSorted((a, b) => a - b) : SPANS
  return [
    { value: 'list', label: 'as the list says' },
    ...spans.map(seconds => ({ value: String(seconds), label: `after ${durationWords(seconds)}` })),
    { value: 'never', label: 'never' },
  ]
}

function ListFields({ action, faulty, onChange }: ActionFieldsProps) {
  const { lists } = useChoices()
  const value = textOf(action['value']) as RuleValue
  const listId = textOf(action['listId'])
  const kind = VALUE_KINDS[value]
  const fitting = lists.filter(list => list.kind === kind)
  const gone = listId !== '' && !fitting.some(({ id }) => id === listId)
  const ttl = action['ttlSeconds']
  const chooseValue = (next: RuleValue) =>
    // A list takes values of one kind.
    onChange(VALUE_KINDS[next] === kind ? { ...action, value: next } : { ...without(action, 'listId'), value: next })
  const chooseExpiry = (chosen: string) =>
    onChange(chosen === 'list' ? without(action, 'ttlSeconds') : { ...action, ttlSeconds: chosen === 'never' ? null : Number(chosen) })
  return (
    <Stack gap={6}>
      <div className={classes['row']}>
        <NativeSelect
          className={classes['field'] ?? ''}
          size="xs"
          label="Value"
          value={value}
          data={Object.entries(RULE_VALUE_WORDS).map(([each, label]) => ({ value: each, label: sentence(label) }))}
          onChange={event => chooseValue(event.currentTarget.value as RuleValue)}
        />
        <NativeSelect
          className={classes['field'] ?? ''}
          size="xs"
          label="List"
          value={listId}
          error={faulty && (listId === '' || gone)}
          data={[
            { value: '', label: fitting.length > 0 ? 'Choose a list' : 'There is no list for it', disabled: true },
            ...(gone ? [{ value: listId, label: 'A list that does not fit, or is gone' }] : []),
            ...fitting.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={event => onChange({ ...action, listId: event.currentTarget.value })}
        />
        {action.do === 'addToList' && (
          <NativeSelect
            className={classes['field'] ?? ''}
            size="xs"
            label="Expires"
            value={ttl === undefined ? 'list' : ttl === null ? 'never' : `${Number(ttl)}`}
            data={expiryOptions(ttl)}
            onChange={event => chooseExpiry(event.currentTarget.value)}
          />
        )}
      </div>
      <TemplateInput
        label="Reason (optional)"
        placeholder="{threat} against {target}"
        value={textOf(action['reason'])}
        onChange={reason => onChange(reason === '' ? without(action, 'reason') : { ...action, reason })}
      />
    </Stack>
  )
}

interface FieldValueInputProps {
  readonly field: IncidentField
  readonly label: string
  readonly value: unknown
  readonly faulty: boolean
  onChange(value: string): void
}

/** Of the values that administrators set for the field; typed where there are none. */
function FieldValueInput({ field, label, value, faulty, onChange }: FieldValueInputProps) {
  const values = useChoices().values(field)
  const current = textOf(value)
  if (values.length === 0) {
    return <TextInput size="xs" label={label} value={current} error={faulty} onChange={event => onChange(event.currentTarget.value)} />
  }
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={current}
      error={faulty}
      data={[{ value: '', label: 'Choose' }, ...new Set([...values, ...(current === '' ? [] : [current])])]}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}

function AssigneeInput({ action, faulty, onChange }: ActionFieldsProps) {
  const { people, teams } = useChoices()
  const user = textOf(action['userId'])
  const team = textOf(action['teamId'])
  const current = user !== '' ? `userId ${user}` : team !== '' ? `teamId ${team}` : ''
  const options = [
    ...people.map(({ id, name }) => ({ group: 'People', value: `userId ${id}`, label: name })),
    ...teams.map(({ id, name }) => ({ group: 'Teams', value: `teamId ${id}`, label: name })),
  ]
  const gone = current !== '' && !options.some(({ value }) => value === current)
  return (
    <NativeSelect
      size="xs"
      label="To"
      value={current}
      error={faulty}
      data={[
        { value: '', label: 'Choose a person or team', disabled: true },
        ...(gone ? [{ value: current, label: 'Somebody who is gone' }] : []),
        ...[...Map.groupBy(options, ({ group }) => group)].map(([group, items]) => ({
          group,
          items: items.map(({ value, label }) => ({ value, label })),
        })),
      ]}
      onChange={event => {
        const [name = '', id = ''] = event.currentTarget.value.split(' ')
        onChange({ ...without(action, 'userId', 'teamId'), [name]: id })
      }}
    />
  )
}

interface ChannelInputProps {
  readonly value: unknown
  readonly faulty: boolean
  onChange(channelId: string): void
}

function ChannelInput({ value, faulty, onChange }: ChannelInputProps) {
  const { channels } = useChoices()
  const current = textOf(value)
  const gone = current !== '' && !channels.some(({ id }) => id === current)
  return (
    <NativeSelect
      size="xs"
      label="Channel"
      value={current}
      error={faulty}
      data={[
        { value: '', label: 'Choose a channel', disabled: true },
        ...(gone ? [{ value: current, label: 'A channel that is gone' }] : []),
        ...channels.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}
