import { Accordion, NativeSelect, NumberInput, PasswordInput, Stack, Switch, TagsInput, Text, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { DIRECTORY_TIMEOUT_MAX_SECONDS, DirectoryPreset } from '@sallyport/shared'
import { DurationInput } from '../../components/ui/duration-input'
import { Notice } from '../../components/ui/notice'
import { TrustFields } from '../../components/ui/trust-fields'
import {
  ATTRIBUTE_WORDS,
  type DirectoryValues,
  isInClear,
  MORE_DIRECTORY_FIELDS,
  pinned,
  type Preset,
  PRESET_WORDS,
  presetValues,
} from './directory-settings'
import { DirectoryTest } from './directory-test'

interface DirectoryFieldsProps {
  readonly form: UseFormReturnType<DirectoryValues>
  /** null: a new one. */
  readonly stored: { readonly id: string; readonly hasBindPassword: boolean } | null
  readonly presets: readonly Preset[]
}

export function DirectoryFields({ form, stored, presets }: DirectoryFieldsProps) {
  return (
    <>
      <TextInput label="Name" description="As answers name it." required data-autofocus {...form.getInputProps('name')} />
      <NativeSelect
        label="Type"
        description="Choosing one fills in the user filter and the attributes below."
        data={Object.entries(PRESET_WORDS).map(([value, label]) => ({ value, label }))}
        {...form.getInputProps('preset')}
        onChange={event => {
          const preset = Object.values(DirectoryPreset).find(each => each === event.currentTarget.value) ?? form.values.preset
          form.setValues({ preset, ...presetValues(presets, preset) })
        }}
      />
      <ServerFields form={form} />
      <BindFields form={form} hasBindPassword={stored?.hasBindPassword ?? false} />
      <TagsInput
        label="Domains"
        description="NetBIOS and DNS names whose users are looked up here. None: users of all domains that no other directory names."
        placeholder={form.values.domains.length === 0 ? 'corp, corp.example' : ''}
        splitChars={[',', ' ', ';']}
        clearable
        clearButtonProps={{ 'aria-label': 'Remove all domains' }}
        value={[...form.values.domains]}
        error={form.errors['domains']}
        onChange={domains => form.setFieldValue('domains', domains)}
      />
      <MoreFields form={form} />
      <Switch label="Enabled" description="Off: it is not asked." {...form.getInputProps('enabled', { type: 'checkbox' })} />
      <DirectoryTest
        form={form}
        directoryId={stored?.id}
        onTrust={fingerprint => {
          form.setValues(pinned(form.getValues(), fingerprint))
          form.clearFieldError('tlsFingerprint')
        }}
      />
    </>
  )
}

type FormPart = Pick<DirectoryFieldsProps, 'form'>

function ServerFields({ form }: FormPart) {
  return (
    <>
      <Textarea
        label="Servers"
        description="One URL a line, as ldaps://dc1.corp.example. The next is asked when one is away."
        placeholder="ldaps://dc1.corp.example"
        required
        autosize
        minRows={2}
        maxRows={5}
        spellCheck={false}
        autoCapitalize="none"
        {...form.getInputProps('urls')}
      />
      <Switch
        label="StartTLS"
        description="Encrypts connections to ldap:// URLs. ldaps:// is encrypted anyway."
        {...form.getInputProps('startTls', { type: 'checkbox' })}
      />
      {isInClear(form.values) && (
        <Notice tone="warning">Without StartTLS the password and all answers travel in the clear over ldap://.</Notice>
      )}
      <TrustFields
        tlsTrust={form.values.tlsTrust}
        caDescription="In PEM form."
        shownBy="the server"
        inputProps={name => form.getInputProps(name)}
      />
    </>
  )
}

function BindFields({ form, hasBindPassword }: FormPart & { hasBindPassword: boolean }) {
  const anonymous = form.values.bindDn.trim() === ''
  return (
    <>
      <TextInput
        label="Bind DN"
        description="Whom Sallyport signs in as. An account that may only read is enough. Empty: anonymous."
        placeholder="cn=sallyport,ou=services,dc=corp,dc=example"
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="none"
        {...form.getInputProps('bindDn')}
      />
      <PasswordInput
        label="Bind password"
        description={hasBindPassword ? 'A password is stored, sealed. Type another to replace it.' : 'Kept sealed; never shown again.'}
        placeholder={hasBindPassword ? '••••••••' : ''}
        autoComplete="new-password"
        disabled={anonymous}
        visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
        {...form.getInputProps('bindPassword')}
      />
      <TextInput
        label="Base DN"
        description="Users are looked for below it."
        placeholder="dc=corp,dc=example"
        required
        spellCheck={false}
        autoCapitalize="none"
        {...form.getInputProps('baseDn')}
      />
    </>
  )
}

function MoreFields({ form }: FormPart) {
  // A fault must not hide behind a closed section.
  const faulty = MORE_DIRECTORY_FIELDS.some(name => name in form.errors)
  return (
    <Accordion variant="contained" {...(faulty ? { value: 'more' } : {})}>
      <Accordion.Item value="more">
        <Accordion.Control>More: user filter, attributes, times</Accordion.Control>
        <Accordion.Panel>
          <Stack gap="sm">
            <Textarea
              label="User filter"
              description="{user} is the account name, {mail} the name as user@domain; both are escaped."
              autosize
              minRows={2}
              spellCheck={false}
              styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
              {...form.getInputProps('userFilter')}
            />
            <AttributeFields form={form} />
            <Switch
              label="Groups of groups"
              description="Active Directory: also groups that one belongs to through other groups."
              {...form.getInputProps('nestedGroups', { type: 'checkbox' })}
            />
            <TimeFields form={form} />
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}

function AttributeFields({ form }: FormPart) {
  const { attributes } = form.values
  return (
    <Stack component="fieldset" gap={6} m={0} p={0} bd={0} miw={0}>
      <Text component="legend" size="sm" fw={600} p={0}>
        Attributes
      </Text>
      <Text size="xs" c="dimmed">
        The LDAP attribute that holds each. Empty: not looked up.
      </Text>
      {form.errors['attributes'] && (
        <Text size="xs" c="error" role="alert">
          {form.errors['attributes']}
        </Text>
      )}
      {Object.entries(ATTRIBUTE_WORDS).map(([attribute, label]) => (
        <TextInput
          key={attribute}
          size="xs"
          label={label}
          spellCheck={false}
          autoCapitalize="none"
          value={attributes[attribute] ?? ''}
          onChange={event => form.setFieldValue('attributes', { ...attributes, [attribute]: event.currentTarget.value })}
        />
      ))}
    </Stack>
  )
}

function TimeFields({ form }: FormPart) {
  return (
    <>
      <NumberInput
        label="Timeout in seconds"
        description="Of connecting and of each question."
        min={1}
        max={DIRECTORY_TIMEOUT_MAX_SECONDS}
        allowDecimal={false}
        {...form.getInputProps('timeoutSeconds')}
      />
      <DurationInput
        label="Answers are kept"
        description="Older ones are asked for again when somebody needs them."
        value={form.values.cacheSeconds}
        error={form.errors['cacheSeconds']}
        onChange={seconds => form.setFieldValue('cacheSeconds', seconds)}
      />
      <DurationInput
        label="‘Not found’ is kept"
        description="Shorter, so that a new account shows soon."
        value={form.values.unknownCacheSeconds}
        error={form.errors['unknownCacheSeconds']}
        onChange={seconds => form.setFieldValue('unknownCacheSeconds', seconds)}
      />
    </>
  )
}
