import { ObservableKind } from '@sallyport/shared'
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { withUserErrors } from '../../graphql/user-errors.js'
import { canonicalObservable, observableKindsOf } from '../enrichment/index.js'
import type { Looks } from './looks.js'
import { ObservableRefreshInput } from './observable-inputs.js'
import { ObservablePayload, ObservableType } from './observable-type.js'
import type { RefreshService } from './refresh-service.js'

/** What is typed longer than this is no value. */
const TYPED_MAX = 2_048

export interface ObservableResolverDeps {
  readonly looks: Pick<Looks, 'at'>
  readonly refreshes: Pick<RefreshService, 'refresh'>
}

@Can('enrichment:read')
@Resolver(() => ObservableType)
export class ObservableResolver {
  constructor(private readonly deps: ObservableResolverDeps) {}

  @Query(() => ObservableType, {
    nullable: true,
    description: 'null: not a valid value of that kind. Who may ask providers makes them be asked by looking at it.',
  })
  observable(
    @Arg('kind', () => ObservableKind) kind: ObservableKind,
    @Arg('value', () => String) typed: string,
    @Ctx() context: Context,
  ): ObservableType | null {
    const value = typed.length > TYPED_MAX ? undefined : canonicalObservable(kind, typed)
    if (value === undefined) return null
    this.deps.looks.at([{ kind, value }], context)
    return { kind, value }
  }

  @Query(() => [ObservableType], { description: 'What kinds a text can be, most likely first.' })
  observablesOf(@Arg('text', () => String) text: string): ObservableType[] {
    return text.length > TYPED_MAX ? [] : observableKindsOf(text)
  }

  @Can('enrichment:ask')
  @Mutation(() => ObservablePayload, {
    description: 'Asks again now, ahead of all others (permission enrichment:ask); each provider at most once in 10 seconds.',
  })
  async observableRefresh(
    @Arg('input', () => ObservableRefreshInput) input: ObservableRefreshInput,
    @Ctx() context: Context,
  ): Promise<ObservablePayload> {
    return withUserErrors<Omit<ObservablePayload, 'userErrors'>>(
      async () => ({ observable: await this.deps.refreshes.refresh(context.requireActor(), input) }),
      () => ({ observable: null }),
    )
  }
}
