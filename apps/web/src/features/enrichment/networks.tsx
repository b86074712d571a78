import { Group, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from 'urql'
import { CardTable } from '../../components/ui/card-table'
import { Waiting } from '../../components/ui/waiting'
import { graphql } from '../../gql'
import { useCan } from '../../lib/permissions'
import { DeleteDialog } from './delete-dialog'
import { NetworkPanel } from './network-panel'
import { AddButton, Nothing } from './read-states'
import { RowActions } from './row-actions'
import { useEnrichmentEvents } from './use-enrichment-events'
import { useOpened } from './use-opened'

const Networks_Query = graphql(`
  query Networks_Query {
    namedNetworks {
      id
      network
      name
      description
      own
      version
      ...NetworkPanel_NamedNetwork
    }
  }
`)

const NamedNetworkDelete_Mutation = graphql(`
  mutation NamedNetworkDelete_Mutation($input: NamedNetworkDeleteInput!) {
    namedNetworkDelete(input: $input) {
      deletedId
      userErrors {
        message
        field
        code
      }
    }
  }
`)

/** Networks that the administrator gave a name. */
export function Networks() {
  const [{ data, error }, ask] = useQuery({ query: Networks_Query, requestPolicy: 'cache-and-network' })
  const again = () => ask({ requestPolicy: 'network-only' })
  useEnrichmentEvents(again)
  const mayWrite = useCan('enrichment:write')
  const [, remove] = useMutation(NamedNetworkDelete_Mutation)
  const opened = useOpened(data?.namedNetworks)
  if (!data) return <Waiting what="networks" error={error} onRetry={again} />
  const networks = data.namedNetworks
  const add = mayWrite && <AddButton onClick={opened.add}>Add a network</AddButton>
  return (
    <>
      <Group gap="sm" mb="xs">
        <Title order={2}>Named networks</Title>
        {networks.length > 0 && add}
      </Group>
      {networks.length === 0 ? (
        <Nothing title="No network has a name yet" add={add}>
          Name your networks, as ‘Office Berlin’ for 192.0.2.0/24: alerts then say where an address is, and outside services are never asked
          about your own.
        </Nothing>
      ) : (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            An address takes the name of the narrowest network that holds it.
          </Text>
          <CardTable
            label="Named networks"
            columns={['Network', 'Name', 'Description', 'Outside services']}
            rows={networks.map(network => ({
              key: network.id,
              cells: [network.network, network.name, network.description, network.own ? 'never asked: own' : 'asked, if public'],
              actions: mayWrite && (
                <RowActions name={network.name} onEdit={() => opened.edit(network)} onDelete={() => opened.remove(network)} />
              ),
            }))}
          />
        </>
      )}
      {mayWrite && (
        <>
          <NetworkPanel opened={opened.editing} network={opened.item} onClose={opened.close} />
          <DeleteDialog
            item={opened.item}
            opened={opened.deleting}
            onClose={opened.close}
            remove={async input => {
              const { data: answer, error: fault } = await remove({ input })
              return { deletedId: null, userErrors: [], ...answer?.namedNetworkDelete, error: fault }
            }}
          >
            Its addresses lose this name. Unless another network of yours holds them, outside services may be asked about those that are
            public.
          </DeleteDialog>
        </>
      )}
    </>
  )
}
