import { Button, Collapse, Group, Loader, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Panel } from '../../components/ui/panel'
import type { FragmentType } from '../../gql'
import { ForwardingGuide, type ForwardingGuide_IngestStatus } from './forwarding-guide'

type Status = FragmentType<typeof ForwardingGuide_IngestStatus>

/** From an empty source to the first alert. `otherLines`: lines of the last 24 hours that became no alert. */
export function FirstAlert({ status, otherLines }: { status: Status; otherLines: number }) {
  return (
    <Panel title="Send alerts here">
      <Group gap="xs" role="status" aria-live="polite" wrap="nowrap">
        <Loader size="xs" aria-hidden />
        <Text size="sm">
          {otherLines === 0
            ? 'Waiting for the first line…'
            : 'Lines arrive, but none is an alert yet: only threat and WildFire logs are. See below what they are.'}
        </Text>
      </Group>
      <ForwardingGuide status={status} />
    </Panel>
  )
}

/** The same guide for whoever adds a firewall later: folded. */
export function FurtherFirewall({ status }: { status: Status }) {
  const [shown, { toggle }] = useDisclosure(false)
  return (
    <Panel
      title="Connect a firewall"
      actions={
        <Button variant="default" onClick={toggle} aria-expanded={shown}>
          {shown ? 'Hide the steps' : 'Show the steps'}
        </Button>
      }
    >
      <Collapse expanded={shown}>
        <ForwardingGuide status={status} />
      </Collapse>
    </Panel>
  )
}
