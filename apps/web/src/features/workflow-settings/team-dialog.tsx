import { Button, Group, Modal, MultiSelect, Stack, Text, TextInput } from '@mantine/core'
import { TEAM_MEMBERS_MAX, teamCreateInput } from '@sallyport/shared'
import { type FormEvent, useState } from 'react'
import { useMutation, useQuery } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import { type FormFaults, formFaults } from '../../lib/user-errors'
import { memberNames, type Team } from './workflow-data'

const TeamPeople_Query = graphql(`
  query TeamPeople_Query {
    users(first: 100) {
      nodes {
        id
        name
        disabled
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`)

const TeamCreate_Mutation = graphql(`
  mutation TeamCreate_Mutation($input: TeamCreateInput!) {
    payload: teamCreate(input: $input) {
      team {
        id
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

const TeamUpdate_Mutation = graphql(`
  mutation TeamUpdate_Mutation($input: TeamUpdateInput!) {
    payload: teamUpdate(input: $input) {
      team {
        id
        name
        version
        members {
          id
          name
          disabled
        }
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface TeamDialogProps {
  /** As it was seen; null: closed. */
  readonly team: Team | 'new' | null
  onClose(): void
}

/** Makes a team, or changes one. */
export function TeamDialog({ team, onClose }: TeamDialogProps) {
  return (
    <Modal
      opened={team !== null}
      onClose={onClose}
      title={team === null || team === 'new' ? 'New team' : `Team ${team.name}`}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {team !== null && <TeamForm seen={team === 'new' ? null : team} onClose={onClose} />}
    </Modal>
  )
}

const NO_FAULTS: FormFaults = { fields: {}, form: null }

function TeamForm({ seen, onClose }: { seen: Team | null; onClose: () => void }) {
  const [name, setName] = useState(seen?.name ?? '')
  const [memberIds, setMemberIds] = useState<string[]>(seen?.members.map(({ id }) => id) ?? [])
  // What the form goes on from: another version once theirs is known.
  const [base, setBase] = useState(seen)
  const [theirs, setTheirs] = useState<Team | null>(null)
  const [faults, setFaults] = useState<FormFaults>(NO_FAULTS)
  const [creating, create] = useMutation(TeamCreate_Mutation)
  const [updating, update] = useMutation(TeamUpdate_Mutation)
  const save = async (from: Team | null) => {
    const checked = teamCreateInput.safeParse({ name, memberIds })
    if (!checked.success) return setFaults(checkFaults(checked.error.issues))
    const input = checked.data
    const sent = from ? update({ input: { id: from.id, expectedVersion: from.version, ...input } }) : create({ input })
    const { data, error } = await sent
    const errors = data?.payload.userErrors ?? []
    const now = data?.payload.team
    const late = errors.some(({ code }) => code === 'CONFLICT') && now && 'version' in now ? now : null
    setTheirs(late)
    setFaults(late ? NO_FAULTS : formFaults(errors, error, ['name', 'memberIds']))
    if (!late && !error && errors.length === 0) onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save(base)
  }
  const busy = creating.fetching || updating.fetching
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {faults.form !== null && <Notice tone="error">{faults.form}</Notice>}
        {theirs && (
          <TheirTeam
            theirs={theirs}
            busy={busy}
            onMine={() => {
              setBase(theirs)
              void save(theirs)
            }}
            onTheirs={() => {
              setName(theirs.name)
              setMemberIds(theirs.members.map(({ id }) => id))
              setBase(theirs)
              setTheirs(null)
            }}
          />
        )}
        <TextInput
          label="Name"
          data-autofocus
          autoComplete="off"
          value={name}
          error={faults.fields['name']}
          onChange={event => setName(event.currentTarget.value)}
        />
        <Members known={base?.members ?? []} memberIds={memberIds} fault={faults.fields['memberIds']} onChange={setMemberIds} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy} disabled={theirs !== null}>
            {seen ? 'Save' : 'Add team'}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function checkFaults(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): FormFaults {
  const errors = issues.map(({ path, message }) => ({ message, field: path.map(String), code: 'INVALID' }))
  return formFaults(errors, undefined, ['name', 'memberIds'])
}

interface MembersProps {
  /** Those who are in it already are offered whoever they are. */
  readonly known: Team['members']
  readonly memberIds: string[]
  readonly fault: string | undefined
  onChange(ids: string[]): void
}

function Members({ known, memberIds, fault, onChange }: MembersProps) {
  const [{ data }] = useQuery({ query: TeamPeople_Query, requestPolicy: 'cache-and-network' })
  const others = (data?.users.nodes ?? []).filter(({ id, disabled }) => !disabled && !known.some(member => member.id === id))
  const people = [...known, ...others].toSorted((one, other) => one.name.localeCompare(other.name))
  return (
    <MultiSelect
      label="Members"
      description={data?.users.pageInfo.hasNextPage ? 'The first 100 people are offered.' : undefined}
      placeholder={memberIds.length === 0 ? 'Nobody yet' : ''}
      searchable
      maxValues={TEAM_MEMBERS_MAX}
      nothingFoundMessage="Nobody has that name"
      data={people.map(({ id, name, disabled }) => ({ value: id, label: disabled ? `${name} (disabled)` : name }))}
      value={memberIds}
      error={fault}
      onChange={onChange}
    />
  )
}

interface TheirTeamProps {
  readonly theirs: Team
  readonly busy: boolean
  onMine(): void
  onTheirs(): void
}

/** Somebody else saved it meanwhile; mine stands in the form. */
function TheirTeam({ theirs, busy, onMine, onTheirs }: TheirTeamProps) {
  return (
    <Notice tone="warning" title="Somebody else changed this team meanwhile">
      <Stack gap={6} role="group" aria-label="Both versions">
        <Text size="sm">
          Theirs: <strong>{theirs.name}</strong>, {memberNames(theirs.members)}. Yours stands below.
        </Text>
        <Group gap="xs">
          <Button size="compact-xs" loading={busy} onClick={onMine}>
            Keep mine
          </Button>
          <Button size="compact-xs" variant="default" onClick={onTheirs}>
            Take theirs
          </Button>
        </Group>
      </Stack>
    </Notice>
  )
}
