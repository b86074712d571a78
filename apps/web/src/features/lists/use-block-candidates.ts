import { useMemo } from 'react'
import { useQuery } from 'urql'
import type { ValueOrigin } from '../../components/ui/value-actions'
import { graphql } from '../../gql'
import { type BlockCandidate, candidateKey, candidatesOfAlert, candidatesOfIncident } from './block-candidates'

const BlockIncident_Query = graphql(`
  query BlockIncident_Query($id: ID!) {
    incident(id: $id) {
      id
      hosts {
        role
        address
      }
      urls {
        value
      }
      domains {
        value
      }
      files {
        name
        digest
      }
      users {
        value
      }
    }
  }
`)

const BlockAlert_Query = graphql(`
  query BlockAlert_Query($id: ID!) {
    alert(id: $id) {
      id
      attackerSide
      victimSide
      url
      domain
      fileName
      fileDigest
      source {
        address
        user
      }
      destination {
        address
        user
      }
    }
  }
`)

/** Everything around a value that can be blocked with it; the value itself first. */
export function useBlockCandidates(origin: ValueOrigin | null, value: BlockCandidate | null): readonly BlockCandidate[] {
  const alertId = origin?.alertId ?? ''
  const incidentId = origin?.incident?.id ?? ''
  const [{ data: alertData }] = useQuery({ query: BlockAlert_Query, variables: { id: alertId }, pause: alertId === '' })
  const [{ data: incidentData }] = useQuery({
    query: BlockIncident_Query,
    variables: { id: incidentId },
    pause: alertId !== '' || incidentId === '',
  })
  return useMemo(() => {
    const around = alertData?.alert
      ? candidatesOfAlert(alertData.alert)
      : incidentData?.incident
        ? candidatesOfIncident(incidentData.incident)
        : []
    if (!value) return around
    const key = candidateKey(value)
    return [around.find(each => candidateKey(each) === key) ?? value, ...around.filter(each => candidateKey(each) !== key)]
  }, [alertData, incidentData, value])
}
