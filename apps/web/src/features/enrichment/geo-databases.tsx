import { Anchor, Code, Text } from '@mantine/core'
import { IconAlertOctagon } from '@tabler/icons-react'
import { CardTable } from '../../components/ui/card-table'
import { Panel } from '../../components/ui/panel'
import { StateMark } from '../../components/ui/state-mark'
import { TimeText } from '../../components/ui/time-text'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { safeHref } from '../../lib/safe-href'

export const GeoDatabases_GeoDatabase = graphql(`
  fragment GeoDatabases_GeoDatabase on GeoDatabase {
    attribution
    url
    builtAt
    kind
    file
    error
  }
`)

const KIND_WORDS: Readonly<Record<string, string>> = { City: 'country and city', ASN: 'network operator' }

/** Where places and network operators are read from: files of this server, whose makers want to be named. */
export function GeoDatabases({ databases: given }: { databases: readonly FragmentType<typeof GeoDatabases_GeoDatabase>[] }) {
  const databases = readFragment(GeoDatabases_GeoDatabase, given)
  return (
    <Panel title="Places of addresses">
      <Text size="sm" c="dimmed">
        Read from files on this server; nobody is asked. To use your own MaxMind-format files, name them in <Code>GEO_CITY_FILE</Code> and{' '}
        <Code>GEO_ASN_FILE</Code>.
      </Text>
      {databases.length === 0 ? (
        <Text>There is no database: addresses have no place.</Text>
      ) : (
        <CardTable
          label="Places of addresses"
          columns={['Database', 'Tells', 'Data of', 'File']}
          rows={databases.map(({ attribution, url, builtAt, kind, file, error }) => ({
            key: `${kind} ${attribution}`,
            cells: [
              <Attribution text={attribution} url={url} />,
              KIND_WORDS[kind] ?? kind,
              builtAt === null ? 'not told' : <TimeText at={builtAt} />,
              <>
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {file ?? 'the one that ships'}
                </Text>
                {error !== null && <StateMark look={{ word: error, icon: IconAlertOctagon, tone: 'error' }} />}
              </>,
            ],
          }))}
        />
      )}
    </Panel>
  )
}

function Attribution({ text, url }: { text: string; url: string | null }) {
  const href = safeHref(url)
  if (href === null) return <>{text}</>
  return (
    <Anchor href={href} target="_blank" rel="noreferrer noopener" size="sm" fw={600}>
      {text}
    </Anchor>
  )
}
