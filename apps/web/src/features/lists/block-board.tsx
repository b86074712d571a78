import { Button, Group, ScrollArea, Stack } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useSubscription } from 'urql'
import { BoardListStandings } from './block-board-list'
import type { BlockRequest } from './block-request'
import type { Addition, BlockAnswer } from './use-block'
import { BlockBoard_Subscription } from './use-block-board'
import { useBlockKnown } from './use-block-known'

interface BlockBoardProps {
  readonly answers: readonly BlockAnswer[]
  readonly request: BlockRequest
  onRetry(addition: Addition): void
  onClose(): void
}

/** What became of each value on each list, and then, live, which firewall has it. */
export function BlockBoard({ answers, request, onRetry, onClose }: BlockBoardProps) {
  useSubscription({ query: BlockBoard_Subscription })
  const [revisions, setRevisions] = useState<Readonly<Record<string, string>>>({})
  const isSettled = answers.every(({ added }) => added !== null)
  // Whoever takes it off again raises the revision: then it is asked which lists hold it. Before all is added there is nothing to ask.
  const turn = isSettled ? JSON.stringify(answers.map(({ list, added }) => revisions[list.id] ?? added?.revision)) : null
  const knowledge = useBlockKnown(request.origin, request.value, turn)
  const start = useRef<HTMLDivElement>(null)
  useEffect(() => start.current?.focus(), [])
  return (
    <Stack gap="sm">
      <ScrollArea.Autosize mah="60vh" type="auto">
        <Stack gap="md" ref={start} tabIndex={-1} role="group" aria-label="What became of it" style={{ outline: 'none' }}>
          {answers.map(answer => (
            <BoardListStandings
              key={answer.list.id}
              answer={answer}
              knowledge={turn !== null && knowledge.turn === turn ? knowledge : null}
              onRevision={revision => setRevisions(before => ({ ...before, [answer.list.id]: revision }))}
              onRetry={() => onRetry(answer)}
            />
          ))}
        </Stack>
      </ScrollArea.Autosize>
      <Group justify="flex-end">
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  )
}
