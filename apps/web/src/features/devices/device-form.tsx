import { Accordion, Button, Group, NativeSelect, NumberInput, PasswordInput, Select, Stack, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { CHANGE_TICKET_MAX_LENGTH, CONCURRENT_CALLS_MAX, INTERVAL_MAX_MINUTES, TlsTrust } from '@sallyport/shared'
import type { ReactNode } from 'react'
import { TrustFields } from '../../components/ui/trust-fields'
import type { DeviceTestInput } from '../../gql/graphql'
import { timeZones } from '../../lib/time-zone'
import { CommitWindowsInput } from './commit-windows-input'
import { ConnectionTest } from './connection-test'
import type { DeviceFormValues } from './device-settings'
import { COMMIT_POLICY_WORDS, DEVICE_TYPE_NAMES, DRIFT_POLICY_WORDS, SCHEDULE_WORDS, SCOPE_WORDS } from './device-words'

interface DeviceFormProps {
  readonly form: UseFormReturnType<DeviceFormValues>
  readonly passwordSet: boolean
  /** What is to be said above the fields. */
  readonly notice: ReactNode
  testInput(values: DeviceFormValues): DeviceTestInput
  onSubmit(values: DeviceFormValues): Promise<void>
  onCancel(): void
}

/** The fields of a device, new or not: the guide's first, in the guide's order. */
export function DeviceForm({ form, passwordSet, notice, testInput, onSubmit, onCancel }: DeviceFormProps) {
  return (
    <form onSubmit={form.onSubmit(onSubmit)} noValidate>
      <Stack gap="sm">
        {notice}
        <NativeSelect label="Type" data={choicesOf(DEVICE_TYPE_NAMES)} />
        <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
        <TextInput
          label="Hostname / IP"
          description="Of the management interface or of Panorama; with :port if it is not 443."
          required
          spellCheck={false}
          {...form.getInputProps('host')}
        />
        <TextInput
          label="Username"
          description="An administrator of its own, so that its changes can be told from others’."
          required
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('username')}
        />
        <PasswordInput
          label="Password"
          description={passwordSet ? 'A password is stored, sealed. Type another to replace it.' : 'Kept sealed; never shown again.'}
          placeholder={passwordSet ? '••••••••' : ''}
          required={!passwordSet}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
          {...form.getInputProps('password')}
        />
        <ScheduleFields form={form} />
        <Textarea label="Description" autosize minRows={2} maxRows={6} {...form.getInputProps('description')} />
        <TrustFields tlsTrust={form.values.tlsTrust} shownBy="the device" inputProps={name => form.getInputProps(name)} />
        <ConnectionTest
          input={() => testInput(form.getValues())}
          onTrust={fingerprint => {
            const pinned = { tlsTrust: TlsTrust.PINNED, tlsFingerprint: fingerprint }
            form.setValues(pinned)
            form.clearFieldError('tlsFingerprint')
            return testInput({ ...form.getValues(), ...pinned })
          }}
        />
        <ScopeFields form={form} />
        <CommitFields form={form} />
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

type FormPart = Pick<DeviceFormProps, 'form'>

/** The names of an enum as choices, in the order of their words. */
const choicesOf = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }))

function ScheduleFields({ form }: FormPart) {
  const { schedule } = form.values
  return (
    <>
      <NativeSelect label="Update this device" data={choicesOf(SCHEDULE_WORDS)} {...form.getInputProps('schedule')} />
      {schedule === 'INTERVAL' && (
        <NumberInput label="Minutes" min={1} max={INTERVAL_MAX_MINUTES} allowDecimal={false} {...form.getInputProps('intervalMinutes')} />
      )}
      {schedule === 'DAILY' && (
        <>
          <TextInput label="Time of day" placeholder="HH:MM" maxLength={5} {...form.getInputProps('dailyAt')} />
          <TimeZoneField form={form} />
        </>
      )}
    </>
  )
}

function TimeZoneField({ form }: FormPart) {
  return (
    <Select
      label="Time zone"
      description="Of the time of day and of commit windows."
      searchable
      allowDeselect={false}
      limit={100}
      data={timeZones()}
      {...form.getInputProps('timeZone')}
    />
  )
}

function ScopeFields({ form }: FormPart) {
  const { scope } = form.values
  return (
    <>
      <NativeSelect label="Scope" description="Where groups are written." data={choicesOf(SCOPE_WORDS)} {...form.getInputProps('scope')} />
      {scope !== 'SHARED' && (
        <TextInput
          label={scope === 'VSYS' ? 'Virtual system' : 'Device group'}
          description={scope === 'VSYS' ? 'Its name in the configuration, as vsys1.' : undefined}
          spellCheck={false}
          {...form.getInputProps('scopeName')}
        />
      )}
    </>
  )
}

function CommitFields({ form }: FormPart) {
  const { commitPolicy, commitWindows, schedule } = form.values
  return (
    <>
      <NativeSelect
        label="Commit"
        description="Only changes of this user are committed. Dynamic groups need no commit."
        data={choicesOf(COMMIT_POLICY_WORDS)}
        {...form.getInputProps('commitPolicy')}
      />
      {commitPolicy === 'WINDOW' && (
        <>
          <CommitWindowsInput
            value={commitWindows}
            error={form.errors['commitWindows']}
            onChange={windows => form.setFieldValue('commitWindows', windows)}
          />
          {schedule !== 'DAILY' && <TimeZoneField form={form} />}
        </>
      )}
      {commitPolicy !== 'NEVER' && (
        <TextInput
          label="Change ticket"
          description="Named in the description of every commit, as CHG0012345."
          maxLength={CHANGE_TICKET_MAX_LENGTH}
          spellCheck={false}
          {...form.getInputProps('changeTicket')}
        />
      )}
    </>
  )
}

const MORE_FIELDS = ['peerHost', 'maxConcurrent', 'driftPolicy'] as const

function MoreFields({ form }: FormPart) {
  // A fault must not hide behind a closed section.
  const faulty = MORE_FIELDS.some(name => name in form.errors)
  return (
    <Accordion variant="contained" {...(faulty ? { value: 'more' } : {})}>
      <Accordion.Item value="more">
        <Accordion.Control>More: HA peer, changes by hand, calls</Accordion.Control>
        <Accordion.Panel>
          <Stack gap="sm">
            <TextInput
              label="Hostname / IP of the HA peer"
              description="Pushes go to whichever of the two is active."
              spellCheck={false}
              {...form.getInputProps('peerHost')}
            />
            <NativeSelect
              label="Changes made by hand on the device"
              description="In groups that a list is mapped to."
              data={choicesOf(DRIFT_POLICY_WORDS)}
              {...form.getInputProps('driftPolicy')}
            />
            <NumberInput
              label="Calls at a time"
              description="How many the device is asked to answer at once."
              min={1}
              max={CONCURRENT_CALLS_MAX}
              allowDecimal={false}
              {...form.getInputProps('maxConcurrent')}
            />
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
