import { Button, CopyButton as Copying } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'

/** Copies a text and says so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  return (
    <Copying value={text} timeout={2_000}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          onClick={copy}
          leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          aria-live="polite"
        >
          {copied ? 'Copied' : label}
        </Button>
      )}
    </Copying>
  )
}
