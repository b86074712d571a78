import { Avatar, Group, Text, Tooltip } from '@mantine/core'
import { useEffect } from 'react'
import { useClient } from 'urql'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { useCan, useViewer } from '../../lib/permissions'

const IncidentViewers_Incident = graphql(`
  fragment IncidentViewers_Incident on Incident {
    id
    viewers {
      id
      name
    }
  }
`)

const IncidentView_Mutation = graphql(`
  mutation IncidentView_Mutation($id: ID!) {
    incidentView(id: $id) {
      incident {
        id
        ...IncidentViewers_Incident
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

export const VIEW_EVERY_MS = 20_000
const SHOWN = 4

/** Others who have it open now. A page in the background does not count as looking. */
export function IncidentViewers({ incident: masked }: { incident: FragmentType<typeof IncidentViewers_Incident> }) {
  const { id, viewers } = readFragment(IncidentViewers_Incident, masked)
  const client = useClient()
  const mayRead = useCan('incident:read')
  const viewer = useViewer()
  useEffect(() => {
    if (!mayRead) return
    const tell = () => {
      if (document.visibilityState === 'visible') void client.mutation(IncidentView_Mutation, { id }).toPromise()
    }
    tell()
    const timer = setInterval(tell, VIEW_EVERY_MS)
    return () => clearInterval(timer)
  }, [client, id, mayRead])
  // Executions are shared, so that the answer holds whoever asks.
  const others = viewers.filter(({ id: userId }) => userId !== viewer.id)
  if (others.length === 0) return null
  return (
    <Group gap={4} role="group" aria-label="Also looking" data-noprint>
      <Text span size="xs" c="dimmed">
        Also looking
      </Text>
      <Avatar.Group spacing={6}>
        {others.slice(0, SHOWN).map(({ id: userId, name }) => (
          <Tooltip key={userId} label={name}>
            <Avatar size={22} name={name} alt={name} title={name} color="steel" />
          </Tooltip>
        ))}
        {others.length > SHOWN && <Avatar size={22}>+{others.length - SHOWN}</Avatar>}
      </Avatar.Group>
    </Group>
  )
}
