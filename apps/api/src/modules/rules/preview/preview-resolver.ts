import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Can } from '../../../graphql/can.js'
import type { Context } from '../../../graphql/context.js'
import { fromGlobalId } from '../../../graphql/global-id.js'
import { withUserErrors } from '../../../graphql/user-errors.js'
import { BadInputError } from '../../../platform/errors.js'
import type { RulePreview } from '../../../platform/prisma/client.js'
import { AlertType, toAlertType, type AlertReadModel } from '../../alerts/index.js'
import { isUserKey as isUuid } from '../../auth/index.js'
import { ListType, toListType, type ListReadModel } from '../../lists/index.js'
import type { RulePreviewService } from './preview-service.js'
import { RulePreviewEffectType, RulePreviewPayload, RulePreviewStartInput, RulePreviewType, toRulePreviewType } from './preview-type.js'

export interface RulePreviewResolverDeps {
  readonly previews: RulePreviewService
  readonly alerts: Pick<AlertReadModel, 'alertById'>
}

@Can('rule:write')
@Resolver(() => RulePreviewType)
export class RulePreviewResolver {
  constructor(private readonly deps: RulePreviewResolverDeps) {}

  @Query(() => RulePreviewType, { nullable: true, description: 'Ask again while it is RUNNING.' })
  async rulePreview(@Arg('id', () => ID) id: string): Promise<RulePreviewType | null> {
    const preview = await this.deps.previews.find(previewKey(id))
    return preview ? toRulePreviewType(preview) : null
  }

  @Mutation(() => RulePreviewPayload, { description: 'Ends an earlier one of the same person.' })
  async rulePreviewStart(
    @Arg('input', () => RulePreviewStartInput) input: RulePreviewStartInput,
    @Ctx() context: Context,
  ): Promise<RulePreviewPayload> {
    return answer(() => this.deps.previews.begin(context.requireActor(), { ...input }))
  }

  @Mutation(() => RulePreviewPayload)
  async rulePreviewCancel(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<RulePreviewPayload> {
    const key = previewKey(id)
    return answer(() => this.deps.previews.cancel(context.requireActor(), key))
  }

  @Can('alert:read')
  @FieldResolver(() => [AlertType], { description: 'The newest 20 that match.' })
  async samples(@Root() { sampleIds }: RulePreviewType, @Ctx() context: Context): Promise<AlertType[]> {
    const rows = await context.load(this.deps.alerts.alertById).loadMany(sampleIds)
    return rows.flatMap(row => (row === undefined || row instanceof Error ? [] : [toAlertType(row)]))
  }
}

@Can('rule:write')
@Resolver(() => RulePreviewEffectType)
export class RulePreviewEffectResolver {
  constructor(private readonly deps: { readonly lists: Pick<ListReadModel, 'listById'> }) {}

  @Can('list:read')
  @FieldResolver(() => ListType, { nullable: true, description: 'null: it is not about a list, or the list is gone.' })
  async list(@Root() { listId }: RulePreviewEffectType, @Ctx() context: Context): Promise<ListType | null> {
    const list = listId === null ? undefined : await context.load(this.deps.lists.listById).load(listId)
    return list ? toListType(list) : null
  }
}

const answer = (work: () => Promise<RulePreview>): Promise<RulePreviewPayload> =>
  withUserErrors<Omit<RulePreviewPayload, 'userErrors'>>(
    async () => ({ preview: toRulePreviewType(await work()) }),
    () => ({ preview: null }),
  )

function previewKey(globalId: string): string {
  const id = fromGlobalId('RulePreview', globalId)
  if (!isUuid(id)) throw new BadInputError('Not the id of a RulePreview')
  return id
}
