import {
  ENTRY_REASON_MAX_LENGTH,
  RULE_VALUE_WORDS,
  type LineVerdict,
  type Permission,
  type RuleAction,
  type RuleOutcomeState,
} from '@sallyport/shared'
import type { Pool } from 'pg'
import { ZodError } from 'zod'
import { parseGlobalId } from '../../graphql/global-id.js'
import { UserFaultsError } from '../../platform/errors.js'
import { readRows } from '../../platform/read-rows.js'
import { sql } from '../../platform/sql.js'
import { isUserKey } from '../auth/index.js'
import type { IncidentWork, RuleOrigin, RuleWork } from '../incidents/index.js'
import type { EntriesPreview, EntryService } from '../lists/index.js'
import { valueOfAlert, type AlertFacts } from './judged-alert.js'
import type { Notifier } from './notifier.js'
import { fillTemplate } from './rule-template.js'

/** For whom and about what an action is done. */
export interface ActionContext {
  readonly origin: RuleOrigin
  readonly alert: AlertFacts
  readonly alertId: string
  /** null: it belongs to none. */
  readonly incidentId: string | null
  /** Whether the owner of the rule may; undefined: the owner is gone or switched off. */
  readonly ownerMay: ((permission: Permission) => boolean) | undefined
  /** It may have been done before, and the server ended before it could be told. */
  readonly isRetry: boolean
  /** Entries that the rule may still add within the hour. */
  readonly entriesLeft: () => Promise<number>
}

export interface ActionResult {
  readonly state: RuleOutcomeState
  readonly message: string | null
  /** Entries that were added. */
  readonly entries?: number
  /** The rule is to stop itself: why. */
  readonly flood?: string
}

export interface ActionExecutorDeps {
  readonly pool: Pick<Pool, 'query'>
  readonly entries: Pick<EntryService, 'addAutomatically' | 'previewAutomatically' | 'removeAutomatically'>
  readonly work: Pick<IncidentWork, 'asRule' | 'note'>
  /** undefined: notifications are not set up. */
  readonly notifier?: Notifier | undefined
}

type Of<Do extends RuleAction['do']> = Extract<RuleAction, { readonly do: Do }>
type ListAction = Of<'addToList'> | Of<'removeFromList'>
type IncidentAction = Exclude<RuleAction, ListAction | Of<'notify'>>

const result = (state: RuleOutcomeState, message: string | null): ActionResult => ({ state, message })
const NO_INCIDENT = result('SKIPPED', 'The alert belongs to no incident')

/** What rules do. Every action may be tried again after a crash: doing it twice is the same as doing it once. */
export class ActionExecutor {
  constructor(private readonly deps: ActionExecutorDeps) {}

  /** Why the owner's role does not let the rule do it; undefined: it does. Nothing is tried then. */
  refusal(action: RuleAction, { ownerMay }: Pick<ActionContext, 'ownerMay'>): ActionResult | undefined {
    if (!ownerMay) return result('REFUSED', 'The owner of the rule is gone or switched off')
    const permission = permissionOf(action)
    return ownerMay(permission) ? undefined : result('REFUSED', `The owner of the rule may not (${permission})`)
  }

  /** @throws faults of ours and of the database: to be tried again */
  async run(action: RuleAction, context: ActionContext): Promise<ActionResult> {
    try {
      switch (action.do) {
        case 'addToList':
          return await this.add(action, context)
        case 'removeFromList':
          return await this.remove(action, context)
        case 'notify':
          return await this.notify(action, context)
        default:
          return await this.onIncident(action, context)
      }
    } catch (error) {
      if (error instanceof UserFaultsError || error instanceof ZodError) return result('FAILED', faultWords(error))
      throw error
    }
  }

  /** What run() would do, without doing it. */
  async wouldRun(action: RuleAction, context: ActionContext): Promise<ActionResult> {
    const refused = this.refusal(action, context)
    if (refused) return refused
    if (action.do === 'addToList') return this.wouldAdd(action, context)
    if (action.do === 'removeFromList')
      return valueOfAlert(context.alert, action.value) === undefined ? noValue(action) : result('WOULD_DO', null)
    if (action.do === 'notify') return this.deps.notifier ? result('WOULD_DO', null) : NO_NOTIFIER
    return context.incidentId === null ? NO_INCIDENT : result('WOULD_DO', null)
  }

  private async wouldAdd(action: Of<'addToList'>, { alert }: ActionContext): Promise<ActionResult> {
    const value = valueOfAlert(alert, action.value)
    const listId = listKeyOf(action)
    if (value === undefined) return noValue(action)
    try {
      const preview = await this.deps.entries.previewAutomatically('RULE', { listId, values: [value] })
      const added = preview.lines.find(({ verdict }) => verdict === 'NEW')
      return added ? result('WOULD_DO', `It would add ${added.value}`) : notAdded(preview)
    } catch (error) {
      if (error instanceof UserFaultsError || error instanceof ZodError) return result('FAILED', faultWords(error))
      throw error
    }
  }

  private async add(action: Of<'addToList'>, context: ActionContext): Promise<ActionResult> {
    const value = valueOfAlert(context.alert, action.value)
    if (value === undefined) return noValue(action)
    const listId = listKeyOf(action)
    const left = await context.entriesLeft()
    if (left <= 0) {
      const preview = await this.deps.entries.previewAutomatically('RULE', { listId, values: [value] })
      if (!preview.lines.some(({ verdict }) => verdict === 'NEW')) return notAdded(preview)
      return { ...result('REFUSED', 'The rule has added as many entries as it may within an hour'), flood: 'entries' }
    }
    const said = fillTemplate(action.reason ?? '{threat}', templateFacts(context))
    const reason = (action.reason === undefined ? `Rule ${context.origin.ruleName}: ${said}` : said).slice(0, ENTRY_REASON_MAX_LENGTH)
    const { added, preview } = await this.deps.entries.addAutomatically('RULE', {
      listId,
      values: [value],
      reason,
      alertId: context.alertId,
      ...(context.incidentId !== null && { incidentId: context.incidentId }),
      ...(action.ttlSeconds === null ? { neverExpires: true } : action.ttlSeconds !== undefined && { ttlSeconds: action.ttlSeconds }),
    })
    if (added === 0 && !(await this.isOwnEntry(listId, preview, context))) return notAdded(preview)
    const canonical = preview.lines[0]?.value ?? value
    await this.acted(context, `Added ${canonical} to a list`, reason)
    return { ...result('DONE', `Added ${canonical}`), entries: added }
  }

  /** An earlier try of this action put it there, and the server ended before it could be told. */
  private async isOwnEntry(listId: number, { lines }: EntriesPreview, { alertId, isRetry }: ActionContext): Promise<boolean> {
    const [line] = lines
    if (!isRetry || line?.verdict !== 'ALREADY_THERE') return false
    const rows = await readRows(
      this.deps.pool,
      sql`SELECT 1 FROM list_entry WHERE list_id = ${listId} AND value = ${line.value} AND removed_at IS NULL AND cause = 'RULE'
        AND alert_id = ${alertId}::bigint`,
    )
    return rows.length > 0
  }

  private async remove(action: Of<'removeFromList'>, context: ActionContext): Promise<ActionResult> {
    const value = valueOfAlert(context.alert, action.value)
    if (value === undefined) return noValue(action)
    const note = [`Rule ${context.origin.ruleName}`, ...(action.reason ? [fillTemplate(action.reason, templateFacts(context))] : [])].join(
      ': ',
    )
    const removed = await this.deps.entries.removeAutomatically({ listId: listKeyOf(action), value, note })
    if (!removed) return result('SKIPPED', `${value} is not on the list`)
    await this.acted(context, `Removed ${value} from a list`, note)
    return result('DONE', `Removed ${value}`)
  }

  private async notify(action: Of<'notify'>, context: ActionContext): Promise<ActionResult> {
    const { notifier } = this.deps
    if (!notifier) return NO_NOTIFIER
    const { origin, alert, alertId, incidentId } = context
    const facts = templateFacts(context)
    const told: readonly (readonly [string, string | undefined])[] = [
      ['Severity', fillTemplate('{severity}', facts)],
      ['Attacker', valueOfAlert(alert, 'ATTACKER')],
      ['Target', valueOfAlert(alert, 'TARGET')],
      ['User', valueOfAlert(alert, 'USER')],
      ['Alert', alertId],
      ['Incident', incidentId === null ? undefined : `INC-${incidentId}`],
    ]
    const notice = {
      title: fillTemplate(`${origin.ruleName}: {threat}`, facts),
      text: fillTemplate(action.text ?? '{threat}', facts),
      link: incidentId === null ? `/alerts?alert=${alertId}` : `/incidents?incident=${incidentId}`,
      fields: told.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
    }
    const channel = await notifier.notify(keyOf('Channel', action.channelId), notice, `rule-match:${origin.matchId}:${origin.step}`)
    const handed = `Handed to channel ‘${channel}’`
    await this.acted(context, handed, notice.text)
    return result('DONE', handed)
  }

  private async onIncident(action: IncidentAction, context: ActionContext): Promise<ActionResult> {
    if (context.incidentId === null) return NO_INCIDENT
    const outcome = await this.deps.work.asRule(context.origin, context.incidentId, workOf(action, context))
    switch (outcome.kind) {
      case 'changed':
        return result('DONE', null)
      case 'unchanged':
        return result('SKIPPED', 'It is so already')
      case 'refused':
        return result('REFUSED', outcome.message)
      case 'missing':
        return NO_INCIDENT
    }
  }

  private async acted({ origin, incidentId }: ActionContext, summary: string, detail: string): Promise<void> {
    if (incidentId !== null) await this.deps.work.note(origin, incidentId, 'RULE_ACTED', { summary, detail })
  }
}

const NO_NOTIFIER = result('SKIPPED', 'Notifications are not set up')

const noValue = ({ value }: ListAction): ActionResult => result('SKIPPED', `The alert does not have ${RULE_VALUE_WORDS[value]}`)

const templateFacts = ({ alert, alertId, incidentId }: ActionContext) => ({ alert, alertId, incidentId })

/** What the list says of a value that was not added. */
function notAdded({ lines }: EntriesPreview): ActionResult {
  const [line] = lines
  return result(SKIPPED.has(line?.verdict ?? 'INVALID') ? 'SKIPPED' : 'REFUSED', line?.reason ?? 'The list does not take it')
}
const SKIPPED: ReadonlySet<LineVerdict> = new Set<LineVerdict>(['ALREADY_THERE', 'COVERED', 'DUPLICATE_IN_INPUT'])

export function permissionOf(action: RuleAction): Permission {
  if (action.do === 'addToList' || action.do === 'removeFromList') return 'list:write'
  return action.do === 'notify' ? 'channel:read' : 'incident:write'
}

function workOf(action: IncidentAction, context: ActionContext): RuleWork {
  const fill = (template: string): string => fillTemplate(template, templateFacts(context))
  switch (action.do) {
    case 'setSeverity':
      return { action: 'EDIT', edit: { severity: action.severity } }
    case 'setClassification':
      return { action: 'EDIT', edit: { classification: action.value } }
    case 'setAttackVector':
      return { action: 'EDIT', edit: { attackVector: action.value } }
    case 'setDisposition':
      return { action: 'EDIT', edit: { disposition: action.value } }
    case 'tag':
      return { action: 'EDIT', edit: { addTags: action.tags } }
    case 'assign':
      if (action.teamId !== undefined) return { action: 'EDIT', edit: { teamId: keyOf('Team', action.teamId) } }
      return { action: 'ASSIGN', assigneeId: userKeyOf(action.userId ?? '') }
    case 'comment':
      return { action: 'COMMENT', comment: fill(action.text) }
    case 'close':
      return {
        action: 'CLOSE',
        summary: fill(action.summary).slice(0, 500),
        detail: `Rule ${context.origin.ruleName}`,
        disposition: action.disposition,
      }
    case 'ignore':
      return { action: 'IGNORE', comment: fill(action.summary) }
  }
}

const faultWords = (error: UserFaultsError | ZodError): string =>
  error instanceof ZodError ? (error.issues[0]?.message ?? 'A value is not valid') : error.message

const gone = (what: string): UserFaultsError =>
  new UserFaultsError([{ code: 'NOT_FOUND', message: `There is no such ${what} (any more)`, field: null }])

const listKeyOf = ({ listId }: ListAction): number => keyOf('List', listId)

function keyOf(type: 'List' | 'Channel' | 'Team', globalId: string): number {
  const parsed = parseGlobalId(globalId)
  if (parsed?.type !== type || !/^\d{1,9}$/.test(parsed.id)) throw gone(type.toLowerCase())
  return Number(parsed.id)
}

function userKeyOf(globalId: string): string {
  const parsed = parseGlobalId(globalId)
  if (parsed?.type !== 'User' || !isUserKey(parsed.id)) throw gone('person')
  return parsed.id
}
