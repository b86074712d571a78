import { RULES_FILE_FORMAT, rulesFile, type RuleContent } from '@sallyport/shared'
import { z } from 'zod'
import { parseGlobalId } from '../../graphql/global-id.js'
import type { Surroundings } from './rule-names.js'

/** Names of what the rules mention by id, so that another server finds its own of the same name. */
const names = z.record(z.string().max(200), z.string().max(300)).optional().catch(undefined)
const file = rulesFile.extend({ names })

export type RulesFile = z.infer<typeof file>

/** Rules as they are handed on: without their mode. */
export function writeRules(rules: readonly RuleContent[], { names: nameOf }: Pick<Surroundings, 'names'>): RulesFile {
  const written = rules.map(({ mode: _, ...rule }) => rule)
  const mentioned = new Map<string, string>()
  visitTexts(written, text => {
    const type = parseGlobalId(text)?.type
    const name =
      type === 'List'
        ? nameOf.list(text)
        : type === 'Channel'
          ? nameOf.channel(text)
          : type === 'Team'
            ? nameOf.team(text)
            : type === 'User'
              ? nameOf.person(text)
              : undefined
    if (name !== undefined) mentioned.set(text, name)
    return text
  })
  return { format: RULES_FILE_FORMAT, version: 1, rules: written, names: Object.fromEntries(mentioned) }
}

/** @throws ZodError with paths into the file */
export function readRules(typed: unknown, known: Surroundings): RulesFile['rules'] {
  const { rules, names: written } = file.parse(typed)
  const ids = new Map(Object.entries(written ?? {}).flatMap(([id, name]) => sameHere(id, name, known)))
  return visitTexts(rules, text => ids.get(text) ?? text) as RulesFile['rules']
}

/** The id here of what has that name; none: the ids are those of this server, or nothing has that name. */
function sameHere(id: string, name: string, { lists, channels, people, teams, names: nameOf }: Surroundings): [string, string][] {
  const find = (ids: Iterable<string>, nameOfOne: (id: string) => string | undefined): [string, string][] => {
    if (nameOfOne(id) === name) return []
    const found = [...ids].find(one => nameOfOne(one) === name)
    return found === undefined ? [] : [[id, found]]
  }
  switch (parseGlobalId(id)?.type) {
    case 'List':
      return find(lists.keys(), one => nameOf.list(one))
    case 'Channel':
      return find(channels, one => nameOf.channel(one))
    case 'User':
      return find(people, one => nameOf.person(one))
    case 'Team':
      return find(teams, one => nameOf.team(one))
    default:
      return []
  }
}

const DEPTH_MAX = 30

/** The same with every text replaced. Deeper than any rule may be, parts are left as they are: checking refuses them. */
function visitTexts(value: unknown, replace: (text: string) => string, depth = 0): unknown {
  if (typeof value === 'string') return replace(value)
  if (depth > DEPTH_MAX || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(part => visitTexts(part, replace, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, visitTexts(part, replace, depth + 1)]))
}
