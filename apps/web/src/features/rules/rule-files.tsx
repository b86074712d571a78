import { Button, FileButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useClient } from 'urql'
import { downloadText } from '../../components/ui/download'
import { graphql } from '../../gql'
import { formatCounted } from '../../lib/format'
import { useCan } from '../../lib/permissions'
import { errorText, formFaults } from '../../lib/user-errors'

const RulesExport_Query = graphql(`
  query RulesExport_Query {
    rulesExport
  }
`)

const RulesImport_Mutation = graphql(`
  mutation RulesImport_Mutation($input: RulesImportInput!) {
    rulesImport(input: $input) {
      rules {
        id
        name
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

/** More than any set of rules is; what is larger is another file. */
const FILE_MAX = 5_000_000

interface RuleFilesProps {
  readonly withExport: boolean
  onImported(): void
}

/** All rules as a file, and back. What is imported is off until somebody switches it on. */
export function RuleFiles({ withExport, onImported }: RuleFilesProps) {
  const client = useClient()
  const mayWrite = useCan('rule:write')
  const [busy, setBusy] = useState(false)
  const save = async () => {
    const { data, error } = await client.query(RulesExport_Query, {}, { requestPolicy: 'network-only' })
    if (!data) return failed('The rules were not exported', error ? errorText(error) : 'The server gave no answer.')
    downloadText('match-conditions.json', `${JSON.stringify(data.rulesExport, null, 2)}\n`, 'application/json')
  }
  const load = async (file: File | null) => {
    if (!file) return
    setBusy(true)
    const rules = await rulesIn(file)
    const result = rules === undefined ? undefined : await client.mutation(RulesImport_Mutation, { input: { rules } })
    setBusy(false)
    if (!result) return failed('The rules were not imported', `${file.name} is not a JSON file of rules.`)
    const { form } = formFaults(result.data?.rulesImport.userErrors ?? [], result.error, [])
    if (form !== null) return failed('The rules were not imported', form)
    const count = result.data?.rulesImport.rules.length ?? 0
    notifications.show({
      title: `${formatCounted(count, 'rule')} imported`,
      message: 'Imported rules are off: preview them, then switch them on.',
    })
    onImported()
  }
  return (
    <>
      {withExport && (
        <Button variant="default" leftSection={<IconDownload size={14} aria-hidden />} onClick={() => void save()}>
          Export
        </Button>
      )}
      {mayWrite && (
        <FileButton onChange={file => void load(file)} accept="application/json,.json" inputProps={{ 'aria-label': 'File of rules' }}>
          {props => (
            <Button variant="default" loading={busy} leftSection={<IconUpload size={14} aria-hidden />} {...props}>
              Import
            </Button>
          )}
        </FileButton>
      )}
    </>
  )
}

const failed = (title: string, message: string) => void notifications.show({ color: 'red', title, message })

async function rulesIn(file: File): Promise<unknown> {
  if (file.size > FILE_MAX) return undefined
  try {
    return JSON.parse(await file.text()) as unknown
  } catch {
    return undefined
  }
}
