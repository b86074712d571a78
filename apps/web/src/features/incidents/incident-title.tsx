import { ActionIcon, Button, Group, TextInput, Title } from '@mantine/core'
import { incidentEditInput } from '@sallyport/shared'
import { IconPencil } from '@tabler/icons-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Notice } from '../../components/ui/notice'
import { type FragmentType, readFragment } from '../../gql'
import { useCan } from '../../lib/permissions'
import { BothVersions } from './both-versions'
import { IncidentFields_Incident } from './field-edit'
import { useFieldEdit } from './use-field-edit'
import classes from './incident-page.module.css'

interface IncidentTitleProps {
  readonly incident: FragmentType<typeof IncidentFields_Incident>
  onDone(): void
}

/** The title, changed in place: Enter saves, Escape leaves it as it was. */
export function IncidentTitle({ incident: masked, onDone }: IncidentTitleProps) {
  const incident = readFragment(IncidentFields_Incident, masked)
  const { busy, conflict, fault, editSince, keepMine, takeTheirs } = useFieldEdit(incident, onDone)
  const may = useCan('incident:write') && incident.allowedActions.includes('EDIT')
  // What was seen when typing began: a change that others make meanwhile is told, not overwritten.
  const [seen, setSeen] = useState<{ readonly title: string; readonly version: number } | null>(null)
  const pencil = useRef<HTMLButtonElement>(null)
  const begun = useRef(false)
  useEffect(() => {
    if (seen === null && begun.current) pencil.current?.focus()
    begun.current = seen !== null
  }, [seen])
  const save = async (title: string) => {
    if (seen === null) return
    if (title === seen.title || (await editSince({ title }, seen.version))) setSeen(null)
  }
  return (
    <>
      {seen !== null ? (
        <TitleForm
          was={seen.title}
          number={incident.number}
          busy={busy}
          onSave={title => void save(title)}
          onCancel={() => setSeen(null)}
        />
      ) : (
        <Group gap={4} wrap="nowrap" align="flex-start">
          <Title order={1} className={classes['title']}>
            <span className={classes['number']}>INC-{incident.number}</span> {incident.title}
          </Title>
          {may && (
            <ActionIcon
              ref={pencil}
              variant="subtle"
              color="gray"
              aria-label="Change the title"
              data-noprint
              onClick={() => setSeen({ title: incident.title, version: incident.version })}
            >
              <IconPencil size={16} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      )}
      {conflict && <BothVersions conflict={conflict} busy={busy} onMine={keepMine} onTheirs={takeTheirs} />}
      {fault !== null && <Notice tone="error">{fault}</Notice>}
    </>
  )
}

interface TitleFormProps {
  readonly was: string
  readonly number: string
  readonly busy: boolean
  onSave(title: string): void
  onCancel(): void
}

function TitleForm({ was, number, busy, onSave, onCancel }: TitleFormProps) {
  const [title, setTitle] = useState(was)
  const [fault, setFault] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const checked = incidentEditInput.shape.title.safeParse(title)
    setFault(checked.success ? null : (checked.error.issues[0]?.message ?? null))
    if (checked.success && checked.data !== undefined) onSave(checked.data)
  }
  return (
    <form onSubmit={submit} noValidate>
      <Group gap={6} align="flex-start">
        <TextInput
          flex="1 1 260px"
          aria-label={`Title of INC-${number}`}
          autoFocus
          autoComplete="off"
          value={title}
          error={fault}
          onChange={event => setTitle(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            onCancel()
          }}
        />
        <Button type="submit" loading={busy}>
          Save
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </form>
  )
}
