import { Anchor, Badge, Button, Group, Menu, Skeleton, Stack, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  IconChevronLeft,
  IconCloudUpload,
  IconDots,
  IconEye,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useMutation, useQuery, useSubscription } from 'urql'
import { EmptyList, ListFault } from '../../components/ui/list-states'
import { Notice } from '../../components/ui/notice'
import { paths } from '../../config/paths'
import { graphql, readFragment } from '../../gql'
import type { DevicePage_DeviceFragment } from '../../gql/graphql'
import { usePageTitle } from '../../lib/page-title'
import { useCan } from '../../lib/permissions'
import { errorText, formFaults } from '../../lib/user-errors'
import { DeleteDeviceDialog } from './delete-device-dialog'
import { DeviceDetails } from './device-details'
import { FAILURE_WORDS, NEEDS_A_PERSON } from './device-words'
import { EditDevicePanel } from './edit-device-panel'
import { Mappings } from './mappings'
import { PreviewDialog } from './preview-dialog'
import { PushStopNotice } from './push-stop'
import { RunHistory } from './run-history'

const DevicePage_Device = graphql(`
  fragment DevicePage_Device on Device {
    id
    name
    paused
    version
    mappings {
      id
    }
    runs(first: 1) {
      nodes {
        id
        state
        failure
        message
      }
    }
    ...DeviceDetails_Device
    ...EditDevicePanel_Device
    ...Mappings_Device
    ...PreviewDialog_Device
  }
`)

const DevicePage_Query = graphql(`
  query DevicePage_Query($id: ID!) {
    device(id: $id) {
      id
      ...DevicePage_Device
    }
  }
`)

const DevicePage_Subscription = graphql(`
  subscription DevicePage_Subscription {
    enforcementChanged {
      devices {
        id
        ...DevicePage_Device
      }
      lists {
        id
        name
        entryCount
        revision
      }
    }
  }
`)

/** One device: what it is, what lists it enforces, and what was done to it. */
export function DevicePage() {
  const { deviceId = '' } = useParams()
  const [{ data, error, fetching }, ask] = useQuery({
    query: DevicePage_Query,
    variables: { id: deviceId },
    requestPolicy: 'cache-and-network',
  })
  const device = readFragment(DevicePage_Device, data?.device)
  usePageTitle(device?.name ?? 'Device')
  // What it brings goes into the cache, and from there to the query above.
  useSubscription({ query: DevicePage_Subscription, pause: !device })
  const askAgain = () => ask({ requestPolicy: 'network-only' })
  if (device) return <LoadedDevice key={device.id} device={device} onChanged={askAgain} />
  if (fetching) return <Loading />
  if (error) return <ListFault title="The device could not be read" text={errorText(error)} onRetry={askAgain} />
  return (
    <EmptyList
      title="There is no such device"
      actions={
        <Button component={Link} to={paths.devices}>
          To the devices
        </Button>
      }
    />
  )
}

type Open = 'edit' | 'delete' | 'preview'

function LoadedDevice({ device, onChanged }: { device: DevicePage_DeviceFragment; onChanged: () => void }) {
  const navigate = useNavigate()
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  return (
    <Stack p="md" gap="md" maw={1500}>
      <Stack gap={4}>
        <Anchor component={Link} to={paths.devices} size="xs" c="dimmed">
          <Group gap={2} component="span">
            <IconChevronLeft size={14} aria-hidden /> Devices
          </Group>
        </Anchor>
        <Group justify="space-between" gap="xs">
          <Group gap="sm">
            <Title order={1} style={{ overflowWrap: 'anywhere' }}>
              {device.name}
            </Title>
            {device.paused && (
              <Badge variant="outline" color="gray" radius="sm" tt="none">
                Paused
              </Badge>
            )}
          </Group>
          <DeviceActions device={device} onOpen={setOpen} />
        </Group>
      </Stack>
      <PushStopNotice />
      {device.paused && (
        <Notice tone="warning" title="This device is paused">
          Nothing is sent to it, whatever its schedule. What is in force on it stays in force.
        </Notice>
      )}
      <LastRun run={device.runs.nodes[0]} />
      <DeviceDetails device={device} />
      <Mappings device={device} onDeleted={onChanged} />
      <RunHistory deviceId={device.id} />
      <EditDevicePanel device={device} opened={open === 'edit'} onClose={close} />
      <PreviewDialog device={device} opened={open === 'preview'} onClose={close} />
      <DeleteDeviceDialog
        device={device}
        mappings={device.mappings.length}
        opened={open === 'delete'}
        onClose={close}
        onDeleted={() => void navigate(paths.devices, { replace: true })}
      />
    </Stack>
  )
}

/** What keeps the device from being in line: the first thing to know on its page. */
function LastRun({ run }: { run: DevicePage_DeviceFragment['runs']['nodes'][number] | undefined }) {
  if (run?.state !== 'FAILED' && run?.state !== 'POSTPONED') return null
  const failed = run.state === 'FAILED'
  const title = [
    failed ? 'The last run failed' : 'The last run was postponed',
    ...(run.failure === null ? [] : [FAILURE_WORDS[run.failure]]),
  ].join(': ')
  return (
    <Notice tone={failed ? 'error' : 'warning'} title={title}>
      {run.message !== null && <div>{run.message}</div>}
      {run.failure !== null && NEEDS_A_PERSON.has(run.failure) && <div>It is not tried again by itself: put it right, then push now.</div>}
    </Notice>
  )
}

const DevicePush_Mutation = graphql(`
  mutation DevicePush_Mutation($input: DevicePushInput!) {
    devicePush(input: $input) {
      run {
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

const DevicePause_Mutation = graphql(`
  mutation DevicePause_Mutation($input: DevicePauseInput!) {
    devicePause(input: $input) {
      device {
        id
        paused
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

interface DeviceActionsProps {
  readonly device: DevicePage_DeviceFragment
  onOpen(what: Open): void
}

function DeviceActions({ device: { id, paused, mappings }, onOpen }: DeviceActionsProps) {
  const may = { push: useCan('device:push'), write: useCan('device:write') }
  const [pushing, push] = useMutation(DevicePush_Mutation)
  const [pausing, pause] = useMutation(DevicePause_Mutation)
  const pushNow = async () => {
    const { data, error } = await push({ input: { id } })
    const fault = formFaults(data?.devicePush.userErrors ?? [], error, []).form
    if (fault !== null) notifications.show({ color: 'red', title: 'Nothing was pushed', message: fault })
    else if (!data?.devicePush.run) notifications.show({ title: 'Asked for', message: 'The push begins when the run at work has ended.' })
  }
  const setPaused = async (next: boolean) => {
    const { data, error } = await pause({ input: { id, paused: next } })
    const fault = formFaults(data?.devicePause.userErrors ?? [], error, []).form
    if (fault !== null) notifications.show({ color: 'red', title: 'The device was not changed', message: fault })
  }
  return (
    <Group gap="xs">
      {may.push && (
        <>
          <Button
            leftSection={<IconCloudUpload size={14} aria-hidden />}
            disabled={paused || mappings.length === 0}
            loading={pushing.fetching}
            onClick={() => void pushNow()}
          >
            Push now
          </Button>
          <Button
            variant="default"
            leftSection={<IconEye size={14} aria-hidden />}
            disabled={mappings.length === 0}
            onClick={() => onOpen('preview')}
          >
            Preview
          </Button>
          <Button
            variant="default"
            leftSection={paused ? <IconPlayerPlay size={14} aria-hidden /> : <IconPlayerPause size={14} aria-hidden />}
            loading={pausing.fetching}
            onClick={() => void setPaused(!paused)}
          >
            {paused ? 'Resume device' : 'Pause device'}
          </Button>
        </>
      )}
      {may.write && (
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <Button variant="default" px={8} aria-label="Device menu">
              <IconDots size={16} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={14} aria-hidden />} onClick={() => onOpen('edit')}>
              Edit
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash size={14} aria-hidden />} onClick={() => onOpen('delete')}>
              Delete
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  )
}

function Loading() {
  return (
    <Stack p="md" gap="md" aria-busy aria-label="Loading">
      <Skeleton h={120} />
      <Skeleton h={220} />
    </Stack>
  )
}
