import { Group, NumberInput, Stack, Switch, TagsInput, Text, Textarea, TextInput } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import type { RuleReading } from '@sallyport/shared'
import { Notice } from '../../components/ui/notice'
import { Panel } from '../../components/ui/panel'
import { browserTimeZone } from '../../lib/time-zone'
import { ActionsEditor } from './actions-editor'
import { ConditionEditor } from './condition-editor'
import type { Draft } from './draft'
import { FaultText } from './fault-text'
import { FaultsProvider, useFaultsWithin } from './faults'
import { Reading } from './reading'
import { TimeFields } from './time-fields'
import { useChoices } from './use-choices'
import type { Checked, RuleForm } from './use-rule-form'
import { LEAN } from './value-input'
import classes from './rules.module.css'

interface BuilderProps {
  readonly form: RuleForm
  readonly checked: Checked
  /** Somebody tried to save: what is missing is told, too. */
  readonly strict: boolean
  readonly readOnly: boolean
  readonly fieldFaults: Readonly<Record<string, string>>
  onChange(given: Partial<RuleForm>): void
  onEdit(update: (before: Draft) => Draft): void
}

/** The rule as a form, and beside it what it says. */
export function Builder({ form, checked, strict, readOnly, fieldFaults, onChange, onEdit }: BuilderProps) {
  const { draft } = form
  const change = (given: Partial<Draft>) => onEdit(before => ({ ...before, ...given }))
  const shown = useMemo(() => (strict ? checked.faults : checked.faults.filter(({ missing }) => !missing)), [strict, checked.faults])
  return (
    <FaultsProvider value={shown}>
      <div className={classes['builder']}>
        <fieldset className={classes['fieldset']} disabled={readOnly} aria-label="Match condition">
          <Stack gap="md">
            <Panel title="Name">
              <TextInput
                label="Name"
                required
                value={form.name}
                error={fieldFaults['name']}
                onChange={event => onChange({ name: event.currentTarget.value })}
              />
              <Textarea
                label="Description"
                autosize
                minRows={1}
                maxRows={6}
                value={form.description}
                error={fieldFaults['description']}
                onChange={event => onChange({ description: event.currentTarget.value })}
              />
            </Panel>
            <Panel title="When an alert matches">
              <Where draft={draft} onChange={change} />
              <ConditionEditor
                group={draft.condition}
                path="condition"
                onChange={update => onEdit(before => ({ ...before, condition: update(before.condition) }))}
              />
            </Panel>
            <Panel title="Then do">
              <ActionsEditor
                actions={draft.actions}
                onChange={update => onEdit(before => ({ ...before, actions: update(before.actions) }))}
              />
            </Panel>
            <Limits form={form} fieldFaults={fieldFaults} onChange={onChange} onEdit={onEdit} />
          </Stack>
        </fieldset>
        <aside className={classes['aside']} aria-label="What the rule says">
          <LiveReading reading={checked.reading} faults={checked.faults.length} />
        </aside>
      </div>
    </FaultsProvider>
  )
}

interface PartProps {
  readonly draft: Draft
  onChange(given: Partial<Draft>): void
}

function Where({ draft: { sources, schedule }, onChange }: PartProps) {
  const known = useChoices().sources
  const faults = useFaultsWithin('schedule')
  const toggle = (on: boolean) =>
    onChange({ schedule: on ? { days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00', timeZone: browserTimeZone() } : null })
  return (
    <>
      <TagsInput
        size="xs"
        label="Sources"
        data={[...known]}
        value={[...sources]}
        placeholder={sources.length === 0 ? 'All' : ''}
        onChange={next => onChange({ sources: next })}
        comboboxProps={LEAN}
        acceptValueOnBlur
      />
      <FaultText faults={useFaultsWithin('sources')} />
      <Switch size="xs" label="Only at certain times" checked={schedule !== null} onChange={event => toggle(event.currentTarget.checked)} />
      {schedule && <TimeFields time={schedule} onChange={next => onChange({ schedule: next })} />}
      <FaultText faults={faults} />
    </>
  )
}

type LimitsProps = Pick<BuilderProps, 'form' | 'fieldFaults' | 'onChange' | 'onEdit'>

function Limits({ form, fieldFaults, onChange, onEdit }: LimitsProps) {
  const wait = form.draft.waitSeconds
  return (
    <Panel title="Limits">
      <Group align="flex-start" gap="lg">
        <NumberInput
          size="xs"
          label="Entries an hour"
          description="With more, the rule stops itself."
          allowDecimal={false}
          min={1}
          value={form.maxEntriesPerHour}
          error={fieldFaults['maxEntriesPerHour']}
          onChange={maxEntriesPerHour => onChange({ maxEntriesPerHour })}
        />
        <NumberInput
          size="xs"
          label="Wait for facts"
          description="Seconds; then what is not known is unknown."
          allowDecimal={false}
          min={0}
          max={3600}
          value={wait}
          onChange={waitSeconds => onEdit(before => ({ ...before, waitSeconds }))}
        />
      </Group>
      <FaultText faults={useFaultsWithin('waitSeconds')} />
      <Switch
        size="xs"
        label="Rules after this one do not see what matched"
        checked={form.stopAfterMatch}
        onChange={event => onChange({ stopAfterMatch: event.currentTarget.checked })}
      />
    </Panel>
  )
}

/** Keeps what was last readable while a part is unfinished. */
function LiveReading({ reading, faults }: { reading: RuleReading | null; faults: number }) {
  const [last, setLast] = useState(reading)
  useEffect(() => {
    if (reading) setLast(reading)
  }, [reading])
  const shown = reading ?? last
  return (
    <Panel title="In words">
      {!reading && (
        <Text size="sm" c="dimmed" role="status">
          {shown ? 'As it was: a part is not finished.' : 'It can be read once nothing is missing.'}
        </Text>
      )}
      {shown && (
        <div className={reading ? undefined : classes['old']}>
          <Reading when={shown.when} then={shown.then} />
        </div>
      )}
      {reading && faults > 0 && <Notice tone="warning">A part is at fault.</Notice>}
    </Panel>
  )
}
