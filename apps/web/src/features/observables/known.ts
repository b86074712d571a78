import { graphql } from '../../gql'
import type { Known_ObservableFragment } from '../../gql/graphql'

/** What is known of one value, as it is shown beside it. */
export const Known_Observable = graphql(`
  fragment Known_Observable on Observable {
    kind
    value
    names
    namesStatus {
      provider
      state
      reason
      answeredAt
      refreshing
    }
    protected
    notAskedOutside
    place {
      ...PlaceText_Place
    }
    reputation {
      ...ScoreBadge_Reputation
    }
    person {
      ...PersonCard_Person
    }
    wildfire {
      ...VerdictText_WildfireAnalysis
      ...ReportSummary_WildfireAnalysis
    }
  }
`)

export type Known = Known_ObservableFragment
