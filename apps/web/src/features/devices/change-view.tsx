import { ScrollArea, Stack, Text } from '@mantine/core'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { formatCount } from '../../lib/format'
import { MAPPING_KIND_WORDS } from './device-words'
import classes from './change-view.module.css'

export const ChangeView_MappingChange = graphql(`
  fragment ChangeView_MappingChange on MappingChange {
    groupName
    kind
    add
    remove
    addCount
    removeCount
  }
`)

/** What comes into a group and what goes out of it, line by line. */
export function ChangeView({ change: given }: { change: FragmentType<typeof ChangeView_MappingChange> }) {
  const { groupName, kind, add, remove, addCount, removeCount } = readFragment(ChangeView_MappingChange, given)
  const none = addCount === 0 && removeCount === 0
  return (
    <Stack gap={4}>
      <Text size="sm">
        <Text span inherit fw={600}>
          {groupName}
        </Text>{' '}
        <Text span inherit c="dimmed">
          {MAPPING_KIND_WORDS[kind]}:
        </Text>{' '}
        {none ? 'nothing to change' : `${formatCount(addCount)} to add, ${formatCount(removeCount)} to remove`}
      </Text>
      {!none && (
        <ScrollArea.Autosize
          mah={200}
          type="auto"
          className={classes['values'] ?? ''}
          viewportProps={{ tabIndex: 0, 'aria-label': `Changes of ${groupName}` }}
        >
          <Values sign="−" kind="removed" values={remove} count={removeCount} />
          <Values sign="+" kind="added" values={add} count={addCount} />
        </ScrollArea.Autosize>
      )}
    </Stack>
  )
}

interface ValuesProps {
  readonly sign: string
  readonly kind: 'added' | 'removed'
  /** The first of them. */
  readonly values: readonly string[]
  readonly count: number
}

function Values({ sign, kind, values, count }: ValuesProps) {
  return (
    <ul className={classes['lines']} aria-label={kind === 'added' ? 'Added' : 'Removed'} data-kind={kind}>
      {values.map(value => (
        <li key={value}>
          <span aria-hidden>{sign}</span> {value}
        </li>
      ))}
      {count > values.length && <li>{`… and ${formatCount(count - values.length)} more`}</li>}
    </ul>
  )
}
