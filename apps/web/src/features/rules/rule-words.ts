import type { ListKind, Operator, RuleAction, RuleMatchState, RuleMode, RuleOutcomeState, RuleValue } from '@sallyport/shared'
import {
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconClock,
  IconEye,
  IconHandStop,
  IconPlayerSkipForward,
  IconX,
} from '@tabler/icons-react'
import type { StateLook } from '../../components/ui/state-mark'
import type { GroupKind } from './draft'

export const MODE_WORDS: Readonly<Record<RuleMode, string>> = { OFF: 'Off', LOG_ONLY: 'Log only', ON: 'On' }

export const GROUP_WORDS: Readonly<Record<GroupKind, string>> = { all: 'All of', any: 'At least one of', none: 'None of' }

export const OPERATOR_WORDS: Readonly<Record<Operator, string>> = {
  is: 'is',
  contains: 'contains',
  startsWith: 'starts with',
  endsWith: 'ends with',
  wildcard: 'looks like (* and ?)',
  regex: 'matches the expression',
  known: 'is told',
  atLeast: 'is at least',
  atMost: 'is at most',
  inNetwork: 'is in',
  isOwn: 'is in an own network',
  isPrivate: 'is private',
}

export const ACTION_WORDS: Readonly<Record<RuleAction['do'], string>> = {
  addToList: 'Add to a list',
  removeFromList: 'Remove from a list',
  setSeverity: 'Set the severity',
  setClassification: 'Set the classification',
  setAttackVector: 'Set the attack vector',
  setDisposition: 'Set the disposition',
  assign: 'Assign',
  tag: 'Tag',
  comment: 'Comment',
  notify: 'Notify',
  close: 'Close the incident',
  ignore: 'Ignore the incident',
}

/** Kinds of lists that take the value. */
export const VALUE_KINDS: Readonly<Record<RuleValue, ListKind>> = {
  ATTACKER: 'ADDRESS',
  TARGET: 'ADDRESS',
  COMMAND_AND_CONTROL: 'ADDRESS',
  URL: 'URL',
  DOMAIN: 'DOMAIN',
  FILE_HASH: 'FILE_HASH',
  USER: 'USER',
}

export const LISTED_KINDS: Readonly<Record<string, ListKind>> = {
  attackerListed: 'ADDRESS',
  targetListed: 'ADDRESS',
  urlListed: 'URL',
  domainListed: 'DOMAIN',
  fileListed: 'FILE_HASH',
  userListed: 'USER',
}

export const PLACEHOLDERS = [
  'threat',
  'attacker',
  'target',
  'user',
  'rule',
  'firewall',
  'alert',
  'incident',
  'url',
  'domain',
  'file',
  'severity',
]

export const MATCH_LOOKS: Readonly<Record<RuleMatchState, StateLook>> = {
  WAITING: { word: 'Waits for facts', icon: IconClock, tone: 'plain' },
  DUE: { word: 'Due', icon: IconClock, tone: 'plain' },
  AWAITING_APPROVAL: { word: 'Awaits approval', icon: IconHandStop, tone: 'warning' },
  DONE: { word: 'Done', icon: IconCircleCheck, tone: 'good' },
  LOGGED: { word: 'Logged only', icon: IconEye, tone: 'plain' },
  REJECTED: { word: 'Rejected', icon: IconX, tone: 'plain' },
  FAILED: { word: 'Failed', icon: IconBan, tone: 'error' },
}

export const OUTCOME_LOOKS: Readonly<Record<RuleOutcomeState, StateLook>> = {
  DONE: { word: 'done', icon: IconCircleCheck, tone: 'good' },
  SKIPPED: { word: 'not needed', icon: IconPlayerSkipForward, tone: 'plain' },
  REFUSED: { word: 'refused', icon: IconBan, tone: 'warning' },
  FAILED: { word: 'failed', icon: IconX, tone: 'error' },
  AWAITING_APPROVAL: { word: 'awaits approval', icon: IconHandStop, tone: 'warning' },
  WOULD_DO: { word: 'would be done', icon: IconCircleDashed, tone: 'plain' },
}

/** All countries by name that this browser knows, as [two letters, name]. */
export const countries = (): readonly (readonly [string, string])[] => (known ??= readCountries())
let known: readonly (readonly [string, string])[] | undefined

function readCountries(): readonly (readonly [string, string])[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index))
  return letters
    .flatMap(first => letters.map(second => first + second))
    .flatMap(code => {
      const name = NO_COUNTRIES.has(code) ? undefined : names.of(code)
      return name === undefined ? [] : [[code, name] as const]
    })
    .toSorted(([, a], [, b]) => a.localeCompare(b))
}

const NO_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'])

/** 850 µs, 12 ms, 1.5 s: of milliseconds. */
export function spentText(milliseconds: number): string {
  if (milliseconds < 1) return `${Math.round(milliseconds * 1000)} µs`
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`
}
