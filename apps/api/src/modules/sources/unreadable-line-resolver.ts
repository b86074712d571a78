import { Args, Query, Resolver } from 'type-graphql'
import { z } from 'zod'
import { Can } from '../../graphql/can.js'
import { cursorCodec, PageArgs, pageSize, toConnection, type Connection } from '../../graphql/connection.js'
import type { SourceReadModel } from './source-read-model.js'
import { toUnreadableLineType, UnreadableLineConnection, UnreadableLineType } from './source-type.js'

const unreadableLineCursor = cursorCodec('unreadableLines', z.tuple([z.string().regex(/^\d{1,18}$/)]))

@Can('source:read')
@Resolver(() => UnreadableLineType)
export class UnreadableLineResolver {
  constructor(private readonly deps: { readonly sources: SourceReadModel }) {}

  @Query(() => UnreadableLineConnection)
  async unreadableLines(@Args(() => PageArgs) args: PageArgs): Promise<Connection<UnreadableLineType>> {
    const [before] = unreadableLineCursor.decode(args.after) ?? []
    const lines = await this.deps.sources.unreadableLinePage(before === undefined ? undefined : BigInt(before), pageSize(args) + 1)
    return toConnection(lines.map(toUnreadableLineType), args, line => unreadableLineCursor.encode([line.lineId]))
  }
}
