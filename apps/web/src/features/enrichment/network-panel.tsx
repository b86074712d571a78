import { Switch, Textarea, TextInput } from '@mantine/core'
import { namedNetworkUpdateInput } from '@sallyport/shared'
import { useMutation } from 'urql'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { NetworkPanel_NamedNetworkFragment } from '../../gql/graphql'
import { changesOf, faultsIn, type SettingsModel } from './settings-model'
import { SettingsFields, SettingsPanel } from './settings-panel'
import { savedOf, useSettingsForm } from './use-settings-form'

export const NetworkPanel_NamedNetwork = graphql(`
  fragment NetworkPanel_NamedNetwork on NamedNetwork {
    id
    network
    name
    description
    own
    version
  }
`)

const NamedNetworkCreate_Mutation = graphql(`
  mutation NamedNetworkCreate_Mutation($input: NamedNetworkCreateInput!) {
    namedNetworkCreate(input: $input) {
      namedNetwork {
        id
        ...NetworkPanel_NamedNetwork
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

const NamedNetworkUpdate_Mutation = graphql(`
  mutation NamedNetworkUpdate_Mutation($input: NamedNetworkUpdateInput!) {
    namedNetworkUpdate(input: $input) {
      namedNetwork {
        id
        ...NetworkPanel_NamedNetwork
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface NetworkValues {
  readonly network: string
  readonly name: string
  readonly description: string
  readonly own: boolean
}

const MODEL: SettingsModel<NetworkValues, NetworkValues> = {
  labels: { network: 'Network', name: 'Name', description: 'Description', own: 'Own' },
  settingsOf: ({ network, name, description, own }) => ({
    network: network.trim(),
    name: name.trim(),
    description: description.trim(),
    own,
  }),
}

const NEW_NETWORK: NetworkValues = { network: '', name: '', description: '', own: true }

interface NetworkPanelProps {
  /** null: a new one. */
  readonly network: FragmentType<typeof NetworkPanel_NamedNetwork> | null
  readonly opened: boolean
  onClose(): void
}

export function NetworkPanel({ network, opened, onClose }: NetworkPanelProps) {
  const stored = readFragment(NetworkPanel_NamedNetwork, network)
  return (
    <SettingsPanel title={stored ? 'Edit Network' : 'New Network'} opened={opened} onClose={onClose}>
      <NetworkForm stored={stored} onClose={onClose} />
    </SettingsPanel>
  )
}

function NetworkForm({ stored, onClose }: { stored: NetworkPanel_NamedNetworkFragment | null; onClose: () => void }) {
  const [, create] = useMutation(NamedNetworkCreate_Mutation)
  const [, update] = useMutation(NamedNetworkUpdate_Mutation)
  const { form, notice, save } = useSettingsForm({
    model: MODEL,
    stored,
    noun: 'network',
    valuesOf: now => now ?? NEW_NETWORK,
    faultsOf: values => faultsIn(namedNetworkUpdateInput, MODEL.settingsOf(values)),
    send: async (values, base, before) => {
      if (!base) {
        const { data, error } = await create({ input: MODEL.settingsOf(values) })
        return savedOf(
          readFragment(NetworkPanel_NamedNetwork, data?.namedNetworkCreate.namedNetwork),
          data?.namedNetworkCreate.userErrors,
          error,
        )
      }
      const input = { id: base.id, expectedVersion: base.version, ...changesOf(MODEL, before, values) }
      const { data, error } = await update({ input })
      return savedOf(
        readFragment(NetworkPanel_NamedNetwork, data?.namedNetworkUpdate.namedNetwork),
        data?.namedNetworkUpdate.userErrors,
        error,
      )
    },
    onSaved: onClose,
  })
  return (
    <SettingsFields form={form} notice={notice} onSubmit={save} onCancel={onClose}>
      <TextInput
        label="Network"
        description="As 192.0.2.0/24, 2001:db8::/32, a single address or first-last."
        required
        data-autofocus
        spellCheck={false}
        {...form.getInputProps('network')}
      />
      <TextInput label="Name" description="As it is shown, such as Office Berlin." required {...form.getInputProps('name')} />
      <Textarea label="Description" autosize minRows={2} maxRows={6} {...form.getInputProps('description')} />
      <Switch
        label="Own: never asked outside"
        description="No outside service is told that one of its addresses was in an alert. Private addresses are never asked about anyway."
        {...form.getInputProps('own', { type: 'checkbox' })}
      />
    </SettingsFields>
  )
}
