import type { IncidentField, ListKind } from '@sallyport/shared'
import { createContext, useContext, useMemo } from 'react'
import type { RuleNames } from '@sallyport/shared'
import { useQuery } from 'urql'
import { graphql } from '../../gql'
import { useCan } from '../../lib/permissions'

/* One question each: where one may not be asked, the others are answered all the same. */
const RuleLists_Query = graphql(`
  query RuleLists_Query {
    lists {
      id
      name
      kind
    }
  }
`)
const RuleSources_Query = graphql(`
  query RuleSources_Query {
    sources {
      id
      name
    }
  }
`)
const RulePeople_Query = graphql(`
  query RulePeople_Query {
    users(first: 100) {
      nodes {
        id
        name
        disabled
      }
    }
  }
`)
const RuleTeams_Query = graphql(`
  query RuleTeams_Query {
    teams {
      id
      name
    }
  }
`)
const RuleFieldValues_Query = graphql(`
  query RuleFieldValues_Query {
    fieldValues {
      id
      field
      value
      retired
    }
  }
`)
const RuleChannels_Query = graphql(`
  query RuleChannels_Query {
    channels {
      id
      name
      enabled
    }
  }
`)
const RuleNetworks_Query = graphql(`
  query RuleNetworks_Query {
    namedNetworks {
      id
      name
    }
  }
`)

interface Named {
  readonly id: string
  readonly name: string
}

/** What a rule can mention. */
export interface Choices {
  readonly lists: readonly (Named & { readonly kind: ListKind })[]
  readonly sources: readonly string[]
  readonly people: readonly Named[]
  readonly teams: readonly Named[]
  readonly channels: readonly Named[]
  readonly networks: readonly string[]
  values(field: IncidentField): readonly string[]
  /** For reading a rule aloud. */
  readonly names: RuleNames
}

const nameIn = (things: readonly Named[]) => (id: string) => things.find(thing => thing.id === id)?.name

export function useAskedChoices(): Choices {
  const [{ data: lists }] = useQuery({ query: RuleLists_Query, pause: !useCan('list:read') })
  const [{ data: sources }] = useQuery({ query: RuleSources_Query, pause: !useCan('source:read') })
  const [{ data: people }] = useQuery({ query: RulePeople_Query })
  const [{ data: teams }] = useQuery({ query: RuleTeams_Query })
  const [{ data: fieldValues }] = useQuery({ query: RuleFieldValues_Query })
  const [{ data: channels }] = useQuery({ query: RuleChannels_Query, pause: !useCan('channel:read') })
  const [{ data: networks }] = useQuery({ query: RuleNetworks_Query, pause: !useCan('enrichment:read') })
  return useMemo(() => {
    const known = {
      lists: lists?.lists ?? [],
      people: people?.users.nodes ?? [],
      teams: teams?.teams ?? [],
      channels: channels?.channels ?? [],
    }
    return {
      ...known,
      people: known.people.filter(({ disabled }) => !disabled),
      sources: sources?.sources.map(({ name }) => name) ?? [],
      networks: [...new Set(networks?.namedNetworks.map(({ name }) => name))],
      values: field => (fieldValues?.fieldValues ?? []).filter(each => each.field === field && !each.retired).map(({ value }) => value),
      names: { list: nameIn(known.lists), person: nameIn(known.people), team: nameIn(known.teams), channel: nameIn(known.channels) },
    }
  }, [lists, sources, people, teams, fieldValues, channels, networks])
}

const ChoicesContext = createContext<Choices | undefined>(undefined)
export const ChoicesProvider = ChoicesContext.Provider

export function useChoices(): Choices {
  const choices = useContext(ChoicesContext)
  if (!choices) throw new Error('useChoices needs a ChoicesProvider')
  return choices
}
