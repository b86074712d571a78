import { Anchor, Checkbox, Group, MultiSelect, NativeSelect, Stack, Text } from '@mantine/core'
import type { ListKind } from '@sallyport/shared'
import { useId } from 'react'
import { Link } from 'react-router'
import { ScoreMark } from '../../components/ui/score-badge'
import { paths } from '../../config/paths'
import { useTimeZone } from '../../lib/time-zone'
import { type BlockCandidate, candidateKey } from './block-candidates'
import { timesInZone } from './block-check'
import type { BlockList } from './block-request'
import { KIND_NOUNS, KIND_WORDS } from './list-words'
import type { BlockKnown } from './use-block-known'

/** What is told of a value before it is blocked. */
export interface ValueFacts {
  readonly known: BlockKnown | undefined
  /** Protections, what covers it, where it is already. */
  readonly says: readonly string[]
  /** No chosen list takes it. */
  readonly isRefused: boolean
  /** Lists that have said so. */
  readonly onLists: readonly string[]
}

interface BlockKindGroupProps {
  readonly kind: ListKind
  readonly candidates: readonly BlockCandidate[]
  factsOf(candidate: BlockCandidate): ValueFacts
  readonly chosen: ReadonlySet<string>
  readonly lists: readonly BlockList[]
  /** Those that it goes on, the first one first. Empty: there is none of the kind. */
  readonly chosenLists: readonly BlockList[]
  /** The lists are known. */
  readonly known: boolean
  onChoose(chosen: ReadonlySet<string>): void
  onFirstList(id: string): void
  onMoreLists(ids: readonly string[]): void
}

/** All values of one kind, and the lists that they go on. */
export function BlockKindGroup({ kind, candidates, factsOf, chosen, chosenLists, known, onChoose, ...rest }: BlockKindGroupProps) {
  if (candidates.length === 0) return null
  const rows = candidates.map(candidate => ({ candidate, key: candidateKey(candidate), facts: factsOf(candidate) }))
  const keys = rows.filter(({ facts }) => !facts.isRefused).map(({ key }) => key)
  const noList = known && chosenLists.length === 0
  const all = keys.length > 0 && keys.every(key => chosen.has(key))
  const toggle = (key: string) => onChoose(new Set(chosen.has(key) ? [...chosen].filter(each => each !== key) : [...chosen, key]))
  return (
    <Stack gap={6} role="group" aria-label={KIND_WORDS[kind]}>
      <Group gap="xs" justify="space-between" align="flex-start">
        <Checkbox
          size="xs"
          label={KIND_WORDS[kind]}
          fw={600}
          disabled={noList || keys.length === 0}
          checked={all && chosenLists.length > 0}
          indeterminate={!all && keys.some(key => chosen.has(key))}
          onChange={() => onChoose(new Set(all ? [...chosen].filter(key => !keys.includes(key)) : [...chosen, ...keys]))}
        />
        {noList && <NoList kind={kind} />}
        {chosenLists[0] && <ListChoice kind={kind} first={chosenLists[0]} more={chosenLists.slice(1)} {...rest} />}
      </Group>
      {rows.map(({ candidate, key, facts }) => (
        <ValueRow
          key={key}
          candidate={candidate}
          facts={facts}
          disabled={noList || facts.isRefused}
          checked={chosen.has(key) && !facts.isRefused}
          onToggle={() => toggle(key)}
        />
      ))}
    </Stack>
  )
}

function NoList({ kind }: { kind: ListKind }) {
  return (
    <Text size="xs" c="dimmed">
      No {KIND_NOUNS[kind]} list yet.{' '}
      <Anchor component={Link} to={paths.lists} inherit>
        Make one
      </Anchor>
    </Text>
  )
}

interface ListChoiceProps extends Pick<BlockKindGroupProps, 'kind' | 'lists' | 'onFirstList' | 'onMoreLists'> {
  readonly first: BlockList
  readonly more: readonly BlockList[]
}

/** One list, as nearly always; further ones beside it. */
function ListChoice({ kind, lists, first, more, onFirstList, onMoreLists }: ListChoiceProps) {
  const options = lists.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Stack gap={4} maw="100%" w={220}>
      <NativeSelect
        size="xs"
        aria-label={`List for ${KIND_WORDS[kind]}`}
        data={options}
        value={first.id}
        onChange={event => onFirstList(event.currentTarget.value)}
      />
      {lists.length > 1 && (
        <MultiSelect
          size="xs"
          aria-label={`More lists for ${KIND_WORDS[kind]}`}
          {...(more.length === 0 && { placeholder: 'and on…' })}
          data={options.filter(({ value }) => value !== first.id)}
          value={more.map(({ id }) => id)}
          onChange={onMoreLists}
        />
      )}
    </Stack>
  )
}

interface ValueRowProps {
  readonly candidate: BlockCandidate
  readonly facts: ValueFacts
  readonly disabled: boolean
  readonly checked: boolean
  onToggle(): void
}

function ValueRow({ candidate: { value, note }, facts, disabled, checked, onToggle }: ValueRowProps) {
  const id = useId()
  const { timeZone } = useTimeZone()
  const { known, says, onLists } = facts
  const score = known?.reputation?.score ?? null
  // Where a chosen list has spoken for itself, its own words say more.
  const elsewhere = known?.lists.filter(list => !onLists.includes(list.id)) ?? []
  const hasFacts = score !== null || says.length > 0 || elsewhere.length > 0
  return (
    <div>
      <Checkbox
        size="xs"
        ml="md"
        disabled={disabled}
        checked={checked}
        onChange={onToggle}
        {...(hasFacts && { 'aria-describedby': id })}
        styles={{ label: { overflowWrap: 'anywhere' }, labelWrapper: { minWidth: 0 } }}
        label={
          <>
            {value}
            {note !== '' && (
              <Text span inherit c="dimmed">
                {' '}
                {note}
              </Text>
            )}
          </>
        }
      />
      {hasFacts && (
        <Group id={id} gap={8} ml={44} fz="xs">
          {score !== null && <ScoreMark score={score} />}
          {says.map(text => (
            <Text key={text} span size="xs" fw={facts.isRefused ? 600 : 400} style={{ overflowWrap: 'anywhere' }}>
              {timesInZone(text, timeZone)}
            </Text>
          ))}
          {elsewhere.length > 0 && (
            <Text span size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              on {elsewhere.map(({ name }) => name).join(', ')}
            </Text>
          )}
        </Group>
      )}
    </div>
  )
}
