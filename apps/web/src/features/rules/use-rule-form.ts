import { readRule, ruleDefinition, type RuleNames, type RuleReading } from '@sallyport/shared'
import { useDebouncedValue } from '@mantine/hooks'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../gql'
import type { RuleContent_RuleFragment, RuleUpdateInput } from '../../gql/graphql'
import { definitionOf, type Draft, draftOf, emptyDraft, sameJson } from './draft'
import { type Fault, localFaults, serverFaults } from './faults'

export interface RuleForm {
  readonly name: string
  readonly description: string
  readonly stopAfterMatch: boolean
  readonly maxEntriesPerHour: number | string
  readonly draft: Draft
}

/** null: of a rule that is not there yet. */
export type Base = RuleContent_RuleFragment | null

export const formOf = (rule: Base): RuleForm =>
  rule
    ? {
        name: rule.name,
        description: rule.description,
        stopAfterMatch: rule.stopAfterMatch,
        maxEntriesPerHour: rule.maxEntriesPerHour,
        draft: draftOf(rule.definition),
      }
    : { name: '', description: '', stopAfterMatch: false, maxEntriesPerHour: 100, draft: emptyDraft() }

/** What the person changed against the rule as it was opened; null: nothing. */
export function changesOf(base: Base, form: RuleForm): Omit<RuleUpdateInput, 'id' | 'expectedVersion'> | null {
  const before = formOf(base)
  const definition = definitionOf(form.draft)
  const changes = {
    ...(form.name.trim() !== before.name && { name: form.name.trim() }),
    ...(form.description.trim() !== before.description && { description: form.description.trim() }),
    ...(form.stopAfterMatch !== before.stopAfterMatch && { stopAfterMatch: form.stopAfterMatch }),
    ...(Number(form.maxEntriesPerHour) !== before.maxEntriesPerHour && { maxEntriesPerHour: Number(form.maxEntriesPerHour) }),
    ...(!sameJson(definition, definitionOf(before.draft)) && { definition }),
  }
  return Object.keys(changes).length > 0 ? changes : null
}

/**
 * The form over the rule as it is now. Others' changes are taken over at once while nothing is changed here, or when
 * they are none of what is edited here (its mode, its place); else `theirs` tells of them. A new rule may begin as a copy.
 */
export function useRuleForm(current: Base, copyOf: Base = null) {
  const [base, setBase] = useState(current)
  const [form, setForm] = useState(() => (copyOf ? { ...formOf(copyOf), name: `Copy of ${copyOf.name}` } : formOf(current)))
  const changes = useMemo(() => changesOf(base, form), [base, form])
  const isOther = current !== null && base !== null && current.version !== base.version
  const takeOver = isOther && (changes === null || changesOf(base, formOf(current)) === null)
  if (takeOver) {
    setBase(current)
    if (changes === null) setForm(formOf(current))
  }
  const load = (rule: Base) => {
    setBase(rule)
    setForm(formOf(rule))
  }
  /** What was typed since stays; what the server wrote otherwise (blanks trimmed) is shown as it did. */
  const saved = (rule: RuleContent_RuleFragment, sent: RuleForm) => {
    setBase(rule)
    setForm(now => (now === sent && changesOf(rule, now) !== null ? formOf(rule) : now))
  }
  return {
    base,
    form,
    changes,
    theirs: isOther && !takeOver ? current : null,
    change: useCallback((given: Partial<RuleForm>) => setForm(before => ({ ...before, ...given })), []),
    /** What to do with the draft as it is then. */
    edit: useCallback((update: (before: Draft) => Draft) => setForm(before => ({ ...before, draft: update(before.draft) })), []),
    load,
    saved,
    /** What is written here goes over what others saved. */
    keepMine: () => setBase(current),
  }
}

const RuleCheck_Query = graphql(`
  query RuleCheck_Query($definition: JSON!) {
    ruleCheck(definition: $definition) {
      faults {
        path
        message
      }
      reading {
        when
        then
      }
    }
  }
`)

const CHECK_AFTER_MS = 400

export interface Checked {
  readonly definition: object
  /** Also those that are only missing. */
  readonly faults: readonly Fault[]
  /** null: it cannot be read. */
  readonly reading: RuleReading | null
}

/** Checked here at every key, and by the server when the hand rests: it knows lists and expressions. */
export function useCheckedDraft(draft: Draft, names: RuleNames): Checked {
  const definition = useMemo(() => definitionOf(draft), [draft])
  const local = useMemo(() => localFaults(definition), [definition])
  const [rested] = useDebouncedValue(definition, CHECK_AFTER_MS)
  const [{ data }] = useQuery({
    query: RuleCheck_Query,
    variables: { definition: rested },
    pause: local.length > 0 || rested !== definition,
    requestPolicy: 'network-only',
  })
  const told = local.length === 0 && rested === definition ? data?.ruleCheck.faults : undefined
  const faults = useUnchanged(useMemo(() => (local.length > 0 ? local : serverFaults(told ?? [])), [local, told]))
  const reading = useMemo(() => readingOf(definition, names), [definition, names])
  return { definition, faults, reading }
}

/** The same object as long as it says the same, so that nothing is drawn again. */
function useUnchanged<T>(value: T): T {
  const kept = useRef(value)
  if (!sameJson(kept.current, value)) kept.current = value
  return kept.current
}

function readingOf(definition: object, names: RuleNames): RuleReading | null {
  const parsed = ruleDefinition.safeParse(definition)
  return parsed.success ? readRule(parsed.data, names) : null
}
