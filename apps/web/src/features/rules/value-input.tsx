import { MultiSelect, NativeSelect, NumberInput, TagsInput, TextInput } from '@mantine/core'
import { RULE_FIELDS, type RuleField, type RuleFieldName, Severity } from '@sallyport/shared'
import { SEVERITY_LOOKS } from '../../components/ui/severity-look'
import { formatEnum, sentence } from '../../lib/format'
import { plainOrList, valuesOf } from './draft'
import { countries, LISTED_KINDS } from './rule-words'
import { type Choices, useChoices } from './use-choices'
import classes from './rules.module.css'

/** Options are on the page while they are open: a rule may have a hundred fields. */
export const LEAN = { keepMounted: false }

interface ValueInputProps {
  readonly field: RuleFieldName
  readonly op: string
  readonly value: unknown
  readonly faulty: boolean
  onChange(value: unknown): void
}

export const severityOptions = () =>
  Object.values(Severity)
    .toReversed()
    .map(value => ({ value, label: SEVERITY_LOOKS[value].word }))

/** What a field is compared with, by the type of the field. Several values mean any of them. */
export function ValueInput({ field, op, value, faulty, onChange }: ValueInputProps) {
  const choices = useChoices()
  const { type, choices: given }: RuleField = RULE_FIELDS[field]
  const common = { 'aria-label': 'Value', className: classes['value'] ?? '', size: 'xs', error: faulty } as const
  if (type === 'boolean' || op === 'known' || op === 'isOwn' || op === 'isPrivate') {
    return (
      <NativeSelect
        {...common}
        value={String(value === true)}
        data={[
          { value: 'true', label: 'Yes' },
          { value: 'false', label: 'No' },
        ]}
        onChange={event => onChange(event.currentTarget.value === 'true')}
      />
    )
  }
  if (type === 'severity' && op === 'atLeast') {
    return (
      <NativeSelect {...common} value={String(value)} data={severityOptions()} onChange={event => onChange(event.currentTarget.value)} />
    )
  }
  const options = type === 'severity' ? severityOptions() : type === 'choice' ? choicesOf(given) : optionsOf(field, type, choices)
  if (options) return <OfMany {...common} options={options} value={value} onChange={onChange} />
  if (type === 'score' || (type === 'number' && op !== 'is')) {
    return (
      <NumberInput
        {...common}
        allowDecimal={false}
        {...(type === 'score' && { min: 0, max: 100, suffix: ' of 100' })}
        value={typeof value === 'number' ? value : ''}
        onChange={next => onChange(next === '' ? undefined : next)}
      />
    )
  }
  if (op === 'regex') {
    return (
      <TextInput
        {...common}
        spellCheck={false}
        placeholder="^(?:psexec|wmic)\.exe$"
        classNames={{ input: classes['mono'] ?? '' }}
        value={valuesOf(value).map(String).join('|')}
        onChange={event => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
      />
    )
  }
  return <Typed {...common} field={field} type={type} op={op} value={value} onChange={onChange} />
}

const choicesOf = (given: readonly string[] | undefined) => (given ?? []).map(value => ({ value, label: sentence(formatEnum(value)) }))

/** undefined: values are typed. */
function optionsOf(field: RuleFieldName, type: RuleField['type'], { lists }: Choices): { value: string; label: string }[] | undefined {
  if (type === 'country') return countries().map(([value, name]) => ({ value, label: `${name} (${value})` }))
  if (type !== 'listed') return undefined
  return lists.filter(({ kind }) => kind === LISTED_KINDS[field]).map(({ id, name }) => ({ value: id, label: name }))
}

interface CommonProps {
  readonly 'aria-label': string
  readonly className: string
  readonly size: 'xs'
  readonly error: boolean
  readonly value: unknown
  onChange(value: unknown): void
}

function OfMany({ options, value, onChange, ...common }: CommonProps & { readonly options: readonly { value: string; label: string }[] }) {
  const chosen = valuesOf(value).map(String)
  // What is chosen and gone stays on show, so that it can be taken out.
  const gone = chosen.filter(each => !options.some(option => option.value === each)).map(each => ({ value: each, label: `${each} (gone)` }))
  return (
    <MultiSelect
      {...common}
      data={[...options, ...gone]}
      value={chosen}
      onChange={next => onChange(plainOrList(next))}
      placeholder={chosen.length === 0 ? 'Choose' : ''}
      searchable
      comboboxProps={LEAN}
      hidePickedOptions
      limit={100}
    />
  )
}

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  inNetwork: '203.0.113.0/24',
  wildcard: '*.corp.example',
}

interface TypedProps extends CommonProps {
  readonly field: RuleFieldName
  readonly type: RuleField['type']
  readonly op: string
}

function Typed({ field, type, op, value, onChange, ...common }: TypedProps) {
  const { sources, networks } = useChoices()
  const known = field === 'source' ? sources : field === 'attackerNetwork' || field === 'targetNetwork' ? networks : []
  const values = valuesOf(value)
  // A number that is none stays as it was typed, and is said to be at fault.
  const read = (text: string) => (type === 'number' && /^-?\d+$/.test(text) ? Number(text) : text)
  return (
    <TagsInput
      {...common}
      data={op === 'is' ? [...known] : []}
      value={values.map(String)}
      onChange={next => onChange(plainOrList(next.map(text => read(text.trim()))))}
      placeholder={values.length === 0 ? (PLACEHOLDERS[op] ?? 'Type, then press Enter') : ''}
      splitChars={type === 'address' || type === 'number' ? [',', ' ', ';'] : ['\n']}
      comboboxProps={LEAN}
      acceptValueOnBlur
    />
  )
}
