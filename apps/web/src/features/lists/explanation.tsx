import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { TimeText } from '../../components/ui/time-text'
import { paths } from '../../config/paths'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { Explanation_BlockExplanationFragment } from '../../gql/graphql'
import { useCan } from '../../lib/permissions'
import { useNow } from '../../lib/use-now'
import { EntryCauseText } from './entry-cause'
import { ExpiryText } from './expiry-text'
import { KIND_NOUNS, PROTECTION_WORDS, REMOVAL_WORDS } from './list-words'
import { MappedOn } from './mapped-on'
import { UnblockDialog, type UnblockTarget } from './unblock-dialog'
import classes from './explanation.module.css'

const Explanation_BlockExplanation = graphql(`
  fragment Explanation_BlockExplanation on BlockExplanation {
    value
    kind
    entries {
      id
      value
      reason
      disabled
      addedAt
      expiresAt
      removedAt
      removal
      removalNote
      removedBy {
        id
        name
      }
      ...EntryCauseText_ListEntry
      list {
        id
        name
        published
        publishing {
          inForce {
            id
            number
          }
          fetches {
            address
            version
            status
            fetchedAt
            credential {
              id
              name
            }
          }
        }
        ...MappedOn_List
      }
    }
    protection {
      id
      kind
      value
      description
    }
    coolDowns {
      value
      until
      list {
        id
        name
      }
      user {
        id
        name
      }
    }
  }
`)

type Entry = Explanation_BlockExplanationFragment['entries'][number]

/** Whether firewalls enforce it at that time. */
export const inForceAt = (entry: Pick<Entry, 'removedAt' | 'disabled' | 'expiresAt'>, now: number): boolean =>
  entry.removedAt === null && !entry.disabled && (entry.expiresAt === null || Date.parse(entry.expiresAt) > now)

interface ExplanationProps {
  readonly explanation: FragmentType<typeof Explanation_BlockExplanation>
  /** Something was unblocked. */
  onChanged(): void
}

/** One reading of a value, as a chain: value → entry → cause → incident → list → firewalls → until when. */
export function Explanation({ explanation, onChanged }: ExplanationProps) {
  const { value, kind, entries, protection, coolDowns } = readFragment(Explanation_BlockExplanation, explanation)
  const now = useNow(10_000)
  const mayWrite = useCan('list:write')
  const [target, setTarget] = useState<UnblockTarget | null>(null)
  const blocking = entries.filter(entry => inForceAt(entry, now))
  const others = entries.filter(entry => !inForceAt(entry, now))
  const lists = new Set(blocking.map(({ list }) => list.name))
  return (
    <Stack gap="xs">
      <Group gap="xs" justify="space-between">
        <Text size="sm">
          <strong className={classes['value']}>{value}</strong>{' '}
          <Text span inherit c="dimmed">
            ({KIND_NOUNS[kind]})
          </Text>{' '}
          {blocking.length === 0 ? 'is not blocked.' : `is blocked by ${[...lists].join(', ')}.`}
        </Text>
        {mayWrite && lists.size > 1 && (
          <Button variant="default" size="compact-sm" onClick={() => setTarget({ value: blocking[0]?.value ?? value, kind, list: null })}>
            Unblock everywhere
          </Button>
        )}
      </Group>
      {protection && (
        <Text size="sm">
          Protected: {PROTECTION_WORDS[protection.kind].toLowerCase()} <strong>{protection.value}</strong>
          {protection.description !== '' && ` (${protection.description})`}. No list takes it.
        </Text>
      )}
      {coolDowns.map(coolDown => (
        <Text key={`${coolDown.value} ${coolDown.list?.id ?? ''}`} size="sm">
          <strong>{coolDown.value}</strong> was unblocked{coolDown.user && ` by ${coolDown.user.name}`}: rules do not put it back{' '}
          {coolDown.list ? `on ${coolDown.list.name}` : 'on any list'} until <TimeText at={coolDown.until} /> (
          <TimeText at={coolDown.until} relative />
          ).
        </Text>
      ))}
      {[...blocking, ...others].map(entry => (
        <Chain
          key={entry.id}
          entry={entry}
          value={value}
          live={inForceAt(entry, now)}
          onUnblock={mayWrite && entry.removedAt === null ? () => setTarget({ value: entry.value, kind, list: entry.list }) : null}
        />
      ))}
      <UnblockDialog target={target} onClose={() => setTarget(null)} onDone={onChanged} />
    </Stack>
  )
}

interface ChainProps {
  readonly entry: Entry
  readonly value: string
  readonly live: boolean
  readonly onUnblock: (() => void) | null
}

function Chain({ entry, value, live, onUnblock }: ChainProps) {
  const { list } = entry
  return (
    <div className={classes['chain']} data-live={live}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <Text component="div" size="sm" fw={600} className={classes['value']}>
          {entry.value}
          {entry.value !== value && (
            <Text span inherit c="dimmed" fw={400}>
              {' '}
              covers it
            </Text>
          )}{' '}
          <EntryState entry={entry} live={live} />
        </Text>
        {onUnblock && (
          <Button variant="default" size="compact-sm" style={{ flex: 'none' }} onClick={onUnblock}>
            Unblock
          </Button>
        )}
      </Group>
      <dl className={classes['steps']}>
        <Step name="Added">
          <EntryCauseText entry={entry} />, <TimeText at={entry.addedAt} />
        </Step>
        {entry.reason !== '' && <Step name="Reason">{entry.reason}</Step>}
        <Step name="List">
          <Anchor component={Link} to={paths.list(list.id)} size="sm">
            {list.name}
          </Anchor>
        </Step>
        <Step name="Firewalls">
          <Consumers list={list} />
        </Step>
        {entry.removedAt === null ? (
          <Step name="Until">
            <ExpiryText at={entry.expiresAt} />
          </Step>
        ) : (
          <Step name="Until">
            <TimeText at={entry.removedAt} />: {REMOVAL_WORDS[entry.removal ?? 'REMOVED'].toLowerCase()}
            {entry.removedBy && ` by ${entry.removedBy.name}`}
            {entry.removalNote && `, “${entry.removalNote}”`}
          </Step>
        )}
      </dl>
    </div>
  )
}

/** The links of the chain, in its order. */
function Step({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function EntryState({ entry, live }: { entry: Entry; live: boolean }) {
  if (live) return <Badge size="sm" radius="sm" tt="none" color="red.8" children="Blocking" />
  const word = entry.removedAt !== null ? 'Not any more' : entry.disabled ? 'Disabled' : 'Expired'
  return <Badge size="sm" radius="sm" tt="none" color="gray" variant="outline" children={word} />
}

/** Who enforces the list. */
function Consumers({ list }: { list: Entry['list'] }) {
  const fetches = list.publishing?.fetches.filter(({ status }) => status < 400) ?? []
  return (
    <>
      {!list.published && 'not published'}
      {list.published && fetches.length === 0 && 'published, not fetched yet'}
      {list.published && fetches.length > 0 && (
        <>
          fetched by{' '}
          {fetches.slice(0, 5).map((fetched, index) => (
            <span key={`${fetched.credential?.id ?? ''} ${fetched.address}`}>
              {index > 0 && ', '}
              {fetched.credential?.name ?? fetched.address} (<TimeText at={fetched.fetchedAt} relative />, version {fetched.version}
              {list.publishing?.inForce && fetched.version < list.publishing.inForce.number && ', an older one'})
            </span>
          ))}
          {fetches.length > 5 && ` and ${fetches.length - 5} more`}
        </>
      )}
      <MappedOn list={list} none="not pushed to a device" />
    </>
  )
}
