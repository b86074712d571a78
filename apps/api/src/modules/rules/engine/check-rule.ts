import { ruleDefinition, type Condition, type ListKind, type RuleAction, type RuleDefinition, type RuleValue } from '@sallyport/shared'
import { parseRange } from '../../lists/index.js'
import { regexTest } from './text-pattern.js'

export interface RuleFault {
  /** Place in the definition: ['condition', 'all', '0', 'value']. */
  readonly path: readonly string[]
  readonly message: string
}

/** What exists, by global id. */
export interface RuleSurroundings {
  readonly lists: ReadonlyMap<string, ListKind>
  readonly channels: ReadonlySet<string>
  readonly people: ReadonlySet<string>
  readonly teams: ReadonlySet<string>
}

export type CheckedRule =
  { readonly ok: true; readonly definition: RuleDefinition } | { readonly ok: false; readonly faults: readonly RuleFault[] }

const DEPTH_MAX = 6
const PREDICATES_MAX = 100

const VALUE_KINDS: Readonly<Record<RuleValue, ListKind>> = {
  ATTACKER: 'ADDRESS',
  TARGET: 'ADDRESS',
  COMMAND_AND_CONTROL: 'ADDRESS',
  URL: 'URL',
  DOMAIN: 'DOMAIN',
  FILE_HASH: 'FILE_HASH',
  USER: 'USER',
}
const LISTED_KINDS: Readonly<Record<string, ListKind>> = {
  attackerListed: 'ADDRESS',
  targetListed: 'ADDRESS',
  urlListed: 'URL',
  domainListed: 'DOMAIN',
  fileListed: 'FILE_HASH',
  userListed: 'USER',
}

/** Reads a definition and says of each part at fault where it is and what is wrong. Never throws, whatever it is given. */
export function checkRule(typed: unknown, surroundings: RuleSurroundings): CheckedRule {
  const depth = depthFault(typed)
  if (depth) return { ok: false, faults: [depth] }
  const parsed = ruleDefinition.safeParse(typed)
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message })) }
  const faults: RuleFault[] = []
  const definition = parsed.data
  let predicates = 0
  for (const [path, condition] of partsOf(definition.condition, ['condition'])) {
    predicates += 1
    faults.push(...predicateFaults(condition, path, surroundings))
  }
  if (predicates > PREDICATES_MAX) faults.push({ path: ['condition'], message: `At most ${PREDICATES_MAX} conditions` })
  for (const [at, action] of definition.actions.entries()) faults.push(...actionFaults(action, ['actions', String(at)], surroundings))
  return faults.length > 0 ? { ok: false, faults } : { ok: true, definition }
}

/** Before zod goes down a tree that somebody made to exhaust the stack. */
function depthFault(typed: unknown): RuleFault | undefined {
  const condition: unknown = typeof typed === 'object' && typed !== null && 'condition' in typed ? typed.condition : undefined
  let level: unknown[] = [condition]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH_MAX) return { path: ['condition'], message: `Groups are nested more than ${DEPTH_MAX} deep` }
    if (level.length > PREDICATES_MAX * 2) return { path: ['condition'], message: `At most ${PREDICATES_MAX} conditions` }
    level = level.flatMap(branchesOf)
  }
  return undefined
}

function branchesOf(part: unknown): unknown[] {
  if (typeof part !== 'object' || part === null) return []
  return ['all', 'any', 'none'].flatMap(key => {
    const parts: unknown = (part as Readonly<Record<string, unknown>>)[key]
    return Array.isArray(parts) ? (parts as unknown[]) : []
  })
}

function* partsOf(condition: Condition, path: readonly string[]): Generator<readonly [readonly string[], Condition]> {
  const group = groupOf(condition)
  if (!group) {
    yield [path, condition]
    return
  }
  for (const [at, part] of group.parts.entries()) yield* partsOf(part, [...path, group.key, String(at)])
}

function groupOf(condition: Condition): { readonly key: string; readonly parts: readonly Condition[] } | undefined {
  if ('all' in condition) return { key: 'all', parts: condition.all }
  if ('any' in condition) return { key: 'any', parts: condition.any }
  if ('none' in condition) return { key: 'none', parts: condition.none }
  return undefined
}

function predicateFaults(condition: Condition, path: readonly string[], { lists }: RuleSurroundings): RuleFault[] {
  if (!('field' in condition)) return []
  const { field, op, value } = condition
  const at = [...path, 'value']
  const texts = (Array.isArray(value) ? value : [value]).map(String)
  const kind = LISTED_KINDS[field]
  if (kind !== undefined) return texts.flatMap(id => listFault(id, kind, lists, at))
  if (op === 'inNetwork')
    return texts.flatMap(text => (parseRange(text) ? [] : [{ path: at, message: `${text} is not an address, a network or a range` }]))
  if (op === 'regex')
    return texts.flatMap(text => {
      try {
        regexTest(text)
        return []
      } catch (error) {
        return [{ path: at, message: error instanceof Error ? error.message : 'Not a regular expression' }]
      }
    })
  return []
}

function actionFaults(action: RuleAction, path: readonly string[], { lists, channels, people, teams }: RuleSurroundings): RuleFault[] {
  switch (action.do) {
    case 'addToList':
    case 'removeFromList':
      return listFault(action.listId, VALUE_KINDS[action.value], lists, [...path, 'listId'])
    case 'notify':
      return channels.has(action.channelId) ? [] : [{ path: [...path, 'channelId'], message: 'There is no such channel' }]
    case 'assign':
      if ((action.userId === undefined) === (action.teamId === undefined)) return [{ path, message: 'Choose a person or a team' }]
      if (action.userId !== undefined && !people.has(action.userId))
        return [{ path: [...path, 'userId'], message: 'This person cannot be assigned' }]
      return action.teamId === undefined || teams.has(action.teamId)
        ? []
        : [{ path: [...path, 'teamId'], message: 'There is no such team' }]
    default:
      return []
  }
}

const KIND_WORDS: Readonly<Record<ListKind, string>> = {
  ADDRESS: 'addresses',
  URL: 'URLs',
  DOMAIN: 'domains',
  FILE_HASH: 'file hashes',
  USER: 'users',
}

function listFault(id: string, kind: ListKind, lists: ReadonlyMap<string, ListKind>, path: readonly string[]): RuleFault[] {
  const found = lists.get(id)
  if (found === undefined) return [{ path, message: 'There is no such list' }]
  return found === kind ? [] : [{ path, message: `That list holds ${KIND_WORDS[found]}, not ${KIND_WORDS[kind]}` }]
}
