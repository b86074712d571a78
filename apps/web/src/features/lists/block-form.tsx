import { Button, Group, NativeSelect, ScrollArea, Stack, TextInput } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { ENTRY_REASON_MAX_LENGTH, ListKind } from '@sallyport/shared'
import { type FormEvent, useState } from 'react'
import { useQuery } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import { errorText } from '../../lib/user-errors'
import { type BlockCandidate, candidateKey } from './block-candidates'
import { checkText, isRefused } from './block-check'
import type { BlockList, BlockRequest } from './block-request'
import { BlockKindGroup, type ValueFacts } from './block-kind-group'
import { AS_THE_LIST_SAYS, entryExpiryOptions, expiryInput } from './expiry'
import type { Addition } from './use-block'
import { useBlockCandidates } from './use-block-candidates'
import { useBlockKnown } from './use-block-known'
import { useBlockPreviews } from './use-block-previews'

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

const KINDS = Object.values(ListKind)

/** Which lists are meant, by kind: the first of each is remembered, further ones are chosen anew each time. */
function useChosenLists(lists: readonly BlockList[]) {
  const [firstIds, setFirstIds] = useLocalStorage<Readonly<Partial<Record<ListKind, string>>>>({
    key: 'sallyport.block-lists',
    defaultValue: {},
    getInitialValueInEffect: false,
  })
  const [moreIds, setMoreIds] = useState<Readonly<Partial<Record<ListKind, readonly string[]>>>>({})
  return {
    of(kind: ListKind): readonly BlockList[] {
      const those = lists.filter(list => list.kind === kind)
      const first = those.find(({ id }) => id === firstIds[kind]) ?? those[0]
      return first ? [first, ...those.filter(list => list !== first && moreIds[kind]?.includes(list.id))] : []
    },
    setFirst: (kind: ListKind, id: string) => setFirstIds({ ...firstIds, [kind]: id }),
    setMore: (kind: ListKind, ids: readonly string[]) => setMoreIds({ ...moreIds, [kind]: ids }),
  }
}

interface BlockFormProps {
  readonly request: BlockRequest
  onBlock(additions: readonly Addition[]): void
  onClose(): void
}

/** Which values, on which lists, why and for how long; with what stands against it. */
export function BlockForm({ request: { value, origin }, onBlock, onClose }: BlockFormProps) {
  const [{ data, error }] = useQuery({ query: BlockLists_Query, requestPolicy: 'cache-and-network' })
  const candidates = useBlockCandidates(origin, value)
  const knowledge = useBlockKnown(origin, value, 'form')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(value ? [candidateKey(value)] : []))
  const [expiry, setExpiry] = useState(AS_THE_LIST_SAYS)
  const [reason, setReason] = useState(origin?.incident ? `INC-${origin.incident.number}` : '')
  const lists = data?.lists ?? []
  const chosenLists = useChosenLists(lists)
  const ofKind = (kind: ListKind) => candidates.filter(each => each.kind === kind)
  const wishOf = ({ id, kind }: BlockList) => ({ listId: id, values: ofKind(kind).map(each => each.value) })
  const onLists = KINDS.flatMap(kind => chosenLists.of(kind))
  const answerOf = useBlockPreviews(onLists.map(wishOf))
  const previews = new Map(onLists.map(list => [list.id, answerOf(wishOf(list))]))

  const factsOf = (candidate: BlockCandidate): ValueFacts => {
    const known = knowledge.of(candidate)
    const checks = chosenLists.of(candidate.kind).flatMap(list => {
      const check = previews.get(list.id)?.checks.get(candidate.value)
      return check ? [{ list, check }] : []
    })
    // Lists know best; until they have spoken, what is known of the value has to do.
    const knownProtection = checks.length === 0 ? (known?.protected ?? null) : null
    const isProtected = knownProtection !== null || checks.some(({ check }) => check.verdict === 'PROTECTED')
    const says = checks.flatMap(({ list, check }) => checkText(check, list.name, expiry === AS_THE_LIST_SAYS) ?? [])
    return {
      known,
      says: knownProtection === null ? [...new Set(says)] : [`protected: ${knownProtection}`],
      isRefused: isProtected || (checks.length > 0 && checks.every(({ check }) => isRefused(check))),
      onLists: checks.map(({ list }) => list.id),
    }
  }
  const picked = candidates.filter(each => {
    return chosen.has(candidateKey(each)) && chosenLists.of(each.kind).length > 0 && !factsOf(each).isRefused
  })
  const kinds = KINDS.filter(kind => picked.some(each => each.kind === kind))
  const targets = kinds.flatMap(kind => chosenLists.of(kind))
  const onlyList = targets.length === 1 ? targets[0] : undefined
  const fault = [...previews.values()].find(preview => preview?.fault)?.fault ?? null

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const shared = {
      ...(reason.trim() !== '' && { reason: reason.trim() }),
      ...expiryInput(expiry),
      ...(origin?.incident && { incidentId: origin.incident.id }),
      ...(origin?.alertId && { alertId: origin.alertId }),
    }
    onBlock(
      targets.map(list => {
        const values = picked.filter(each => each.kind === list.kind).map(each => each.value)
        return { list, values, input: { listId: list.id, values, ...shared } }
      }),
    )
  }

  if (error && !data) return <Notice tone="error">{errorText(error)}</Notice>
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <ScrollArea.Autosize mah={340} type="auto">
          <Stack gap="sm">
            {KINDS.map(kind => (
              <BlockKindGroup
                key={kind}
                kind={kind}
                candidates={ofKind(kind)}
                factsOf={factsOf}
                chosen={chosen}
                lists={lists.filter(list => list.kind === kind)}
                chosenLists={chosenLists.of(kind)}
                known={data !== undefined}
                onChoose={setChosen}
                onFirstList={id => chosenLists.setFirst(kind, id)}
                onMoreLists={ids => chosenLists.setMore(kind, ids)}
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
        {fault !== null && (
          <Notice tone="warning">What stands against it could not be asked. Lists still refuse what is protected. {fault}</Notice>
        )}
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
          <Button type="submit" disabled={picked.length === 0}>
            {picked.length > 1 ? `Block ${picked.length} values` : 'Block'}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
