import type { IncidentState } from '../../gql/graphql'

/** An incident that somebody did something with, as far as a row tells it. */
export interface HandledIncident {
  readonly state: IncidentState
  readonly assignee: { readonly id: string; readonly name: string } | null
  readonly mergedInto: { readonly number: string } | null
  /** The newest first. */
  readonly activities: readonly {
    readonly toState: IncidentState | null
    readonly user: { readonly id: string; readonly name: string } | null
  }[]
}

export const NO_LONGER_MATCHES = 'Does not match the filter any more'

const DONE: Partial<Record<IncidentState, string>> = { CLOSED: 'Closed', IGNORED: 'Ignored' }

/** Why a row needs nobody any more, with the name of who saw to it. */
export function handledText({ state, assignee, mergedInto, activities }: HandledIncident, viewerId: string): string {
  if (mergedInto) return `Merged into INC-${mergedInto.number}`
  const done = DONE[state]
  if (done) {
    const user = activities.find(({ toState }) => toState === state)?.user
    return user ? `${done} by ${user.id === viewerId ? 'you' : user.name}` : done
  }
  return takenText(assignee, viewerId) ?? NO_LONGER_MATCHES
}

/** Who has it; null: nobody, or the viewer. */
export function takenText(assignee: HandledIncident['assignee'], viewerId: string): string | null {
  return assignee && assignee.id !== viewerId ? `${assignee.name} has it` : null
}

/** Whether a row that came again was closed or ignored meanwhile. */
export function isDoneNow(before: IncidentState, now: IncidentState): boolean {
  return before !== now && DONE[now] !== undefined
}
