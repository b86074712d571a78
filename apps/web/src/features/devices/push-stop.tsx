import { Badge, Box, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconHandStop, IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMutation, useQuery, useSubscription } from 'urql'
import { Notice } from '../../components/ui/notice'
import { paths } from '../../config/paths'
import { graphql } from '../../gql'
import { useCan } from '../../lib/permissions'
import { useThrottled } from '../../lib/use-throttled'
import { formFaults } from '../../lib/user-errors'

const PushStop_Query = graphql(`
  query PushStop_Query {
    pushPaused
  }
`)

const PushStop_Subscription = graphql(`
  subscription PushStop_Subscription {
    enforcementChanged {
      devices {
        id
      }
    }
  }
`)

const PushPause_Mutation = graphql(`
  mutation PushPause_Mutation($paused: Boolean!) {
    pushPause(paused: $paused) {
      paused
    }
  }
`)

/** Devices change several times a second while they are pushed to. */
const ASK_AGAIN_MS = 5_000

/** Whether everything that leaves the server is stopped; undefined until known. */
function usePushStopped(): boolean | undefined {
  const mayRead = useCan('device:read')
  const [{ data }, ask] = useQuery({ query: PushStop_Query, pause: !mayRead })
  // The event does not tell of the switch, but every device changes with it.
  const askSoon = useThrottled(() => ask({ requestPolicy: 'network-only' }), ASK_AGAIN_MS)
  useSubscription({ query: PushStop_Subscription, pause: !mayRead }, (_, event) => {
    if (event.enforcementChanged.devices.length > 0) askSoon()
    return event
  })
  return data?.pushPaused
}

/** In the header of every page while pushing is stopped: nobody should wonder why nothing arrives. */
export function PushStopMark() {
  if (usePushStopped() !== true) return null
  return (
    <Badge
      component={Link}
      to={paths.devices}
      color="red.9"
      radius="sm"
      tt="none"
      aria-label="Pushing is stopped"
      style={{ cursor: 'pointer', flex: 'none' }}
      leftSection={<IconHandStop size={12} aria-hidden />}
    >
      <Box component="span" visibleFrom="sm">
        Pushing is stopped
      </Box>
    </Badge>
  )
}

/** Stops every device at once, with a question before it acts. Only while pushing goes on. */
export function StopPushing() {
  const stopped = usePushStopped()
  const mayPush = useCan('device:push')
  const [asking, dialog] = useDisclosure(false)
  if (stopped !== false || !mayPush) return null
  return (
    <>
      <Button variant="default" leftSection={<IconHandStop size={14} aria-hidden />} onClick={dialog.open}>
        Stop all pushing
      </Button>
      <Modal opened={asking} onClose={dialog.close} title="Stop all pushing?" closeButtonProps={{ 'aria-label': 'Close' }}>
        <Confirmation stop onClose={dialog.close} />
      </Modal>
    </>
  )
}

/** Only while pushing is stopped: that it is, and the way back. */
export function PushStopNotice() {
  const stopped = usePushStopped()
  const mayPush = useCan('device:push')
  const [asking, dialog] = useDisclosure(false)
  if (stopped !== true) return null
  return (
    <Notice tone="error" title="All pushing is stopped">
      <Group gap="sm">
        <span>Nothing is sent to any device. Lists go on changing; what they changed is pushed when this is over.</span>
        {mayPush && (
          <Button variant="default" leftSection={<IconPlayerPlay size={14} aria-hidden />} onClick={dialog.open}>
            Resume pushing
          </Button>
        )}
      </Group>
      <Modal opened={asking} onClose={dialog.close} title="Resume pushing?" closeButtonProps={{ 'aria-label': 'Close' }}>
        <Confirmation stop={false} onClose={dialog.close} />
      </Modal>
    </Notice>
  )
}

function Confirmation({ stop, onClose }: { stop: boolean; onClose: () => void }) {
  const [{ fetching }, pause] = useMutation(PushPause_Mutation)
  const [fault, setFault] = useState<string | null>(null)
  const submit = async () => {
    const { data, error } = await pause({ paused: stop })
    if (data) return onClose()
    setFault(formFaults([], error, []).form)
  }
  return (
    <Stack gap="sm">
      <Text>
        {stop
          ? 'From now on nothing is sent to any device, whatever its schedule, until somebody resumes it. What is in force on the devices stays in force; what is taken off a list stays blocked there.'
          : 'Devices that are not paused themselves are pushed to again, each by its schedule: what their lists gained is blocked there, what they lost is let through.'}
      </Text>
      {fault !== null && <Notice tone="error">{fault}</Notice>}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button {...(stop && { color: 'red' })} loading={fetching} onClick={() => void submit()}>
          {stop ? 'Stop all pushing' : 'Resume pushing'}
        </Button>
      </Group>
    </Stack>
  )
}
