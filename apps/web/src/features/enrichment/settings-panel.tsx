import { Button, Drawer, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import type { UseFormReturnType } from '@mantine/form'

interface SettingsPanelProps {
  readonly title: string
  readonly opened: boolean
  readonly size?: 'md' | 'lg'
  readonly children: ReactNode
  onClose(): void
}

/** The panel that settings are edited in. What it holds is made anew each time that it opens. */
export function SettingsPanel({ title, opened, size = 'md', children, onClose }: SettingsPanelProps) {
  return (
    <Drawer opened={opened} onClose={onClose} position="right" size={size} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      {children}
    </Drawer>
  )
}

interface SettingsFieldsProps<Values extends object> {
  readonly form: UseFormReturnType<Values>
  readonly notice: ReactNode
  readonly children: ReactNode
  onSubmit(values: Values): Promise<void>
  onCancel(): void
}

/** The fields of a panel, between what is to be said and the buttons. */
export function SettingsFields<Values extends object>({ form, notice, children, onSubmit, onCancel }: SettingsFieldsProps<Values>) {
  return (
    <form onSubmit={form.onSubmit(onSubmit)} noValidate>
      <Stack gap="sm">
        {notice}
        {children}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={form.submitting}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
