import { Anchor, Button, Checkbox, Group, Modal, NativeSelect, ScrollArea, Stack, Text, TextInput } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { ENTRY_REASON_MAX_LENGTH, ListKind } from '@sallyport/shared'
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Notice } from '../../components/ui/notice'
import type { ValueOrigin } from '../../components/ui/value-actions'
import { paths } from '../../config/paths'
import { graphql } from '../../gql'
import type { BlockLists_QueryQuery } from '../../gql/graphql'
import { errorText } from '../../lib/user-errors'
import { type BlockCandidate, candidateKey } from './block-candidates'
import { type BlockAnswer, BlockAnswers } from './block-answers'
import { AS_THE_LIST_SAYS, entryExpiryOptions, expiryInput } from './expiry'
import { KIND_NOUNS, KIND_WORDS } from './list-words'
import { useAddEntries } from './use-add-entries'
import { useBlockCandidates } from './use-block-candidates'

const BlockLists_Query = graphql(`
  query BlockLists_Query {
    lists {
      id
      name
      kind
      defaultTtlSeconds
    }
  }
`)

type List = BlockLists_QueryQuery['lists'][number]

/** What is to be blocked. */
export interface BlockRequest {
  /** Null: to be chosen among all that are around. */
  readonly value: BlockCandidate | null
  readonly origin: ValueOrigin | null
}

interface BlockDialogProps {
  /** Null: shut. */
  readonly request: BlockRequest | null
  onClose(): void
}

/** Puts values on lists, for the incident or alert that they were found in. */
export function BlockDialog({ request, onClose }: BlockDialogProps) {
  return (
    <Modal opened={request !== null} onClose={onClose} size="lg" title="Block" closeButtonProps={{ 'aria-label': 'Close' }}>
      {request && <BlockForm request={request} onClose={onClose} />}
    </Modal>
  )
}

const KINDS = Object.values(ListKind)

function BlockForm({ request: { value, origin }, onClose }: BlockDialogProps & { request: BlockRequest }) {
  const [{ data, error }] = useQuery({ query: BlockLists_Query, requestPolicy: 'cache-and-network' })
  const candidates = useBlockCandidates(origin, value)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(value ? [candidateKey(value)] : []))
  const [listIds, setListIds] = useLocalStorage<Readonly<Partial<Record<ListKind, string>>>>({
    key: 'sallyport.block-lists',
    defaultValue: {},
    getInitialValueInEffect: false,
  })
  const [expiry, setExpiry] = useState(AS_THE_LIST_SAYS)
  const [reason, setReason] = useState(origin?.incident ? `INC-${origin.incident.number}` : '')
  const [answers, setAnswers] = useState<readonly BlockAnswer[] | null>(null)
  const { adding, add } = useAddEntries()
  const lists = data?.lists ?? []
  const listOf = (kind: ListKind): List | undefined => {
    const those = lists.filter(list => list.kind === kind)
    return those.find(({ id }) => id === listIds[kind]) ?? those[0]
  }
  const picked = candidates.filter(each => chosen.has(candidateKey(each)) && listOf(each.kind))
  const kinds = KINDS.filter(kind => picked.some(each => each.kind === kind))
  const onlyList = kinds.length === 1 && kinds[0] ? listOf(kinds[0]) : undefined

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const told: BlockAnswer[] = []
    for (const kind of kinds) {
      const list = listOf(kind)
      if (!list) continue
      const values = picked.filter(each => each.kind === kind).map(each => each.value)
      const input = {
        listId: list.id,
        values,
        ...(reason.trim() !== '' && { reason: reason.trim() }),
        ...expiryInput(expiry),
        ...(origin?.incident && { incidentId: origin.incident.id }),
        ...(origin?.alertId && { alertId: origin.alertId }),
      }
      told.push({ list, values, ...(await add(input)) })
    }
    setAnswers(told)
  }

  if (answers) return <BlockAnswers answers={answers} onClose={onClose} />
  if (error && !data) return <Notice tone="error">{errorText(error)}</Notice>
  return (
    <form onSubmit={event => void submit(event)} noValidate>
      <Stack gap="sm">
        <ScrollArea.Autosize mah={340} type="auto">
          <Stack gap="sm">
            {KINDS.map(kind => (
              <KindGroup
                key={kind}
                kind={kind}
                candidates={candidates.filter(each => each.kind === kind)}
                chosen={chosen}
                lists={lists.filter(list => list.kind === kind)}
                list={listOf(kind)}
                known={data !== undefined}
                onChoose={setChosen}
                onList={id => setListIds({ ...listIds, [kind]: id })}
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
        <TextInput
          label="Reason"
          maxLength={ENTRY_REASON_MAX_LENGTH}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
        <NativeSelect
          label="Expire"
          data={entryExpiryOptions(onlyList?.defaultTtlSeconds ?? null).map(option =>
            option.value === AS_THE_LIST_SAYS && !onlyList ? { ...option, label: 'As each list says' } : option,
          )}
          value={expiry}
          onChange={event => setExpiry(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={adding} disabled={picked.length === 0}>
            {picked.length > 1 ? `Block ${picked.length} values` : 'Block'}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface KindGroupProps {
  readonly kind: ListKind
  readonly candidates: readonly BlockCandidate[]
  readonly chosen: ReadonlySet<string>
  readonly lists: readonly List[]
  readonly list: List | undefined
  /** The lists are known. */
  readonly known: boolean
  onChoose(chosen: ReadonlySet<string>): void
  onList(id: string): void
}

function KindGroup({ kind, candidates, chosen, lists, list, known, onChoose, onList }: KindGroupProps) {
  if (candidates.length === 0) return null
  const keys = candidates.map(candidateKey)
  const all = keys.every(key => chosen.has(key))
  const toggle = (key: string) => onChoose(new Set(chosen.has(key) ? [...chosen].filter(each => each !== key) : [...chosen, key]))
  return (
    <Stack gap={6} role="group" aria-label={KIND_WORDS[kind]}>
      <Group gap="xs" justify="space-between">
        <Checkbox
          size="xs"
          label={KIND_WORDS[kind]}
          fw={600}
          disabled={known && !list}
          checked={all && list !== undefined}
          indeterminate={!all && keys.some(key => chosen.has(key))}
          onChange={() => onChoose(new Set(all ? [...chosen].filter(key => !keys.includes(key)) : [...chosen, ...keys]))}
        />
        {list ? (
          <NativeSelect
            size="xs"
            aria-label={`List for ${KIND_WORDS[kind]}`}
            data={lists.map(({ id, name }) => ({ value: id, label: name }))}
            value={list.id}
            onChange={event => onList(event.currentTarget.value)}
          />
        ) : (
          known && (
            <Text size="xs" c="dimmed">
              No {KIND_NOUNS[kind]} list yet.{' '}
              <Anchor component={Link} to={paths.lists} inherit>
                Make one
              </Anchor>
            </Text>
          )
        )}
      </Group>
      {candidates.map(each => {
        const key = candidateKey(each)
        return (
          <Checkbox
            key={key}
            size="xs"
            ml="md"
            disabled={known && !list}
            checked={chosen.has(key)}
            onChange={() => toggle(key)}
            styles={{ label: { overflowWrap: 'anywhere' }, labelWrapper: { minWidth: 0 } }}
            label={
              <>
                {each.value}
                {each.note !== '' && (
                  <Text span inherit c="dimmed">
                    {' '}
                    {each.note}
                  </Text>
                )}
              </>
            }
          />
        )
      })}
    </Stack>
  )
}
