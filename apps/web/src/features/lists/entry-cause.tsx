import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { paths } from '../../config/paths'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { CAUSE_WORDS } from './list-words'

export const EntryCauseText_ListEntry = graphql(`
  fragment EntryCauseText_ListEntry on ListEntry {
    id
    cause
    user {
      id
      name
    }
    incident {
      id
      number
    }
    alert {
      id
    }
  }
`)

/** Who or what added an entry, and what it happened for. */
export function EntryCauseText({ entry }: { entry: FragmentType<typeof EntryCauseText_ListEntry> }) {
  const { cause, user, incident, alert } = readFragment(EntryCauseText_ListEntry, entry)
  return (
    <>
      {cause === 'USER' && user ? `By ${user.name}` : CAUSE_WORDS[cause]}
      {cause !== 'USER' && user && ` (${user.name})`}
      {incident && (
        <>
          {' for '}
          <Anchor component={Link} to={paths.incident(incident.number)} inherit>
            INC-{incident.number}
          </Anchor>
        </>
      )}
      {alert && (
        <>
          {', '}
          <Anchor component={Link} to={`${paths.alerts}?alert=${encodeURIComponent(alert.id)}`} inherit>
            alert
          </Anchor>
        </>
      )}
    </>
  )
}
