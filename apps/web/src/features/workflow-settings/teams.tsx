import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { CardTable } from '../../components/ui/card-table'
import { Panel } from '../../components/ui/panel'
import { DeleteTeamDialog } from './delete-team-dialog'
import { TeamDialog } from './team-dialog'
import { memberNames, type Team } from './workflow-data'

interface TeamsProps {
  readonly teams: readonly Team[]
  /** Somebody else changed them. */
  onStale(): void
}

/** People who work on incidents together. */
export function Teams({ teams, onStale }: TeamsProps) {
  const [edited, setEdited] = useState<Team | 'new' | null>(null)
  const [deletedId, setDeletedId] = useState<string | null>(null)
  return (
    <Panel
      title="Teams"
      actions={
        <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setEdited('new')}>
          Add team
        </Button>
      }
    >
      {teams.length === 0 ? (
        <Text size="sm" c="dimmed">
          No team yet. Incidents can be given to a team as well as to one person.
        </Text>
      ) : (
        <CardTable
          label="Teams"
          columns={['Name', 'Members']}
          rows={teams.map(team => ({
            key: team.id,
            cells: [team.name, memberNames(team.members)],
            actions: (
              <Group gap={4} wrap="nowrap" justify="flex-end">
                <Button variant="default" size="xs" aria-label={`Edit ${team.name}`} onClick={() => setEdited(team)}>
                  Edit
                </Button>
                <Button variant="default" size="xs" aria-label={`Delete ${team.name}`} onClick={() => setDeletedId(team.id)}>
                  Delete
                </Button>
              </Group>
            ),
          }))}
        />
      )}
      <TeamDialog team={edited} onClose={() => setEdited(null)} />
      <DeleteTeamDialog team={teams.find(({ id }) => id === deletedId) ?? null} onClose={() => setDeletedId(null)} onStale={onStale} />
    </Panel>
  )
}
