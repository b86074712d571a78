import { Divider, Text } from '@mantine/core'
import { Facts } from '../../components/ui/facts'
import { Panel } from '../../components/ui/panel'
import { TLS_TRUST_WORDS } from '../../components/ui/trust-fields'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { useCan } from '../../lib/permissions'
import { ConnectionTest } from './connection-test'
import { commitText, DEVICE_TYPE_NAMES, DRIFT_POLICY_WORDS, scheduleText, scopeText } from './device-words'
import { FoundFacts } from './found-facts'

export const DeviceDetails_Device = graphql(`
  fragment DeviceDetails_Device on Device {
    id
    type
    host
    peerHost
    username
    description
    schedule
    intervalMinutes
    dailyAt
    timeZone
    scope
    scopeName
    commitPolicy
    commitWindows {
      days
      from
      to
    }
    changeTicket
    tlsTrust
    tlsFingerprint
    maxConcurrent
    driftPolicy
    facts {
      ...FoundFacts_DeviceFacts
    }
  }
`)

export function DeviceDetails({ device: given }: { device: FragmentType<typeof DeviceDetails_Device> }) {
  const device = readFragment(DeviceDetails_Device, given)
  const mayTest = useCan('device:write')
  return (
    <Panel title="Device Details">
      {device.description !== '' && <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{device.description}</Text>}
      <Facts
        rows={[
          ['Type', DEVICE_TYPE_NAMES[device.type]],
          ['Hostname / IP', device.host],
          ...(device.peerHost === null ? [] : [['HA peer', device.peerHost] as const]),
          ['Username', device.username],
          ['Update', scheduleText(device)],
          ['Scope', scopeText(device)],
          ['Commit', commitText(device)],
          ...(device.changeTicket === '' ? [] : [['Change ticket', device.changeTicket] as const]),
          [
            'Certificate',
            device.tlsTrust === 'PINNED' ? `pinned, SHA-256 ${shortened(device.tlsFingerprint)}` : TLS_TRUST_WORDS[device.tlsTrust],
          ],
          ['Changes by hand', DRIFT_POLICY_WORDS[device.driftPolicy]],
          ['Calls at a time', device.maxConcurrent],
        ]}
      />
      <Divider />
      {device.facts ? (
        <FoundFacts facts={device.facts} />
      ) : (
        <Text size="sm" c="dimmed">
          The device was not asked yet what it is.
        </Text>
      )}
      {mayTest && <ConnectionTest input={() => ({ id: device.id })} withFacts={false} />}
    </Panel>
  )
}

/** Enough of a fingerprint to tell two apart; the whole of it is in the panel. */
const shortened = (fingerprint: string | null): string => (fingerprint === null ? 'not set' : `${fingerprint.slice(0, 23)}…`)
