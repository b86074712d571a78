import { Button, Group, Switch, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useMutation } from 'urql'
import { Facts } from '../../components/ui/facts'
import { Panel } from '../../components/ui/panel'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { ProviderCard_ReputationProviderFragment } from '../../gql/graphql'
import { formatCount, formatDuration } from '../../lib/format'
import { useCan } from '../../lib/permissions'
import { formFaults } from '../../lib/user-errors'
import { ProviderPanel } from './provider-panel'
import { PROVIDER_NOTES, whatIsSent } from './provider-settings'
import { ProviderTest } from './provider-test'

export const ProviderCard_ReputationProvider = graphql(`
  fragment ProviderCard_ReputationProvider on ReputationProvider {
    id
    version
    type
    enabled
    needsKey
    hasApiKey
    baseUrl
    dailyQuota
    perMinute
    cacheSeconds
    weight
    kinds
    ...ProviderPanel_ReputationProvider
  }
`)

const ReputationProviderEnable_Mutation = graphql(`
  mutation ReputationProviderEnable_Mutation($input: ReputationProviderUpdateInput!) {
    reputationProviderUpdate(input: $input) {
      provider {
        id
        version
        enabled
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

type Provider = ProviderCard_ReputationProviderFragment

/** One provider: what it tells, what it is told, and its limits. */
export function ProviderCard({ provider: given }: { provider: FragmentType<typeof ProviderCard_ReputationProvider> }) {
  const provider = readFragment(ProviderCard_ReputationProvider, given)
  const [editing, panel] = useDisclosure(false)
  const mayWrite = useCan('enrichment:write')
  const { type, needsKey, hasApiKey, kinds } = provider
  const { name, tells } = PROVIDER_NOTES[type]
  return (
    <Panel
      title={name}
      actions={mayWrite ? <EnabledSwitch provider={provider} /> : <Text size="sm">{provider.enabled ? 'On' : 'Off'}</Text>}
    >
      <Text size="sm">{tells}</Text>
      <Text size="sm" c="dimmed">
        {whatIsSent(type, kinds)}
      </Text>
      <Facts rows={factsOf(provider)} />
      {mayWrite && (
        <>
          <Group gap="xs" align="flex-start">
            <Button variant="default" leftSection={<IconPencil size={14} aria-hidden />} aria-label={`Edit ${name}`} onClick={panel.open}>
              Edit
            </Button>
            {(hasApiKey || !needsKey) && <ProviderTest name={name} input={() => ({ type })} />}
          </Group>
          <ProviderPanel provider={provider} opened={editing} onClose={panel.close} />
        </>
      )}
    </Panel>
  )
}

function factsOf({ type, needsKey, hasApiKey, baseUrl, dailyQuota, perMinute, cacheSeconds, weight }: Provider) {
  const rows: (readonly [string, ReactNode])[] = [
    ['API key', needsKey ? (hasApiKey ? 'set' : 'not set') : 'not needed'],
    ['Daily quota', dailyQuota === 0 ? 'none' : formatCount(dailyQuota)],
    ['Questions a minute', perMinute === 0 ? 'no limit' : formatCount(perMinute)],
    ['Answers are kept', formatDuration(cacheSeconds * 1_000)],
  ]
  if (type !== 'REVERSE_DNS') rows.push(['Weight', weight])
  if (baseUrl !== null) rows.push(['Base URL', baseUrl])
  return rows
}

function EnabledSwitch({ provider: { type, version, enabled, needsKey, hasApiKey } }: { provider: Provider }) {
  const [{ fetching }, update] = useMutation(ReputationProviderEnable_Mutation)
  const { name } = PROVIDER_NOTES[type]
  const enable = async (wanted: boolean) => {
    const { data, error } = await update({ input: { type, expectedVersion: version, enabled: wanted } })
    const fault = formFaults(data?.reputationProviderUpdate.userErrors ?? [], error, []).form
    if (fault !== null) notifications.show({ color: 'red', title: `${name} was not changed`, message: fault })
  }
  const lacksKey = needsKey && !hasApiKey && !enabled
  const label = lacksKey ? 'Enabled (needs a key)' : 'Enabled'
  return (
    <Switch
      label={label}
      aria-label={`${label}: ${name}`}
      checked={enabled}
      disabled={fetching || lacksKey}
      onChange={event => void enable(event.currentTarget.checked)}
    />
  )
}
