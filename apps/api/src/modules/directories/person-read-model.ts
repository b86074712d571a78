import DataLoader from 'dataloader'
import type { Context, LoaderFactory } from '../../graphql/context.js'
import type { Lookups } from '../enrichment/index.js'
import { parsePanUser } from './pan-user.js'
import { toPersonType, type PersonType } from './person-type.js'

/** What directories told of users. */
export class PersonReadModel {
  constructor(private readonly deps: { readonly lookups: Pick<Lookups, 'lookupOf'> }) {}

  /** Loader factory; keys are users in canonical form (canonicalObservable). There is always a person, if only to say why nothing is known. */
  readonly personOf: LoaderFactory<string, PersonType> = (context: Context) => {
    const rows = context.load(this.deps.lookups.lookupOf)
    return new DataLoader(users =>
      Promise.all(users.map(async value => this.person(value, await rows.load({ provider: 'DIRECTORY', kind: 'USER', value })))),
    )
  }

  private person(value: string, row: Awaited<ReturnType<ReturnType<Lookups['lookupOf']>['load']>>): PersonType {
    const reason = row.state === 'NOT_ASKED' ? whyNobody(value) : row.reason
    return toPersonType({ ...row, reason })
  }
}

/** null: it is a person, whom nobody has asked about yet. */
function whyNobody(value: string): string | null {
  const user = parsePanUser(value)
  if (user.kind === 'person') return null
  return user.kind === 'machine' ? 'The account of a computer' : user.why
}
