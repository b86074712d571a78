import { useQuery } from 'urql'
import { graphql } from '../../gql'
import { useViewer } from '../../lib/permissions'

const Assignees_Query = graphql(`
  query Assignees_Query {
    users(first: 100) {
      nodes {
        id
        name
        disabled
      }
    }
  }
`)

/** Everybody who can be assigned an incident, by name, without the viewer. */
export function useOtherAssignees(): readonly { readonly id: string; readonly name: string }[] {
  const viewer = useViewer()
  const [{ data }] = useQuery({ query: Assignees_Query })
  return (data?.users.nodes ?? [])
    .filter(({ id, disabled }) => id !== viewer.id && !disabled)
    .toSorted((a, b) => a.name.localeCompare(b.name))
}
