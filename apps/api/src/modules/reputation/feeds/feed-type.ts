import { FeedFormat, FeedKind } from '@sallyport/shared'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { toGlobalId } from '../../../graphql/global-id.js'
import { NodeType } from '../../../graphql/node.js'
import { DateTimeScalar } from '../../../graphql/scalars.js'
import type { Feed } from '../../../platform/prisma/client.js'

registerEnumType(FeedKind, { name: 'FeedKind', description: 'What a feed lists.' })
registerEnumType(FeedFormat, {
  name: 'FeedFormat',
  valuesConfig: {
    PLAIN: { description: 'One value a line, with comments; hosts files too.' },
    CSV: { description: 'The value is in a column.' },
  },
})

@ObjectType('Feed', {
  simpleResolvers: true,
  implements: NodeType,
  description: 'A block list of somebody else. It is fetched on a schedule and asked about every value, here in memory.',
})
export class FeedType extends NodeType {
  @Field(() => String)
  name!: string

  @Field(() => Boolean, { description: 'Fetched, and asked.' })
  enabled!: boolean

  @Field(() => FeedKind)
  kind!: FeedKind

  @Field(() => String, { description: 'https:// URL, or the name of a file in the folder feeds of the data directory.' })
  location!: string

  @Field(() => FeedFormat)
  format!: FeedFormat

  @Field(() => Int, { description: 'Of CSV, from 1.' })
  csvColumn!: number

  @Field(() => Int)
  intervalSeconds!: number

  @Field(() => Int, { description: 'What being on it says: 0 harmless … 100 malicious.' })
  score!: number

  @Field(() => Int, { description: 'How much that counts beside others, 0 … 100.' })
  weight!: number

  @Field(() => DateTimeScalar, { nullable: true, description: 'Of the last try.' })
  fetchedAt!: Date | null

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last fetched and read well: the age of what is in use.' })
  succeededAt!: Date | null

  @Field(() => String, {
    nullable: true,
    description: 'Why the last try failed; the last good list is in use meanwhile. null: it went well.',
  })
  error!: string | null

  @Field(() => Int, { description: 'Of the last good list.' })
  entryCount!: number

  @Field(() => Int, { description: 'Its lines that hold no value of the kind, or one of no use, such as a private network.' })
  skippedCount!: number

  @Field(() => Int, { description: 'expectedVersion of the next change.' })
  version!: number
}

export const toFeedType = (feed: Feed): FeedType => ({
  id: toGlobalId('Feed', feed.id),
  name: feed.name,
  enabled: feed.enabled,
  kind: feed.kind as FeedKind,
  location: feed.location,
  format: feed.format as FeedFormat,
  csvColumn: feed.csvColumn,
  intervalSeconds: feed.intervalSeconds,
  score: feed.score,
  weight: feed.weight,
  fetchedAt: feed.fetchedAt,
  succeededAt: feed.succeededAt,
  error: feed.error,
  entryCount: feed.entryCount,
  skippedCount: feed.skippedCount,
  version: feed.version,
})
