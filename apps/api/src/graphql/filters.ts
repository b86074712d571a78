import { Field, InputType } from 'type-graphql'
import { BadInputError } from '../platform/errors.js'

@InputType('TextFilter')
export class TextFilter {
  @Field(() => [String], { nullable: true, description: 'Equal to one of these, case-insensitively.' })
  in?: string[] | null

  @Field(() => String, { nullable: true, description: 'Contains this text, case-insensitively.' })
  contains?: string | null
}

const FILTER_TEXT_MAX_LENGTH = 1_000
const FILTER_LIST_MAX_LENGTH = 200

/** Refuses what the database could not hold or would take too long to compare. */
export function assertBoundedFilter(filter: object): void {
  for (const [name, value] of Object.entries(filter)) assertBoundedValue(name, value)
}

function assertBoundedValue(name: string, value: unknown): void {
  if (typeof value === 'string') {
    if (value.length > FILTER_TEXT_MAX_LENGTH) throw new BadInputError(`${name}: at most ${FILTER_TEXT_MAX_LENGTH} characters`)
    if (value.includes('\0')) throw new BadInputError(`${name}: a NUL character cannot be searched for`)
  } else if (Array.isArray(value)) {
    if (value.length > FILTER_LIST_MAX_LENGTH) throw new BadInputError(`${name}: at most ${FILTER_LIST_MAX_LENGTH} values`)
    for (const one of value) assertBoundedValue(name, one)
  } else if (isTextFilter(value)) {
    assertBoundedValue(`${name}.in`, value.in)
    assertBoundedValue(`${name}.contains`, value.contains)
  }
}

/** Also one that was not made by type-graphql. */
const isTextFilter = (value: unknown): value is TextFilter =>
  typeof value === 'object' && value !== null && ('in' in value || 'contains' in value)
