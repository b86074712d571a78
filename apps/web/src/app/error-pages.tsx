import { Button, Code, Stack, Text, Title } from '@mantine/core'
import { isRouteErrorResponse, Link, useRouteError } from 'react-router'
import { paths } from '../config/paths'
import { usePageTitle } from '../lib/page-title'

export function NotFoundPage() {
  usePageTitle('Not found')
  return (
    <Stack p="xl" align="flex-start">
      <Title order={1}>There is no such page</Title>
      <Button component={Link} to={paths.home}>
        To the alerts
      </Button>
    </Stack>
  )
}

/** A page failed: usually because its file belongs to a build that the server no longer has. */
export function RouteErrorPage() {
  const error = useRouteError()
  usePageTitle('Error')
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />
  return (
    <Stack p="xl" align="flex-start" role="alert">
      <Title order={1}>This page failed</Title>
      <Text>Load it again: the console may have been updated. Nothing that was stored is lost.</Text>
      <Code block>{error instanceof Error ? error.message : String(error)}</Code>
      <Button onClick={() => window.location.reload()}>Load again</Button>
    </Stack>
  )
}
