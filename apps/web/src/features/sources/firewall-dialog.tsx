import { Button, Group, Modal, Select, Stack } from '@mantine/core'
import { AddressOrder } from '@sallyport/shared'
import { useState } from 'react'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import { timeZones } from '../../lib/time-zone'
import { formFaults } from '../../lib/user-errors'

const FirewallUpdate_Mutation = graphql(`
  mutation FirewallUpdate_Mutation($input: FirewallUpdateInput!) {
    firewallUpdate(input: $input) {
      firewall {
        id
        timeZone
        addressOrder
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

const ORDER_LABELS: Readonly<Record<AddressOrder, string>> = {
  AUTO: 'As the line tells (recommended)',
  CONTENT: 'Source sent the content (PAN-OS 8.0 and earlier)',
  SESSION: 'Source is the client (PAN-OS 8.1 and later)',
}

interface FirewallDialogProps {
  readonly firewall: {
    readonly id: string
    readonly name: string
    readonly serial: string
    readonly timeZone: string | null
    readonly addressOrder: AddressOrder
  }
  readonly sourceTimeZone: string
  onClose(): void
}

/** What a firewall's lines cannot tell. */
export function FirewallDialog({ firewall, sourceTimeZone, onClose }: FirewallDialogProps) {
  const [{ fetching }, update] = useMutation(FirewallUpdate_Mutation)
  const [timeZone, setTimeZone] = useState(firewall.timeZone ?? '')
  const [addressOrder, setAddressOrder] = useState(firewall.addressOrder)
  const [fault, setFault] = useState<string | null>(null)
  const save = async () => {
    setFault(null)
    const result = await update({ input: { id: firewall.id, timeZone: timeZone === '' ? null : timeZone, addressOrder } })
    if (result.data?.firewallUpdate.userErrors.length === 0) return onClose()
    setFault(formFaults(result.data?.firewallUpdate.userErrors ?? [], result.error, []).form)
  }
  return (
    <Modal opened onClose={onClose} title={`Firewall ${firewall.name || firewall.serial}`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <Stack gap="sm">
          {fault !== null && <Notice tone="error">{fault}</Notice>}
          <Select
            label="Time zone of its clock"
            description="Its lines tell local time without an offset. New alerts are read with this zone."
            searchable
            allowDeselect={false}
            limit={100}
            data={[{ value: '', label: `The source's: ${sourceTimeZone}` }, ...timeZones().map(zone => ({ value: zone, label: zone }))]}
            value={timeZone}
            onChange={zone => setTimeZone(zone ?? '')}
          />
          <Select
            label="Order of addresses"
            description="What source and destination mean on lines from server to client."
            allowDeselect={false}
            data={Object.values(AddressOrder).map(value => ({ value, label: ORDER_LABELS[value] }))}
            value={addressOrder}
            onChange={value => setAddressOrder(Object.values(AddressOrder).find(order => order === value) ?? 'AUTO')}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={fetching}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
