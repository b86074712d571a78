import { Anchor, Button, Group, Loader, Stack, Text } from '@mantine/core'
import { IconAlertOctagon, IconBan, IconCircleCheck, IconCircleDashed, IconHelpCircle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { Notice } from '../../components/ui/notice'
import { type StateLook, StateMark } from '../../components/ui/state-mark'
import { TimeText } from '../../components/ui/time-text'
import { paths } from '../../config/paths'
import { useTimeZone } from '../../lib/time-zone'
import { type Outcome, outcomeOf, timesInZone } from './block-check'
import { countStandings, mappingStanding, publishedStandings, type Standing } from './block-standing'
import { VERDICT_WORDS } from './list-words'
import type { AddedEntries } from './use-add-entries'
import type { BlockAnswer } from './use-block'
import { type BoardList, useBoardList } from './use-block-board'
import type { BlockKnowledge } from './use-block-known'

interface BoardListStandingsProps {
  readonly answer: BlockAnswer
  /** As of now; null: being asked. */
  readonly knowledge: BlockKnowledge | null
  onRevision(revision: string): void
  onRetry(): void
}

/** One list: its values, and who has them. */
export function BoardListStandings({ answer, onRetry, ...rest }: BoardListStandingsProps) {
  const { list, added } = answer
  return (
    <Stack gap={6} role="group" aria-label={list.name}>
      <Text size="sm" fw={600}>
        <Anchor component={Link} to={paths.list(list.id)} inherit>
          {list.name}
        </Anchor>
      </Text>
      {added === null && (
        <Group gap={8} role="status">
          <Loader size={14} aria-hidden />
          <Text size="sm">Adding…</Text>
        </Group>
      )}
      {added !== null && added.fault !== null && (
        <>
          <Notice tone="error">{added.fault}</Notice>
          <Group>
            <Button variant="default" size="compact-sm" aria-label={`Try again: ${list.name}`} onClick={onRetry}>
              Try again
            </Button>
          </Group>
        </>
      )}
      {added !== null && added.fault === null && <Values answer={answer} added={added} {...rest} />}
    </Stack>
  )
}

interface ValuesProps extends Omit<BoardListStandingsProps, 'onRetry'> {
  readonly added: AddedEntries
}

function Values({ answer: { list, values }, added, knowledge, onRevision }: ValuesProps) {
  const board = useBoardList(list.id)
  const revision = board.list?.revision
  const tell = useRef(onRevision)
  tell.current = onRevision
  useEffect(() => {
    if (revision !== undefined) tell.current(revision)
  }, [revision])
  const rows = values.map((value, index) => {
    const outcome = outcomeOf(value, index, added.preview)
    const known = knowledge?.of({ kind: list.kind, value }) ?? knowledge?.of({ kind: list.kind, value: outcome.value })
    const isGone = outcome.state !== 'OFF' && known !== undefined && !known.lists.some(({ id }) => id === list.id)
    const standings = outcome.state === 'OFF' || isGone ? [] : standingsOf(board, outcome.entry, added.revision)
    return { value, outcome, isGone, standings }
  })
  const isEnforced = rows.some(({ outcome, isGone }) => outcome.state !== 'OFF' && !isGone)
  return (
    <>
      {isEnforced && <Sum board={board} standings={rows.map(({ standings }) => standings)} />}
      {rows.map(({ value, outcome, isGone, standings }) => (
        <ValueStandings key={value} outcome={outcome} isGone={isGone} standings={standings} />
      ))}
    </>
  )
}

function standingsOf({ list, pushPaused, versions }: BoardList, entry: string, revision: string | null): readonly Standing[] {
  if (!list || revision === null) return []
  return [
    ...list.mappings.map(mapping => mappingStanding(mapping, entry, revision, { pushPaused })),
    ...(list.publishing ? publishedStandings(list.publishing, entry, versions) : []),
  ]
}

/** How far it is, told again as it changes. */
function Sum({ board: { list, fault }, standings }: { board: BoardList; standings: readonly (readonly Standing[])[] }) {
  if (!list) return fault === null ? null : <Notice tone="warning">Whether firewalls have it could not be asked. {fault}</Notice>
  if (list.mappings.length === 0 && !list.published) {
    return <Notice tone="warning">No firewall gets this list: it is neither published nor pushed to a device.</Notice>
  }
  const { have, all } = countStandings(standings)
  const rest = fault === null ? '' : ' This may be out of date: the server does not answer.'
  return (
    <Text size="sm" c="dimmed" role="status">
      {sumText(have, all, standings.flat())}
      {rest}
    </Text>
  )
}

function sumText(have: number, all: number, standings: readonly Standing[]): string {
  if (all === 0) {
    return standings.some(({ state }) => state === 'UNKNOWN')
      ? 'Whether firewalls have it cannot be told here.'
      : 'No firewall has fetched it yet.'
  }
  if (all === 1) return have === 1 ? 'The firewall has it.' : 'The firewall does not have it yet.'
  return have === all ? `All ${all} firewalls have it.` : `${have} of ${all} firewalls have it.`
}

const LOOKS: Readonly<Record<Standing['state'], Omit<StateLook, 'word'>>> = {
  HAS: { icon: IconCircleCheck, tone: 'good' },
  WAITS: { icon: IconCircleDashed, tone: 'plain' },
  FAILED: { icon: IconAlertOctagon, tone: 'error' },
  UNKNOWN: { icon: IconHelpCircle, tone: 'warning' },
}

const SHOWN_MAX = 12
const URGENCY: readonly Standing['state'][] = ['FAILED', 'UNKNOWN', 'WAITS', 'HAS']

interface ValueStandingsProps {
  readonly outcome: Outcome
  readonly isGone: boolean
  readonly standings: readonly Standing[]
}

function ValueStandings({ outcome: { state, value, reason, verdict }, isGone, standings }: ValueStandingsProps) {
  const { timeZone } = useTimeZone()
  // Where there are too many, those that need somebody come first.
  const inOrder =
    standings.length > SHOWN_MAX ? standings.toSorted((a, b) => URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state)) : standings
  const told = inOrder.slice(0, SHOWN_MAX)
  const Icon = state === 'OFF' || isGone ? IconBan : IconCircleCheck
  return (
    <Group gap={8} wrap="nowrap" align="flex-start">
      <Icon size={16} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
      <Stack gap={2} miw={0}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          <strong>{value}</strong>{' '}
          {isGone
            ? 'was taken off the list again'
            : state === 'ADDED'
              ? 'is blocked'
              : `was not added. ${reason === null ? (verdict === null ? '' : VERDICT_WORDS[verdict]) : timesInZone(reason, timeZone)}`}
        </Text>
        {standings.length > 0 && (
          <ul aria-label={`Who has ${value}`} style={{ margin: 0, padding: 0, listStyle: 'none' }}>
            {told.map(({ key, who, state: standing, words, at }) => (
              <Group key={key} component="li" gap={6}>
                <StateMark look={{ ...LOOKS[standing], word: words }} text={`${who}: ${words}`} />
                {at !== null && (
                  <Text span size="xs" c="dimmed">
                    <TimeText at={at} relative />
                  </Text>
                )}
              </Group>
            ))}
            {told.length < standings.length && (
              <Text component="li" size="xs" c="dimmed">
                and {standings.length - told.length} more
              </Text>
            )}
          </ul>
        )}
      </Stack>
    </Group>
  )
}
