import { Checkbox, Code, Group, Input, List, NumberInput, SegmentedControl, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { CopyButton } from '../../components/ui/copy-button'
import { Notice } from '../../components/ui/notice'
import { type FragmentType, graphql, readFragment } from '../../gql'
import classes from './forwarding-guide.module.css'
import { panCommands, type PanTransport, panScript, type SyslogFormat } from './pan-commands'

export const ForwardingGuide_IngestStatus = graphql(`
  fragment ForwardingGuide_IngestStatus on IngestStatus {
    syslogAddress
    listeners {
      transport
      port
      listening
    }
  }
`)

const LISTENER_OF: Readonly<Record<PanTransport, 'UDP' | 'TCP' | 'TLS'>> = { UDP: 'UDP', TCP: 'TCP', SSL: 'TLS' }

/** What to enter at the firewall, as commands and as menus, filled in with this server's address and ports. */
export function ForwardingGuide({ status: given }: { status: FragmentType<typeof ForwardingGuide_IngestStatus> }) {
  const status = readFragment(ForwardingGuide_IngestStatus, given)
  const offered = (Object.keys(LISTENER_OF) as PanTransport[]).filter(name =>
    status.listeners.some(({ transport, listening }) => listening && transport === LISTENER_OF[name]),
  )
  const [transport, setTransport] = useState<PanTransport>(offered[0] ?? 'UDP')
  const [format, setFormat] = useState<SyslogFormat>('BSD')
  const [address, setAddress] = useState(status.syslogAddress)
  const [mappedPort, setMappedPort] = useState<number | null>(null)
  const [rule, setRule] = useState('your-rule')
  const [urlAndData, setUrlAndData] = useState(false)
  const listener = status.listeners.find(listening => listening.transport === LISTENER_OF[transport])
  const choice = { address, port: mappedPort ?? listener?.port ?? 514, transport, format, rule, urlAndData }
  return (
    <Stack gap="sm">
      {offered.length === 0 && <Notice tone="error">This server listens on no syslog port. See the listeners below.</Notice>}
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="sm">
        <TextInput label="Address of this server" value={address} onChange={event => setAddress(event.currentTarget.value)} />
        <NumberInput
          label="Port"
          min={1}
          max={65_535}
          allowDecimal={false}
          hideControls
          value={choice.port}
          onChange={port => setMappedPort(typeof port === 'number' ? port : null)}
        />
        <TextInput label="Security rule" value={rule} onChange={event => setRule(event.currentTarget.value)} />
        <Input.Wrapper label="Transport and format" labelElement="div">
          <Group gap={6} mt={2}>
            <SegmentedControl
              aria-label="Transport"
              size="xs"
              data={(Object.keys(LISTENER_OF) as PanTransport[]).map(value => ({
                value,
                label: value,
                disabled: !offered.includes(value),
              }))}
              value={transport}
              onChange={value => {
                setTransport(value)
                setMappedPort(null)
              }}
            />
            <SegmentedControl aria-label="Syslog format" size="xs" data={['BSD', 'IETF']} value={format} onChange={setFormat} />
          </Group>
        </Input.Wrapper>
      </SimpleGrid>
      <Checkbox
        label="URL and data filtering logs too"
        description="They have log types of their own, and there can be many."
        checked={urlAndData}
        onChange={event => setUrlAndData(event.currentTarget.checked)}
      />
      {transport === 'SSL' && (
        <Text size="sm">
          First import this server’s certificate (listeners, below) at Device &gt; Certificate Management &gt; Certificates &gt; Import, and
          tick Trusted Root CA on it. The address above must be a name or address of the certificate.
        </Text>
      )}
      <Stack gap="xs">
        {panCommands(choice).map(({ title, menu, lines }, index) => (
          <div key={title} className={classes['step']}>
            <Stack gap={0}>
              <Title order={3}>
                {index + 1}. {title}
              </Title>
              <Text size="sm" c="dimmed">
                {menu}
              </Text>
              <MenuSteps step={index} choice={choice} />
            </Stack>
            <Code block style={{ whiteSpace: 'pre-wrap', wordBreak: 'break-word', alignSelf: 'start' }}>
              {lines.join('\n')}
            </Code>
          </div>
        ))}
      </Stack>
      <Group gap="xs">
        <CopyButton text={panScript(choice)} label="Copy all commands" />
        <Text size="xs" c="dimmed">
          For the firewall’s command line: configure … commit. Forward only High and Critical where volume is a concern: set the filter to
          “(severity geq high)”.
        </Text>
      </Group>
    </Stack>
  )
}

interface MenuStepsProps {
  readonly step: number
  readonly choice: { readonly address: string; readonly port: number; readonly transport: string; readonly format: string }
}

function MenuSteps({ step, choice }: MenuStepsProps) {
  const steps = [
    [
      `Add a server: ${choice.address}, ${choice.transport}, port ${choice.port}, format ${choice.format}, facility LOG_USER`,
      'Leave the custom log formats at their default',
    ],
    ['Threat: Syslog, the profile of step 1', 'WildFire: Syslog, the profile of step 1'],
    ['Choose the log forwarding profile of step 2', 'The rule needs threat profiles, else it logs no threats', 'Commit'],
  ][step]
  return (
    <List size="sm" mt={4}>
      {steps?.map(text => (
        <List.Item key={text}>{text}</List.Item>
      ))}
    </List>
  )
}
