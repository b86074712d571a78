import { bulkAction, PERMISSIONS, type BulkAction } from '@sallyport/shared'
import { z } from 'zod'
import type { Actor } from '../../platform/actor.js'

/** What bulk_job.action holds: the action, how it is called in words, and the API key that began it. */
export const storedAction = z.object({
  title: z.string(),
  action: bulkAction,
  apiKey: z.object({ id: z.string(), name: z.string(), permissions: z.array(z.enum(PERMISSIONS)) }).optional(),
})
export type StoredAction = z.infer<typeof storedAction>

/** Of what an action names by key. */
export interface ActionNames {
  readonly assignee: string | undefined
  readonly team: string | undefined
}

const TITLE_MAX = 200

/** A job in words, e.g. `Close as False positive`. */
export function jobTitle(action: BulkAction, names: ActionNames): string {
  const title = wordsOf(action, names)
  return title.length > TITLE_MAX ? `${title.slice(0, TITLE_MAX - 1)}…` : title
}

function wordsOf(action: BulkAction, names: ActionNames): string {
  switch (action.kind) {
    case 'CLOSE':
      return action.disposition ? `Close as ${action.disposition}` : `Close: ${action.summary}`
    case 'IGNORE':
      return action.until ? `Mute until ${action.until.toISOString().slice(0, 16).replace('T', ' ')} UTC` : 'Ignore'
    case 'REOPEN':
      return 'Reopen'
    case 'COMMENT':
      return 'Comment'
    case 'ASSIGN':
      return sentence([
        ...(action.assigneeId === undefined
          ? []
          : [action.assigneeId === null ? 'take the assignee away' : `assign to ${names.assignee ?? '?'}`]),
        ...(action.teamId === undefined ? [] : [action.teamId === null ? 'take the team away' : `give to team ${names.team ?? '?'}`]),
      ])
    case 'EDIT':
      return sentence([
        ...setTo('severity', action.severity?.toLowerCase() ?? action.severity),
        ...setTo('classification', action.classification),
        ...setTo('attack vector', action.attackVector),
        ...setTo('disposition', action.disposition),
        ...tagWords('add', action.addTags),
        ...tagWords('remove', action.removeTags),
      ])
    default:
      return action satisfies never
  }
}

const setTo = (field: string, value: string | null | undefined): string[] =>
  value === undefined ? [] : [value === null ? `clear ${field}` : `set ${field} to ${value}`]

const tagWords = (verb: string, tags: readonly string[] | null | undefined): string[] =>
  tags && tags.length > 0 ? [`${verb} ${tags.length === 1 ? 'tag' : 'tags'} ${tags.join(', ')}`] : []

function sentence(parts: readonly string[]): string {
  const text = parts.join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Whether it asks for anything. */
export function isEmptyAction(action: BulkAction): boolean {
  if (action.kind === 'ASSIGN') return action.assigneeId === undefined && action.teamId === undefined
  return action.kind === 'EDIT' && wordsOf(action, { assignee: undefined, team: undefined }) === ''
}

/** Whether the count that a person saw is so far from the real one that they would be surprised: more than a tenth. */
export const isFarOff = (seen: number, real: number): boolean => Math.abs(real - seen) * 10 > seen

export const keyOf = ({ apiKey }: Actor): StoredAction['apiKey'] =>
  apiKey && { id: apiKey.id, name: apiKey.name, permissions: [...apiKey.permissions] }
