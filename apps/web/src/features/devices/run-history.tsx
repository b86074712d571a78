import { Button, Group, Stack, Text } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useQuery, useSubscription } from 'urql'
import { CardTable } from '../../components/ui/card-table'
import { Notice } from '../../components/ui/notice'
import { Panel } from '../../components/ui/panel'
import { TimeText } from '../../components/ui/time-text'
import { graphql, readFragment } from '../../gql'
import type { RunHistory_SyncRunFragment } from '../../gql/graphql'
import { formatCount, formatDuration } from '../../lib/format'
import { useNow } from '../../lib/use-now'
import { errorText } from '../../lib/user-errors'
import { CAUSE_WORDS, FAILURE_WORDS } from './device-words'
import { RunDetails } from './run-details'
import { RunStateMark } from './state-mark'

const RunHistory_SyncRun = graphql(`
  fragment RunHistory_SyncRun on SyncRun {
    id
    cause
    user {
      id
      name
    }
    state
    failure
    message
    added
    removed
    apiCalls
    commitJob
    startedAt
    finishedAt
  }
`)

const RunHistory_Query = graphql(`
  query RunHistory_Query($deviceId: ID!, $first: Int!) {
    device(id: $deviceId) {
      id
      runs(first: $first) {
        nodes {
          id
          ...RunHistory_SyncRun
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`)

const RunHistory_Subscription = graphql(`
  subscription RunHistory_Subscription {
    enforcementChanged {
      runs {
        id
        device {
          id
        }
        ...RunHistory_SyncRun
      }
    }
  }
`)

const STEP = 20
/** The most that the API gives at once. */
const SHOWN_MAX = 100

/** What was done to the device, newest first. A run at work is open, so that it can be followed; it stays so until the next begins. */
export function RunHistory({ deviceId }: { deviceId: string }) {
  const [first, setFirst] = useState(STEP)
  // By hand, and the one that began while the page was open.
  const [opened, setOpened] = useState<Readonly<Record<string, boolean>>>({})
  const [followed, setFollowed] = useState<string>()
  const [{ data, error }, ask] = useQuery({ query: RunHistory_Query, variables: { deviceId, first }, requestPolicy: 'cache-and-network' })
  const page = data?.device?.runs
  useSubscription({ query: RunHistory_Subscription, pause: !page }, (_, event) => {
    const mine = event.enforcementChanged.runs.filter(run => run.device.id === deviceId)
    // Those on show change through the cache; a new one is a reason to ask again.
    const news = mine.filter(({ id }) => !page?.nodes.some(known => known.id === id))
    if (news.length > 0) {
      setFollowed(news[0]?.id)
      ask({ requestPolicy: 'network-only' })
    }
    return event
  })
  const runs = readFragment(RunHistory_SyncRun, page?.nodes ?? [])
  const isOpen = (run: RunHistory_SyncRunFragment) => opened[run.id] ?? (run.state === 'RUNNING' || run.id === followed)
  return (
    <Panel title="Runs">
      {error && !data && <Notice tone="error" title="The runs could not be read" children={errorText(error)} />}
      {page && runs.length === 0 && <Text c="dimmed">Nothing was pushed to this device yet.</Text>}
      {runs.length > 0 && (
        <CardTable
          label="Runs"
          columns={['Begun', 'State', 'Cause', 'Change', 'Took', 'API calls', 'Commit job']}
          rows={runs.map(run => ({
            key: run.id,
            cells: cellsOf(run),
            actions: (
              <OpenButton run={run} open={isOpen(run)} onToggle={() => setOpened(before => ({ ...before, [run.id]: !isOpen(run) }))} />
            ),
            ...(isOpen(run) && { detail: <RunDetails runId={run.id} running={run.state === 'RUNNING'} /> }),
          }))}
        />
      )}
      {page?.pageInfo.hasNextPage &&
        (first < SHOWN_MAX ? (
          <Group>
            <Button variant="default" onClick={() => setFirst(Math.min(SHOWN_MAX, first + STEP))}>
              Show older runs
            </Button>
          </Group>
        ) : (
          <Text size="sm" c="dimmed">
            Only the last {SHOWN_MAX} are shown.
          </Text>
        ))}
    </Panel>
  )
}

const cellsOf = (run: RunHistory_SyncRunFragment) => [
  <TimeText at={run.startedAt} />,
  <Outcome run={run} />,
  <Stack gap={0}>
    <span>{CAUSE_WORDS[run.cause]}</span>
    {run.user && (
      <Text size="xs" c="dimmed">
        {run.user.name}
      </Text>
    )}
  </Stack>,
  <span style={{ whiteSpace: 'nowrap' }}>{`+${formatCount(run.added)} −${formatCount(run.removed)}`}</span>,
  run.finishedAt === null ? <Since at={run.startedAt} /> : took(Date.parse(run.finishedAt) - Date.parse(run.startedAt)),
  formatCount(run.apiCalls),
  run.commitJob ?? 'none',
]

/** Most runs take less than a few seconds: tenths tell them apart. */
const took = (milliseconds: number): string =>
  milliseconds < 10_000 ? `${(milliseconds / 1000).toFixed(1)} s` : formatDuration(milliseconds)

function Since({ at }: { at: string }) {
  return <>{formatDuration(useNow(1_000) - Date.parse(at))}</>
}

function Outcome({ run: { state, failure, message } }: { run: RunHistory_SyncRunFragment }) {
  return (
    <Stack gap={0} align="flex-start">
      <RunStateMark state={state} />
      {failure !== null && <Text size="xs">{FAILURE_WORDS[failure]}</Text>}
      {message !== null && (
        <Text size="xs" c="dimmed" maw={420} style={{ overflowWrap: 'anywhere' }}>
          {message}
        </Text>
      )}
    </Stack>
  )
}

interface OpenButtonProps {
  readonly run: RunHistory_SyncRunFragment
  readonly open: boolean
  onToggle(): void
}

function OpenButton({ run, open, onToggle }: OpenButtonProps) {
  const Icon = open ? IconChevronDown : IconChevronRight
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      leftSection={<Icon size={14} aria-hidden />}
      aria-expanded={open}
      aria-label={`Details of the run of ${run.startedAt}`}
      onClick={onToggle}
    >
      Details
    </Button>
  )
}
