import { ListKind } from '@sallyport/shared'
import DataLoader from 'dataloader'
import type { KindAndValue, ListMembership, ListReadModel, ListRow } from '../lists/index.js'
import type { Observable } from '../enrichment/index.js'

export const observableKey = ({ kind, value }: Observable): string => `${kind} ${value}`

/** Each is a part of one statement. */
const BATCH_MAX = 200

/** Hosts are on no list. */
const asListed = ({ kind, value }: Observable): KindAndValue | undefined => (kind === 'HOST' ? undefined : { kind: ListKind[kind], value })

/** What lists say of observables: for as many as a page shows at once. */
export class ObservableLists {
  constructor(
    private readonly deps: {
      readonly membership: Pick<ListMembership, 'listsHolding' | 'protectionsOf'>
      readonly lists: Pick<ListReadModel, 'listsOf'>
    },
  ) {}

  /** Loader factories, one loader per request. Lists that hold the value or a wider entry, by name. */
  readonly listsHolding = () =>
    new DataLoader<Observable, ListRow[], string>(
      async observables => {
        const held = await ofListed(observables, values => this.deps.membership.listsHolding(values))
        const lists = await this.deps.lists.listsOf([...new Set(held.flatMap(ids => ids ?? []))])
        return held.map(ids => lists.filter(({ id }) => ids?.includes(id)))
      },
      { cacheKeyFn: observableKey, maxBatchSize: BATCH_MAX },
    )

  /** Why it may never be blocked; undefined: it may. */
  readonly protectionOf = () =>
    new DataLoader<Observable, string | undefined, string>(
      async observables => {
        const found = await ofListed(observables, values => this.deps.membership.protectionsOf(values))
        return found.map(protection => protection && (protection.description || `Protected: ${protection.value}`))
      },
      { cacheKeyFn: observableKey },
    )
}

/** Asks about those that can be on a list; undefined for the others, all in their order. */
async function ofListed<Answer>(
  observables: readonly Observable[],
  ask: (values: readonly KindAndValue[]) => Promise<Answer[]>,
): Promise<(Answer | undefined)[]> {
  const listed = observables.map(asListed)
  const answers = (await ask(listed.filter(value => value !== undefined))).values()
  return listed.map(value => (value === undefined ? undefined : answers.next().value))
}
