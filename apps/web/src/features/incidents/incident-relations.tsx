import { Anchor, Button, Group, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { SeverityBadge } from '../../components/ui/severity-badge'
import { StateBadge } from '../../components/ui/state-badge'
import { TimeText } from '../../components/ui/time-text'
import { paths } from '../../config/paths'
import { graphql } from '../../gql'
import type { IncidentRelations_QueryQuery } from '../../gql/graphql'
import { formatCounted } from '../../lib/format'
import { useCan } from '../../lib/permissions'
import { useNow } from '../../lib/use-now'
import { errorText, formFaults } from '../../lib/user-errors'
import { AlertMoveUndo_Mutation } from './alert-move-undo'
import classes from './incident-page.module.css'

const IncidentRelations_Query = graphql(`
  query IncidentRelations_Query($id: ID!) {
    incident(id: $id) {
      id
      related {
        shared
        incident {
          id
          number
          title
          state
          severity
        }
      }
      moves {
        id
        kind
        alerts
        createdAt
        undoneAt
        undoUntil
        user {
          id
          name
        }
        from {
          id
          number
        }
        to {
          id
          number
        }
      }
    }
  }
`)

type Move = NonNullable<IncidentRelations_QueryQuery['incident']>['moves'][number]

const EVERY_MS = 10_000

interface IncidentRelationsProps {
  readonly incidentId: string
  /** Another value: something happened, ask again. */
  readonly turn: number
  onDone(): void
}

/** Incidents that share something, and alerts that came from or went to another one. */
export function IncidentRelations({ incidentId, turn, onDone }: IncidentRelationsProps) {
  const [{ data, error }, ask] = useQuery({
    query: IncidentRelations_Query,
    variables: { id: incidentId },
    requestPolicy: 'cache-and-network',
  })
  const asked = useRef(turn)
  useEffect(() => {
    if (asked.current === turn) return
    asked.current = turn
    ask({ requestPolicy: 'network-only' })
  }, [turn, ask])
  const { related = [], moves = [] } = data?.incident ?? {}
  return (
    <>
      {moves.length > 0 && (
        <section className={classes['card']} aria-labelledby="moves">
          <h2 id="moves">Merged and taken out</h2>
          <ul className={classes['tasks']}>
            {moves.map(move => (
              <MoveLine
                key={move.id}
                move={move}
                onDone={() => {
                  ask({ requestPolicy: 'network-only' })
                  onDone()
                }}
              />
            ))}
          </ul>
        </section>
      )}
      <section className={classes['card']} aria-labelledby="related">
        <h2 id="related">Related incidents</h2>
        {error && !data && <Text role="alert">{errorText(error)}</Text>}
        {data && related.length === 0 && (
          <Text size="sm" c="dimmed">
            None shares an address, user, file or domain with it.
          </Text>
        )}
        <ul className={classes['tasks']}>
          {related.map(({ incident, shared }) => (
            <li key={incident.id}>
              <div>
                <Anchor component={Link} to={paths.incident(incident.number)} size="sm">
                  INC-{incident.number} {incident.title}
                </Anchor>
                <Group gap="xs">
                  <StateBadge state={incident.state} />
                  <SeverityBadge severity={incident.severity} />
                </Group>
                <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                  {shared.join(', ')}
                </Text>
              </div>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function MoveLine({ move, onDone }: { move: Move; onDone: () => void }) {
  const mayWrite = useCan('incident:write')
  const now = useNow(EVERY_MS)
  const [{ fetching }, undo] = useMutation(AlertMoveUndo_Mutation)
  const [fault, setFault] = useState<string | null>(null)
  const takeBack = async () => {
    const { data, error } = await undo({ id: move.id })
    setFault(formFaults(data?.alertMoveUndo.userErrors ?? [], error, []).form)
    onDone()
  }
  const number = (incident: Move['from']) => (incident ? `INC-${incident.number}` : 'an incident that is gone')
  return (
    <li>
      <div>
        <Text size="sm">
          {move.kind === 'MERGE' ? 'Merged: ' : 'Taken out: '}
          {formatCounted(move.alerts, 'alert')} from {number(move.from)} to {number(move.to)}
        </Text>
        <Text size="xs" c="dimmed">
          {move.user?.name ?? 'somebody who is gone'}, <TimeText at={move.createdAt} />
          {move.undoneAt !== null && ', undone'}
        </Text>
        {fault !== null && (
          <Text size="sm" role="alert">
            {fault}
          </Text>
        )}
      </div>
      {mayWrite && move.undoneAt === null && Date.parse(move.undoUntil) > now && (
        <Button size="compact-xs" variant="default" loading={fetching} onClick={() => void takeBack()} data-noprint>
          Undo
        </Button>
      )}
    </li>
  )
}
