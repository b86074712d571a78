import { Button, Stack, Text } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { type ReactNode, useState } from 'react'
import type { CombinedError } from 'urql'
import { Notice } from '../../components/ui/notice'
import { formFaults, type UserError } from '../../lib/user-errors'
import { merge, type Merge, type SettingsModel } from './settings-model'

/** What the server answered to a save. */
export interface Saved<Stored> {
  /** As it is stored now; null: nothing is. */
  readonly stored: Stored | null
  readonly userErrors: readonly UserError[]
  readonly error: CombinedError | undefined
}

/** What a mutation answered, nothing included. */
export const savedOf = <Stored,>(
  stored: Stored | null | undefined,
  userErrors: readonly UserError[] | undefined,
  error: CombinedError | undefined,
): Saved<Stored> => ({ stored: stored ?? null, userErrors: userErrors ?? [], error })

interface SettingsFormOptions<Values extends object, Settings extends object, Stored> {
  readonly model: SettingsModel<Values, Settings>
  /** null: a new one. It may change by others' hands while the form is open; the form keeps what it was opened with. */
  readonly stored: Stored | null
  /** What is edited, as 'directory'. */
  readonly noun: string
  /** Names of fields that are only ever written. */
  readonly secrets?: readonly string[]
  valuesOf(stored: Stored | null): Values
  faultsOf(values: Values, stored: Stored | null): Record<string, string>
  /** @param before what the form was opened with, or what others saved meanwhile */
  send(values: Values, base: Stored | null, before: Values): Promise<Saved<Stored>>
  onSaved(): void
}

interface SettingsForm<Values extends object, Stored> {
  readonly form: UseFormReturnType<Values>
  /** What the form stands on. */
  readonly base: Stored | null
  /** What is to be said above the fields. */
  readonly notice: ReactNode
  save(values: Values): Promise<void>
}

/** A form over settings that others may change meanwhile: nobody's work is lost, and nothing is written over unseen. */
export function useSettingsForm<Values extends object, Settings extends object, Stored>({
  model,
  stored,
  noun,
  secrets = [],
  valuesOf,
  faultsOf,
  send,
  onSaved,
}: SettingsFormOptions<Values, Settings, Stored>): SettingsForm<Values, Stored> {
  const [base, setBase] = useState(stored)
  const [conflict, setConflict] = useState<Merge<Values> | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const form = useForm<Values>({ initialValues: valuesOf(base), validate: values => faultsOf(values, base) })

  const save = async (values: Values) => {
    setFault(null)
    setConflict(null)
    const before = valuesOf(base)
    const { stored: now, userErrors, error } = await send(values, base, before)
    if (now !== null && userErrors.some(({ code }) => code === 'CONFLICT')) {
      const merged = merge(model, before, values, valuesOf(now))
      form.setValues(merged.values)
      setConflict(merged)
      setBase(now)
      return
    }
    if (!error && userErrors.length === 0) return onSaved()
    const faults = formFaults(userErrors, error, [...Object.keys(model.labels), ...secrets])
    form.setErrors(faults.fields)
    setFault(faults.form)
  }

  const notice = (
    <>
      {fault !== null && <Notice tone="error">{fault}</Notice>}
      {conflict && (
        <Conflict
          {...conflict}
          noun={noun}
          onTake={() => {
            form.setValues(valuesOf(base))
            setConflict(null)
          }}
        />
      )}
    </>
  )
  return { form, base, notice, save }
}

interface ConflictProps extends Omit<Merge<unknown>, 'values'> {
  readonly noun: string
  onTake(): void
}

function Conflict({ taken, disputed, noun, onTake }: ConflictProps) {
  return (
    <Notice tone="warning" title={`Somebody else saved this ${noun} meanwhile`}>
      <Stack gap="xs" align="flex-start">
        {taken.length > 0 && <Text size="sm">Taken over from them: {taken.join(', ')}.</Text>}
        <Text size="sm">
          {disputed.length > 0
            ? `Changed by both: ${disputed.join(', ')}. Yours is still here: save again to write it over theirs.`
            : 'What you entered is still here: save again.'}
        </Text>
        <Button variant="default" onClick={onTake}>
          Take all of theirs
        </Button>
      </Stack>
    </Notice>
  )
}
