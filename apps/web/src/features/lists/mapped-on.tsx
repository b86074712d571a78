import { Text } from '@mantine/core'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { MappedOn_ListFragment } from '../../gql/graphql'

export const MappedOn_List = graphql(`
  fragment MappedOn_List on List {
    id
    mappings {
      id
      kind
      groupName
      state
      stateReason
      device {
        id
        name
      }
    }
  }
`)

type Mapping = MappedOn_ListFragment['mappings'][number]

const STATE_WORDS: Readonly<Record<Mapping['state'], string>> = {
  IN_SYNC: 'in sync',
  PENDING: 'pending',
  FAILED: 'failed',
  DRIFTED: 'changed on the device',
  AWAITING_COMMIT: 'awaits a commit',
}

interface MappedOnProps {
  readonly list: FragmentType<typeof MappedOn_List>
  /** What is said when there is none. */
  readonly none?: string
}

/** The groups on devices that hold the list. */
export function MappedOn({ list, none = 'none' }: MappedOnProps) {
  const { mappings } = readFragment(MappedOn_List, list)
  if (mappings.length === 0) return <Text size="sm" c="dimmed" children={none} />
  return mappings.map(({ id, groupName, state, stateReason, device }) => (
    <Text key={id} size="sm" title={stateReason ?? undefined} style={{ overflowWrap: 'anywhere' }}>
      {device.name}: {groupName}{' '}
      <Text
        span
        size="xs"
        c={state === 'FAILED' || state === 'DRIFTED' ? 'var(--mantine-color-error)' : 'dimmed'}
        fw={state === 'FAILED' ? 600 : 400}
      >
        {STATE_WORDS[state]}
      </Text>
    </Text>
  ))
}
