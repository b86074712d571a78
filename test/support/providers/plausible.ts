import { ATTACKERS } from '../../demo/cast.js'

/** A repeatable number 0 … 2³² − 1 of a text (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash
}

/** A repeatable integer from low to high, both included; `salt` makes it independent of others of the same value. */
export const pickOf = (value: string, salt: string, low: number, high: number): number =>
  low + (hashOf(`${salt} ${value}`) % (high - low + 1))

export const oneOf = <T>(value: string, salt: string, list: readonly [T, ...T[]]): T =>
  list[hashOf(`${salt} ${value}`) % list.length] ?? list[0]

const HARMLESS = new Set(['1.1.1.1', '8.8.8.8', 'example.com', 'corp.example'])
const attackers = new Set(ATTACKERS.map(({ address }) => address))

export type Character = 'ATTACKER' | 'SUSPICIOUS' | 'UNHEARD_OF' | 'HARMLESS'

/** What the made-up world thinks of a value: attackers of the demo's cast are what they are, all others by chance, always the same. */
export function characterOf(value: string): Character {
  if (attackers.has(value)) return 'ATTACKER'
  if (HARMLESS.has(value)) return 'HARMLESS'
  return oneOf<Character>(value, 'character', ['ATTACKER', 'ATTACKER', 'SUSPICIOUS', 'UNHEARD_OF', 'UNHEARD_OF', 'UNHEARD_OF', 'HARMLESS'])
}

/** The same day for the same value, shortly before `now`. */
export const recentDay = (value: string, now: number): Date => new Date(now - pickOf(value, 'day', 0, 30) * 86_400_000)
