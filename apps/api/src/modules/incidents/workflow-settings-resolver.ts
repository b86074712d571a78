import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { withUserErrors } from '../../graphql/user-errors.js'
import type { FieldValues } from './field-values.js'
import type { Targets } from './targets.js'
import {
  FieldValuesPayload,
  FieldValuesSetInput,
  FieldValueType,
  TargetsPayload,
  TargetsSetInput,
  TargetType,
  toFieldValueType,
} from './workflow-type.js'

/** What administrators set of the workflow of incidents. */
@Can('incident:read')
@Resolver()
export class WorkflowSettingsResolver {
  constructor(private readonly deps: { readonly fieldValues: FieldValues; readonly targets: Targets }) {}

  @Query(() => [FieldValueType], { description: 'Values that incidents can be given, by field and place; the retired ones last.' })
  async fieldValues(): Promise<FieldValueType[]> {
    return (await this.deps.fieldValues.all()).map(toFieldValueType)
  }

  @Query(() => [TargetType], { description: 'One of each severity, most severe first.' })
  async targets(): Promise<TargetType[]> {
    return [...(await this.deps.targets.current())]
  }

  @Can('workflow:write')
  @Mutation(() => FieldValuesPayload)
  async fieldValuesSet(
    @Arg('input', () => FieldValuesSetInput) input: FieldValuesSetInput,
    @Ctx() context: Context,
  ): Promise<FieldValuesPayload> {
    return withUserErrors<Omit<FieldValuesPayload, 'userErrors'>>(
      async () => ({ fieldValues: (await this.deps.fieldValues.set(context.requireActor(), input)).map(toFieldValueType) }),
      () => ({ fieldValues: [] }),
    )
  }

  @Can('workflow:write')
  @Mutation(() => TargetsPayload)
  async targetsSet(@Arg('input', () => TargetsSetInput) input: TargetsSetInput, @Ctx() context: Context): Promise<TargetsPayload> {
    const targets = input.targets.map(({ severity, acknowledgeMinutes = null, closeMinutes = null }) => ({
      severity,
      acknowledgeMinutes,
      closeMinutes,
    }))
    return withUserErrors<Omit<TargetsPayload, 'userErrors'>>(
      async () => ({ targets: [...(await this.deps.targets.set(context.requireActor(), { targets }))] }),
      () => ({ targets: [] }),
    )
  }
}
