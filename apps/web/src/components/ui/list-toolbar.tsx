import { Button, Collapse, Group } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { IconFilter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './list-toolbar.module.css'

interface ListToolbarProps {
  /** What is always at hand. */
  readonly search: ReactNode
  /** On small screens these fold away behind a button. */
  readonly filters: ReactNode
  /** How many filters are in force: said on that button. */
  readonly count: number
  /** Of the filters in force. */
  readonly chips: ReactNode
  /** What arrives: pill and switches. Their place is always there, so that nothing moves when the pill comes. */
  readonly feed: ReactNode
}

/** What stands above a list. */
export function ListToolbar({ search, filters, count, chips, feed }: ListToolbarProps) {
  const small = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false })
  const [open, { toggle }] = useDisclosure(false)
  return (
    <div className={classes['toolbar']}>
      <Group gap={6}>
        {search}
        {small ? (
          <Button
            size="compact-sm"
            variant={open || count > 0 ? 'light' : 'default'}
            leftSection={<IconFilter size={14} aria-hidden />}
            aria-expanded={open}
            onClick={toggle}
          >
            {count > 0 ? `Filters: ${count}` : 'Filters'}
          </Button>
        ) : (
          filters
        )}
      </Group>
      {small && (
        <Collapse expanded={open} transitionDuration={0}>
          <Group gap={6}>{filters}</Group>
        </Collapse>
      )}
      <div className={classes['second']}>
        <div className={classes['chips']}>{chips}</div>
        <Group gap={8} wrap="nowrap" ml="auto">
          {feed}
        </Group>
      </div>
    </div>
  )
}
