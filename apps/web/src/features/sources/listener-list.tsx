import { Badge, Button, Code, Group, Stack, Table, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { Notice } from '../../components/ui/notice'
import { CopyButton } from '../../components/ui/copy-button'
import { downloadText } from '../../components/ui/download'
import { type FragmentType, graphql, readFragment } from '../../gql'

export const ListenerList_Listener = graphql(`
  fragment ListenerList_Listener on Listener {
    transport
    address
    port
    wantedPort
    listening
    notice
    certificateFingerprint
    certificatePem
  }
`)

/** Where this server listens: the ports really used, and why they differ from those asked for. */
export function ListenerList({ listeners }: { listeners: readonly FragmentType<typeof ListenerList_Listener>[] }) {
  const rows = readFragment(ListenerList_Listener, listeners)
  const tls = rows.find(({ certificatePem }) => certificatePem !== null)
  return (
    <Stack gap="sm">
      {rows
        .filter(({ notice }) => notice !== null)
        .map(({ transport, notice, listening }) => (
          <Notice
            key={transport}
            tone={listening ? 'warning' : 'error'}
            title={`${transport}: ${listening ? 'another port' : 'not listening'}`}
          >
            {notice}
          </Notice>
        ))}
      <Table aria-label="Syslog listeners" verticalSpacing={4} withRowBorders={false}>
        <Table.Tbody>
          {rows.map(({ transport, listening, address, port, wantedPort }) => (
            <Table.Tr key={transport}>
              <Table.Th scope="row" w="1%" fw={500}>
                {transport}
              </Table.Th>
              <Table.Td>
                {listening ? (
                  <Group gap={6}>
                    <Code>{`${address?.includes(':') ? `[${address}]` : address}:${port}`}</Code>
                    {port !== wantedPort && wantedPort !== 0 && (
                      <Text size="xs" c="dimmed">
                        instead of {wantedPort}
                      </Text>
                    )}
                  </Group>
                ) : (
                  <Badge variant="outline" color="red" tt="none">
                    not listening
                  </Badge>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {tls?.certificatePem && (
        <Stack gap={4}>
          <Text size="sm" fw={500}>
            TLS certificate, SHA-256
          </Text>
          <Code block style={{ whiteSpace: 'normal', wordBreak: 'break-all' }}>
            {tls.certificateFingerprint}
          </Code>
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconDownload size={14} aria-hidden />}
              onClick={() => downloadText('sallyport-syslog.pem', tls.certificatePem ?? '', 'application/x-pem-file')}
            >
              Download PEM
            </Button>
            <CopyButton text={tls.certificatePem} label="Copy PEM" />
          </Group>
        </Stack>
      )}
    </Stack>
  )
}
