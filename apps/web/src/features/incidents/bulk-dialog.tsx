import { Modal } from '@mantine/core'
import { memo } from 'react'
import { formatCounted } from '../../lib/format'
import { ACTION_WORDS, ActionForm } from './action-form'
import type { DialogAction } from './action-input'
import { type BulkTarget, useBulk } from './bulk'

export interface BulkRequest {
  readonly action: DialogAction
  readonly target: BulkTarget
  /** What a single target is called, e.g. "INC-12". */
  readonly name: string | null
}

interface BulkDialogProps {
  /** Null: shut. */
  readonly request: BulkRequest | null
  /** The job runs. */
  onStarted(): void
  onClose(): void
}

/** One dialog, one reason, for everything that is ticked. */
export const BulkDialog = memo(function BulkDialog({ request, onStarted, onClose }: BulkDialogProps) {
  const bulk = useBulk()
  const what = request && targetText(request)
  return (
    <Modal
      opened={request !== null}
      onClose={onClose}
      title={request && `${ACTION_WORDS[request.action]} ${what}`}
      closeButtonProps={{ 'aria-label': 'Cancel' }}
    >
      {request && (
        <ActionForm
          action={request.action}
          noun={request.name === null ? (what ?? '') : 'incident'}
          busy={bulk.busy}
          onSubmit={async input => {
            const fault = await bulk.run(request.target, input)
            if (fault === null) onStarted()
            return fault
          }}
          onDone={onClose}
        />
      )}
    </Modal>
  )
})

function targetText({ target, name }: BulkRequest): string {
  return name ?? formatCounted('ids' in target ? target.ids.length : target.expectedCount, 'incident')
}
