import { Group, Stack, Text, Title } from '@mantine/core'
import { IconCircleCheck, IconPower } from '@tabler/icons-react'
import { useMutation, useQuery } from 'urql'
import { CardTable } from '../../components/ui/card-table'
import { StateMark } from '../../components/ui/state-mark'
import { Waiting } from '../../components/ui/waiting'
import { graphql } from '../../gql'
import type { Directories_QueryQuery } from '../../gql/graphql'
import { useCan } from '../../lib/permissions'
import { DeleteDialog } from './delete-dialog'
import { DirectoryPanel } from './directory-panel'
import { PRESET_WORDS } from './directory-settings'
import { AddButton, Nothing } from './read-states'
import { RowActions } from './row-actions'
import { useEnrichmentEvents } from './use-enrichment-events'
import { useOpened } from './use-opened'

const Directories_Query = graphql(`
  query Directories_Query {
    directories {
      id
      version
      name
      enabled
      preset
      urls
      startTls
      bindDn
      baseDn
      domains
      ...DirectoryPanel_Directory
    }
  }
`)

const DirectoryDelete_Mutation = graphql(`
  mutation DirectoryDelete_Mutation($input: DirectoryDeleteInput!) {
    directoryDelete(input: $input) {
      deletedId
      userErrors {
        message
        field
        code
      }
    }
  }
`)

type Directory = Directories_QueryQuery['directories'][number]

/** LDAP directories that say who a user is. */
export function Directories() {
  const [{ data, error }, ask] = useQuery({ query: Directories_Query, requestPolicy: 'cache-and-network' })
  const again = () => ask({ requestPolicy: 'network-only' })
  useEnrichmentEvents(again)
  const mayWrite = useCan('enrichment:write')
  const [, remove] = useMutation(DirectoryDelete_Mutation)
  const opened = useOpened(data?.directories)
  if (!data) return <Waiting what="directories" error={error} onRetry={again} />
  const { directories } = data
  const add = mayWrite && <AddButton onClick={opened.add}>Add a directory</AddButton>
  return (
    <>
      <Group gap="sm" mb="xs">
        <Title order={2}>Directories</Title>
        {directories.length > 0 && add}
      </Group>
      {directories.length === 0 ? (
        <Nothing title="No directory yet" add={add}>
          With an LDAP directory, such as Active Directory, alerts say who a user is: name, department, manager, phone and photo. An account
          that may only read is enough.
        </Nothing>
      ) : (
        <CardTable
          label="Directories"
          columns={['Name', 'State', 'Servers', 'Domains', 'Base DN', 'Signs in as']}
          rows={directories.map(directory => ({
            key: directory.id,
            cells: [
              <DirectoryName directory={directory} />,
              <StateMark
                look={
                  directory.enabled ? { word: 'On', icon: IconCircleCheck, tone: 'plain' } : { word: 'Off', icon: IconPower, tone: 'plain' }
                }
              />,
              <Servers directory={directory} />,
              directory.domains.length > 0 ? directory.domains.join(', ') : <Text size="sm" c="dimmed" children="all others" />,
              <Breakable text={directory.baseDn} />,
              directory.bindDn === '' ? <Text size="sm" c="dimmed" children="anonymous" /> : <Breakable text={directory.bindDn} />,
            ],
            actions: mayWrite && (
              <RowActions name={directory.name} onEdit={() => opened.edit(directory)} onDelete={() => opened.remove(directory)} />
            ),
          }))}
        />
      )}
      {mayWrite && (
        <>
          <DirectoryPanel directory={opened.item} opened={opened.editing} onClose={opened.close} />
          <DeleteDialog
            item={opened.item}
            opened={opened.deleting}
            onClose={opened.close}
            remove={async input => {
              const { data: answer, error: fault } = await remove({ input })
              return { deletedId: null, userErrors: [], ...answer?.directoryDelete, error: fault }
            }}
          >
            Its settings and its password are deleted. Users of its domains are asked of the other directories, if there are any.
          </DeleteDialog>
        </>
      )}
    </>
  )
}

function DirectoryName({ directory: { name, preset } }: { directory: Directory }) {
  return (
    <>
      <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {name}
      </Text>
      <Text size="xs" c="dimmed" fw={400}>
        {PRESET_WORDS[preset]}
      </Text>
    </>
  )
}

function Servers({ directory: { urls, startTls } }: { directory: Directory }) {
  return (
    <Stack gap={0}>
      {urls.map(url => (
        <Breakable key={url} text={url} />
      ))}
      {startTls && (
        <Text size="xs" c="dimmed">
          with StartTLS
        </Text>
      )}
    </Stack>
  )
}

const Breakable = ({ text }: { text: string }) => (
  <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
    {text}
  </Text>
)
