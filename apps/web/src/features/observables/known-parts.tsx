import { Button, Group, Skeleton, Text } from '@mantine/core'
import type { ObservableKind } from '@sallyport/shared'
import type { ReactNode } from 'react'
import { PlaceCredit } from '../../components/ui/place-text'
import { ValueButtons } from '../../components/ui/value-actions'
import { ValueText } from '../../components/ui/value-text'
import { readFragment } from '../../gql'
import { formatCounted } from '../../lib/format'
import { Known_Observable } from './known'
import { KnownFacts } from './known-facts'
import { type Seen, useKnownOf } from './known-of'
import { KIND_NOUNS, KIND_ORDER, observableKey, ROLE_WORDS } from './observable-words'
import classes from './observables.module.css'

/** Below a value of an alert or incident. */
export function KnownBelow({ kind, value }: { kind: ObservableKind; value: string }) {
  const { seen, byKey } = useKnownOf()
  if (seen === null) return null
  const known = byKey.get(observableKey({ kind, value })) ?? inOtherCase(seen, kind, value)
  return known ? <KnownFacts observable={known.observable} /> : null
}

/** Alerts have values as the firewall wrote them, and what is known goes by their canonical form. */
function inOtherCase(seen: readonly Seen[], kind: ObservableKind, value: string): Seen | undefined {
  const wanted = value.toLowerCase()
  return seen.find(({ observable }) => observable.kind === kind && observable.value.toLowerCase() === wanted)
}

/** Everything known of an alert: who it concerns, where the addresses are, how bad what it names is. */
export function WhoWhereHowBad() {
  const { seen, fault } = useKnownOf()
  if (seen?.length === 0) return null
  return (
    <section className={classes['section']} aria-label="Who, where, how bad">
      <h3>Who, where, how bad</h3>
      {seen === null && fault === null && <Waiting />}
      <Fault />
      {seen !== null && (
        <ul className={classes['seen']}>
          {seen.toSorted(inOrder).map(({ role, observable }) => (
            <li key={`${role} ${observableKey(observable)}`}>
              <Group gap={6} align="baseline" fz="sm">
                <Text span size="xs" c="dimmed" flex="none">
                  {ROLE_WORDS[role]}
                </Text>
                <ValueText value={observable.value} kind={observable.kind} mono={observable.kind !== 'USER'}>
                  {shortened(observable)}
                </ValueText>
              </Group>
              <KnownFacts observable={observable} />
            </li>
          ))}
        </ul>
      )}
      <Credit />
    </section>
  )
}

const inOrder = (a: Seen, b: Seen): number => KIND_ORDER.indexOf(a.observable.kind) - KIND_ORDER.indexOf(b.observable.kind)

/** A hash is compared by its first digits; the whole is copied. */
const shortened = ({ kind, value }: Seen['observable']): string => (kind === 'FILE_HASH' ? `${value.slice(0, 16)}…` : value)

function Waiting() {
  return (
    <div aria-busy aria-label="Loading what is known">
      <Skeleton h={12} w="60%" mb={6} />
      <Skeleton h={12} w="40%" />
    </div>
  )
}

/** Whose data the places are, and that something could not be read: below the values of an incident. */
export function Footnotes() {
  return (
    <>
      <Fault />
      <Credit />
    </>
  )
}

/** Nothing could be read. It hides nothing else. */
function Fault() {
  const { fault, retry } = useKnownOf()
  if (fault === null) return null
  return (
    <Group gap="xs" role="alert" fz="sm" mb="xs">
      <span>What is known could not be read: {fault}</span>
      <Button size="compact-xs" variant="default" onClick={retry}>
        Try again
      </Button>
    </Group>
  )
}

function Credit() {
  const { seen } = useKnownOf()
  const observables = (seen ?? []).map(({ observable }) => observable)
  return <PlaceCredit places={readFragment(Known_Observable, observables).flatMap(({ place }) => place ?? [])} />
}

/** What WildFire reports name: each one click from a list. */
export function ReportIndicators({ children: framed }: { children(content: ReactNode): ReactNode }) {
  const { seen } = useKnownOf()
  const named = (seen ?? []).filter(({ role }) => role === 'INDICATOR')
  if (named.length === 0) return null
  return framed(
    <>
      <Text size="xs" c="dimmed" mb={4}>
        {formatCounted(named.length, 'value')} named by WildFire reports on the files, and by no alert
      </Text>
      <ul className={classes['indicators']}>
        {named.map(({ observable }) => (
          <li key={observableKey(observable)}>
            <div>
              <ValueText value={observable.value} kind={observable.kind} mono />{' '}
              <Text span size="xs" c="dimmed">
                {KIND_NOUNS[observable.kind]}
              </Text>
              <KnownFacts observable={observable} />
            </div>
            <ValueButtons kind={observable.kind} value={observable.value} onlyFirst />
          </li>
        ))}
      </ul>
    </>,
  )
}
