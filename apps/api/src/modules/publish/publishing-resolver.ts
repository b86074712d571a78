import { PublishedFormat } from '@sallyport/shared'
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { mapLoader } from '../../platform/keyed-loader.js'
import { ListType } from '../lists/index.js'
import { panosSetCommands } from './panos-set-commands.js'
import type { CredentialRow, PublishReadModel, VersionRow } from './publish-read-model.js'
import {
  PublishedFetchType,
  PublishedUrlType,
  PublishedVersionType,
  PublishingType,
  toPublishedFetchType,
  toPublishedVersionType,
  toPublishingType,
} from './publish-type.js'
import { publishedUrl } from './published-url.js'
import type { Extension } from './served-version.js'

const EXTENSION_OF: Readonly<Record<PublishedFormat, Extension>> = { TEXT: 'txt', JSON: 'json', CSV: 'csv' }

export interface PublishingResolverDeps {
  readonly readModel: PublishReadModel
  /** Where firewalls reach this server. */
  readonly baseUrl: () => string
}

@Can('list:read')
@Resolver(() => ListType)
export class ListPublishingResolver {
  @FieldResolver(() => Boolean)
  published(@Root() { row }: ListType): boolean {
    return row.published
  }

  @FieldResolver(() => PublishingType, { nullable: true })
  publishing(@Root() { row }: ListType): PublishingType | null {
    return row.published ? toPublishingType(row) : null
  }
}

@Can('list:read')
@Resolver(() => PublishingType)
export class PublishingResolver {
  /** One loader per request for all lists: it answers the key that never changes. */
  private readonly credentialsOfAll = () => credentialsLoader(this.deps.readModel)

  constructor(private readonly deps: PublishingResolverDeps) {}

  @FieldResolver(() => [PublishedUrlType], { description: 'Every URL of every live path and format.' })
  async urls(@Root() { list }: PublishingType, @Ctx() context: Context): Promise<PublishedUrlType[]> {
    const paths = await context.load(this.deps.readModel.pathsOfList).load(list.id)
    const baseUrl = this.deps.baseUrl()
    return paths.flatMap(({ token, retiresAt }) =>
      Object.values(PublishedFormat).map(format => ({
        format,
        url: publishedUrl(baseUrl, { token, name: list.name, extension: EXTENSION_OF[format] }),
        retiresAt,
      })),
    )
  }

  @FieldResolver(() => PublishedVersionType, { nullable: true })
  async inForce(@Root() publishing: PublishingType, @Ctx() context: Context): Promise<PublishedVersionType | null> {
    return this.versionInState(publishing, 'IN_FORCE', context)
  }

  @FieldResolver(() => PublishedVersionType, { nullable: true })
  async held(@Root() publishing: PublishingType, @Ctx() context: Context): Promise<PublishedVersionType | null> {
    return this.versionInState(publishing, 'HELD', context)
  }

  @FieldResolver(() => [PublishedVersionType])
  async versions(@Root() { list }: PublishingType, @Ctx() context: Context): Promise<PublishedVersionType[]> {
    return (await this.versionsOf(list.id, context)).map(toPublishedVersionType)
  }

  @FieldResolver(() => [PublishedFetchType])
  async fetches(@Root() { list }: PublishingType, @Ctx() context: Context): Promise<PublishedFetchType[]> {
    return (await context.load(this.deps.readModel.fetchesOfList).load(list.id)).map(toPublishedFetchType)
  }

  @FieldResolver(() => [String], {
    description: 'Shown beside the URL: menu path and set commands that create the External Dynamic List.',
  })
  async panosSetCommands(@Root() publishing: PublishingType, @Ctx() context: Context): Promise<string[]> {
    const { kind, name, id } = publishing.list
    const stays = (await this.urls(publishing, context)).find(({ format, retiresAt }) => format === 'TEXT' && retiresAt === null)
    if (!stays) return []
    const credentials = await context.load(this.credentialsOfAll).load('all')
    const opening = credentials.find(({ listIds, disabledAt }) => disabledAt === null && (listIds.length === 0 || listIds.includes(id)))
    return panosSetCommands({ kind, name, url: stays.url, username: opening?.username })
  }

  private async versionInState(
    { list }: PublishingType,
    state: VersionRow['state'],
    context: Context,
  ): Promise<PublishedVersionType | null> {
    const version = (await this.versionsOf(list.id, context)).find(known => known.state === state)
    return version ? toPublishedVersionType(version) : null
  }

  private versionsOf(listId: number, context: Context): Promise<VersionRow[]> {
    return context.load(this.deps.readModel.versionsOfList).load(listId)
  }
}

const credentialsLoader = (readModel: PublishReadModel) =>
  mapLoader(
    async (keys: readonly 'all'[]) => {
      const credentials = await readModel.credentials()
      return new Map(keys.map(key => [key, credentials]))
    },
    (): CredentialRow[] => [],
  )
