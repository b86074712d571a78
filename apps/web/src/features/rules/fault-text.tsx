import { Text } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import type { Fault } from './faults'

/** What is wrong with the part above. */
export function FaultText({ faults }: { faults: readonly Fault[] }) {
  if (faults.length === 0) return null
  return (
    <div role="alert" data-rule-fault>
      {[...new Set(faults.map(({ message }) => message))].map(message => (
        <Text key={message} size="xs" c="var(--mantine-color-error)" mt={4} style={{ overflowWrap: 'anywhere' }}>
          <IconAlertCircle size={13} aria-hidden style={{ verticalAlign: 'text-bottom' }} /> {message}
        </Text>
      ))}
    </div>
  )
}
