import { Button, Checkbox, Group, NativeSelect, NumberInput, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useMutation, useQuery } from 'urql'
import { Notice } from '../../components/ui/notice'
import { Panel } from '../../components/ui/panel'
import { Waiting } from '../../components/ui/waiting'
import { graphql } from '../../gql'
import { useCan } from '../../lib/permissions'
import { type FormFaults, formFaults } from '../../lib/user-errors'
import {
  MAIL_FIELDS,
  mailFaults,
  mailInput,
  type MailServer,
  type MailValues,
  mailValuesOf,
  SECURITIES,
  SECURITY_WORDS,
  withSecurity,
} from './mail-values'

const MailServer_Query = graphql(`
  query MailServer_Query {
    mailSettings {
      host
      port
      security
      username
      hasPassword
      from
    }
  }
`)

const MailSettingsUpdate_Mutation = graphql(`
  mutation MailSettingsUpdate_Mutation($input: MailSettingsInput!) {
    mailSettingsUpdate(input: $input) {
      mailSettings {
        host
        port
        security
        username
        hasPassword
        from
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

/** The server that mail is handed to. */
export function MailServerPanel() {
  // Asked afresh: what the form opens with would write over what others saved.
  const [{ data, error }, ask] = useQuery({ query: MailServer_Query, requestPolicy: 'network-only' })
  const mayWrite = useCan('channel:write')
  return (
    <Panel title="Mail server">
      {!data && <Waiting what="mail server" error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {data && mayWrite && <MailForm stored={data.mailSettings} />}
      {data && !mayWrite && <MailFacts stored={data.mailSettings} />}
    </Panel>
  )
}

function MailFacts({ stored }: { stored: MailServer | null }) {
  if (!stored) return <Text c="dimmed">None is set: e-mail cannot be sent.</Text>
  const { host, port, security, from } = stored
  return (
    <Text size="sm">
      {host}, port {port} ({SECURITY_WORDS[security]}), from {from}
    </Text>
  )
}

function MailForm({ stored }: { stored: MailServer | null }) {
  const [values, setValues] = useState(() => mailValuesOf(stored))
  const [faults, setFaults] = useState<FormFaults>({ fields: {}, form: null })
  const [{ fetching }, update] = useMutation(MailSettingsUpdate_Mutation)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const found = mailFaults(values)
    setFaults({ fields: found, form: null })
    if (Object.keys(found).length > 0) return
    const { data, error } = await update({ input: mailInput(values) })
    const errors = data?.mailSettingsUpdate.userErrors ?? []
    setFaults(formFaults(errors, error, MAIL_FIELDS))
    const saved = data?.mailSettingsUpdate.mailSettings
    if (error || errors.length > 0 || !saved) return
    setValues(mailValuesOf(saved))
    notifications.show({ title: 'The mail server was saved', message: 'Test a channel of e-mail to see that it works.' })
  }
  return (
    <form onSubmit={event => void submit(event)} noValidate>
      <Stack gap="sm" maw={640}>
        {!stored && <Text size="sm">None is set yet: without one, no e-mail is sent.</Text>}
        {faults.form !== null && <Notice tone="error">{faults.form}</Notice>}
        <MailFields
          values={values}
          hasPassword={stored?.hasPassword ?? false}
          faults={faults.fields}
          onChange={change => setValues(before => ({ ...before, ...change }))}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={fetching}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface MailFieldsProps {
  readonly values: MailValues
  readonly hasPassword: boolean
  readonly faults: Readonly<Record<string, string>>
  onChange(change: Partial<MailValues>): void
}

function MailFields({ values, hasPassword, faults, onChange }: MailFieldsProps) {
  return (
    <>
      <TextInput
        label="Server"
        placeholder="mail.corp.example"
        spellCheck={false}
        autoComplete="off"
        value={values.host}
        error={faults['host']}
        onChange={event => onChange({ host: event.currentTarget.value })}
      />
      <NativeSelect
        label="Security"
        description="The certificate of the server is checked."
        data={SECURITIES}
        value={values.security}
        error={faults['security']}
        onChange={event => onChange(withSecurity(values, event.currentTarget.value as MailValues['security']))}
      />
      <NumberInput
        label="Port"
        min={1}
        max={65_535}
        allowDecimal={false}
        value={values.port}
        error={faults['port']}
        onChange={port => onChange({ port: String(port) })}
      />
      <TextInput
        label="From"
        description="The address that messages come from."
        placeholder="sallyport@corp.example"
        spellCheck={false}
        autoComplete="off"
        value={values.from}
        error={faults['from']}
        onChange={event => onChange({ from: event.currentTarget.value })}
      />
      <SignIn values={values} hasPassword={hasPassword} faults={faults} onChange={onChange} />
    </>
  )
}

function SignIn({ values, hasPassword, faults, onChange }: MailFieldsProps) {
  return (
    <>
      <TextInput
        label="User name"
        description="Empty: without signing in."
        spellCheck={false}
        autoComplete="off"
        value={values.username}
        error={faults['username']}
        onChange={event => onChange({ username: event.currentTarget.value })}
      />
      <PasswordInput
        label="Password"
        description={hasPassword ? 'One is stored, sealed. Type another to replace it.' : 'Kept sealed; never shown again.'}
        placeholder={hasPassword ? '••••••••' : ''}
        autoComplete="new-password"
        disabled={values.removePassword}
        visibilityToggleButtonProps={{ 'aria-label': 'Show what is typed' }}
        value={values.password}
        error={faults['password']}
        onChange={event => onChange({ password: event.currentTarget.value })}
      />
      {hasPassword && (
        <Checkbox
          label="Remove the stored password"
          checked={values.removePassword}
          onChange={event => onChange({ removePassword: event.currentTarget.checked, password: '' })}
        />
      )}
    </>
  )
}
