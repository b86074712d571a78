import { Group, Stack, Text } from '@mantine/core'
import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './notice.module.css'

const ICONS = { info: IconInfoCircle, warning: IconAlertTriangle, error: IconAlertOctagon }

interface NoticeProps {
  readonly tone: keyof typeof ICONS
  readonly title?: string
  readonly children?: ReactNode
}

/** Something to be told on the page: shape and colour of the mark say how urgent, the words what. Errors interrupt screen readers. */
export function Notice({ tone, title, children }: NoticeProps) {
  const Icon = ICONS[tone]
  return (
    <Group
      gap={10}
      wrap="nowrap"
      align="flex-start"
      className={classes['notice']}
      data-tone={tone}
      role={tone === 'error' ? 'alert' : 'status'}
    >
      <Icon size={18} stroke={1.8} aria-hidden className={classes['mark']} />
      <Stack gap={4} flex={1} miw={0}>
        {title !== undefined && (
          <Text size="sm" fw={600}>
            {title}
          </Text>
        )}
        {children !== undefined && (
          <Text size="sm" component="div">
            {children}
          </Text>
        )}
      </Stack>
    </Group>
  )
}
