import { List, Stack } from '@mantine/core'
import { Notice } from '../../components/ui/notice'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { ChangeView } from './change-view'
import { FAILURE_WORDS } from './device-words'

export const MappingPreview_MappingPreview = graphql(`
  fragment MappingPreview_MappingPreview on MappingPreview {
    exists
    foreign
    failure
    message
    warnings
    change {
      ...ChangeView_MappingChange
    }
  }
`)

export const MappingPreview_Mutation = graphql(`
  mutation MappingPreview_Mutation($input: MappingPreviewInput!) {
    mappingPreview(input: $input) {
      preview {
        failure
        foreign
        ...MappingPreview_MappingPreview
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface MappingPreviewProps {
  readonly preview: FragmentType<typeof MappingPreview_MappingPreview>
  readonly groupName: string
}

/** What is on the device under the name today, and what would change. */
export function MappingPreview({ preview: given, groupName }: MappingPreviewProps) {
  const { exists, foreign, failure, message, warnings, change } = readFragment(MappingPreview_MappingPreview, given)
  if (failure !== null) {
    return (
      <Notice tone="error" title={FAILURE_WORDS[failure]}>
        {message}
      </Notice>
    )
  }
  return (
    <Stack gap="xs">
      {foreign && (
        <Notice tone="warning" title={`${groupName} is on the device already, and was made by somebody else`}>
          A mapping overwrites it: what it holds today and the list does not is taken out, wherever a policy uses it.
        </Notice>
      )}
      {!exists && <Notice tone="info">There is nothing called {groupName} on the device yet: it is created.</Notice>}
      {warnings.length > 0 && (
        <Notice tone="warning" title="Others are at work on the device">
          <List size="sm">
            {warnings.map(warning => (
              <List.Item key={warning}>{warning}</List.Item>
            ))}
          </List>
        </Notice>
      )}
      {change && <ChangeView change={change} />}
    </Stack>
  )
}
