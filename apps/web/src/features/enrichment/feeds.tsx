import { ActionIcon, Group, Stack, Text, Title, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertOctagon, IconCircleCheck, IconCircleDashed, IconPower, IconRefresh } from '@tabler/icons-react'
import { useMutation, useQuery } from 'urql'
import { CardTable } from '../../components/ui/card-table'
import { StateMark } from '../../components/ui/state-mark'
import { TimeText } from '../../components/ui/time-text'
import { Waiting } from '../../components/ui/waiting'
import { graphql } from '../../gql'
import type { Feeds_QueryQuery } from '../../gql/graphql'
import { formatCount, formatCounted, formatDuration } from '../../lib/format'
import { useCan } from '../../lib/permissions'
import { useNow } from '../../lib/use-now'
import { formFaults } from '../../lib/user-errors'
import { DeleteDialog } from './delete-dialog'
import { FeedPanel } from './feed-panel'
import { FEED_KIND_WORDS } from './feed-settings'
import { AddButton, Nothing } from './read-states'
import { RowActions } from './row-actions'
import { useEnrichmentEvents } from './use-enrichment-events'
import { useOpened } from './use-opened'

const Feeds_Query = graphql(`
  query Feeds_Query {
    feeds {
      id
      version
      name
      enabled
      kind
      location
      intervalSeconds
      score
      weight
      fetchedAt
      succeededAt
      error
      entryCount
      skippedCount
      ...FeedPanel_Feed
    }
  }
`)

const FeedDelete_Mutation = graphql(`
  mutation FeedDelete_Mutation($input: FeedDeleteInput!) {
    feedDelete(input: $input) {
      deletedId
      userErrors {
        message
        field
        code
      }
    }
  }
`)

const FeedFetch_Mutation = graphql(`
  mutation FeedFetch_Mutation($input: FeedFetchInput!) {
    feedFetch(input: $input) {
      feed {
        id
        fetchedAt
        error
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

const CLOCK_MS = 10_000
/** After a failure it is tried again sooner, as the server does. */
const RETRY_SECONDS = 900

type Feed = Feeds_QueryQuery['feeds'][number]

/** Block lists of others, held in memory: asking them tells nobody anything. */
export function Feeds() {
  const [{ data, error }, ask] = useQuery({ query: Feeds_Query, requestPolicy: 'cache-and-network' })
  const again = () => ask({ requestPolicy: 'network-only' })
  useEnrichmentEvents(again)
  const mayWrite = useCan('enrichment:write')
  const [, remove] = useMutation(FeedDelete_Mutation)
  const opened = useOpened(data?.feeds)
  if (!data) return <Waiting what="feeds" error={error} onRetry={again} />
  const { feeds } = data
  const add = mayWrite && <AddButton onClick={opened.add}>Add a feed</AddButton>
  return (
    <>
      <Group gap="sm" mb="xs">
        <Title order={2}>Feeds</Title>
        {feeds.length > 0 && add}
      </Group>
      {feeds.length === 0 ? (
        <Nothing title="No feed yet" add={add}>
          A feed is a block list of somebody else, such as addresses that attack others. It is fetched on a schedule and compared here: no
          address of an alert leaves this server.
        </Nothing>
      ) : (
        <FeedTable feeds={feeds} mayWrite={mayWrite} onEdit={opened.edit} onDelete={opened.remove} />
      )}
      {mayWrite && (
        <>
          <FeedPanel feed={opened.item} opened={opened.editing} onClose={opened.close} />
          <DeleteDialog
            item={opened.item}
            opened={opened.deleting}
            onClose={opened.close}
            remove={async input => {
              const { data: answer, error: fault } = await remove({ input })
              return { deletedId: null, userErrors: [], ...answer?.feedDelete, error: fault }
            }}
          >
            Its entries no longer count in any score. Nothing is blocked or unblocked.
          </DeleteDialog>
        </>
      )}
    </>
  )
}

interface FeedTableProps {
  readonly feeds: readonly Feed[]
  readonly mayWrite: boolean
  onEdit(feed: Feed): void
  onDelete(feed: Feed): void
}

function FeedTable({ feeds, mayWrite, onEdit, onDelete }: FeedTableProps) {
  return (
    <CardTable
      label="Feeds"
      columns={['Name', 'State', 'Entries', 'Age', 'Next', 'Score']}
      rows={feeds.map(feed => ({
        key: feed.id,
        cells: [
          <FeedName feed={feed} />,
          <State feed={feed} />,
          <Entries feed={feed} />,
          feed.succeededAt === null ? <Text size="sm" c="dimmed" children="never fetched" /> : <TimeText at={feed.succeededAt} relative />,
          <Next feed={feed} />,
          `${feed.score}, weight ${feed.weight}`,
        ],
        actions: mayWrite && (
          <RowActions name={feed.name} onEdit={() => onEdit(feed)} onDelete={() => onDelete(feed)}>
            <FetchNow feed={feed} />
          </RowActions>
        ),
      }))}
    />
  )
}

function FeedName({ feed: { name, kind, location } }: { feed: Feed }) {
  return (
    <Stack gap={0} maw={420}>
      <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {name}
      </Text>
      <Text size="xs" c="dimmed" fw={400}>
        {FEED_KIND_WORDS[kind]}
      </Text>
      <Text size="xs" c="dimmed" fw={400} style={{ overflowWrap: 'anywhere' }}>
        {location}
      </Text>
    </Stack>
  )
}

function State({ feed: { enabled, error, succeededAt } }: { feed: Feed }) {
  if (!enabled) return <StateMark look={{ word: 'Off', icon: IconPower, tone: 'plain' }} />
  if (error !== null) {
    return (
      <>
        <StateMark look={{ word: 'Failed', icon: IconAlertOctagon, tone: 'error' }} />
        <Text size="xs" style={{ overflowWrap: 'anywhere' }} maw={360}>
          {error}
          {succeededAt !== null && '. The last good one is in use.'}
        </Text>
      </>
    )
  }
  if (succeededAt === null) return <StateMark look={{ word: 'Not fetched yet', icon: IconCircleDashed, tone: 'plain' }} />
  return <StateMark look={{ word: 'Working', icon: IconCircleCheck, tone: 'good' }} />
}

function Entries({ feed: { entryCount, skippedCount } }: { feed: Feed }) {
  return (
    <>
      {formatCount(entryCount)}
      {skippedCount > 0 && (
        <Text size="xs" c="dimmed" title="Lines that hold no value of the kind">
          {formatCounted(skippedCount, 'line')} skipped
        </Text>
      )}
    </>
  )
}

function Next({ feed: { enabled, error, fetchedAt, intervalSeconds } }: { feed: Feed }) {
  const now = useNow(CLOCK_MS)
  if (!enabled) return <Text size="sm" c="dimmed" children="not fetched" />
  const seconds = error === null ? intervalSeconds : Math.min(intervalSeconds, RETRY_SECONDS)
  const next = fetchedAt === null ? 0 : Date.parse(fetchedAt) + seconds * 1_000
  return (
    <>
      {next <= now ? 'soon' : <TimeText at={new Date(next).toISOString()} relative />}
      <Text size="xs" c="dimmed">
        every {formatDuration(intervalSeconds * 1_000)}
      </Text>
    </>
  )
}

/** Also of one that is off, to try it. The answer comes when it is there, as a change of settings. */
function FetchNow({ feed: { id, name } }: { feed: Feed }) {
  const [{ fetching }, fetchNow] = useMutation(FeedFetch_Mutation)
  const run = async () => {
    const { data, error } = await fetchNow({ input: { id } })
    const fault = formFaults(data?.feedFetch.userErrors ?? [], error, []).form
    notifications.show(
      fault === null
        ? { title: `${name} is being fetched`, message: 'The table shows when it is done.' }
        : { color: 'red', title: `${name} is not fetched`, message: fault },
    )
  }
  return (
    <Tooltip label="Fetch now">
      <ActionIcon variant="default" aria-label={`Fetch ${name} now`} loading={fetching} onClick={() => void run()}>
        <IconRefresh size={15} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
