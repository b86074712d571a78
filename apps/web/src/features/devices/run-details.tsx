import { Loader, ScrollArea, Stack, Text } from '@mantine/core'
import { IconAlertOctagon, IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useQuery, useSubscription } from 'urql'
import { Notice } from '../../components/ui/notice'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { RunDetails_SyncRunFragment } from '../../gql/graphql'
import { formatTime } from '../../lib/format'
import { useTimeZone } from '../../lib/time-zone'
import { errorText } from '../../lib/user-errors'
import { ChangeView } from './change-view'
import classes from './run-details.module.css'

const RunDetails_SyncRun = graphql(`
  fragment RunDetails_SyncRun on SyncRun {
    id
    changes {
      groupName
      ...ChangeView_MappingChange
    }
    log {
      at
      level
      text
    }
  }
`)

const RunDetails_Query = graphql(`
  query RunDetails_Query($id: ID!) {
    node(id: $id) {
      id
      ...RunDetails_SyncRun
    }
  }
`)

const RunDetails_Subscription = graphql(`
  subscription RunDetails_Subscription {
    enforcementChanged {
      runs {
        id
        ...RunDetails_SyncRun
      }
    }
  }
`)

/** What a run changed and what it said, while it happens too. */
export function RunDetails({ runId, running }: { runId: string; running: boolean }) {
  const [{ data, error }, ask] = useQuery({ query: RunDetails_Query, variables: { id: runId }, requestPolicy: 'cache-and-network' })
  // What it brings goes into the cache, and from there to the query above.
  useSubscription({ query: RunDetails_Subscription, pause: !running })
  // The last event may tell of the end before this has heard it out.
  const followed = useRef(running)
  useEffect(() => {
    if (followed.current && !running) ask({ requestPolicy: 'network-only' })
    followed.current = running
  }, [running, ask])
  if (data?.node) return <Details run={data.node as FragmentType<typeof RunDetails_SyncRun>} />
  if (error) return <Notice tone="error" children={errorText(error)} />
  return <Loader size="xs" aria-label="Loading" />
}

function Details({ run: given }: { run: FragmentType<typeof RunDetails_SyncRun> }) {
  const { changes, log } = readFragment(RunDetails_SyncRun, given)
  return (
    <Stack gap="xs">
      {changes.map(change => (
        <ChangeView key={change.groupName} change={change} />
      ))}
      <Log lines={log} />
    </Stack>
  )
}

const MARKS = { warn: IconAlertTriangle, error: IconAlertOctagon }
const isMarked = (level: string): level is keyof typeof MARKS => level in MARKS

function Log({ lines }: { lines: RunDetails_SyncRunFragment['log'] }) {
  const { timeZone } = useTimeZone()
  if (lines.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        Nothing said yet.
      </Text>
    )
  }
  return (
    <ScrollArea.Autosize
      mah={320}
      type="auto"
      className={classes['log'] ?? ''}
      viewportProps={{ tabIndex: 0, role: 'log', 'aria-label': 'Log' }}
    >
      {lines.map((line, index) => {
        const Mark = isMarked(line.level) ? MARKS[line.level] : null
        return (
          <div key={index} className={classes['line']} data-level={line.level}>
            <time dateTime={line.at}>{formatTime(line.at, timeZone)}</time>
            <span>
              {Mark && <Mark size={12} aria-label={line.level === 'warn' ? 'Warning' : 'Error'} style={{ verticalAlign: '-1px' }} />}{' '}
              {line.text}
            </span>
          </div>
        )
      })}
    </ScrollArea.Autosize>
  )
}
