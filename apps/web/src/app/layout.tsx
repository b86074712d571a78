import { AppShell, Burger, Button, Center, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useEffect } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { useQuery } from 'urql'
import { paths } from '../config/paths'
import { PushStopMark } from '../features/devices/push-stop'
import { JobTray } from '../features/incidents/job-tray'
import { graphql } from '../gql'
import { isUnauthenticated } from '../lib/urql-client'
import { type Viewer, ViewerProvider } from '../lib/permissions'
import { useSession } from '../lib/session'
import { Brand } from './layout/brand'
import { CommandPalette } from './layout/command-palette'
import { LiveStatus } from './layout/live-status'
import { Navigation } from './layout/navigation'
import { SchemeToggle } from './layout/scheme-toggle'
import { ShortcutSheet } from './layout/shortcut-sheet'
import { TimeZoneMenu } from './layout/time-zone-menu'
import { UserMenu } from './layout/user-menu'

const AppLayout_Query = graphql(`
  query AppLayout_Query {
    viewer {
      user {
        id
        name
      }
      permissions
    }
  }
`)

/** Lets in who is signed in; sends everybody else to the sign-in page and back afterwards. */
export function AppLayout() {
  const [{ data, fetching, error }, ask] = useQuery({ query: AppLayout_Query })
  const { pathname, search } = useLocation()
  if (data?.viewer) return <SignedInLayout viewer={{ ...data.viewer.user, permissions: data.viewer.permissions }} />
  if (data || (error && isUnauthenticated(error))) return <Navigate to={paths.signIn(pathname + search)} replace />
  if (fetching || !error) return <Waiting />
  return (
    <Center h="100%" p="md">
      <Stack role="alert" align="flex-start">
        <Title order={1}>The server does not answer</Title>
        <Text>{error.networkError?.message ?? error.message}</Text>
        <Button onClick={() => ask({ requestPolicy: 'network-only' })}>Try again</Button>
      </Stack>
    </Center>
  )
}

function Waiting() {
  return (
    <Center h="100%">
      <Loader aria-label="Loading" />
    </Center>
  )
}

function SignedInLayout({ viewer }: { viewer: Viewer }) {
  const { connection } = useSession().session
  const [navigationOpen, { toggle: toggleNavigation, close: closeNavigation }] = useDisclosure(false)
  const { pathname, search } = useLocation()
  const wall = pathname === paths.overview && new URLSearchParams(search).get('wall') === '1'
  useEffect(() => void connection.client(), [connection])
  useEffect(closeNavigation, [pathname, closeNavigation])
  return (
    <ViewerProvider viewer={viewer}>
      <a className="skip-link" href="#main">
        To the content
      </a>
      <AppShell
        header={{ height: 44 }}
        navbar={{ width: 192, breakpoint: 'sm', collapsed: { mobile: !navigationOpen } }}
        padding={0}
        disabled={wall}
      >
        <AppShell.Header>
          <Group h="100%" px="sm" gap="xs" wrap="nowrap" justify="space-between">
            <Group gap="xs" wrap="nowrap">
              <Burger
                opened={navigationOpen}
                onClick={toggleNavigation}
                hiddenFrom="sm"
                size="sm"
                aria-label={navigationOpen ? 'Close the navigation' : 'Open the navigation'}
              />
              <Brand />
            </Group>
            <Group gap={4} wrap="nowrap">
              <PushStopMark />
              <LiveStatus />
              <TimeZoneMenu />
              <SchemeToggle />
              <CommandPalette />
              <ShortcutSheet />
              <UserMenu />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p={6} aria-label="Main">
          <Navigation onNavigate={closeNavigation} />
        </AppShell.Navbar>
        <AppShell.Main id="main" tabIndex={-1}>
          <Outlet />
        </AppShell.Main>
        {!wall && <JobTray />}
      </AppShell>
    </ViewerProvider>
  )
}
