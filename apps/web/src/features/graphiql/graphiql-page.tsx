import { useMantineColorScheme } from '@mantine/core'
import { GraphiQL } from 'graphiql'
import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import { useMemo } from 'react'
import { usePageTitle } from '../../lib/page-title'
import { useSession } from '../../lib/session'
import { createFetcher } from './fetcher'
import classes from './graphiql-page.module.css'

const EXAMPLE = `# The newest alerts. Ctrl-Enter runs it, Ctrl-Space completes; the book on the left has the whole API.
query NewestAlerts {
  alerts(first: 10, orderBy: NEWEST_RECEIVED) {
    nodes {
      occurredAt
      severity
      threatName
      action
      attacker { address }
      victim { address user }
    }
  }
}
`

/** Tries the API with the rights of whoever is signed in. */
export function GraphiqlPage() {
  usePageTitle('GraphQL')
  const { connection } = useSession().session
  const { colorScheme } = useMantineColorScheme()
  const fetcher = useMemo(() => createFetcher(connection.client()), [connection])
  return (
    <div className={classes['page']}>
      <GraphiQL fetcher={fetcher} defaultQuery={EXAMPLE} {...(colorScheme === 'auto' ? {} : { forcedTheme: colorScheme })} />
    </div>
  )
}
