import { Accordion, Checkbox, NumberInput, PasswordInput, Stack, Switch, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { PROVIDER_PER_MINUTE_MAX, PROVIDER_QUOTA_MAX } from '@sallyport/shared'
import { useMutation } from 'urql'
import { DurationInput } from '../../components/ui/duration-input'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { ProviderPanel_ReputationProviderFragment, ReputationProviderTestInput } from '../../gql/graphql'
import {
  keyInput,
  PROVIDER_MODEL,
  PROVIDER_NOTES,
  providerFaults,
  providerInput,
  type ProviderValues,
  providerValuesOf,
  whatIsSent,
} from './provider-settings'
import { ProviderTest } from './provider-test'
import { SettingsFields, SettingsPanel } from './settings-panel'
import { savedOf, useSettingsForm } from './use-settings-form'

export const ProviderPanel_ReputationProvider = graphql(`
  fragment ProviderPanel_ReputationProvider on ReputationProvider {
    id
    version
    type
    enabled
    needsKey
    hasApiKey
    baseUrl
    defaultBaseUrl
    dailyQuota
    perMinute
    cacheSeconds
    weight
    kinds
  }
`)

const ReputationProviderUpdate_Mutation = graphql(`
  mutation ReputationProviderUpdate_Mutation($input: ReputationProviderUpdateInput!) {
    reputationProviderUpdate(input: $input) {
      provider {
        id
        ...ProviderPanel_ReputationProvider
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

type Stored = ProviderPanel_ReputationProviderFragment

interface ProviderPanelProps {
  readonly provider: FragmentType<typeof ProviderPanel_ReputationProvider>
  readonly opened: boolean
  onClose(): void
}

export function ProviderPanel({ provider, opened, onClose }: ProviderPanelProps) {
  const stored = readFragment(ProviderPanel_ReputationProvider, provider)
  return (
    <SettingsPanel title={`Edit ${PROVIDER_NOTES[stored.type].name}`} opened={opened} onClose={onClose}>
      <ProviderForm stored={stored} onClose={onClose} />
    </SettingsPanel>
  )
}

function ProviderForm({ stored, onClose }: { stored: Stored; onClose: () => void }) {
  const [, update] = useMutation(ReputationProviderUpdate_Mutation)
  const { form, base, notice, save } = useSettingsForm({
    model: PROVIDER_MODEL,
    stored,
    noun: 'provider',
    secrets: ['apiKey'],
    valuesOf: now => providerValuesOf(now ?? stored),
    faultsOf: (values, now: Stored | null) => providerFaults(values, now),
    send: async (values, opened, before) => {
      const { type, version } = opened ?? stored
      const { data, error } = await update({ input: { type, expectedVersion: version, ...providerInput(before, values) } })
      const { provider, userErrors } = data?.reputationProviderUpdate ?? {}
      return savedOf(readFragment(ProviderPanel_ReputationProvider, provider), userErrors, error)
    },
    onSaved: onClose,
  })
  const provider = base ?? stored
  const { name } = PROVIDER_NOTES[provider.type]
  return (
    <SettingsFields form={form} notice={notice} onSubmit={save} onCancel={onClose}>
      <Text size="sm">{whatIsSent(provider.type, provider.kinds)}</Text>
      <Switch label="Enabled" data-autofocus {...form.getInputProps('enabled', { type: 'checkbox' })} />
      {provider.needsKey && <KeyFields form={form} isSet={provider.hasApiKey} />}
      <ProviderTest name={name} input={() => testInput(form, provider)} />
      <LimitFields form={form} counts={provider.type !== 'REVERSE_DNS'} />
      {provider.defaultBaseUrl !== null && <Advanced form={form} defaultBaseUrl={provider.defaultBaseUrl} />}
    </SettingsFields>
  )
}

type FormPart = { readonly form: UseFormReturnType<ProviderValues> }

/** The settings as they are typed; what was not changed is taken from what is stored. */
function testInput(form: UseFormReturnType<ProviderValues>, provider: Stored): ReputationProviderTestInput | null {
  const faults = [form.validateField('apiKey'), form.validateField('baseUrl')]
  if (faults.some(({ hasError }) => hasError)) return null
  const values = form.getValues()
  const { apiKey } = keyInput(values)
  const baseUrl = values.baseUrl.trim() || null
  return {
    type: provider.type,
    ...(typeof apiKey === 'string' && { apiKey }),
    ...(baseUrl !== provider.baseUrl && { baseUrl }),
  }
}

function KeyFields({ form, isSet }: FormPart & { isSet: boolean }) {
  return (
    <>
      <PasswordInput
        label="API key"
        description={isSet ? 'A key is stored, sealed. Type another to replace it.' : 'Kept sealed; never shown again.'}
        placeholder={isSet ? '••••••••' : ''}
        autoComplete="off"
        disabled={form.values.removeApiKey}
        visibilityToggleButtonProps={{ 'aria-label': 'Show the API key' }}
        {...form.getInputProps('apiKey')}
      />
      {isSet && <Checkbox label="Remove the stored key" {...form.getInputProps('removeApiKey', { type: 'checkbox' })} />}
    </>
  )
}

function LimitFields({ form, counts }: FormPart & { counts: boolean }) {
  return (
    <>
      <NumberInput
        label="Daily quota"
        description="Questions a day, counted from 00:00 UTC. 0: no quota."
        min={0}
        max={PROVIDER_QUOTA_MAX}
        allowDecimal={false}
        thousandSeparator=","
        {...form.getInputProps('dailyQuota')}
      />
      <NumberInput
        label="Questions a minute"
        description="0: as fast as it answers."
        min={0}
        max={PROVIDER_PER_MINUTE_MAX}
        allowDecimal={false}
        {...form.getInputProps('perMinute')}
      />
      <DurationInput
        label="Answers are kept"
        description="Older ones are asked for again when somebody needs them."
        value={form.values.cacheSeconds}
        error={form.errors['cacheSeconds']}
        onChange={seconds => form.setFieldValue('cacheSeconds', seconds)}
      />
      {counts && (
        <NumberInput
          label="Weight"
          description="How much its answers count in the score, 0 to 100."
          min={0}
          max={100}
          allowDecimal={false}
          {...form.getInputProps('weight')}
        />
      )}
    </>
  )
}

function Advanced({ form, defaultBaseUrl }: FormPart & { defaultBaseUrl: string }) {
  // A fault must not hide behind a closed section.
  const faulty = 'baseUrl' in form.errors
  return (
    <Accordion variant="contained" {...(faulty ? { value: 'advanced' } : {})}>
      <Accordion.Item value="advanced">
        <Accordion.Control>Advanced: base URL</Accordion.Control>
        <Accordion.Panel>
          <Stack gap="sm">
            <TextInput
              label="Base URL"
              description={`Empty: ${defaultBaseUrl}. With another host, the key has to be entered again.`}
              placeholder={defaultBaseUrl}
              spellCheck={false}
              autoCapitalize="none"
              {...form.getInputProps('baseUrl')}
            />
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
