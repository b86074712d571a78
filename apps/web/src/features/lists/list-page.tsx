import { Anchor, Badge, Button, Group, Menu, Tabs, Text, Title } from '@mantine/core'
import { IconChevronLeft, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { useQuery, useSubscription } from 'urql'
import { EmptyList, ListFault, ListSkeleton } from '../../components/ui/list-states'
import { paths } from '../../config/paths'
import { graphql, readFragment } from '../../gql'
import type { ListPage_ListFragment } from '../../gql/graphql'
import { usePageTitle } from '../../lib/page-title'
import { useCan } from '../../lib/permissions'
import { errorText } from '../../lib/user-errors'
import { DeleteListDialog } from './delete-list-dialog'
import { EditListPanel } from './edit-list-panel'
import { Entries } from './entries'
import { spanText } from './expiry'
import { countedEntries, KIND_WORDS } from './list-words'
import { MappedOn } from './mapped-on'
import { Publishing } from './publishing'
import classes from './list-page.module.css'

const ListPage_List = graphql(`
  fragment ListPage_List on List {
    id
    name
    kind
    description
    defaultTtlSeconds
    entryCount
    revision
    version
    published
    publishing {
      inForce {
        id
        number
      }
      held {
        id
        number
      }
    }
    ...EditListPanel_List
    ...MappedOn_List
  }
`)

const ListPage_Query = graphql(`
  query ListPage_Query($id: ID!) {
    list(id: $id) {
      id
      ...ListPage_List
    }
  }
`)

const ListPage_Subscription = graphql(`
  subscription ListPage_Subscription {
    enforcementChanged {
      lists {
        id
        ...ListPage_List
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

/** One list: its details, what is on it, what was, and how it is published. */
export function ListPage() {
  const { listId = '' } = useParams()
  const [{ data, error, fetching }, ask] = useQuery({ query: ListPage_Query, variables: { id: listId } })
  const list = readFragment(ListPage_List, data?.list)
  usePageTitle(list?.name ?? 'List')
  // What it brings goes into the cache, and from there to the query above.
  useSubscription({ query: ListPage_Subscription, pause: !list })
  if (list) return <LoadedList key={list.id} list={list} />
  if (fetching) return <ListSkeleton />
  if (error) {
    return <ListFault title="The list could not be read" text={errorText(error)} onRetry={() => ask({ requestPolicy: 'network-only' })} />
  }
  return (
    <EmptyList
      title="There is no such list"
      actions={
        <Button component={Link} to={paths.lists}>
          To the lists
        </Button>
      }
    />
  )
}

const TABS = ['entries', 'removed', 'publishing'] as const

function LoadedList({ list }: { list: ListPage_ListFragment }) {
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const tab = TABS.find(each => each === params.get('tab')) ?? 'entries'
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null)
  const close = () => setOpen(null)
  const show = (next: string | null) => void setParams(next === null || next === 'entries' ? {} : { tab: next }, { replace: true })
  return (
    <div className={classes['page']}>
      <ListDetails list={list} onOpen={setOpen} />
      <Tabs className={classes['tabs']} value={tab} keepMounted={false} onChange={show}>
        <Tabs.List px="sm">
          <Tabs.Tab value="entries">Entries</Tabs.Tab>
          <Tabs.Tab value="removed">Removed</Tabs.Tab>
          <Tabs.Tab
            value="publishing"
            rightSection={list.publishing?.held && <Badge size="xs" color="#b45309" tt="none" children="held" />}
          >
            Publishing
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="entries" className={classes['fill']}>
          <Entries list={list} removed={false} />
        </Tabs.Panel>
        <Tabs.Panel value="removed" className={classes['fill']}>
          <Entries list={list} removed />
        </Tabs.Panel>
        <Tabs.Panel value="publishing" className={classes['scroll']}>
          <Publishing listId={list.id} revision={list.revision} onPublish={() => setOpen('edit')} />
        </Tabs.Panel>
      </Tabs>
      <EditListPanel list={list} opened={open === 'edit'} onClose={close} />
      <DeleteListDialog
        list={list}
        opened={open === 'delete'}
        onClose={close}
        onDeleted={() => void navigate(paths.lists, { replace: true })}
      />
    </div>
  )
}

interface ListDetailsProps {
  readonly list: ListPage_ListFragment
  onOpen(what: 'edit' | 'delete'): void
}

function ListDetails({ list, onOpen }: ListDetailsProps) {
  const mayWrite = useCan('list:write')
  const { publishing } = list
  return (
    <section className={classes['header']} aria-label="List Details">
      <Anchor component={Link} to={paths.lists} size="xs" c="dimmed">
        <Group gap={2} component="span">
          <IconChevronLeft size={14} aria-hidden /> Lists
        </Group>
      </Anchor>
      <Group gap="sm" wrap="nowrap" align="flex-start" justify="space-between">
        <Title order={1} className={classes['title']}>
          {list.name}
        </Title>
        {mayWrite && (
          <Menu position="bottom-end" shadow="md">
            <Menu.Target>
              <Button variant="default" px={8} aria-label="List menu">
                <IconDots size={16} aria-hidden />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={14} aria-hidden />} onClick={() => onOpen('edit')}>
                Edit
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={14} aria-hidden />} onClick={() => onOpen('delete')}>
                Delete
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {list.description !== '' && (
        <Text size="sm" className={classes['written']}>
          {list.description}
        </Text>
      )}
      <div className={classes['facts']}>
        <span>
          {KIND_WORDS[list.kind]}, {countedEntries(list.entryCount)} in force
        </span>
        <Fact name="Entries expire">{list.defaultTtlSeconds === null ? 'never' : `after ${spanText(list.defaultTtlSeconds)}`}</Fact>
        <Fact name="Published">
          {list.published ? (
            <>
              {publishing?.inForce ? `version ${publishing.inForce.number}` : 'no version yet'}
              {', '}
              <Anchor component={Link} to={{ search: '?tab=publishing' }} replace inherit>
                Show published URL
              </Anchor>
            </>
          ) : (
            'no'
          )}
        </Fact>
        <Fact name="On devices">
          <MappedOn list={list} />
        </Fact>
      </div>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <Group gap={6} align="baseline" wrap="nowrap">
      <Text span inherit c="dimmed" style={{ flex: 'none' }}>
        {name}
      </Text>
      <div>{children}</div>
    </Group>
  )
}
