import { Anchor, Avatar, Badge, Text, UnstyledButton } from '@mantine/core'
import type { AccountState } from '@sallyport/shared'
import { type ReactNode, useState } from 'react'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { PersonCard_PersonFragment } from '../../gql/graphql'
import { formatCounted } from '../../lib/format'
import { LookupAge, LookupStateText, PROVIDER_NAMES } from './lookup-state'
import classes from './known.module.css'

const PersonCard_Person = graphql(`
  fragment PersonCard_Person on Person {
    status {
      provider
      state
      reason
      answeredAt
      expiresAt
      refreshing
    }
    displayName
    mail
    title
    department
    company
    office
    city
    phone
    mobile
    manager
    groups
    accountState
    photo
    distinguishedName
    directory
  }
`)

type Person = PersonCard_PersonFragment

const ACCOUNT_WORDS: Readonly<Record<AccountState, string | null>> = {
  ACTIVE: null,
  DISABLED: 'account disabled',
  LOCKED: 'account locked',
  EXPIRED: 'account expired',
  UNKNOWN: null,
}

interface PersonCardProps {
  readonly person: FragmentType<typeof PersonCard_Person>
  /** As the firewall names them: shown while nobody says more. */
  readonly user: string
  /** Beside source and age. */
  readonly actions?: ReactNode
}

/** A person as the directory tells: photo, name, place in the company, ways to reach them, and how old that is. */
export function PersonCard({ person: masked, user, actions }: PersonCardProps) {
  const person = readFragment(PersonCard_Person, masked)
  const { status } = person
  const known = hasFacts(person)
  const source = person.directory === null ? PROVIDER_NAMES.DIRECTORY : `Directory ${person.directory}`
  return (
    <div className={classes['person']}>
      <Photo person={person} user={user} />
      <div className={classes['about']}>
        {known && <Facts person={person} user={user} />}
        {status.state !== 'KNOWN' && (
          <div>
            {known ? 'Newest answer ' : 'Person '}
            <LookupStateText lookup={status} />
          </div>
        )}
        {status.state === 'KNOWN' && !known && <Text inherit c="dimmed" children="The directory tells nothing of this person." />}
        <LookupAge source={source} lookup={status} /> {actions}
      </div>
    </div>
  )
}

const hasFacts = ({ displayName, mail, title, department, manager, groups }: Person): boolean =>
  [displayName, mail, title, department, manager].some(Boolean) || groups.length > 0

/** Only what the answer itself carries is drawn: nothing is fetched from elsewhere. */
function Photo({ person: { photo, displayName }, user }: { person: Person; user: string }) {
  const name = displayName ?? user
  const image = photo !== null && /^data:image\/(?:jpeg|png|gif|webp);base64,/.test(photo) ? photo : null
  return <Avatar src={image} alt={image === null ? '' : `Photo of ${name}`} name={displayName ?? ''} size={56} radius="sm" color="steel" />
}

function Facts({ person, user }: { person: Person; user: string }) {
  const { displayName, title, department, company, office, city, manager, phone, mobile, mail, accountState } = person
  const account = ACCOUNT_WORDS[accountState]
  const joined = (parts: readonly (string | null)[]) => parts.filter(Boolean).join(', ')
  return (
    <>
      <div>
        <strong>{displayName ?? user}</strong>{' '}
        {account !== null && (
          <Badge size="sm" radius="sm" tt="none" variant="outline" color="orange">
            {account}
          </Badge>
        )}
      </div>
      <Lines lines={[joined([title, department, company]), joined([office, city])]} />
      {manager && (
        <div>
          <Text span inherit c="dimmed">
            Manager
          </Text>{' '}
          {manager}
        </div>
      )}
      <div className={classes['contacts']}>
        <Contact label="Phone" scheme="tel:" text={phone} />
        <Contact label="Mobile" scheme="tel:" text={mobile} />
        <Contact label="Mail" scheme="mailto:" text={mail} />
      </div>
      <Groups groups={person.groups} />
    </>
  )
}

const Lines = ({ lines }: { lines: readonly string[] }) => lines.filter(line => line !== '').map(line => <div key={line}>{line}</div>)

function Contact({ label, scheme, text }: { label: string; scheme: 'tel:' | 'mailto:'; text: string | null }) {
  if (!text) return null
  const target = scheme === 'tel:' ? text.replace(/[^\d+*#,;]/g, '') : encodeURIComponent(text).replaceAll('%40', '@')
  return (
    <span>
      <Text span inherit c="dimmed">
        {label}
      </Text>{' '}
      <Anchor inherit href={`${scheme}${target}`}>
        {text}
      </Anchor>
    </span>
  )
}

/** There may be two hundred: shown when asked for. */
function Groups({ groups }: { groups: readonly string[] }) {
  const [open, setOpen] = useState(false)
  if (groups.length === 0) return null
  return (
    <div>
      <UnstyledButton fz="inherit" c="var(--mantine-color-anchor)" aria-expanded={open} onClick={() => setOpen(value => !value)}>
        {formatCounted(groups.length, 'group')}
      </UnstyledButton>
      {open && (
        <ul className={classes['groups']}>
          {groups.map(group => (
            <li key={group}>{group}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
