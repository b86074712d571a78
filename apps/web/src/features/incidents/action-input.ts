import { closeInput, commentInput, type Severity } from '@sallyport/shared'
import type { BulkActionInput } from '../../gql/graphql'

export const DIALOG_ACTIONS = ['close', 'ignore', 'reopen', 'assign', 'edit', 'comment'] as const
export type DialogAction = (typeof DIALOG_ACTIONS)[number]

/** Choices of a select that mean no value. */
export const LEAVE = '(leave)'
export const NOBODY = '(none)'

export const MUTE_SPANS = [
  { value: '3600000', label: 'Mute for an hour' },
  { value: '86400000', label: 'Mute for a day' },
  { value: '604800000', label: 'Mute for a week' },
  { value: '2592000000', label: 'Mute for 30 days' },
] as const
/** No end: the next alert opens another incident. */
export const FOR_GOOD = 'good'
export const UNTIL_MOMENT = 'moment'

/** What the dialog holds. Every action uses a part of it. */
export interface ActionDraft {
  readonly summary: string
  readonly text: string
  readonly disposition: string | null
  /** FOR_GOOD, UNTIL_MOMENT or milliseconds. */
  readonly mute: string
  /** Local wall time, as the input has it. */
  readonly until: string
  readonly assignee: string
  readonly team: string
  readonly severity: string
  readonly classification: string
  readonly vector: string
  readonly newDisposition: string
  readonly addTags: readonly string[]
  readonly removeTags: readonly string[]
}

export const EMPTY_DRAFT: ActionDraft = {
  summary: '',
  text: '',
  disposition: null,
  mute: FOR_GOOD,
  until: '',
  assignee: LEAVE,
  team: LEAVE,
  severity: LEAVE,
  classification: LEAVE,
  vector: LEAVE,
  newDisposition: LEAVE,
  addTags: [],
  removeTags: [],
}

export type DraftFaults = Partial<Readonly<Record<keyof ActionDraft | 'form', string>>>
export type CheckedAction = { readonly input: BulkActionInput } | { readonly faults: DraftFaults }

export interface CheckOptions {
  /** A disposition must be chosen to close. */
  readonly dispositionNeeded: boolean
  readonly now: number
}

/** The draft as the API takes it, or what is missing. */
export function actionInput(action: DialogAction, draft: ActionDraft, options: CheckOptions): CheckedAction {
  switch (action) {
    case 'close':
      return closeAction(draft, options)
    case 'ignore':
      return ignoreAction(draft, options)
    case 'reopen':
      return textAction(draft, comment => ({ reopen: { comment } }))
    case 'comment':
      return draft.text.trim() === '' ? { faults: { text: 'Write something' } } : textAction(draft, comment => ({ comment: { comment } }))
    case 'assign':
      return assignAction(draft)
    case 'edit':
      return editAction(draft)
  }
}

function textAction({ text }: ActionDraft, input: (comment: string | null) => BulkActionInput): CheckedAction {
  if (text.trim() === '') return { input: input(null) }
  const checked = commentInput.safeParse({ comment: text })
  return checked.success ? { input: input(checked.data.comment) } : { faults: { text: checked.error.issues[0]?.message ?? '' } }
}

function closeAction(draft: ActionDraft, { dispositionNeeded }: CheckOptions): CheckedAction {
  const checked = closeInput.safeParse({ summary: draft.summary, detail: draft.text })
  const messageOf = (name: string) => checked.error?.issues.find(({ path }) => path[0] === name)?.message
  const faults = withoutAbsent({
    summary: messageOf('summary'),
    text: messageOf('detail'),
    disposition: dispositionNeeded && draft.disposition === null ? 'Choose what it was' : undefined,
  })
  if (!checked.success || Object.keys(faults).length > 0) return { faults }
  const { summary, detail } = checked.data
  return {
    input: {
      close: { summary, detail: detail === '' ? null : detail, ...(draft.disposition !== null && { disposition: draft.disposition }) },
    },
  }
}

function ignoreAction(draft: ActionDraft, { now }: CheckOptions): CheckedAction {
  const until = untilOf(draft, now)
  if (until === 'faulty') return { faults: { until: 'Choose a time that is to come' } }
  return textAction(draft, comment => ({ ignore: { comment, ...(until !== null && { until }) } }))
}

function untilOf({ mute, until }: ActionDraft, now: number): string | null {
  if (mute === FOR_GOOD) return null
  const at = mute === UNTIL_MOMENT ? Date.parse(until) : now + Number(mute)
  return Number.isNaN(at) || at <= now ? 'faulty' : new Date(at).toISOString()
}

function assignAction({ assignee, team }: ActionDraft): CheckedAction {
  const assign = withoutAbsent({ assigneeId: chosen(assignee), teamId: chosen(team) })
  return Object.keys(assign).length === 0 ? { faults: { form: 'Choose a person or a team' } } : { input: { assign } }
}

function editAction(draft: ActionDraft): CheckedAction {
  const edit = withoutAbsent({
    severity: draft.severity === LEAVE ? undefined : (draft.severity as Severity),
    classification: chosen(draft.classification),
    attackVector: chosen(draft.vector),
    disposition: chosen(draft.newDisposition),
    addTags: draft.addTags.length > 0 ? [...draft.addTags] : undefined,
    removeTags: draft.removeTags.length > 0 ? [...draft.removeTags] : undefined,
  })
  return Object.keys(edit).length === 0 ? { faults: { form: 'Nothing is to be changed yet' } } : { input: { edit } }
}

/** undefined leaves it, null clears it. */
const chosen = (value: string): string | null | undefined => (value === LEAVE ? undefined : value === NOBODY ? null : value)

type Present<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> }

function withoutAbsent<T extends object>(given: T): Present<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Present<T>
}
