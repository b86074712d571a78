import { useMutation, useQuery } from 'urql'
import { Waiting } from '../../components/ui/waiting'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { DirectoryPanel_DirectoryFragment } from '../../gql/graphql'
import { DirectoryFields } from './directory-fields'
import {
  DIRECTORY_MODEL,
  directoryCreateInputOf,
  directoryFaults,
  directoryUpdateInputOf,
  directoryValuesOf,
  newDirectoryValues,
  type Preset,
} from './directory-settings'
import { SettingsFields, SettingsPanel } from './settings-panel'
import { savedOf, useSettingsForm } from './use-settings-form'

export const DirectoryPanel_Directory = graphql(`
  fragment DirectoryPanel_Directory on Directory {
    id
    version
    name
    enabled
    preset
    urls
    startTls
    tlsTrust
    tlsCaPem
    tlsFingerprint
    bindDn
    hasBindPassword
    baseDn
    domains
    userFilter
    attributes {
      attribute
      name
    }
    nestedGroups
    timeoutSeconds
    cacheSeconds
    unknownCacheSeconds
  }
`)

const DirectoryPresets_Query = graphql(`
  query DirectoryPresets_Query {
    directoryPresets {
      preset
      userFilter
      attributes {
        attribute
        name
      }
      nestedGroups
    }
  }
`)

const DirectoryCreate_Mutation = graphql(`
  mutation DirectoryCreate_Mutation($input: DirectoryCreateInput!) {
    directoryCreate(input: $input) {
      directory {
        id
        ...DirectoryPanel_Directory
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

const DirectoryUpdate_Mutation = graphql(`
  mutation DirectoryUpdate_Mutation($input: DirectoryUpdateInput!) {
    directoryUpdate(input: $input) {
      directory {
        id
        ...DirectoryPanel_Directory
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface DirectoryPanelProps {
  /** null: a new one. */
  readonly directory: FragmentType<typeof DirectoryPanel_Directory> | null
  readonly opened: boolean
  onClose(): void
}

export function DirectoryPanel({ directory, opened, onClose }: DirectoryPanelProps) {
  const stored = readFragment(DirectoryPanel_Directory, directory)
  const [{ data, error }, ask] = useQuery({ query: DirectoryPresets_Query, pause: !opened })
  return (
    <SettingsPanel title={stored ? 'Edit Directory' : 'New Directory'} size="lg" opened={opened} onClose={onClose}>
      {data ? (
        <DirectoryForm stored={stored} presets={data.directoryPresets} onClose={onClose} />
      ) : (
        <Waiting what="presets" error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
      )}
    </SettingsPanel>
  )
}

interface DirectoryFormProps {
  readonly stored: DirectoryPanel_DirectoryFragment | null
  readonly presets: readonly Preset[]
  onClose(): void
}

function DirectoryForm({ stored, presets, onClose }: DirectoryFormProps) {
  const [, create] = useMutation(DirectoryCreate_Mutation)
  const [, update] = useMutation(DirectoryUpdate_Mutation)
  const { form, base, notice, save } = useSettingsForm({
    model: DIRECTORY_MODEL,
    stored,
    noun: 'directory',
    secrets: ['bindPassword'],
    valuesOf: now => (now ? directoryValuesOf(now) : newDirectoryValues(presets)),
    faultsOf: (values, now: DirectoryPanel_DirectoryFragment | null) => directoryFaults(values, now),
    send: async (values, opened, before) => {
      if (!opened) {
        const { data, error } = await create({ input: directoryCreateInputOf(values) })
        const { directory, userErrors } = data?.directoryCreate ?? {}
        return savedOf(readFragment(DirectoryPanel_Directory, directory), userErrors, error)
      }
      const input = { id: opened.id, expectedVersion: opened.version, ...directoryUpdateInputOf(before, values) }
      const { data, error } = await update({ input })
      const { directory, userErrors } = data?.directoryUpdate ?? {}
      return savedOf(readFragment(DirectoryPanel_Directory, directory), userErrors, error)
    },
    onSaved: onClose,
  })
  return (
    <SettingsFields form={form} notice={notice} onSubmit={save} onCancel={onClose}>
      <DirectoryFields form={form} stored={base} presets={presets} />
    </SettingsFields>
  )
}
