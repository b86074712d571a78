import { useMutation } from 'urql'
import { graphql } from '../../gql'
import { formFaults } from '../../lib/user-errors'

const PublishedVersionDecide_Mutation = graphql(`
  mutation PublishedVersionDecide_Mutation($input: PublishedVersionDecideInput!) {
    publishedVersionDecide(input: $input) {
      list {
        id
        publishing {
          ...HeldVersion_Publishing
          ...PublishedVersions_Publishing
        }
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

const PublishedVersionRollBack_Mutation = graphql(`
  mutation PublishedVersionRollBack_Mutation($input: PublishedVersionRollBackInput!) {
    publishedVersionRollBack(input: $input) {
      list {
        id
        publishing {
          ...HeldVersion_Publishing
          ...PublishedVersions_Publishing
        }
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

/** Decisions over versions of a list; each answers why it did not happen, or null. */
export function useVersionActions(listId: string) {
  const [deciding, decide] = useMutation(PublishedVersionDecide_Mutation)
  const [rollingBack, rollBack] = useMutation(PublishedVersionRollBack_Mutation)
  return {
    busy: deciding.fetching || rollingBack.fetching,
    decide: async (number: number, approve: boolean): Promise<string | null> => {
      const { data, error } = await decide({ input: { listId, number, approve } })
      return formFaults(data?.publishedVersionDecide.userErrors ?? [], error, []).form
    },
    rollBack: async (number: number): Promise<string | null> => {
      const { data, error } = await rollBack({ input: { listId, number } })
      return formFaults(data?.publishedVersionRollBack.userErrors ?? [], error, []).form
    },
  }
}
