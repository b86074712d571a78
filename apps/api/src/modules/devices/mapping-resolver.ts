import { Arg, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { smallKey, toGlobalId } from '../../graphql/global-id.js'
import { Payload, withUserErrors } from '../../graphql/user-errors.js'
import { NotFoundError } from '../../platform/errors.js'
import { ListType, toListType, type ListReadModel } from '../lists/index.js'
import { capacityOf } from './capacity.js'
import { readFacts } from './device-facts.js'
import { MappingCreateInput, MappingDeleteInput, MappingPreviewInput } from './device-inputs.js'
import type { DeviceReadModel } from './device-read-model.js'
import { DeviceType, MappingPreviewType, MappingType, toDeviceType, toMappingPreviewType, toMappingType } from './device-type.js'
import type { MappingService } from './mapping-service.js'

@ObjectType({ simpleResolvers: true })
class MappingPreviewPayload extends Payload {
  @Field(() => MappingPreviewType, { nullable: true })
  preview!: MappingPreviewType | null
}

@ObjectType({ simpleResolvers: true })
class MappingPayload extends Payload {
  @Field(() => MappingType, { nullable: true })
  mapping!: MappingType | null
}

@ObjectType({ simpleResolvers: true })
class MappingDeletePayload extends Payload {
  @Field(() => ID, { nullable: true })
  deletedId!: string | null
}

export interface MappingResolverDeps {
  readonly devices: DeviceReadModel
  readonly lists: ListReadModel
  readonly service: MappingService
}

@Can('device:read')
@Resolver(() => MappingType)
export class MappingResolver {
  constructor(private readonly deps: MappingResolverDeps) {}

  @FieldResolver(() => DeviceType)
  async device(@Root() { deviceId }: MappingType, @Ctx() context: Context): Promise<DeviceType> {
    const device = await context.load(this.deps.devices.deviceById).load(deviceId)
    if (!device) throw new NotFoundError('The device')
    return toDeviceType(device)
  }

  @FieldResolver(() => ListType)
  async list(@Root() { listId }: MappingType, @Ctx() context: Context): Promise<ListType> {
    const list = await context.load(this.deps.lists.listById).load(listId)
    if (!list) throw new NotFoundError('The list')
    return toListType(list)
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Known limit of the model for this kind.' })
  async capacity(@Root() { deviceId, kind }: MappingType, @Ctx() context: Context): Promise<number | null> {
    const device = await context.load(this.deps.devices.deviceById).load(deviceId)
    return capacityOf(kind, readFacts(device?.facts)?.model)
  }

  @Can('device:push')
  @Mutation(() => MappingPreviewPayload, { description: 'What is on the device under that name and what would change.' })
  async mappingPreview(
    @Arg('input', () => MappingPreviewInput) input: MappingPreviewInput,
    @Ctx() context: Context,
  ): Promise<MappingPreviewPayload> {
    const mapping = keysOf(input)
    return withUserErrors<Omit<MappingPreviewPayload, 'userErrors'>>(
      async () => ({ preview: toMappingPreviewType(await this.deps.service.preview(context.requireActor(), mapping)) }),
      () => ({ preview: null }),
    )
  }

  @Can('device:write')
  @Mutation(() => MappingPayload)
  async mappingCreate(@Arg('input', () => MappingCreateInput) input: MappingCreateInput, @Ctx() context: Context): Promise<MappingPayload> {
    const mapping = { ...keysOf(input), overwrite: input.overwrite ?? false }
    return withUserErrors<Omit<MappingPayload, 'userErrors'>>(
      async () => ({ mapping: toMappingType(await this.deps.service.create(context.requireActor(), mapping)) }),
      () => ({ mapping: null }),
    )
  }

  @Can('device:write')
  @Mutation(() => MappingDeletePayload, { description: 'Leaves the group on the device as it is unless removeFromDevice.' })
  async mappingDelete(
    @Arg('input', () => MappingDeleteInput) { id, removeFromDevice }: MappingDeleteInput,
    @Ctx() context: Context,
  ): Promise<MappingDeletePayload> {
    const key = smallKey('Mapping', id)
    return withUserErrors<Omit<MappingDeletePayload, 'userErrors'>>(
      async () => {
        await this.deps.service.delete(context.requireActor(), key, removeFromDevice ?? false)
        return { deletedId: toGlobalId('Mapping', key) }
      },
      () => ({ deletedId: null }),
    )
  }
}

const keysOf = ({ deviceId, listId, kind, groupName }: MappingPreviewInput) => ({
  deviceId: smallKey('Device', deviceId),
  listId: smallKey('List', listId),
  kind,
  groupName,
})
