import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { smallKey, toGlobalId } from '../../graphql/global-id.js'
import type { NodeLoader } from '../../graphql/node.js'
import { Payload, withUserErrors } from '../../graphql/user-errors.js'
import type { Clock } from '../../platform/clock.js'
import type { Directory } from '../../platform/prisma/client.js'
import { DirectoryCreateInput, DirectoryDeleteInput, DirectoryTestInput, DirectoryUpdateInput } from './directory-inputs.js'
import type { DirectoryReadModel } from './directory-read-model.js'
import type { DirectoryService } from './directory-service.js'
import type { DirectoryTester } from './directory-tester.js'
import {
  DirectoryPresetSettingsType,
  DirectoryTestType,
  DirectoryType,
  toDirectoryTestType,
  toDirectoryType,
  toPresetType,
} from './directory-type.js'
import { ALL_PRESETS } from './presets.js'

@ObjectType({ simpleResolvers: true })
class DirectoryPayload extends Payload {
  @Field(() => DirectoryType, { nullable: true })
  directory!: DirectoryType | null
}

@ObjectType({ simpleResolvers: true })
class DirectoryDeletePayload extends Payload {
  @Field(() => ID, { nullable: true })
  deletedId!: string | null
}

@ObjectType({ simpleResolvers: true })
class DirectoryTestPayload extends Payload {
  @Field(() => DirectoryTestType, { nullable: true })
  test!: DirectoryTestType | null
}

export interface DirectoryResolverDeps {
  readonly directories: DirectoryReadModel
  readonly service: DirectoryService
  readonly tester: DirectoryTester
  readonly clock: Clock
}

@Can('enrichment:read')
@Resolver(() => DirectoryType)
export class DirectoryResolver {
  constructor(private readonly deps: DirectoryResolverDeps) {}

  @Query(() => [DirectoryType], { description: 'By name.' })
  async directories(): Promise<DirectoryType[]> {
    return (await this.deps.directories.directories()).map(toDirectoryType)
  }

  @Query(() => [DirectoryPresetSettingsType], { description: 'Where a new directory starts from.' })
  directoryPresets(): DirectoryPresetSettingsType[] {
    return ALL_PRESETS.map(toPresetType)
  }

  @Can('enrichment:write')
  @Mutation(() => DirectoryPayload)
  async directoryCreate(
    @Arg('input', () => DirectoryCreateInput) input: DirectoryCreateInput,
    @Ctx() context: Context,
  ): Promise<DirectoryPayload> {
    return withUserErrors(async () => payload(await this.deps.service.create(context.requireActor(), { ...input })), asItIs)
  }

  @Can('enrichment:write')
  @Mutation(() => DirectoryPayload)
  async directoryUpdate(
    @Arg('input', () => DirectoryUpdateInput) input: DirectoryUpdateInput,
    @Ctx() context: Context,
  ): Promise<DirectoryPayload> {
    const changes = { ...input, id: smallKey('Directory', input.id) }
    return withUserErrors(async () => payload(await this.deps.service.update(context.requireActor(), changes)), asItIs)
  }

  @Can('enrichment:write')
  @Mutation(() => DirectoryDeletePayload, { description: 'What the directory told of people goes with it.' })
  async directoryDelete(
    @Arg('input', () => DirectoryDeleteInput) { id, expectedVersion }: DirectoryDeleteInput,
    @Ctx() context: Context,
  ): Promise<DirectoryDeletePayload> {
    const seen = { id: smallKey('Directory', id), expectedVersion }
    return withUserErrors<Omit<DirectoryDeletePayload, 'userErrors'>>(
      async () => {
        await this.deps.service.delete(context.requireActor(), seen)
        return { deletedId: toGlobalId('Directory', seen.id) }
      },
      () => ({ deletedId: null }),
    )
  }

  @Can('enrichment:write')
  @Mutation(() => DirectoryTestPayload, { description: 'Looks a user up with the settings given; saves nothing.' })
  async directoryTest(
    @Arg('input', () => DirectoryTestInput) { id, ...input }: DirectoryTestInput,
    @Ctx() context: Context,
  ): Promise<DirectoryTestPayload> {
    const key = typeof id === 'string' ? smallKey('Directory', id) : undefined
    return withUserErrors<Omit<DirectoryTestPayload, 'userErrors'>>(
      async () => {
        const result = await this.deps.tester.test(context.requireActor(), key, { ...input })
        return { test: toDirectoryTestType(result, input.user, this.deps.clock.now()) }
      },
      () => ({ test: null }),
    )
  }
}

/** What `node(id)` finds of this module. */
export const directoryNodes = ({ directories }: { readonly directories: DirectoryReadModel }): NodeLoader[] => [
  {
    type: 'Directory',
    permission: 'enrichment:read',
    load: async (id, context) => {
      const directory = /^\d{1,9}$/.test(id) ? await context.load(directories.directoryById).load(Number(id)) : undefined
      return directory && toDirectoryType(directory)
    },
  },
]

const payload = (directory: Directory) => ({ directory: toDirectoryType(directory) })

/** Beside userErrors: the directory as it is now, where the service told it. */
const asItIs = (current: unknown): { directory: DirectoryType | null } => ({
  directory: current ? toDirectoryType(current as Directory) : null,
})
