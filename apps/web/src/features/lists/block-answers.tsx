import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconBan, IconCircleCheck } from '@tabler/icons-react'
import { Link } from 'react-router'
import { Notice } from '../../components/ui/notice'
import { paths } from '../../config/paths'
import { VERDICT_WORDS } from './list-words'
import type { AddedEntries } from './use-add-entries'

export interface BlockAnswer extends AddedEntries {
  readonly list: { readonly id: string; readonly name: string }
  readonly values: readonly string[]
}

interface BlockAnswersProps {
  readonly answers: readonly BlockAnswer[]
  onClose(): void
}

/** What became of each value. */
export function BlockAnswers({ answers, onClose }: BlockAnswersProps) {
  return (
    <Stack gap="sm" role="status">
      {answers.map(({ list, values, preview, fault }) => (
        <Stack key={list.id} gap={4}>
          <Text size="sm" fw={600}>
            <Anchor component={Link} to={paths.list(list.id)} inherit>
              {list.name}
            </Anchor>
          </Text>
          {fault !== null && <Notice tone="error">{fault}</Notice>}
          {fault === null &&
            values.map((value, index) => {
              const check = preview?.lines.find(({ line }) => line === index + 1)
              const blocked = check === undefined || check.verdict === 'NEW'
              const Icon = blocked ? IconCircleCheck : IconBan
              return (
                <Group key={value} gap={8} wrap="nowrap" align="flex-start">
                  <Icon size={16} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
                  <Text size="sm" style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
                    <strong>{check?.value ?? value}</strong>{' '}
                    {blocked ? 'is blocked' : `was not added. ${check.reason ?? VERDICT_WORDS[check.verdict]}`}
                  </Text>
                </Group>
              )
            })}
        </Stack>
      ))}
      <Group justify="flex-end">
        <Button onClick={onClose} data-autofocus>
          Done
        </Button>
      </Group>
    </Stack>
  )
}
