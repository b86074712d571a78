import { graphql } from '../../gql'

export const Overview_Query = graphql(`
  query Overview_Query($from: DateTime!, $to: DateTime!, $lists: Boolean!, $devices: Boolean!) {
    overview(from: $from, to: $to) {
      from
      to
      alerts {
        at
        severities {
          severity
          count
        }
        allowed
        blocked
      }
      incidents {
        at
        severities {
          severity
          count
        }
        allowed
        blocked
      }
      topAttackers {
        label
        count
        search
      }
      topTargets {
        label
        count
        search
      }
      topUsers {
        label
        count
        search
      }
      topThreats {
        label
        count
        search
      }
      topRules {
        label
        count
        search
      }
      topFirewalls {
        label
        count
        search
      }
      openByAge {
        label
        count
        search
      }
      openBySeverity {
        severity
        count
      }
      medianAcknowledgeMinutes
      medianCloseMinutes
      lists @include(if: $lists) {
        list {
          id
          name
        }
        entries
        added
        removed
      }
      devices @include(if: $devices) {
        device {
          id
          name
        }
        inSync
        pending
        failed
      }
    }
  }
`)
