import { Anchor, Badge, Button, Group, Skeleton, Text } from '@mantine/core'
import type { TimelineKind } from '@sallyport/shared'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { ChoiceFilter } from '../../components/ui/choice-filter'
import { Markdown } from '../../components/ui/markdown'
import { TimeText } from '../../components/ui/time-text'
import { paths } from '../../config/paths'
import { graphql } from '../../gql'
import type { IncidentTimeline_QueryQuery } from '../../gql/graphql'
import { useCan } from '../../lib/permissions'
import { errorText } from '../../lib/user-errors'
import { CommentForm } from './comment-form'
import { TIMELINE_KINDS, TIMELINE_WORDS } from './timeline-words'
import type { IncidentActions } from './use-incident-actions'
import { verdictChangeOf, VerdictChangeText } from './verdict-change'
import classes from './incident-page.module.css'

const IncidentTimeline_Query = graphql(`
  query IncidentTimeline_Query($id: ID!, $after: String, $kinds: [TimelineKind!]) {
    incident(id: $id) {
      id
      timeline(first: 50, after: $after, kinds: $kinds) {
        nodes {
          id
          at
          kind
          cause
          by
          text
          detail
          list {
            id
            name
          }
          device {
            id
            name
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`)

type Item = NonNullable<IncidentTimeline_QueryQuery['incident']>['timeline']['nodes'][number]

interface IncidentTimelineProps {
  readonly incidentId: string
  readonly actions: IncidentActions
  /** Another value: something happened, ask again. */
  readonly turn: number
}

/** What happened to the incident, the newest first, each with who or what caused it; and what the analyst adds. */
export function IncidentTimeline({ incidentId, actions, turn }: IncidentTimelineProps) {
  const canWrite = useCan('incident:write')
  const [kinds, setKinds] = useState<readonly string[]>([])
  return (
    <section className={classes['card']} aria-labelledby="timeline">
      <Group justify="space-between" mb={6} gap="xs">
        <h2 id="timeline">Timeline</h2>
        <ChoiceFilter
          label="Kind"
          choices={TIMELINE_KINDS.map(value => ({ value, label: TIMELINE_WORDS[value] }))}
          chosen={kinds}
          onChange={setKinds}
        />
      </Group>
      {canWrite && <CommentForm actions={actions} />}
      <ol className={classes['timeline']}>
        <TimelinePage key={kinds.join()} incidentId={incidentId} kinds={kinds as readonly TimelineKind[]} after={null} turn={turn} />
      </ol>
    </section>
  )
}

interface TimelinePageProps {
  readonly incidentId: string
  /** None: all. */
  readonly kinds: readonly TimelineKind[]
  readonly after: string | null
  readonly turn: number
}

/** A page of the timeline, and those after it once they are asked for. */
function TimelinePage({ incidentId, kinds, after, turn }: TimelinePageProps) {
  const [{ data, error, fetching }, ask] = useQuery({
    query: IncidentTimeline_Query,
    variables: { id: incidentId, after, kinds: kinds.length > 0 ? [...kinds] : null },
    requestPolicy: 'cache-and-network',
  })
  const [further, setFurther] = useState(false)
  const asked = useRef(turn)
  useEffect(() => {
    if (asked.current === turn) return
    asked.current = turn
    ask({ requestPolicy: 'network-only' })
  }, [turn, ask])

  const timeline = data?.incident?.timeline
  if (!timeline) {
    return (
      <li className={classes['activity']}>
        {error && !fetching ? <Text role="alert">{errorText(error)}</Text> : <Skeleton h={14} w="60%" />}
      </li>
    )
  }
  const { endCursor, hasNextPage } = timeline.pageInfo
  return (
    <>
      {timeline.nodes.length === 0 && after === null && (
        <Text component="li" size="sm" c="dimmed">
          Nothing of that kind.
        </Text>
      )}
      {timeline.nodes.map(item => (
        <TimelineItem key={item.id} item={item} />
      ))}
      {hasNextPage && !further && (
        <li className={classes['activity']}>
          <Button variant="default" size="compact-sm" onClick={() => setFurther(true)}>
            Show what was before
          </Button>
        </li>
      )}
      {hasNextPage && further && <TimelinePage incidentId={incidentId} kinds={kinds} after={endCursor} turn={turn} />}
    </>
  )
}

/** Who did it, where no name is kept or nobody has it any more. */
const UNNAMED: Readonly<Record<Item['cause'], string>> = {
  SYSTEM: 'Sallyport',
  USER: 'Somebody who is gone',
  RULE: 'A match condition',
  API_KEY: 'A program',
}

function TimelineItem({ item: { kind, cause, by, text, detail, at, list, device } }: { item: Item }) {
  const summary = text.replace(REOPENED, '')
  const verdict = kind === 'ENRICHMENT' && verdictChangeOf(summary) !== null
  return (
    <li className={classes['activity']} data-kind={kind}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
        <span className={classes['told']}>
          <strong>{by ?? UNNAMED[cause]}</strong>
          {by !== null && CAUSE_BADGES[cause] !== undefined && (
            <>
              {' '}
              <Badge size="xs" variant="default" tt="none">
                {CAUSE_BADGES[cause]}
              </Badge>
            </>
          )}{' '}
          {verdict ? `saw that the WildFire verdict changed${REOPENED.test(text) ? ', and reopened it' : ''}` : text}
        </span>
        <Text span size="xs" c="dimmed" style={{ flex: 'none' }}>
          <TimeText at={at} />
        </Text>
      </Group>
      {verdict && <VerdictChangeText summary={summary} />}
      {detail !== null && (kind === 'COMMENT' ? <Markdown>{detail}</Markdown> : <div className={classes['written']}>{detail}</div>)}
      {list && (
        <Anchor component={Link} to={paths.list(list.id)} size="xs" mr="xs">
          {list.name}
        </Anchor>
      )}
      {device && (
        <Anchor component={Link} to={paths.device(device.id)} size="xs">
          {device.name}
        </Anchor>
      )}
    </li>
  )
}

const REOPENED = / and reopened it$/

/** People and the server need no word: their name says it. */
const CAUSE_BADGES: Readonly<Partial<Record<Item['cause'], string>>> = { RULE: 'match condition', API_KEY: 'API key' }
