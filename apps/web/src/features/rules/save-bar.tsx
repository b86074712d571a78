import { Button, Group, Text } from '@mantine/core'
import { Notice } from '../../components/ui/notice'
import { formatCounted } from '../../lib/format'
import type { Saving } from './use-saving'
import classes from './rules.module.css'

interface SaveBarProps {
  readonly isNew: boolean
  readonly unsaved: boolean
  readonly saving: Saving
  onBuilder(): void
  onDiscard(): void
}

/** Stays at the foot of the page while something is not saved. */
export function SaveBar({ isNew, unsaved, saving, onBuilder, onDiscard }: SaveBarProps) {
  if (!unsaved && !isNew) return null
  const submit = async () => {
    if (await saving.save()) return
    onBuilder()
    // After the faults are on the page.
    setTimeout(() => document.querySelector('[data-rule-fault], [aria-invalid="true"]')?.scrollIntoView({ block: 'center' }))
  }
  return (
    <div className={classes['save']} role="group" aria-label="Save">
      {saving.faults.form !== null && <Notice tone="error">{saving.faults.form}</Notice>}
      {saving.strict && saving.broken > 0 && (
        <Notice tone="warning">{formatCounted(saving.broken, 'part')} must be put right first; each says what is wrong.</Notice>
      )}
      <Group gap="xs">
        <Button loading={saving.busy} onClick={() => void submit()}>
          {isNew ? 'Create' : 'Save'}
        </Button>
        {!isNew && (
          <Button variant="default" onClick={onDiscard}>
            Discard changes
          </Button>
        )}
        <Text size="xs" c="dimmed">
          {isNew ? 'It is made switched off.' : 'Not saved yet.'}
        </Text>
      </Group>
    </div>
  )
}
