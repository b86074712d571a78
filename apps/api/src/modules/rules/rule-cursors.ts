import { z } from 'zod'
import { cursorCodec, type PageArgs } from '../../graphql/connection.js'
import { fromGlobalId } from '../../graphql/global-id.js'

const codec = cursorCodec('rule-matches', z.tuple([z.string().regex(/^\d{1,18}$/)]))

/** Positions in lists of matches, the newest first. */
export const matchCursor = {
  after: ({ after }: Pick<PageArgs, 'after'>): string | undefined => codec.decode(after)?.[0],
  of: ({ id }: { readonly id: unknown }): string => codec.encode([fromGlobalId('RuleMatch', String(id))]),
}
