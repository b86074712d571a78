import { Loader, Modal, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useClient } from 'urql'
import { Notice } from '../../components/ui/notice'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { MappingPreview_MutationMutation, PreviewDialog_DeviceFragment } from '../../gql/graphql'
import { formFaults } from '../../lib/user-errors'
import { MappingPreview, MappingPreview_Mutation } from './mapping-preview'

export const PreviewDialog_Device = graphql(`
  fragment PreviewDialog_Device on Device {
    id
    name
    mappings {
      id
      kind
      groupName
      list {
        id
      }
    }
  }
`)

interface PreviewDialogProps {
  readonly device: FragmentType<typeof PreviewDialog_Device>
  readonly opened: boolean
  onClose(): void
}

/** What a push would change now: asked of the device, nothing is written. */
export function PreviewDialog({ device: given, opened, onClose }: PreviewDialogProps) {
  const device = readFragment(PreviewDialog_Device, given)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={`What a push to ${device.name} would change`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Previews device={device} />
    </Modal>
  )
}

interface Answer {
  readonly preview: MappingPreview_MutationMutation['mappingPreview']['preview']
  readonly fault: string | null
}

/** One mapping after the other, as it was when the dialog was opened: a device takes few calls at a time. */
function Previews({ device }: { device: PreviewDialog_DeviceFragment }) {
  const client = useClient()
  const [asked] = useState(device)
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({})
  useEffect(() => {
    let over = false
    const ask = async () => {
      for (const { id, kind, groupName, list } of asked.mappings) {
        if (over) return
        const { data, error } = await client.mutation(MappingPreview_Mutation, {
          input: { deviceId: asked.id, listId: list.id, kind, groupName },
        })
        const fault = formFaults(data?.mappingPreview.userErrors ?? [], error, []).form
        if (!over) setAnswers(before => ({ ...before, [id]: { preview: data?.mappingPreview.preview ?? null, fault } }))
      }
    }
    void ask()
    return () => {
      over = true
    }
  }, [client, asked])
  return (
    <Stack gap="md">
      {asked.mappings.map(({ id, groupName }) => {
        const answer = answers[id]
        return (
          <Stack key={id} gap="xs" component="section" aria-label={groupName} aria-busy={!answer}>
            {/* A preview names the group itself. */}
            {answer?.preview?.failure !== null && (
              <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                {groupName}
              </Text>
            )}
            {!answer && <Loader size="xs" aria-label="Asking the device" />}
            {answer && answer.fault !== null && <Notice tone="error">{answer.fault}</Notice>}
            {answer?.preview && <MappingPreview preview={answer.preview} groupName={groupName} />}
          </Stack>
        )
      })}
    </Stack>
  )
}
