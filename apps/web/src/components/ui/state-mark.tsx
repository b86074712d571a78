import { Group, Text } from '@mantine/core'
import type { IconCircleCheck } from '@tabler/icons-react'

export interface StateLook {
  readonly word: string
  readonly icon: typeof IconCircleCheck
  readonly tone: keyof typeof COLORS
}

const COLORS = {
  good: 'light-dark(#276b35, var(--mantine-color-green-4))',
  plain: 'inherit',
  warning: 'light-dark(#b45309, #f5b041)',
  error: 'var(--mantine-color-error)',
} as const

/** A state as shape and word: colour comes on top. */
export function StateMark({ look: { word, icon: Icon, tone }, text = word }: { look: StateLook; text?: string }) {
  return (
    <Group component="span" gap={4} wrap="nowrap" align="flex-start" display="inline-flex" c={COLORS[tone]}>
      <Icon size={15} stroke={1.8} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
      <Text span size="sm" fw={tone === 'error' ? 600 : 400} c="inherit" style={{ overflowWrap: 'break-word' }}>
        {text}
      </Text>
    </Group>
  )
}
