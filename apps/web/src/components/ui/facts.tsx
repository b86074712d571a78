import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './facts.module.css'

/** Names with their values, in columns. */
export function Facts({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={classes['facts']}>
      {rows.map(([label, value], index) => (
        <Group key={`${label} ${index}`} gap={8} wrap="nowrap" align="baseline">
          <Text component="dt" size="sm" c="dimmed" style={{ flex: 'none' }}>
            {label}
          </Text>
          <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Text>
        </Group>
      ))}
    </dl>
  )
}
