import { Alert, Button, Group, Skeleton, Text, Textarea } from '@mantine/core'
import { commentInput } from '@sallyport/shared'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useQuery } from 'urql'
import { STATE_WORDS } from '../../components/ui/state-badge'
import { TimeText } from '../../components/ui/time-text'
import { graphql } from '../../gql'
import type { IncidentTimeline_QueryQuery } from '../../gql/graphql'
import { useCan } from '../../lib/permissions'
import { type Shortcut, useShortcuts } from '../../lib/shortcuts'
import { errorText } from '../../lib/user-errors'
import type { ActionFault, IncidentActions } from './use-incident-actions'
import { VerdictChangeText } from './verdict-change'
import classes from './incident-page.module.css'

const IncidentTimeline_Query = graphql(`
  query IncidentTimeline_Query($id: ID!, $after: String) {
    incident(id: $id) {
      id
      activities(first: 100, after: $after) {
        nodes {
          id
          kind
          cause
          user {
            id
            name
          }
          fromState
          toState
          assignee {
            id
            name
          }
          summary
          detail
          createdAt
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`)

type Activity = NonNullable<IncidentTimeline_QueryQuery['incident']>['activities']['nodes'][number]

interface IncidentTimelineProps {
  readonly incidentId: string
  readonly actions: IncidentActions
  /** Another value: something happened, ask again. */
  readonly turn: number
}

/** What happened to the incident, oldest first, each with who or what caused it; and what the analyst adds. */
export function IncidentTimeline({ incidentId, actions, turn }: IncidentTimelineProps) {
  const canWrite = useCan('incident:write')
  return (
    <section className={classes['card']} aria-labelledby="timeline">
      <h2 id="timeline">Timeline</h2>
      <ol className={classes['timeline']}>
        <ActivityPage incidentId={incidentId} after={null} turn={turn} />
      </ol>
      {canWrite && <CommentForm actions={actions} />}
    </section>
  )
}

/** A page of the timeline, and those after it once they are asked for. */
function ActivityPage({ incidentId, after, turn }: { incidentId: string; after: string | null; turn: number }) {
  const [{ data, error, fetching }, ask] = useQuery({ query: IncidentTimeline_Query, variables: { id: incidentId, after } })
  const [further, setFurther] = useState(false)
  const asked = useRef(turn)
  useEffect(() => {
    if (asked.current === turn) return
    asked.current = turn
    ask({ requestPolicy: 'network-only' })
  }, [turn, ask])

  const activities = data?.incident?.activities
  if (!activities) {
    return (
      <li className={classes['activity']}>
        {error && !fetching ? <Text role="alert">{errorText(error)}</Text> : <Skeleton h={14} w="60%" />}
      </li>
    )
  }
  const { endCursor, hasNextPage } = activities.pageInfo
  return (
    <>
      {activities.nodes.map(activity => (
        <ActivityItem key={activity.id} activity={activity} />
      ))}
      {hasNextPage && !further && (
        <li className={classes['activity']}>
          <Button variant="default" size="compact-sm" onClick={() => setFurther(true)}>
            Show later activities
          </Button>
        </li>
      )}
      {hasNextPage && further && <ActivityPage incidentId={incidentId} after={endCursor} turn={turn} />}
    </>
  )
}

function ActivityItem({ activity }: { activity: Activity }) {
  const { summary, detail } = activity
  return (
    <li className={classes['activity']}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
        <span>
          <strong>{activity.cause === 'SYSTEM' ? 'Sallyport' : (activity.user?.name ?? 'A former user')}</strong> {activityText(activity)}
        </span>
        <Text span size="xs" c="dimmed">
          <TimeText at={activity.createdAt} />
        </Text>
      </Group>
      {summary && activity.kind === 'VERDICT_CHANGED' && <VerdictChangeText summary={summary} />}
      {summary && activity.kind !== 'VERDICT_CHANGED' && <div className={classes['written']}>{summary}</div>}
      {detail && <div className={classes['written']}>{detail}</div>}
    </li>
  )
}

/** What was done, to be read after the name of who did it. */
export function activityText({
  kind,
  fromState,
  toState,
  assignee,
}: Pick<Activity, 'kind' | 'fromState' | 'toState' | 'assignee'>): string {
  const move = fromState && toState && fromState !== toState ? ` (${STATE_WORDS[fromState]} → ${STATE_WORDS[toState]})` : ''
  switch (kind) {
    case 'CREATED':
      return 'made the incident'
    case 'OPENED':
      return `opened it${move}`
    case 'ASSIGNED':
      return `assigned it to ${assignee?.name ?? 'a former user'}${move}`
    case 'UNASSIGNED':
      return `took it from ${assignee?.name ?? 'its assignee'}${move}`
    case 'COMMENTED':
      return 'commented'
    case 'CLOSED':
      return `closed it${move}`
    case 'IGNORED':
      return `ignored it${move}`
    case 'REOPENED':
      return `reopened it${move}`
    case 'VERDICT_CHANGED':
      return fromState !== toState
        ? `saw that the WildFire verdict changed, and reopened it${move}`
        : 'saw that the WildFire verdict changed'
  }
}

function CommentForm({ actions }: { actions: IncidentActions }) {
  const [comment, setComment] = useState('')
  const [fault, setFault] = useState<ActionFault>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useShortcuts(useMemo<Shortcut[]>(() => [{ keys: 'c', label: 'Comment', group: 'Incident', run: () => field.current?.focus() }], []))
  const checked = commentInput.safeParse({ comment })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!checked.success) return setFault(checked.error.issues[0]?.message ?? null)
    const answer = await actions.comment(checked.data.comment)
    setFault(answer)
    if (answer === null) setComment('')
  }
  return (
    <form onSubmit={event => void submit(event)}>
      {fault !== null && (
        <Alert role="alert" color="yellow" py={6} mb="xs">
          {fault}
        </Alert>
      )}
      <Textarea
        ref={field}
        aria-label="Comment"
        placeholder="Write a comment"
        autosize
        minRows={2}
        maxRows={12}
        value={comment}
        onChange={event => setComment(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit(event)
        }}
      />
      <Group justify="space-between" mt={6}>
        <Text size="xs" c="dimmed">
          Ctrl+Enter sends
        </Text>
        <Button type="submit" size="compact-sm" disabled={comment.trim() === ''} loading={actions.busy}>
          Comment
        </Button>
      </Group>
    </form>
  )
}
