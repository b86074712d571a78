import { graphql } from '../../gql'

/** Puts alerts back where a merge or a person took them from. */
export const AlertMoveUndo_Mutation = graphql(`
  mutation AlertMoveUndo_Mutation($id: ID!) {
    alertMoveUndo(id: $id) {
      incident {
        id
        ...IncidentFacts_Incident
        ...IncidentHeader_Incident
      }
      incidents {
        id
        ...IncidentFacts_Incident
        ...IncidentHeader_Incident
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)
