import type { Prisma } from '../../platform/prisma/client.js'

const MENTIONS_MAX = 20
/** Names may hold spaces: as many words after the @ are tried. */
const NAME_WORDS = 4
const NAME_MAX_LENGTH = 100

/**
 * What could be names after each `@` of a text, longest first, as names are compared (lower case). An `@` inside a word
 * (a mail address) is none.
 */
export function mentionCandidates(text: string): string[][] {
  const candidates: string[][] = []
  for (const match of text.matchAll(/(?<![\p{L}\p{N}_.@-])@([^\s@][^@\n]{0,99})/gu)) {
    if (candidates.length === MENTIONS_MAX) break
    const words = (match[1] ?? '').split(' ').slice(0, NAME_WORDS)
    const names = words.map((_, at) => words.slice(0, at + 1).join(' '))
    // A name at the end of a sentence has its full stop behind it; names may hold full stops of their own.
    const spellings = names.toReversed().flatMap(name => [name, name.replace(/[\p{P}\p{S}]+$/u, '')])
    const keys = spellings
      .map(name => name.normalize('NFKC').trim().toLowerCase())
      .filter(key => key !== '' && key.length <= NAME_MAX_LENGTH)
    if (keys.length > 0) candidates.push([...new Set(keys)])
  }
  return candidates
}

/** Ids of the people whom a text names as `@name`, each once. */
export async function mentionsOf(tx: Prisma.TransactionClient, text: string | null): Promise<string[]> {
  const candidates = text?.includes('@') ? mentionCandidates(text) : []
  if (candidates.length === 0) return []
  const people = await tx.user.findMany({
    where: { nameKey: { in: [...new Set(candidates.flat())] }, disabledAt: null },
    select: { id: true, nameKey: true },
  })
  const idOf = new Map(people.map(({ id, nameKey }) => [nameKey, id]))
  const named = candidates.map(keys => keys.map(key => idOf.get(key)).find(id => id !== undefined))
  return [...new Set(named.filter(id => id !== undefined))]
}
