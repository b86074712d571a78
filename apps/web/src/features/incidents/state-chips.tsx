import { Button, Group } from '@mantine/core'
import type { IncidentState } from '@sallyport/shared'
import { useImperativeHandle, type Ref } from 'react'
import { useQuery } from 'urql'
import { STATE_WORDS } from '../../components/ui/state-badge'
import { graphql } from '../../gql'
import { formatCount } from '../../lib/format'
import { STATES } from './incident-filters'

const StateChips_Query = graphql(`
  query StateChips_Query {
    incidentStateCounts {
      state
      count
    }
  }
`)

export interface StateChipsHandle {
  /** Counts again. */
  refresh(): void
}

interface StateChipsProps {
  readonly ref?: Ref<StateChipsHandle>
  /** None: incidents of every state. */
  readonly chosen: readonly IncidentState[]
  onChange(states: readonly IncidentState[]): void
}

/** How many incidents are in each state; pressed chips are those on show. */
export function StateChips({ ref, chosen, onChange }: StateChipsProps) {
  const [{ data }, ask] = useQuery({ query: StateChips_Query, requestPolicy: 'cache-and-network' })
  useImperativeHandle(ref, () => ({ refresh: () => ask({ requestPolicy: 'network-only' }) }), [ask])
  const counts = new Map(data?.incidentStateCounts.map(({ state, count }) => [state, count]))
  const toggle = (state: IncidentState) => onChange(STATES.filter(other => (other === state) !== chosen.includes(other)))
  return (
    <Group gap={4} role="group" aria-label="State">
      {STATES.map(state => {
        const pressed = chosen.includes(state)
        return (
          <Button
            key={state}
            size="compact-sm"
            variant={pressed ? 'light' : 'default'}
            fw={pressed ? 600 : 400}
            aria-pressed={pressed}
            onClick={() => toggle(state)}
          >
            {STATE_WORDS[state]} {data && formatCount(counts.get(state) ?? 0)}
          </Button>
        )
      })}
    </Group>
  )
}
