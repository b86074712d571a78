import { NativeSelect, PasswordInput, Switch, Text, Textarea, TextInput } from '@mantine/core'
import { ChannelKind, WEBHOOK_SECRET_MIN_LENGTH } from '@sallyport/shared'
import { type Channel, KIND_WORDS, KINDS } from './channel-data'
import type { ChannelValues } from './channel-values'

interface ChannelFieldsProps {
  readonly values: ChannelValues
  /** null: a new one. */
  readonly stored: Channel | null
  readonly faults: Readonly<Record<string, string>>
  onChange(change: Partial<ChannelValues>): void
}

export function ChannelFields({ values, stored, faults, onChange }: ChannelFieldsProps) {
  return (
    <>
      <TextInput
        label="Name"
        description="Match conditions name it so."
        data-autofocus
        autoComplete="off"
        value={values.name}
        error={faults['name']}
        onChange={event => onChange({ name: event.currentTarget.value })}
      />
      {stored ? (
        <Text size="sm">Kind: {KIND_WORDS[values.kind]}</Text>
      ) : (
        <NativeSelect
          label="Kind"
          data={KINDS}
          value={values.kind}
          onChange={event => onChange({ kind: event.currentTarget.value as ChannelKind, target: '', secret: '' })}
        />
      )}
      <Destination values={values} faults={faults} onChange={onChange} />
      <Secret kind={values.kind} value={values.secret} isSet={stored?.hasSecret ?? false} fault={faults['secret']} onChange={onChange} />
      <Switch
        label="Enabled"
        description="Off: nothing is sent, and match conditions that tell it say so."
        checked={values.enabled}
        onChange={event => onChange({ enabled: event.currentTarget.checked })}
      />
    </>
  )
}

function Destination({ values: { kind, target }, faults, onChange }: Pick<ChannelFieldsProps, 'values' | 'faults' | 'onChange'>) {
  if (kind === ChannelKind.SLACK) return null
  if (kind === ChannelKind.EMAIL) {
    return (
      <Textarea
        label="Addresses"
        description="Separated by commas. Each message goes to all of them."
        placeholder="soc@corp.example"
        autosize
        minRows={1}
        maxRows={5}
        spellCheck={false}
        value={target}
        error={faults['target']}
        onChange={event => onChange({ target: event.currentTarget.value })}
      />
    )
  }
  return (
    <TextInput
      label="URL"
      description="Gets each message as JSON by POST. Everybody who may see channels sees it."
      placeholder="https://soar.corp.example/hook"
      spellCheck={false}
      autoComplete="off"
      value={target}
      error={faults['target']}
      onChange={event => onChange({ target: event.currentTarget.value })}
    />
  )
}

interface SecretProps {
  readonly kind: ChannelKind
  readonly value: string
  readonly isSet: boolean
  readonly fault: string | undefined
  onChange(change: Partial<ChannelValues>): void
}

/** What it is to each kind that has one. */
const SECRETS = {
  WEBHOOK: {
    label: 'Key of the signature',
    purpose: `At least ${WEBHOOK_SECRET_MIN_LENGTH} characters. The receiver checks X-Sallyport-Signature with it.`,
  },
  SLACK: { label: 'URL', purpose: 'The incoming webhook that Slack, Mattermost or the like gave. Who has it can write there.' },
} as const

function Secret({ kind, value, isSet, fault, onChange }: SecretProps) {
  if (kind === ChannelKind.EMAIL) return null
  const { label, purpose } = SECRETS[kind]
  return (
    <PasswordInput
      label={label}
      description={`${purpose} ${isSet ? 'One is stored, sealed. Type another to replace it.' : 'Kept sealed; never shown again.'}`}
      placeholder={isSet ? '••••••••' : ''}
      autoComplete="off"
      visibilityToggleButtonProps={{ 'aria-label': 'Show what is typed' }}
      value={value}
      error={fault}
      onChange={event => onChange({ secret: event.currentTarget.value })}
    />
  )
}
