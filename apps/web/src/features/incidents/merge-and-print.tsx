import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowMerge, IconPrinter } from '@tabler/icons-react'
import { useCan } from '../../lib/permissions'
import { MergeDialog } from './merge-dialog'
import type { IncidentFacts } from './use-incident-actions'

/** Merging it into another incident, and the report on paper. */
export function MergeAndPrint({ facts }: { facts: IncidentFacts }) {
  const mayWrite = useCan('incident:write')
  const [merging, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button variant="default" leftSection={<IconPrinter size={14} aria-hidden />} onClick={() => window.print()}>
        Print
      </Button>
      {mayWrite && facts.allowedActions.includes('MERGE') && (
        <Button variant="default" leftSection={<IconArrowMerge size={14} aria-hidden />} onClick={open}>
          Merge
        </Button>
      )}
      <MergeDialog opened={merging} facts={facts} onClose={close} />
    </>
  )
}
