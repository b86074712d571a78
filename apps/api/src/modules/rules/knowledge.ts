import type { ObservableKind } from '@sallyport/shared'
import type { FoundPlace } from '../places/index.js'
import type { CountKey, FirstSeenKey, Unknown } from './engine/index.js'

/** What a directory tells of a user. */
export interface KnownPerson {
  readonly department: string | null
  readonly title: string | null
  readonly groups: readonly string[]
  readonly manager: string | null
  readonly city: string | null
}

/** What is known beyond the line, now and without waiting. */
export interface Knowledge {
  /** undefined: the places are not loaded yet. */
  place(address: string): FoundPlace | undefined
  /** Name of the narrowest named network. */
  networkName(address: string): string | undefined
  isOwn(address: string): boolean
  isListed(listId: string, value: string): boolean | Unknown
  /** undefined: the directory knows no such person. */
  person(user: string): KnownPerson | undefined | Unknown
  /** 0 … 100; undefined: nobody says anything. */
  score(kind: ObservableKind, value: string): number | undefined | Unknown
  /** undefined: WildFire knows nothing of the file. */
  wildfireVerdict(hash: string): string | undefined | Unknown
  count(per: CountKey, value: string, windowSeconds: number): number | Unknown
  isFirstSeen(of: FirstSeenKey, value: string, withinDays: number): boolean | Unknown
}
