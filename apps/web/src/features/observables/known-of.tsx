import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react'
import { type CombinedError, useQuery } from 'urql'
import type { ValueOrigin } from '../../components/ui/value-actions'
import { type FragmentType, graphql } from '../../gql'
import type { ObservableKind, ObservableRole } from '../../gql/graphql'
import { errorText } from '../../lib/user-errors'
import type { Known_Observable } from './known'
import { observableKey } from './observable-words'
import { useEnrichmentChanges } from './use-enrichment-changes'

const AlertKnown_Query = graphql(`
  query AlertKnown_Query($id: ID!) {
    alert(id: $id) {
      id
      observables {
        role
        alerts
        observable {
          kind
          value
          ...Known_Observable
        }
      }
    }
  }
`)

const IncidentKnown_Query = graphql(`
  query IncidentKnown_Query($id: ID!) {
    incident(id: $id) {
      id
      observables {
        role
        alerts
        observable {
          kind
          value
          ...Known_Observable
        }
      }
    }
  }
`)

/** A value of an alert or incident, and what is known of it. */
export interface Seen {
  readonly role: ObservableRole
  readonly alerts: string
  readonly observable: { readonly kind: ObservableKind; readonly value: string } & FragmentType<typeof Known_Observable>
}

/** What is known of the values around here. */
export interface KnownOfOrigin {
  /** null: not known yet. */
  readonly seen: readonly Seen[] | null
  readonly byKey: ReadonlyMap<string, Seen>
  /** Why it could not be read. What was read before stays. */
  readonly fault: string | null
  retry(): void
}

const NOTHING: KnownOfOrigin = { seen: null, byKey: new Map(), fault: null, retry: () => {} }
const KnownContext = createContext<KnownOfOrigin>(NOTHING)

export const useKnownOf = (): KnownOfOrigin => useContext(KnownContext)

interface KnownOfProps {
  readonly origin: ValueOrigin
  /** Another number: the incident may have further values. */
  readonly turn?: number
  readonly children: ReactNode
}

/**
 * Asks what is known of the values of an alert or incident, in a question of its own: an alert never waits for it, and its
 * failure hides nothing.
 */
export function KnownOf({ origin, turn = 0, children }: KnownOfProps) {
  const { alertId, incident } = origin
  if (alertId !== null) return <OfAlert id={alertId} turn={turn} children={children} />
  if (incident !== null) return <OfIncident id={incident.id} turn={turn} children={children} />
  return children
}

interface OfProps {
  readonly id: string
  readonly turn: number
  readonly children: ReactNode
}

function OfAlert({ id, turn, children }: OfProps) {
  const [{ data, error, fetching }, ask] = useQuery({ query: AlertKnown_Query, variables: { id } })
  const seen = data?.alert?.id === id ? data.alert.observables : null
  return <Provide seen={seen} error={fetching ? undefined : error} turn={turn} ask={ask} children={children} />
}

function OfIncident({ id, turn, children }: OfProps) {
  const [{ data, error, fetching }, ask] = useQuery({ query: IncidentKnown_Query, variables: { id } })
  const seen = data?.incident?.id === id ? data.incident.observables : null
  return <Provide seen={seen} error={fetching ? undefined : error} turn={turn} ask={ask} children={children} />
}

interface ProvideProps {
  readonly seen: readonly Seen[] | null
  readonly error: CombinedError | undefined
  readonly turn: number
  readonly ask: (options: { requestPolicy: 'network-only' }) => void
  readonly children: ReactNode
}

function Provide({ seen, error, turn, ask, children }: ProvideProps) {
  const byKey = useMemo(() => new Map((seen ?? []).map(value => [observableKey(value.observable), value])), [seen])
  const keys = useMemo(() => new Set(byKey.keys()), [byKey])
  const again = () => ask({ requestPolicy: 'network-only' })
  const latest = useRef(again)
  latest.current = again
  useEnrichmentChanges(keys, again)
  const asked = useRef(turn)
  useEffect(() => {
    if (asked.current === turn) return
    asked.current = turn
    latest.current()
  }, [turn])
  const fault = error ? errorText(error) : null
  const value = useMemo(() => ({ seen, byKey, fault, retry: () => latest.current() }), [seen, byKey, fault])
  return <KnownContext value={value}>{children}</KnownContext>
}
