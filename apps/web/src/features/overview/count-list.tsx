import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { formatCount } from '../../lib/format'
import classes from './count-list.module.css'

export interface CountRow {
  readonly key: string
  readonly label: ReactNode
  readonly count: number
  readonly to: string
}

/** Bars with their names: each leads to the list behind it. */
export function CountList({ label, rows, none }: { label: string; rows: readonly CountRow[]; none: string }) {
  const top = Math.max(1, ...rows.map(({ count }) => count))
  if (rows.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    )
  return (
    <ol className={classes['list']} aria-label={label}>
      {rows.map(({ key, label: name, count, to }) => (
        <li key={key}>
          <Link to={to} className={classes['row']}>
            <span className={classes['bar']} style={{ width: `${(count / top) * 100}%` }} aria-hidden />
            <span className={classes['name']} title={typeof name === 'string' ? name : undefined}>
              {name}
            </span>
            <span className={classes['count']}>{formatCount(count)}</span>
          </Link>
        </li>
      ))}
    </ol>
  )
}
