import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { RuleMode } from '@sallyport/shared'
import { useState } from 'react'
import { useCan } from '../../lib/permissions'
import { errorText } from '../../lib/user-errors'
import { wasPreviewed } from './previewed'
import { useSaveRule } from './rule-data'
import { MODE_WORDS } from './rule-words'

interface ModeControlProps {
  readonly rule: {
    readonly id: string
    readonly name: string
    readonly mode: RuleMode
    readonly version: number
    readonly definition: unknown
  }
  /** Takes the person to the preview of the rule. */
  onPreview(): void
}

/** Off, Log only or On, at once. Switching on what was never tried asks first. */
export function ModeControl({ rule, onPreview }: ModeControlProps) {
  const mayWrite = useCan('rule:write')
  const { update } = useSaveRule()
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState(false)
  const set = async (mode: RuleMode) => {
    setAsking(false)
    setBusy(true)
    const { userErrors, error } = await update({ id: rule.id, expectedVersion: rule.version, mode })
    setBusy(false)
    const fault = error ? errorText(error) : userErrors.map(({ message }) => message).join(' ')
    if (fault !== '') notifications.show({ color: 'red', title: `${rule.name} was not switched`, message: fault })
  }
  const choose = (mode: RuleMode) => {
    if (mode === rule.mode) return
    // A live trial tells what a preview would.
    if (mode === 'ON' && rule.mode !== 'LOG_ONLY' && !wasPreviewed(rule.definition)) setAsking(true)
    else void set(mode)
  }
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={`Mode of ${rule.name}`}
        disabled={!mayWrite || busy}
        data={Object.values(RuleMode).map(value => ({ value, label: MODE_WORDS[value] }))}
        value={rule.mode}
        onChange={value => choose(value)}
      />
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Switch on ${rule.name} without a preview?`}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Stack gap="sm">
          <Text>A preview runs the rule against stored alerts and shows what it would have done. ‘Log only’ shows it for new ones.</Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => setAsking(false)}>
              Cancel
            </Button>
            <Button variant="default" onClick={() => void set('ON')}>
              Switch on anyway
            </Button>
            <Button
              data-autofocus
              onClick={() => {
                setAsking(false)
                onPreview()
              }}
            >
              Preview first
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
