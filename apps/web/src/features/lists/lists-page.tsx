import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useQuery, useSubscription } from 'urql'
import { Notice } from '../../components/ui/notice'
import { Panel } from '../../components/ui/panel'
import { graphql } from '../../gql'
import { formatCounted } from '../../lib/format'
import { usePageTitle } from '../../lib/page-title'
import { useCan } from '../../lib/permissions'
import { errorText } from '../../lib/user-errors'
import { ListTable } from './list-table'
import { NewListPanel } from './new-list-panel'
import { Protections } from './protections'
import { WhyBlocked } from './why-blocked'

const ListsPage_Query = graphql(`
  query ListsPage_Query {
    lists {
      id
      published
      publishing {
        held {
          id
        }
      }
      ...ListTable_List
    }
  }
`)

const ListsPage_Subscription = graphql(`
  subscription ListsPage_Subscription {
    enforcementChanged {
      lists {
        id
        published
        publishing {
          held {
            id
          }
        }
        ...ListTable_List
      }
      devices {
        id
        mappings {
          id
          state
          stateReason
        }
      }
    }
  }
`)

/** What is blocked, where it stands, and what may never be. */
export function ListsPage() {
  usePageTitle('Lists')
  const [{ data, error }, ask] = useQuery({ query: ListsPage_Query, requestPolicy: 'cache-and-network' })
  // Lists on show change through the cache; one that is not among them is a reason to ask again.
  useSubscription({ query: ListsPage_Subscription, pause: !data }, (_, event) => {
    const known = new Set(data?.lists.map(({ id }) => id))
    if (event.enforcementChanged.lists.some(({ id }) => !known.has(id))) ask({ requestPolicy: 'network-only' })
    return event
  })
  const [adding, panel] = useDisclosure(false)
  const mayWrite = useCan('list:write')
  const held = data?.lists.filter(({ publishing }) => publishing?.held).length ?? 0
  const addButton = (
    <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={panel.open}>
      Add
    </Button>
  )
  return (
    <Stack p="md" gap="md" maw={1500}>
      <Group gap="sm">
        <Title order={1}>Lists</Title>
        {mayWrite && data && addButton}
      </Group>
      {held > 0 && (
        <Notice tone="warning" title={`${formatCounted(held, 'list')} ${held === 1 ? 'holds' : 'hold'} a version back`}>
          The change is larger than the list’s guard allows. Firewalls get the version before it until somebody approves.
        </Notice>
      )}
      <WhyBlocked />
      {error && !data && (
        <Notice tone="error" title="The lists could not be read">
          <Stack gap="xs" align="flex-start">
            {errorText(error)}
            <Button variant="default" onClick={() => ask({ requestPolicy: 'network-only' })}>
              Try again
            </Button>
          </Stack>
        </Notice>
      )}
      {!data && !error && <Skeleton h={220} aria-busy aria-label="Loading" />}
      {data && data.lists.length > 0 && (
        <Panel title="All lists">
          <ListTable lists={data.lists} />
        </Panel>
      )}
      {data?.lists.length === 0 && (
        <Panel title="No list yet">
          <Text>
            A list holds addresses, URLs, domains, file hashes or users. Firewalls fetch it at a URL, or get it pushed into a group.
          </Text>
          {mayWrite ? <div>{addButton}</div> : <Text c="dimmed">An analyst can create one.</Text>}
        </Panel>
      )}
      <Protections />
      <NewListPanel opened={adding} onClose={panel.close} />
    </Stack>
  )
}
