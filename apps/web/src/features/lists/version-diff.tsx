import { Group, Text } from '@mantine/core'
import { graphql, type FragmentType, readFragment } from '../../gql'
import { formatCount } from '../../lib/format'
import classes from './version-diff.module.css'

export const VersionDiff_PublishedVersion = graphql(`
  fragment VersionDiff_PublishedVersion on PublishedVersion {
    id
    added
    removed
    addedEntries
    removedEntries
  }
`)

/** What a version changes against the one before it in force. */
export function VersionDiff({ version }: { version: FragmentType<typeof VersionDiff_PublishedVersion> }) {
  const { added, removed, addedEntries, removedEntries } = readFragment(VersionDiff_PublishedVersion, version)
  return (
    <Group align="flex-start" gap="md" grow preventGrowOverflow={false}>
      <Side title="Added" mark="+" count={added} values={addedEntries} />
      <Side title="Removed" mark="−" count={removed} values={removedEntries} />
    </Group>
  )
}

interface SideProps {
  readonly title: string
  readonly mark: string
  readonly count: number
  readonly values: readonly string[]
}

function Side({ title, mark, count, values }: SideProps) {
  return (
    <section aria-label={title} className={classes['side']}>
      <Text size="xs" fw={600}>
        {title} {formatCount(count)}
      </Text>
      <ul className={classes['values']} tabIndex={0}>
        {values.map(value => (
          <li key={value}>
            <span aria-hidden>{mark} </span>
            {value}
          </li>
        ))}
      </ul>
      {count > values.length && (
        <Text size="xs" c="dimmed">
          {formatCount(count - values.length)} more are not shown.
        </Text>
      )}
    </section>
  )
}
