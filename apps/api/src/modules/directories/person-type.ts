import { AccountState } from '@sallyport/shared'
import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { LookupStatusType, toLookupStatus, type LookupRow } from '../enrichment/index.js'
import { readPersonFacts } from './person.js'

registerEnumType(AccountState, { name: 'AccountState' })

const text = { nullable: true }

@ObjectType('Person', { simpleResolvers: true, description: 'Who a user is, by the directory.' })
export class PersonType {
  @Field(() => LookupStatusType)
  status!: LookupStatusType

  @Field(() => String, text)
  displayName!: string | null

  @Field(() => String, text)
  mail!: string | null

  @Field(() => String, text)
  title!: string | null

  @Field(() => String, text)
  department!: string | null

  @Field(() => String, text)
  company!: string | null

  @Field(() => String, text)
  office!: string | null

  @Field(() => String, text)
  city!: string | null

  @Field(() => String, text)
  phone!: string | null

  @Field(() => String, text)
  mobile!: string | null

  @Field(() => String, { nullable: true, description: 'Name of the manager, resolved.' })
  manager!: string | null

  @Field(() => [String], { description: 'Names of groups, at most 200; with those that hold them, where the directory is set so.' })
  groups!: string[]

  @Field(() => AccountState)
  accountState!: AccountState

  @Field(() => String, { nullable: true, description: 'data: URL of a JPEG or PNG, at most 100 KB.' })
  photo!: string | null

  @Field(() => String, text)
  distinguishedName!: string | null

  @Field(() => String, { nullable: true, description: 'Name of the directory that answered.' })
  directory!: string | null
}

/** What was stored, or nothing but how far asking has come. */
export function toPersonType(row: LookupRow): PersonType {
  const facts = row.facts === null ? undefined : readPersonFacts(row.facts)
  return {
    status: toLookupStatus(row),
    displayName: facts?.displayName ?? null,
    mail: facts?.mail ?? null,
    title: facts?.title ?? null,
    department: facts?.department ?? null,
    company: facts?.company ?? null,
    office: facts?.office ?? null,
    city: facts?.city ?? null,
    phone: facts?.phone ?? null,
    mobile: facts?.mobile ?? null,
    manager: facts?.manager ?? null,
    groups: facts?.groups ?? [],
    accountState: facts?.accountState ?? 'UNKNOWN',
    photo: facts?.photo ?? null,
    distinguishedName: facts?.distinguishedName ?? null,
    directory: facts?.directory ?? null,
  }
}
