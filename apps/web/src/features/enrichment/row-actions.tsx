import { ActionIcon, Group } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'

interface RowActionsProps {
  /** Of what the row shows. */
  readonly name: string
  /** Before the others. */
  readonly children?: ReactNode
  onEdit(): void
  onDelete(): void
}

export function RowActions({ name, children, onEdit, onDelete }: RowActionsProps) {
  return (
    <Group gap={6} wrap="nowrap" display="inline-flex">
      {children}
      <ActionIcon variant="default" aria-label={`Edit ${name}`} onClick={onEdit}>
        <IconPencil size={15} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="default" aria-label={`Delete ${name}`} onClick={onDelete}>
        <IconTrash size={15} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
