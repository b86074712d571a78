import { Code, List, Stack, Text } from '@mantine/core'
import type { ListKind } from '@sallyport/shared'
import { CopyButton } from '../../components/ui/copy-button'
import { type FragmentType, graphql, readFragment } from '../../gql'

const PanListSteps_Publishing = graphql(`
  fragment PanListSteps_Publishing on Publishing {
    panosSetCommands
    urls {
      format
      url
      retiresAt
    }
  }
`)

/** What the list is called in PAN-OS, and where it is put to use. Firewalls have no such list of hashes or users. */
const PAN_TYPES: Readonly<Record<ListKind, readonly [string, string] | null>> = {
  ADDRESS: ['IP List', 'Policies > Security: as source or destination address of a rule that drops'],
  URL: ['URL List', 'Objects > Security Profiles > URL Filtering: set its category to block; or as URL category of a rule'],
  DOMAIN: ['Domain List', 'Objects > Security Profiles > Anti-Spyware > DNS Policies: set its action to sinkhole or block'],
  FILE_HASH: null,
  USER: null,
}

interface PanListStepsProps {
  readonly publishing: FragmentType<typeof PanListSteps_Publishing>
  readonly kind: ListKind
}

export function PanListSteps({ publishing, kind }: PanListStepsProps) {
  const { panosSetCommands, urls } = readFragment(PanListSteps_Publishing, publishing)
  const type = PAN_TYPES[kind]
  const source = urls.find(({ format, retiresAt }) => format === 'TEXT' && retiresAt === null)?.url
  // As the commands name it: PAN-OS takes neither long names nor every character.
  const name = source && /([^/]+)\.txt$/.exec(source)?.[1]
  // The commands name one where there is one that opens the list.
  const needsCredential = panosSetCommands.some(command => command.includes(' auth username '))
  if (!type) {
    return (
      <Text size="sm" c="dimmed">
        PAN-OS has no External Dynamic List of this kind. The URLs above are for other tools.
      </Text>
    )
  }
  return (
    <Stack gap="sm">
      <List size="sm" type="ordered">
        <List.Item>
          Objects &gt; External Dynamic Lists (Dynamic Block Lists before PAN-OS 8.0) &gt; Add. Name: {name ?? 'any'}. Type: {type[0]}.
          Source: {source ? <Code style={{ overflowWrap: 'anywhere' }}>{source}</Code> : 'the PAN text URL above'}
        </List.Item>
        <List.Item>
          Check for updates: every five minutes
          {source?.startsWith('https:') && '. Choose a certificate profile that trusts this server'}
          {needsCredential && '. Client authentication: a credential of below'}
        </List.Item>
        <List.Item>Test Source URL, then OK</List.Item>
        <List.Item>{type[1]}</List.Item>
        <List.Item>Commit once. Later changes of the list need none</List.Item>
      </List>
      {panosSetCommands.length > 0 && (
        <>
          <Code block style={{ whiteSpace: 'pre-wrap', wordBreak: 'break-word' }}>
            {panosSetCommands.join('\n')}
          </Code>
          <div>
            <CopyButton text={panosSetCommands.join('\n')} label="Copy the commands" />
          </div>
        </>
      )}
    </Stack>
  )
}
