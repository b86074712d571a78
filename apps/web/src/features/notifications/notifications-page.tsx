import { Stack, Text, Title } from '@mantine/core'
import { usePageTitle } from '../../lib/page-title'
import { useCan } from '../../lib/permissions'
import { Channels } from './channels'
import { MailServerPanel } from './mail-server'

/** Who is told of something, and how. */
export function NotificationsPage() {
  usePageTitle('Notifications')
  const mayRead = useCan('channel:read')
  return (
    <Stack p="md" gap="md" maw={1500}>
      <div>
        <Title order={1}>Notifications</Title>
        <Text size="sm" c="dimmed">
          {mayRead ? 'Where match conditions tell people and programs what they saw.' : 'You may not see channels.'}
        </Text>
      </div>
      {mayRead && (
        <>
          <Channels />
          <MailServerPanel />
        </>
      )}
    </Stack>
  )
}
