import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../config/paths'
import { type FormFaults, formFaults } from '../../lib/user-errors'
import { definitionOf } from './draft'
import { useSaveRule } from './rule-data'
import type { Checked, useRuleForm } from './use-rule-form'

const NO_FAULTS: FormFaults = { fields: {}, form: null }
const FIELDS = ['name', 'description', 'maxEntriesPerHour']

export interface Saving {
  readonly busy: boolean
  /** Somebody tried to save a rule that is not finished: say what is missing. */
  readonly strict: boolean
  readonly faults: FormFaults
  /** Parts at fault, counted. */
  readonly broken: number
  /** False: it was not saved, and the page says why. */
  save(): Promise<boolean>
}

/** Saves what is written, or says what is at fault. */
export function useSaving(editing: ReturnType<typeof useRuleForm>, checked: Checked, onAskAgain: () => void): Saving {
  const { base, form, changes, theirs } = editing
  const api = useSaveRule()
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const [strict, setStrict] = useState(false)
  const [faults, setFaults] = useState(NO_FAULTS)

  const send = async () => {
    if (base) return api.update({ id: base.id, expectedVersion: base.version, ...changes })
    return api.create({
      mode: 'OFF',
      name: form.name.trim(),
      description: form.description.trim(),
      stopAfterMatch: form.stopAfterMatch,
      maxEntriesPerHour: Number(form.maxEntriesPerHour),
      definition: definitionOf(form.draft),
    })
  }

  const save = async (): Promise<boolean> => {
    setFaults(NO_FAULTS)
    setStrict(true)
    if (checked.faults.length > 0 || theirs) return false
    if (form.name.trim() === '') {
      setFaults({ fields: { name: 'Give it a name' }, form: null })
      return false
    }
    setBusy(true)
    const { rule, userErrors, error } = await send()
    if (rule && userErrors.length === 0 && !error) {
      setStrict(false)
      editing.saved(rule, form)
      setBusy(false)
      if (!base) void navigate(paths.rule(rule.id), { replace: true })
      return true
    }
    setBusy(false)
    // The page shows both versions as soon as it knows theirs.
    if (userErrors.some(({ code }) => code === 'CONFLICT')) onAskAgain()
    setFaults(formFaults(userErrors, error, FIELDS))
    return false
  }
  return { busy, strict, faults, broken: checked.faults.length, save }
}
