import type { ZodType } from 'zod'

/** How what a form holds becomes what the API takes. Settings and values of the same name belong together. */
export interface SettingsModel<Values, Settings extends object> {
  /** In the order of the form. Secrets are not among them: they are only ever written. */
  readonly labels: Readonly<Record<keyof Settings & string, string>>
  /** As the API takes them: trimmed, and null where other choices leave them without meaning. */
  settingsOf(values: Values): Settings
}

type Name<Settings> = keyof Settings & string

/** The names of the settings that differ in what the API would be told. */
export function changedSettings<Values, Settings extends object>(
  { labels, settingsOf }: SettingsModel<Values, Settings>,
  before: Values,
  after: Values,
): Name<Settings>[] {
  const [old, now] = [settingsOf(before), settingsOf(after)]
  return (Object.keys(labels) as Name<Settings>[]).filter(name => JSON.stringify(old[name]) !== JSON.stringify(now[name]))
}

/** Only what the person changed is written, so that others' changes of other settings stay. */
export function changesOf<Values, Settings extends object>(
  model: SettingsModel<Values, Settings>,
  before: Values,
  values: Values,
): Partial<Settings> {
  const now = model.settingsOf(values)
  return Object.fromEntries(changedSettings(model, before, values).map(name => [name, now[name]])) as Partial<Settings>
}

export interface Merge<Values> {
  readonly values: Values
  /** Labels of settings that only the others changed: theirs. */
  readonly taken: readonly string[]
  /** Labels of settings that both changed: still the person's own. */
  readonly disputed: readonly string[]
}

/** What the form should hold when others saved `theirs` while it was open over `before`. */
export function merge<Values extends object, Settings extends object>(
  model: SettingsModel<Values, Settings>,
  before: Values,
  values: Values,
  theirs: Values,
): Merge<Values> {
  const mine = changedSettings(model, before, values)
  const changed = changedSettings(model, before, theirs)
  const taken = changed.filter(name => !mine.includes(name))
  const labelsOf = (names: readonly Name<Settings>[]) => names.map(name => model.labels[name])
  return {
    values: { ...values, ...Object.fromEntries(taken.map(name => [name, (theirs as Record<string, unknown>)[name]])) },
    taken: labelsOf(taken),
    disputed: labelsOf(changed.filter(name => mine.includes(name))),
  }
}

/** What is wrong with each field, as the server would say: the first fault of each. */
export function faultsIn(schema: ZodType, input: object): Record<string, string> {
  const faults: Record<string, string> = {}
  // An emptied number field is NaN here.
  for (const issue of schema.safeParse(input).error?.issues ?? [])
    faults[String(issue.path[0])] ??= issue.code === 'invalid_type' ? 'Enter a number' : issue.message
  return faults
}
