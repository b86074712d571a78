import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import { type FormFaults, formFaults } from '../../lib/user-errors'
import type { Channel } from './channel-data'
import { ChannelFields } from './channel-fields'
import { CHANNEL_FIELDS, channelFaults, createInput, NEW_CHANNEL, updateInput, valuesOf } from './channel-values'

const ChannelCreate_Mutation = graphql(`
  mutation ChannelCreate_Mutation($input: ChannelCreateInput!) {
    payload: channelCreate(input: $input) {
      channel {
        id
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

const ChannelUpdate_Mutation = graphql(`
  mutation ChannelUpdate_Mutation($input: ChannelUpdateInput!) {
    payload: channelUpdate(input: $input) {
      channel {
        id
        name
        kind
        enabled
        target
        hasSecret
        version
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface ChannelDialogProps {
  /** As it was seen; null: closed. */
  readonly channel: Channel | 'new' | null
  onClose(): void
}

/** Makes a channel, or changes one. */
export function ChannelDialog({ channel, onClose }: ChannelDialogProps) {
  return (
    <Modal
      opened={channel !== null}
      onClose={onClose}
      title={channel === null || channel === 'new' ? 'New channel' : `Channel ${channel.name}`}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {channel !== null && <ChannelForm seen={channel === 'new' ? null : channel} onClose={onClose} />}
    </Modal>
  )
}

const NO_FAULTS: FormFaults = { fields: {}, form: null }

function ChannelForm({ seen, onClose }: { seen: Channel | null; onClose: () => void }) {
  const [values, setValues] = useState(seen ? valuesOf(seen) : NEW_CHANNEL)
  // What the form goes on from: another version once theirs is known.
  const [base, setBase] = useState(seen)
  const [theirs, setTheirs] = useState<Channel | null>(null)
  const [faults, setFaults] = useState(NO_FAULTS)
  const [creating, create] = useMutation(ChannelCreate_Mutation)
  const [updating, update] = useMutation(ChannelUpdate_Mutation)
  const save = async (from: Channel | null) => {
    const found = channelFaults(values, from)
    setFaults({ fields: found, form: null })
    if (Object.keys(found).length > 0) return
    const { data, error } = await (from ? update({ input: updateInput(from, values) }) : create({ input: createInput(values) }))
    const errors = data?.payload.userErrors ?? []
    const now = data?.payload.channel
    const late = from && now && 'version' in now && errors.some(({ code }) => code === 'CONFLICT') ? { ...from, ...now } : null
    setTheirs(late)
    setFaults(late ? NO_FAULTS : formFaults(errors, error, CHANNEL_FIELDS))
    if (!late && !error && errors.length === 0) onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save(base)
  }
  const busy = creating.fetching || updating.fetching
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {faults.form !== null && <Notice tone="error">{faults.form}</Notice>}
        {theirs && (
          <TheirChannel
            theirs={theirs}
            busy={busy}
            onMine={() => {
              setBase(theirs)
              void save(theirs)
            }}
            onTheirs={() => {
              setValues(valuesOf(theirs))
              setBase(theirs)
              setTheirs(null)
            }}
          />
        )}
        <ChannelFields
          values={values}
          stored={base}
          faults={faults.fields}
          onChange={change => setValues(before => ({ ...before, ...change }))}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy} disabled={theirs !== null}>
            {seen ? 'Save' : 'Add channel'}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface TheirChannelProps {
  readonly theirs: Channel
  readonly busy: boolean
  onMine(): void
  onTheirs(): void
}

/** Somebody else saved it meanwhile; mine stands in the form. */
function TheirChannel({ theirs: { name, target, enabled }, busy, onMine, onTheirs }: TheirChannelProps) {
  return (
    <Notice tone="warning" title="Somebody else changed this channel meanwhile">
      <Stack gap={6} role="group" aria-label="Both versions">
        <Text size="sm">
          Theirs: <strong>{name}</strong>
          {target !== '' && `, ${target}`}, {enabled ? 'on' : 'off'}. Yours stands below.
        </Text>
        <Group gap="xs">
          <Button size="compact-xs" loading={busy} onClick={onMine}>
            Keep mine
          </Button>
          <Button size="compact-xs" variant="default" onClick={onTheirs}>
            Take theirs
          </Button>
        </Group>
      </Stack>
    </Notice>
  )
}
