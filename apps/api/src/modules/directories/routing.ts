import type { PanPerson } from './pan-user.js'

interface Routed {
  readonly domains: readonly string[]
}

/**
 * The directories that may know a person, in the order in which to ask them: those that name the domain; else those that
 * name none. A name without a domain may be of any: those that name no domain are asked first.
 */
export function directoriesOf<Directory extends Routed>({ domain }: Pick<PanPerson, 'domain'>, all: readonly Directory[]): Directory[] {
  const rest = all.filter(({ domains }) => domains.length === 0)
  if (domain === undefined) return [...rest, ...all.filter(({ domains }) => domains.length > 0)]
  const home = domain.replace(/\.$/, '')
  const named = all.filter(({ domains }) => domains.includes(home))
  return named.length > 0 ? named : rest
}
