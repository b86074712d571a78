import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Notice } from '../../components/ui/notice'
import { TimeText } from '../../components/ui/time-text'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { useCan } from '../../lib/permissions'
import { formatCount } from '../../lib/format'
import { countedEntries } from './list-words'
import { useVersionActions } from './use-version-actions'
import { VersionDiff } from './version-diff'

const HeldVersion_Publishing = graphql(`
  fragment HeldVersion_Publishing on Publishing {
    guardPercent
    guardEntries
    inForce {
      id
      number
      entryCount
    }
    held {
      id
      number
      entryCount
      added
      removed
      createdAt
      ...VersionDiff_PublishedVersion
    }
  }
`)

interface HeldVersionProps {
  readonly listId: string
  readonly publishing: FragmentType<typeof HeldVersion_Publishing>
}

/** A version that changes more than the guard allows: somebody looks at the difference and decides. */
export function HeldVersion({ listId, publishing }: HeldVersionProps) {
  const { held, inForce, guardPercent, guardEntries } = readFragment(HeldVersion_Publishing, publishing)
  const mayApprove = useCan('list:approve')
  const { busy, decide } = useVersionActions(listId)
  const [fault, setFault] = useState<string | null>(null)
  if (!held) return null
  const act = (approve: boolean) => void decide(held.number, approve).then(setFault)
  return (
    <Notice
      tone="warning"
      title={`Version ${held.number} is held back: ${formatCount(held.added)} added, ${formatCount(held.removed)} removed`}
    >
      <Stack gap="sm" mt={4}>
        <Text size="sm">
          Made <TimeText at={held.createdAt} relative />, with {countedEntries(held.entryCount)}. It changes more than {guardPercent} % and{' '}
          {countedEntries(guardEntries)}
          {inForce && `, so version ${inForce.number} with ${countedEntries(inForce.entryCount)} stays in force until somebody decides`}.
        </Text>
        {fault !== null && <Notice tone="error">{fault}</Notice>}
        <VersionDiff version={held} />
        {mayApprove && (
          <Group gap="xs">
            <Button loading={busy} onClick={() => act(true)}>
              Approve
            </Button>
            <Button variant="default" loading={busy} onClick={() => act(false)}>
              Reject
            </Button>
          </Group>
        )}
      </Stack>
    </Notice>
  )
}
