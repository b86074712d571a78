import { useMemo } from 'react'
import { type CombinedError, useClient } from 'urql'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { RuleContent_RuleFragment, RuleCreateInput, RuleReturnInput, RuleUpdateInput } from '../../gql/graphql'
import type { UserError } from '../../lib/user-errors'

/** What is edited of a rule. */
export const RuleContent_Rule = graphql(`
  fragment RuleContent_Rule on Rule {
    id
    name
    description
    mode
    stopAfterMatch
    definition
    maxEntriesPerHour
    stoppedAt
    stoppedReason
    version
    updatedAt
    owner {
      id
      name
    }
    reading {
      when
      then
    }
  }
`)

const SavedRule = graphql(`
  fragment SavedRule on RulePayload {
    rule {
      ...RuleContent_Rule
    }
    userErrors {
      message
      field
      code
    }
  }
`)

const RuleCreate_Mutation = graphql(`
  mutation RuleCreate_Mutation($input: RuleCreateInput!) {
    payload: ruleCreate(input: $input) {
      ...SavedRule
    }
  }
`)

const RuleUpdate_Mutation = graphql(`
  mutation RuleUpdate_Mutation($input: RuleUpdateInput!) {
    payload: ruleUpdate(input: $input) {
      ...SavedRule
    }
  }
`)

const RuleReturn_Mutation = graphql(`
  mutation RuleReturn_Mutation($input: RuleReturnInput!) {
    payload: ruleReturn(input: $input) {
      ...SavedRule
    }
  }
`)

export interface SavedRuleAnswer {
  /** As it is now, whether or not it was saved. */
  readonly rule: RuleContent_RuleFragment | null
  readonly userErrors: readonly UserError[]
  readonly error: CombinedError | undefined
}

/** The ways in which a rule changes. */
export function useSaveRule() {
  const client = useClient()
  return useMemo(
    () => ({
      create: async (input: RuleCreateInput) => savedOf(await client.mutation(RuleCreate_Mutation, { input })),
      update: async (input: RuleUpdateInput) => savedOf(await client.mutation(RuleUpdate_Mutation, { input })),
      returnTo: async (input: RuleReturnInput) => savedOf(await client.mutation(RuleReturn_Mutation, { input })),
    }),
    [client],
  )
}

interface Answer {
  readonly data?: { readonly payload: FragmentType<typeof SavedRule> } | null | undefined
  readonly error?: CombinedError | undefined
}

function savedOf({ data, error }: Answer): SavedRuleAnswer {
  const payload = data ? readFragment(SavedRule, data.payload) : null
  return { rule: readFragment(RuleContent_Rule, payload?.rule) ?? null, userErrors: payload?.userErrors ?? [], error }
}
