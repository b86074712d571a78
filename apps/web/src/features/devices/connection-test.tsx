import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { useState } from 'react'
import { useMutation } from 'urql'
import { CertificateToTrust } from '../../components/ui/certificate-to-trust'
import { Notice } from '../../components/ui/notice'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { ConnectionTest_ConnectionTestFragment, DeviceTestInput } from '../../gql/graphql'
import { formFaults } from '../../lib/user-errors'
import { FAILURE_WORDS } from './device-words'
import { FoundFacts } from './found-facts'

export const ConnectionTest_ConnectionTest = graphql(`
  fragment ConnectionTest_ConnectionTest on ConnectionTest {
    ok
    failure
    message
    fingerprint
    subject
    facts {
      missingRights
      ...FoundFacts_DeviceFacts
    }
  }
`)

const DeviceTest_Mutation = graphql(`
  mutation DeviceTest_Mutation($input: DeviceTestInput!) {
    deviceTest(input: $input) {
      test {
        ...ConnectionTest_ConnectionTest
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface ConnectionTestProps {
  /** What is to be tried. */
  input(): DeviceTestInput
  /** Pins the certificate, and answers what is to be tried then. Absent: the page cannot. */
  onTrust?(fingerprint: string): DeviceTestInput
  /** False: what the device tells of itself stands on the page already. */
  readonly withFacts?: boolean
}

/** Asks the device, changes nothing there, and shows who answered. */
export function ConnectionTest({ input, onTrust, withFacts = true }: ConnectionTestProps) {
  const [{ fetching }, test] = useMutation(DeviceTest_Mutation)
  const [found, setFound] = useState<FragmentType<typeof ConnectionTest_ConnectionTest> | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const run = async (tried: DeviceTestInput) => {
    setFound(null)
    setFault(null)
    const { data, error } = await test({ input: tried })
    setFound(data?.deviceTest.test ?? null)
    setFault(formFaults(data?.deviceTest.userErrors ?? [], error, []).form)
  }
  return (
    <Stack gap="xs" aria-busy={fetching}>
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconPlugConnected size={14} aria-hidden />}
          loading={fetching}
          onClick={() => void run(input())}
        >
          Test connection
        </Button>
      </Group>
      {fault !== null && <Notice tone="error">{fault}</Notice>}
      {found && (
        <Found
          test={readFragment(ConnectionTest_ConnectionTest, found)}
          withFacts={withFacts}
          onTrust={onTrust && (print => void run(onTrust(print)))}
        />
      )}
    </Stack>
  )
}

interface FoundProps {
  readonly test: ConnectionTest_ConnectionTestFragment
  readonly onTrust: ((fingerprint: string) => void) | undefined
}

function Found({ test, withFacts, onTrust }: FoundProps & { withFacts: boolean }) {
  const { failure, message, facts } = test
  if (failure === 'TLS_NOT_TRUSTED') return <Untrusted test={test} onTrust={onTrust} />
  if (!test.ok) {
    return (
      <Notice tone="error" title={failure ? FAILURE_WORDS[failure] : 'The test failed'}>
        {message}
      </Notice>
    )
  }
  const lacking = facts?.missingRights ?? []
  return (
    <Notice
      tone={lacking.length > 0 ? 'warning' : 'info'}
      title={lacking.length > 0 ? 'The device answers, but rights are missing' : 'The device answers'}
    >
      {withFacts && facts && <FoundFacts facts={facts} />}
    </Notice>
  )
}

/** A certificate that nobody vouches for: a person may, by comparing the fingerprint. */
function Untrusted({ test: { message, fingerprint, subject }, onTrust }: FoundProps) {
  return (
    <Notice tone="warning" title={FAILURE_WORDS.TLS_NOT_TRUSTED}>
      <Stack gap="xs" align="flex-start">
        {message !== null && <Text size="sm">{message}</Text>}
        {fingerprint !== null && (
          <CertificateToTrust
            fingerprint={fingerprint}
            onTrust={onTrust}
            otherwise="If it is the same, edit the device to trust exactly this certificate."
          >
            The device shows a certificate{subject !== null && subject !== '' && ` of ${subject}`} with this SHA-256 fingerprint. Compare it
            with the one on the device itself, not over this network:
          </CertificateToTrust>
        )}
      </Stack>
    </Notice>
  )
}
