import { Text } from '@mantine/core'
import { LookupAge, LookupStateText, PROVIDER_NAMES } from '../../components/ui/lookup-state'
import { PersonCard } from '../../components/ui/person-card'
import { PlaceText } from '../../components/ui/place-text'
import { ScoreBadge } from '../../components/ui/score-badge'
import { VerdictText } from '../../components/ui/verdict-badge'
import { type FragmentType, readFragment } from '../../gql'
import { type Known, Known_Observable } from './known'
import { RefreshButton } from './refresh-button'
import { ReportSummary } from './report-summary'
import classes from './observables.module.css'

/** The essentials of one value, by its kind: who, where, how bad. What is not known says so. */
export function KnownFacts({ observable }: { observable: FragmentType<typeof Known_Observable> }) {
  const known = readFragment(Known_Observable, observable)
  switch (known.kind) {
    case 'USER':
      return <Who known={known} />
    case 'ADDRESS':
      return (
        <div className={classes['lines']}>
          {known.place && <PlaceText place={known.place} />}
          <Names known={known} />
          <Score known={known} />
        </div>
      )
    case 'FILE_HASH':
      return (
        <div className={classes['lines']}>
          <div>{known.wildfire ? <VerdictText wildfire={known.wildfire} withAge /> : <NotAsked what="Verdict" />}</div>
          {known.wildfire && <ReportSummary wildfire={known.wildfire} />}
          <Score known={known} />
        </div>
      )
    case 'DOMAIN':
    case 'URL':
      return (
        <div className={classes['lines']}>
          <Score known={known} />
        </div>
      )
    case 'HOST':
      return (
        <Text size="xs" c="dimmed">
          Nobody is asked about host names.
        </Text>
      )
  }
}

function Who({ known: { person, value } }: { known: Known }) {
  if (!person) return <NotAsked what="Person" />
  return <PersonCard person={person} user={value} actions={<RefreshButton kind="USER" value={value} provider="DIRECTORY" />} />
}

function Score({ known: { reputation, value, notAskedOutside } }: { known: Known }) {
  return (
    <div>
      {reputation ? <ScoreBadge reputation={reputation} value={value} /> : <NotAsked what="Score" />}
      {notAskedOutside !== null && (
        <Text size="xs" c="dimmed">
          Nobody outside is asked: {notAskedOutside}
        </Text>
      )}
    </div>
  )
}

/** By reverse DNS; a look-up that nobody set up is not worth a line. */
export function Names({ known: { names, namesStatus } }: { known: Pick<Known, 'names' | 'namesStatus'> }) {
  if (names.length > 0) {
    return (
      <div>
        {names.join(', ')} {namesStatus && <LookupAge source={PROVIDER_NAMES.REVERSE_DNS} lookup={namesStatus} />}
      </div>
    )
  }
  if (namesStatus === null || namesStatus.state === 'NOT_ASKED') return null
  return (
    <Text size="xs">
      Name <LookupStateText lookup={namesStatus} />
    </Text>
  )
}

function NotAsked({ what }: { what: string }) {
  return (
    <Text span size="sm">
      {what} <LookupStateText lookup={{ state: 'NOT_ASKED', reason: null }} />
    </Text>
  )
}
