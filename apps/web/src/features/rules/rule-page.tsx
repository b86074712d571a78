import { Anchor, Button, Group, Menu, Skeleton, Stack, Tabs, Text, Title } from '@mantine/core'
import { IconChevronLeft, IconCopy, IconDots, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { EmptyList, ListFault } from '../../components/ui/list-states'
import { Notice } from '../../components/ui/notice'
import { TimeText } from '../../components/ui/time-text'
import { paths } from '../../config/paths'
import { graphql, readFragment } from '../../gql'
import type { RuleContent_RuleFragment } from '../../gql/graphql'
import { usePageTitle } from '../../lib/page-title'
import { useCan } from '../../lib/permissions'
import { usePolling } from '../../lib/use-polling'
import { errorText } from '../../lib/user-errors'
import { Builder } from './builder'
import { DeleteRuleDialog } from './delete-rule-dialog'
import { draftOf } from './draft'
import { JsonTab } from './json-tab'
import { MatchesTab } from './matches-tab'
import { ModeControl } from './mode-control'
import { PreviewTab } from './preview-tab'
import { usePreviewRun } from './preview-data'
import { RuleContent_Rule } from './rule-data'
import { SaveBar } from './save-bar'
import { TheirVersion } from './their-version'
import { ChoicesProvider, useAskedChoices } from './use-choices'
import { type Base, useCheckedDraft, useRuleForm } from './use-rule-form'
import { useSaving } from './use-saving'
import { VersionsTab } from './versions-tab'

const RulePage_Query = graphql(`
  query RulePage_Query($id: ID!) {
    rule(id: $id) {
      id
      ...RuleContent_Rule
    }
  }
`)

const POLL_MS = 15_000

/** One rule: what it says, what it would do, what it did, what it said before. */
export function RulePage() {
  const { ruleId = '' } = useParams()
  const [{ data, error, fetching }, ask] = useQuery({ query: RulePage_Query, variables: { id: ruleId } })
  const again = () => ask({ requestPolicy: 'network-only' })
  usePolling(again, POLL_MS)
  const rule = readFragment(RuleContent_Rule, data?.rule)
  if (rule) return <RuleEditor key={rule.id} rule={rule} onAskAgain={again} />
  if (fetching) return <Skeleton h={240} m="md" aria-busy aria-label="Loading" />
  if (error) return <ListFault title="The rule could not be read" text={errorText(error)} onRetry={again} />
  return (
    <EmptyList
      title="There is no such match condition"
      actions={
        <Button component={Link} to={paths.rules}>
          To the match conditions
        </Button>
      }
    />
  )
}

/** A rule that is not there yet: empty, or a copy that was handed over. */
export function NewRulePage() {
  const state = useLocation().state as { readonly copyOf?: RuleContent_RuleFragment } | null
  // Opening a tab is a step to another address, without the state.
  const [copied] = useState(state?.copyOf ?? null)
  return <RuleEditor rule={null} copyOf={copied} onAskAgain={() => {}} />
}

const TABS = ['builder', 'preview', 'matches', 'versions', 'json'] as const
const TAB_WORDS = { builder: 'Builder', preview: 'Preview', matches: 'Matches', versions: 'Versions', json: 'JSON' } as const

interface RuleEditorProps {
  readonly rule: Base
  readonly copyOf?: Base
  onAskAgain(): void
}

function RuleEditor({ rule, copyOf = null, onAskAgain }: RuleEditorProps) {
  usePageTitle(rule?.name ?? 'New match condition')
  const choices = useAskedChoices()
  const mayWrite = useCan('rule:write')
  const editing = useRuleForm(rule, copyOf)
  const checked = useCheckedDraft(editing.form.draft, choices.names)
  const saving = useSaving(editing, checked, onAskAgain)
  const run = usePreviewRun()
  const [params, setParams] = useSearchParams()
  const tab = TABS.find(each => each === params.get('tab')) ?? 'builder'
  const show = (next: string | null) => void setParams(next === null || next === 'builder' ? {} : { tab: next }, { replace: true })
  const { form, change, changes, theirs } = editing
  return (
    <ChoicesProvider value={choices}>
      <Stack p="md" gap="sm" maw={1500}>
        <Header rule={rule} unsaved={changes !== null} onPreview={() => show('preview')} />
        {theirs && !saving.busy && (
          <TheirVersion theirs={theirs} mine={checked.reading} onTake={() => editing.load(theirs)} onKeep={editing.keepMine} />
        )}
        <Tabs value={tab} onChange={show} keepMounted={false}>
          <Tabs.List>
            {TABS.filter(each => rule !== null || (each !== 'matches' && each !== 'versions')).map(each => (
              <Tabs.Tab key={each} value={each}>
                {TAB_WORDS[each]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="builder" pt="md">
            <Builder
              form={form}
              checked={checked}
              strict={saving.strict}
              readOnly={!mayWrite}
              fieldFaults={saving.faults.fields}
              onChange={change}
              onEdit={editing.edit}
            />
          </Tabs.Panel>
          <Tabs.Panel value="preview" pt="md">
            <PreviewTab run={run} checked={checked} maxEntriesPerHour={Number(form.maxEntriesPerHour)} onBuilder={() => show('builder')} />
          </Tabs.Panel>
          <Tabs.Panel value="matches" pt="md">
            {rule && <MatchesTab ruleId={rule.id} />}
          </Tabs.Panel>
          <Tabs.Panel value="versions" pt="md">
            {rule && <VersionsTab rule={rule} unsaved={changes !== null} />}
          </Tabs.Panel>
          <Tabs.Panel value="json" pt="md">
            <JsonTab
              name={form.name}
              definition={checked.definition}
              readOnly={!mayWrite}
              onTake={definition => change({ draft: draftOf(definition) })}
            />
          </Tabs.Panel>
        </Tabs>
        {mayWrite && (
          <SaveBar
            isNew={rule === null}
            unsaved={changes !== null}
            saving={saving}
            onBuilder={() => show('builder')}
            onDiscard={() => editing.load(rule)}
          />
        )}
      </Stack>
    </ChoicesProvider>
  )
}

interface HeaderProps {
  readonly rule: Base
  readonly unsaved: boolean
  onPreview(): void
}

function Header({ rule, unsaved, onPreview }: HeaderProps) {
  const navigate = useNavigate()
  const mayWrite = useCan('rule:write')
  const [deleting, setDeleting] = useState(false)
  return (
    <section aria-label="Rule details">
      <Anchor component={Link} to={paths.rules} size="xs" c="dimmed">
        <Group gap={2} component="span">
          <IconChevronLeft size={14} aria-hidden /> Match Conditions
        </Group>
      </Anchor>
      <Group gap="sm" justify="space-between" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Title order={1} style={{ overflowWrap: 'anywhere' }}>
            {rule?.name ?? 'New match condition'}
          </Title>
          {rule && (
            <Text size="xs" c="dimmed">
              version {rule.version}, saved <TimeText at={rule.updatedAt} relative />
              {rule.owner ? `; acts with the rights of ${rule.owner.name}` : '; its owner is gone: it may do nothing'}
            </Text>
          )}
        </div>
        {rule && (
          <Group gap="xs" wrap="nowrap">
            <ModeControl rule={rule} onPreview={onPreview} />
            {mayWrite && (
              <Menu position="bottom-end" shadow="md">
                <Menu.Target>
                  <Button variant="default" px={8} aria-label="Rule menu">
                    <IconDots size={16} aria-hidden />
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item
                    leftSection={<IconCopy size={14} aria-hidden />}
                    onClick={() => void navigate(paths.newRule, { state: { copyOf: rule } })}
                  >
                    Duplicate
                  </Menu.Item>
                  <Menu.Item leftSection={<IconTrash size={14} aria-hidden />} onClick={() => setDeleting(true)}>
                    Delete
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
          </Group>
        )}
      </Group>
      {rule && unsaved && rule.mode !== 'OFF' && (
        <Text size="xs" c="dimmed">
          In force is what was saved, not what you are writing.
        </Text>
      )}
      {rule?.stoppedReason && rule.stoppedAt && <Stopped reason={rule.stoppedReason} at={rule.stoppedAt} />}
      {rule && (
        <DeleteRuleDialog
          rule={rule}
          opened={deleting}
          onClose={() => setDeleting(false)}
          onDeleted={() => void navigate(paths.rules, { replace: true })}
        />
      )}
    </section>
  )
}

function Stopped({ reason, at }: { reason: string; at: string }) {
  return (
    <Notice tone="warning" title="The rule stopped itself">
      {reason} (<TimeText at={at} />)
    </Notice>
  )
}
