import { Modal } from '@mantine/core'
import { BlockBoard } from './block-board'
import { BlockForm } from './block-form'
import type { BlockRequest } from './block-request'
import { useBlock } from './use-block'

interface BlockDialogProps {
  /** Null: shut. */
  readonly request: BlockRequest | null
  onClose(): void
}

/** Puts values on lists, for the incident or alert that they were found in; then shows how firewalls get them. */
export function BlockDialog({ request, onClose }: BlockDialogProps) {
  return (
    <Modal opened={request !== null} onClose={onClose} size="lg" title="Block" closeButtonProps={{ 'aria-label': 'Close' }}>
      {request && <BlockSteps request={request} onClose={onClose} />}
    </Modal>
  )
}

function BlockSteps({ request, onClose }: { request: BlockRequest; onClose: () => void }) {
  const { answers, block, retry } = useBlock()
  if (answers) return <BlockBoard answers={answers} request={request} onRetry={retry} onClose={onClose} />
  return <BlockForm request={request} onBlock={block} onClose={onClose} />
}
