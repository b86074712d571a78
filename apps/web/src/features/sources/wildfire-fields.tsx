import { Autocomplete, Checkbox, NumberInput, PasswordInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { WILDFIRE_API_URL, WILDFIRE_QUOTA_MAX } from '@sallyport/shared'
import type { WildfireTestInput } from '../../gql/graphql'
import type { SourceFormValues } from './source-settings'
import { WildfireTest } from './wildfire-test'

/** What the source had when the form was opened; null: it is a new one. */
export interface StoredWildfire {
  readonly id: string
  readonly wildfireApiKeySet: boolean
  readonly wildfireApiUrl: string
}

interface WildfireFieldsProps {
  readonly form: UseFormReturnType<SourceFormValues>
  readonly stored: StoredWildfire | null
}

const REGIONS = ['eu', 'jp', 'sg', 'uk', 'ca', 'au', 'de', 'in']
const CLOUDS = [WILDFIRE_API_URL, ...REGIONS.map(region => WILDFIRE_API_URL.replace('//', `//${region}.`))]

/** Whether WildFire is asked about files, with which key, and where. */
export function WildfireFields({ form, stored }: WildfireFieldsProps) {
  const { wildfireApiEnabled, removeApiKey } = form.values
  const keySet = stored?.wildfireApiKeySet ?? false
  // A fault must not hide behind the switch.
  const shown = wildfireApiEnabled || 'wildfireApiUrl' in form.errors || 'wildfireDailyQuota' in form.errors
  return (
    <>
      <Checkbox
        label="Enable WildFire API"
        description="Look up files at WildFire with your API key."
        {...form.getInputProps('wildfireApiEnabled', { type: 'checkbox' })}
      />
      <PasswordInput
        label="API Key"
        description={keySet ? 'A key is stored, sealed. Type another to replace it.' : 'Kept sealed; never shown again.'}
        placeholder={keySet ? '••••••••' : ''}
        autoComplete="off"
        disabled={removeApiKey || (!wildfireApiEnabled && !keySet)}
        visibilityToggleButtonProps={{ 'aria-label': 'Show the API key' }}
        {...form.getInputProps('wildfireApiKey')}
      />
      {keySet && <Checkbox label="Remove the stored key" {...form.getInputProps('removeApiKey', { type: 'checkbox' })} />}
      {shown && (
        <>
          <Autocomplete
            label="API URL"
            description="Of the WildFire cloud of your region, or of your own appliance. Only hashes are sent there."
            data={CLOUDS}
            limit={CLOUDS.length}
            spellCheck={false}
            autoCapitalize="none"
            // A stored URL would hide all others.
            filter={({ options }) => options}
            {...form.getInputProps('wildfireApiUrl')}
          />
          <NumberInput
            label="Daily quota"
            description="Queries a day that the key allows, counted from 00:00 UTC. Verdicts of many files are one query."
            min={1}
            max={WILDFIRE_QUOTA_MAX}
            allowDecimal={false}
            thousandSeparator=","
            {...form.getInputProps('wildfireDailyQuota')}
          />
          {!removeApiKey && (
            <WildfireTest input={() => testInput(form, stored)} onFaults={faults => form.setErrors({ ...form.errors, ...faults })} />
          )}
        </>
      )}
    </>
  )
}

/** The key and URL as they are typed; what was not changed is taken from the source. null: something is wrong with them. */
function testInput(form: UseFormReturnType<SourceFormValues>, stored: StoredWildfire | null): WildfireTestInput | null {
  const faults = [form.validateField('wildfireApiKey'), form.validateField('wildfireApiUrl')]
  if (faults.some(({ hasError }) => hasError)) return null
  const { wildfireApiKey, wildfireApiUrl } = form.getValues()
  return {
    ...(stored && { sourceId: stored.id }),
    ...(wildfireApiKey.trim() !== '' && { apiKey: wildfireApiKey.trim() }),
    ...(wildfireApiUrl.trim() !== stored?.wildfireApiUrl && { apiUrl: wildfireApiUrl.trim() }),
  }
}
