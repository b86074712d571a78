import { List, Stack, Text } from '@mantine/core'
import { Facts } from '../../components/ui/facts'
import { TimeText } from '../../components/ui/time-text'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { formatCount } from '../../lib/format'

export const FoundFacts_DeviceFacts = graphql(`
  fragment FoundFacts_DeviceFacts on DeviceFacts {
    model
    serial
    panosVersion
    hostname
    haState
    multiVsys
    registeredIpLimit
    missingRights
    testedAt
  }
`)

/** What the device told of itself when it was last asked. */
export function FoundFacts({ facts: given }: { facts: FragmentType<typeof FoundFacts_DeviceFacts> }) {
  const facts = readFragment(FoundFacts_DeviceFacts, given)
  return (
    <Stack gap={6}>
      <Facts
        rows={[
          ['Model', facts.model ?? 'not told'],
          ['Serial', facts.serial ?? 'not told'],
          ['PAN-OS', facts.panosVersion ?? 'not told'],
          ['Host name', facts.hostname ?? 'not told'],
          ['HA', facts.haState ?? 'not in a pair'],
          ['Virtual systems', facts.multiVsys === null ? 'not told' : facts.multiVsys ? 'several' : 'one'],
          [
            'Registered addresses',
            facts.registeredIpLimit === null ? 'limit not known' : `at most ${formatCount(facts.registeredIpLimit)}`,
          ],
          ['Asked', <TimeText at={facts.testedAt} relative />],
        ]}
      />
      {facts.missingRights.length > 0 && (
        <>
          <Text size="sm" fw={600}>
            Rights of the XML API that the user lacks
          </Text>
          <List size="sm">
            {facts.missingRights.map(right => (
              <List.Item key={right}>{right}</List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  )
}
