import { useCallback, useEffect, useState } from 'react'
import { useClient, useQuery } from 'urql'
import { graphql, readFragment } from '../../gql'
import type { RulePreviewParts_RulePreviewFragment } from '../../gql/graphql'
import { usePolling } from '../../lib/use-polling'
import { errorText, formFaults } from '../../lib/user-errors'
import { rememberPreview } from './previewed'

const RulePreviewParts_RulePreview = graphql(`
  fragment RulePreviewParts_RulePreview on RulePreview {
    id
    state
    total
    done
    message
    fromTime
    toTime
    matches
    unknown
    incidents
    warnings
    points {
      at
      matches
    }
    samples {
      id
      occurredAt
      severity
      threatName
      blocked
      source {
        address
      }
      destination {
        address
      }
      incident {
        id
        number
      }
    }
    effects {
      action
      list {
        id
        name
      }
      times
      wouldAdd
      alreadyListed
      protected
      internal
      invalid
      values
    }
  }
`)

const RulePreviewStart_Mutation = graphql(`
  mutation RulePreviewStart_Mutation($input: RulePreviewStartInput!) {
    rulePreviewStart(input: $input) {
      preview {
        ...RulePreviewParts_RulePreview
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

const RulePreviewCancel_Mutation = graphql(`
  mutation RulePreviewCancel_Mutation($id: ID!) {
    rulePreviewCancel(id: $id) {
      preview {
        ...RulePreviewParts_RulePreview
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

const RulePreview_Query = graphql(`
  query RulePreview_Query($id: ID!) {
    rulePreview(id: $id) {
      ...RulePreviewParts_RulePreview
    }
  }
`)

const POLL_MS = 700

export interface PreviewRun {
  readonly preview: RulePreviewParts_RulePreviewFragment | null
  /** What it is a preview of. */
  readonly definition: object | null
  readonly starting: boolean
  readonly fault: string | null
  start(definition: object, hours: number, maxEntriesPerHour: number): Promise<void>
  cancel(): Promise<void>
}

/** One run of a rule against stored alerts. It lives as long as the rule's page, on whatever tab. */
export function usePreviewRun(): PreviewRun {
  const client = useClient()
  const [id, setId] = useState<string | null>(null)
  const [definition, setDefinition] = useState<object | null>(null)
  const [starting, setStarting] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [{ data, error }, ask] = useQuery({ query: RulePreview_Query, variables: { id: id ?? '' }, pause: id === null })
  const preview = id === null ? null : (readFragment(RulePreviewParts_RulePreview, data?.rulePreview) ?? null)
  const running = preview?.state === 'RUNNING'
  usePolling(() => ask({ requestPolicy: 'network-only' }), running ? POLL_MS : 0)
  const done = preview?.state === 'DONE'
  useEffect(() => {
    if (done && definition) rememberPreview(definition)
  }, [done, definition])

  const start = useCallback(
    async (wanted: object, hours: number, maxEntriesPerHour: number) => {
      setStarting(true)
      setFault(null)
      const result = await client.mutation(RulePreviewStart_Mutation, { input: { definition: wanted, hours, maxEntriesPerHour } })
      setStarting(false)
      const begun = readFragment(RulePreviewParts_RulePreview, result.data?.rulePreviewStart.preview)
      setFault(formFaults(result.data?.rulePreviewStart.userErrors ?? [], result.error, []).form)
      if (!begun) return
      setId(begun.id)
      setDefinition(wanted)
    },
    [client],
  )
  const cancel = useCallback(async () => {
    if (id === null) return
    const result = await client.mutation(RulePreviewCancel_Mutation, { id })
    setFault(formFaults(result.data?.rulePreviewCancel.userErrors ?? [], result.error, []).form)
  }, [client, id])
  const gone = id !== null && data !== undefined && data.rulePreview === null
  const told = fault ?? (gone ? 'The preview is gone: the server was started again. Run it again.' : error ? errorText(error) : null)
  return { preview, definition, starting, fault: told, start, cancel }
}
