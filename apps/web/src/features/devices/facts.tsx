import { Group, SimpleGrid, Text } from '@mantine/core'
import type { ReactNode } from 'react'

/** Names with their values, in columns. */
export function Facts({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <SimpleGrid component="dl" cols={{ base: 1, sm: 2, xl: 3 }} spacing="xs" verticalSpacing={6} m={0}>
      {rows.map(([label, value]) => (
        <Group key={label} gap={8} wrap="nowrap" align="baseline">
          <Text component="dt" size="sm" c="dimmed" style={{ flex: 'none' }}>
            {label}
          </Text>
          <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Text>
        </Group>
      ))}
    </SimpleGrid>
  )
}
