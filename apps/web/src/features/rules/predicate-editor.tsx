import { ActionIcon, Group, NativeSelect, NumberInput, Select, Text } from '@mantine/core'
import { OPERATORS, RULE_FIELDS, type RuleFieldName, RULE_FIELD_NAMES } from '@sallyport/shared'
import { IconX } from '@tabler/icons-react'
import { memo } from 'react'
import { DurationInput } from '../../components/ui/duration-input'
import { browserTimeZone } from '../../lib/time-zone'
import { type DraftLeaf, type DraftTime, firstValue, newLeaf, SPECIAL_LEAVES, withLeaf } from './draft'
import { FaultText } from './fault-text'
import { useFaultsWithin } from './faults'
import { OPERATOR_WORDS } from './rule-words'
import { TimeFields } from './time-fields'
import { LEAN, ValueInput } from './value-input'
import classes from './rules.module.css'

interface PredicateEditorProps {
  readonly leaf: DraftLeaf
  /** condition.all.0 */
  readonly path: string
  onChange(leaf: DraftLeaf): void
  onRemove(): void
}

/** What a predicate speaks of, in groups. */
const FIELD_OPTIONS = [
  ...[...Map.groupBy(RULE_FIELD_NAMES, name => RULE_FIELDS[name].group)].map(([group, names]) => ({
    group,
    items: names.map((value): { value: string; label: string } => ({ value, label: RULE_FIELDS[value].label })),
  })),
  {
    group: 'Over time',
    items: [
      { value: 'count', label: 'Count of alerts' },
      { value: 'firstSeen', label: 'Seen for the first time' },
      { value: 'time', label: 'Time of day' },
    ],
  },
]

const isFieldName = (name: unknown): name is RuleFieldName => typeof name === 'string' && Object.hasOwn(RULE_FIELDS, name)

/** Drawn anew only when it changes, or what is at fault: its handlers speak of it by its key and may be older. */
export const PredicateEditor = memo(DrawnPredicate, (before, after) => before.leaf === after.leaf && before.path === after.path)

function DrawnPredicate({ leaf: draft, path, onChange, onRemove }: PredicateEditorProps) {
  const { leaf } = draft
  const faults = useFaultsWithin(path)
  const subject = ['count', 'firstSeen', 'time'].find(kind => kind in leaf) ?? String(leaf['field'])
  const choose = (next: string | null) => {
    if (next === null || next === subject) return
    onChange(withLeaf(draft, leafOf(next, leaf)))
  }
  return (
    <div className={classes['part']} data-fault={faults.length > 0} role="group" aria-label="Condition">
      <Group gap={6} wrap="nowrap" align="flex-start">
        <div className={classes['row']} style={{ flex: 1, minWidth: 0 }}>
          <Select
            className={classes['field'] ?? ''}
            size="xs"
            aria-label="Field"
            data={FIELD_OPTIONS}
            value={subject}
            onChange={choose}
            searchable
            allowDeselect={false}
            comboboxProps={LEAN}
            maxDropdownHeight={320}
          />
          <Rest draft={draft} faulty={faults.length > 0} onChange={onChange} />
        </div>
        <ActionIcon aria-label="Remove the condition" onClick={onRemove} mt={2}>
          <IconX size={14} />
        </ActionIcon>
      </Group>
      {isFieldName(leaf['field']) && RULE_FIELDS[leaf['field']].source === 'lookup' && (
        <Text size="xs" c="dimmed" mt={4}>
          Others are asked for this: it may have to be waited for.
        </Text>
      )}
      <FaultText faults={faults} />
    </div>
  )
}

/** For another subject; what was given is kept where it means the same. */
function leafOf(subject: string, before: DraftLeaf['leaf']): DraftLeaf['leaf'] {
  if (subject === 'count' || subject === 'firstSeen') return SPECIAL_LEAVES[subject]
  if (subject === 'time') return { time: { days: [], from: '22:00', to: '06:00', timeZone: browserTimeZone() } satisfies DraftTime }
  if (!isFieldName(subject)) return before
  const { op, value, field } = before
  const sameType = isFieldName(field) && RULE_FIELDS[field].type === RULE_FIELDS[subject].type && RULE_FIELDS[subject].type !== 'choice'
  return sameType && RULE_FIELDS[subject].type !== 'listed' ? { field: subject, op, value } : newLeaf(subject).leaf
}

interface RestProps {
  readonly draft: DraftLeaf
  readonly faulty: boolean
  onChange(leaf: DraftLeaf): void
}

function Rest({ draft, faulty, onChange }: RestProps) {
  const { leaf } = draft
  const set = (next: DraftLeaf['leaf']) => onChange(withLeaf(draft, next))
  if ('count' in leaf) return <CountFields count={leaf['count'] as Counting} onChange={count => set({ count })} />
  if ('firstSeen' in leaf) return <FirstSeenFields firstSeen={leaf['firstSeen'] as FirstSeen} onChange={firstSeen => set({ firstSeen })} />
  if ('time' in leaf) return <TimeFields time={leaf['time'] as DraftTime} onChange={time => set({ time })} />
  const { field, op, value } = leaf
  if (!isFieldName(field)) return <Text size="sm">There is no such field: choose another.</Text>
  const operators: readonly (keyof typeof OPERATOR_WORDS)[] = OPERATORS[RULE_FIELDS[field].type]
  const chooseOperator = (next: string) => {
    // Yes and no are not texts, nor is an expression a list of words.
    const kept = firstValue(field, next) === undefined && typeof value !== 'boolean' && next !== 'regex' && op !== 'regex'
    set({ field, op: next, value: kept ? value : firstValue(field, next) })
  }
  return (
    <>
      {operators.length > 1 ? (
        <NativeSelect
          className={classes['operator'] ?? ''}
          size="xs"
          aria-label="Comparison"
          value={String(op)}
          data={operators.map(each => ({ value: each, label: OPERATOR_WORDS[each] }))}
          onChange={event => chooseOperator(event.currentTarget.value)}
        />
      ) : (
        <Text size="sm" pb={4} className={classes['word'] ?? ''}>
          {RULE_FIELDS[field].type === 'listed' ? '' : OPERATOR_WORDS[operators[0] ?? 'is']}
        </Text>
      )}
      <ValueInput field={field} op={String(op)} value={value} faulty={faulty} onChange={next => set({ field, op, value: next })} />
    </>
  )
}

interface Counting {
  readonly per: string
  readonly atLeast: number | undefined
  readonly windowSeconds: number
}

const PER_OPTIONS = [
  { value: 'attacker', label: 'attacker' },
  { value: 'target', label: 'target' },
  { value: 'user', label: 'user' },
  { value: 'threatId', label: 'threat id' },
  { value: 'rule', label: 'rule of the firewall' },
  { value: 'fileHash', label: 'file hash' },
  { value: 'domain', label: 'domain' },
]

function CountFields({ count, onChange }: { count: Counting; onChange(count: Counting): void }) {
  return (
    <>
      <NumberInput
        size="xs"
        w={90}
        label="At least"
        allowDecimal={false}
        value={count.atLeast ?? ''}
        onChange={atLeast => onChange({ ...count, atLeast: atLeast === '' ? undefined : Number(atLeast) })}
      />
      <NativeSelect
        size="xs"
        label="alerts with the same"
        value={count.per}
        data={PER_OPTIONS}
        onChange={event => onChange({ ...count, per: event.currentTarget.value })}
      />
      <DurationInput
        label="within"
        description=""
        value={count.windowSeconds}
        onChange={windowSeconds => onChange({ ...count, windowSeconds })}
      />
    </>
  )
}

interface FirstSeen {
  readonly of: string
  readonly withinDays: number | undefined
}

function FirstSeenFields({ firstSeen, onChange }: { firstSeen: FirstSeen; onChange(firstSeen: FirstSeen): void }) {
  return (
    <>
      <NativeSelect
        size="xs"
        label="What"
        value={firstSeen.of}
        data={PER_OPTIONS.filter(({ value }) => value !== 'rule')}
        onChange={event => onChange({ ...firstSeen, of: event.currentTarget.value })}
      />
      <NumberInput
        size="xs"
        w={110}
        label="in so many days"
        allowDecimal={false}
        value={firstSeen.withinDays ?? ''}
        onChange={days => onChange({ ...firstSeen, withinDays: days === '' ? undefined : Number(days) })}
      />
    </>
  )
}
