import { Button, Group, Skeleton, Stack, Tabs, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useQuery, useSubscription } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import { usePageTitle } from '../../lib/page-title'
import { useCan } from '../../lib/permissions'
import { errorText } from '../../lib/user-errors'
import { DeviceTable } from './device-table'
import { NewDevicePanel } from './new-device-panel'
import { PushStopNotice, StopPushing } from './push-stop'

const DevicesPage_Query = graphql(`
  query DevicesPage_Query {
    devices {
      id
      ...DeviceTable_Device
    }
  }
`)

const DevicesPage_Subscription = graphql(`
  subscription DevicesPage_Subscription {
    enforcementChanged {
      devices {
        id
        ...DeviceTable_Device
      }
    }
  }
`)

/** The firewalls that lists are pushed to, and how they stand. */
export function DevicesPage() {
  usePageTitle('Devices')
  const [{ data, error }, ask] = useQuery({ query: DevicesPage_Query, requestPolicy: 'cache-and-network' })
  // Devices on show change through the cache; one that is not among them is a reason to ask again.
  useSubscription({ query: DevicesPage_Subscription, pause: !data }, (_, event) => {
    const known = new Set(data?.devices.map(({ id }) => id))
    if (event.enforcementChanged.devices.some(({ id }) => !known.has(id))) ask({ requestPolicy: 'network-only' })
    return event
  })
  const [adding, panel] = useDisclosure(false)
  const mayWrite = useCan('device:write')
  const addButton = (
    <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={panel.open}>
      Add
    </Button>
  )
  return (
    <Stack p="md" gap="md" maw={1500}>
      <Group justify="space-between" gap="xs">
        <Title order={1}>Devices</Title>
        <StopPushing />
      </Group>
      <PushStopNotice />
      <Tabs value="network-devices">
        <Tabs.List>
          <Tabs.Tab value="network-devices">Network Devices</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="network-devices" pt="md">
          <Stack gap="md">
            <Group gap="sm">
              <Title order={2}>Network Devices</Title>
              {mayWrite && data && addButton}
            </Group>
            {error && !data && (
              <Notice tone="error" title="The devices could not be read">
                <Stack gap="xs" align="flex-start">
                  {errorText(error)}
                  <Button variant="default" onClick={() => ask({ requestPolicy: 'network-only' })}>
                    Try again
                  </Button>
                </Stack>
              </Notice>
            )}
            {!data && !error && <Skeleton h={220} aria-busy aria-label="Loading" />}
            {data && data.devices.length > 0 && <DeviceTable devices={data.devices} />}
            {data?.devices.length === 0 && (
              <Stack gap="xs">
                <Text fw={600}>No device yet</Text>
                <Text>
                  A device is a firewall or a Panorama. Lists that are mapped to it are pushed into its groups and kept in sync there.
                </Text>
                {!mayWrite && <Text c="dimmed">An administrator can add one.</Text>}
              </Stack>
            )}
          </Stack>
        </Tabs.Panel>
      </Tabs>
      <NewDevicePanel opened={adding} onClose={panel.close} />
    </Stack>
  )
}
