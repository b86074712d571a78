import { Accordion, Button, Checkbox, Group, NativeSelect, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { SEVERITIES, SourceType, Verdict } from '@sallyport/shared'
import type { ReactNode } from 'react'
import { DurationInput } from '../../components/ui/duration-input'
import { formatEnum, sentence } from '../../lib/format'
import { timeZones } from '../../lib/time-zone'
import { LinkKeysInput } from './link-keys-input'
import { SOURCE_TYPE_NAMES, type SourceFormValues } from './source-settings'
import { type StoredWildfire, WildfireFields } from './wildfire-fields'

interface SourceFormProps {
  readonly form: UseFormReturnType<SourceFormValues>
  /** null: a new one. */
  readonly stored: StoredWildfire | null
  /** What it may become; none: it has its type for good. */
  readonly types?: readonly SourceType[] | undefined
  /** What is to be said above the fields. */
  readonly notice: ReactNode
  onSubmit(values: SourceFormValues): Promise<void>
  onCancel(): void
}

/** The fields of a source, new or not: the guide's first, in the guide's order; the rest under More. */
export function SourceForm({ form, stored, types, notice, onSubmit, onCancel }: SourceFormProps) {
  return (
    <form onSubmit={form.onSubmit(onSubmit)} noValidate>
      <Stack gap="sm">
        {notice}
        <TypeInput form={form} types={types} />
        <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
        <Textarea label="Description" autosize minRows={2} maxRows={6} {...form.getInputProps('description')} />
        <Checkbox
          label="Link Events"
          description="Alerts of the same victim join one incident. Off: every alert opens its own."
          {...form.getInputProps('linkEvents', { type: 'checkbox' })}
        />
        {form.values.type === SourceType.PALO_ALTO_NETWORKS && <WildfireFields form={form} stored={stored} />}
        <MoreFields form={form} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={form.submitting}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The name goes with the type until somebody chooses another. */
function TypeInput({ form, types }: Pick<SourceFormProps, 'form' | 'types'>) {
  const { type, name } = form.values
  const change = (next: SourceType) =>
    form.setValues({ type: next, ...(name === SOURCE_TYPE_NAMES[type] && { name: SOURCE_TYPE_NAMES[next] }) })
  return (
    <NativeSelect
      label="Type"
      data={(types ?? [type]).map(value => ({ value, label: SOURCE_TYPE_NAMES[value] }))}
      value={type}
      disabled={types === undefined}
      onChange={event => change(event.currentTarget.value as SourceType)}
    />
  )
}

const MORE_FIELDS = ['linkKeys', 'linkWindowSeconds', 'incidentMinSeverity', 'incidentVerdicts', 'timeZone'] as const

function MoreFields({ form }: Pick<SourceFormProps, 'form'>) {
  const { linkEvents, type } = form.values
  const ofFirewalls = type === SourceType.PALO_ALTO_NETWORKS
  // A fault must not hide behind a closed section.
  const faulty = MORE_FIELDS.some(name => name in form.errors)
  return (
    <Accordion variant="contained" {...(faulty ? { value: 'more' } : {})}>
      <Accordion.Item value="more">
        <Accordion.Control>{ofFirewalls ? 'More: linking, incidents, time zone' : 'More: linking, incidents'}</Accordion.Control>
        <Accordion.Panel>
          <Stack gap="sm">
            <LinkKeysInput
              disabled={!linkEvents}
              value={form.values.linkKeys}
              error={form.errors['linkKeys']}
              onChange={keys => form.setFieldValue('linkKeys', keys)}
            />
            <DurationInput
              label="Link window"
              description="An incident takes further alerts until so long after its last one."
              disabled={!linkEvents}
              value={form.values.linkWindowSeconds}
              error={form.errors['linkWindowSeconds']}
              onChange={seconds => form.setFieldValue('linkWindowSeconds', seconds)}
            />
            <NativeSelect
              label="Lowest severity that opens an incident"
              description="Alerts below are stored and found all the same."
              data={SEVERITIES.map(value => ({ value, label: sentence(formatEnum(value)) }))}
              {...form.getInputProps('incidentMinSeverity')}
            />
            {ofFirewalls && (
              <Checkbox.Group label="WildFire verdicts that open an incident" {...form.getInputProps('incidentVerdicts')}>
                <Group gap="md" mt={6}>
                  {Object.values(Verdict).map(value => (
                    <Checkbox key={value} value={value} label={sentence(formatEnum(value))} />
                  ))}
                </Group>
              </Checkbox.Group>
            )}
            <Checkbox
              label="Blocked alerts open incidents too"
              description="Off: only what the firewall let through."
              {...form.getInputProps('incidentBlocked', { type: 'checkbox' })}
            />
            {ofFirewalls && (
              <Select
                label="Time zone"
                description="Of firewalls that have none of their own: their lines tell local time without an offset."
                searchable
                allowDeselect={false}
                limit={100}
                data={timeZones()}
                {...form.getInputProps('timeZone')}
              />
            )}
            <Switch
              label="Enabled"
              description="Off: lines that arrive are counted as dropped."
              {...form.getInputProps('enabled', { type: 'checkbox' })}
            />
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
