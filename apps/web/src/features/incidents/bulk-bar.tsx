import { Button, Group, Text } from '@mantine/core'
import { BULK_IDS_MAX } from '@sallyport/shared'
import { memo } from 'react'
import { formatCount } from '../../lib/format'
import type { DialogAction } from './action-input'
import type { QueueSelection } from './use-queue-selection'
import classes from './bulk-bar.module.css'

interface BulkBarProps {
  readonly selection: QueueSelection
  /** Ticked rows that are not on show any more. */
  readonly hidden: number
  onAction(action: DialogAction): void
}

const BUTTONS: readonly { readonly action: DialogAction; readonly text: string }[] = [
  { action: 'assign', text: 'Assign…' },
  { action: 'edit', text: 'Change…' },
  { action: 'comment', text: 'Comment…' },
  { action: 'ignore', text: 'Ignore…' },
  { action: 'reopen', text: 'Reopen…' },
  { action: 'close', text: 'Close…' },
]

/** What can be done with the ticked incidents. Stands below the list, so that no row moves when it comes. */
export const BulkBar = memo(function BulkBar({ selection, hidden, onAction }: BulkBarProps) {
  const { ids, matching, allMatching, selectAllMatching, clear } = selection
  if (ids.size === 0) return null
  const tooMany = !allMatching && ids.size > BULK_IDS_MAX
  return (
    <section className={classes['bar']} aria-label="Selection">
      <Text size="sm" fw={600} role="status">
        {allMatching && matching ? `All ${formatCount(matching.count)} matching` : `${formatCount(ids.size)} selected`}
        {!allMatching && hidden > 0 && ` (${formatCount(hidden)} not shown)`}
      </Text>
      {!allMatching && matching && !matching.more && matching.count > ids.size && (
        <Button size="compact-sm" variant="subtle" onClick={selectAllMatching}>
          Select all {formatCount(matching.count)} matching
        </Button>
      )}
      {matching?.more && (
        <Text size="sm" c="dimmed">
          More than {formatCount(matching.count)} match: narrow the filter to take all
        </Text>
      )}
      {tooMany && (
        <Text size="sm" c="dimmed">
          At most {formatCount(BULK_IDS_MAX)} at once
        </Text>
      )}
      <Group gap={6} ml="auto">
        {BUTTONS.map(({ action, text }) => (
          <Button
            key={action}
            size="compact-sm"
            variant={action === 'close' ? 'filled' : 'default'}
            disabled={tooMany}
            onClick={() => onAction(action)}
          >
            {text}
          </Button>
        ))}
        <Button size="compact-sm" variant="subtle" color="gray" onClick={clear}>
          Clear
        </Button>
      </Group>
    </section>
  )
})
