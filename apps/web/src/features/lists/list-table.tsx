import { Anchor, Badge, Text } from '@mantine/core'
import { Link } from 'react-router'
import { CardTable } from '../../components/ui/card-table'
import { TimeText } from '../../components/ui/time-text'
import { paths } from '../../config/paths'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { ListTable_ListFragment } from '../../gql/graphql'
import { formatCount, formatCounted } from '../../lib/format'
import { KIND_WORDS } from './list-words'
import { MappedOn } from './mapped-on'

export const ListTable_List = graphql(`
  fragment ListTable_List on List {
    id
    name
    kind
    description
    entryCount
    published
    publishing {
      inForce {
        id
        number
      }
      held {
        id
        number
        added
        removed
      }
      fetches {
        credential {
          id
          name
        }
        address
        version
        status
        fetchedAt
      }
    }
    ...MappedOn_List
  }
`)

export function ListTable({ lists }: { lists: readonly FragmentType<typeof ListTable_List>[] }) {
  return (
    <CardTable
      label="Lists"
      columns={['Name', 'Kind', 'Entries', 'Published', 'On devices']}
      rows={readFragment(ListTable_List, lists).map(list => ({
        key: list.id,
        cells: [
          <ListName list={list} />,
          KIND_WORDS[list.kind],
          formatCount(list.entryCount),
          <Published list={list} />,
          <MappedOn list={list} />,
        ],
      }))}
    />
  )
}

function ListName({ list }: { list: ListTable_ListFragment }) {
  return (
    <>
      <Anchor component={Link} to={paths.list(list.id)} size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {list.name}
      </Anchor>
      {list.description !== '' && (
        <Text size="xs" c="dimmed" fw={400} lineClamp={2}>
          {list.description}
        </Text>
      )}
    </>
  )
}

function Published({ list: { id, published, publishing } }: { list: ListTable_ListFragment }) {
  if (!published || !publishing) return <Text size="sm" c="dimmed" children="no" />
  const { inForce, held } = publishing
  const fetches = publishing.fetches.filter(({ status }) => status < 400)
  const [last] = fetches.toSorted((a, b) => Date.parse(b.fetchedAt) - Date.parse(a.fetchedAt))
  return (
    <>
      {inForce ? `version ${inForce.number}` : 'no version yet'}{' '}
      {held && (
        <Anchor component={Link} to={`${paths.list(id)}?tab=publishing`} underline="never">
          <Badge color="#b45309" radius="sm" tt="none" title={`+${formatCount(held.added)} −${formatCount(held.removed)}`}>
            version {held.number} held
          </Badge>
        </Anchor>
      )}
      <Text size="xs" c="dimmed">
        {last ? (
          <>
            last fetched by {last.credential?.name ?? last.address}, <TimeText at={last.fetchedAt} relative />, version {last.version}
          </>
        ) : (
          'not fetched yet'
        )}
        {fetches.length > 1 && `; ${formatCounted(fetches.length, 'client')} in all`}
      </Text>
    </>
  )
}
