import { NativeSelect, NumberInput, Switch, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { FEED_CSV_COLUMN_MAX, isFeedUrl } from '@sallyport/shared'
import { useMutation } from 'urql'
import { DurationInput } from '../../components/ui/duration-input'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { FeedPanel_FeedFragment } from '../../gql/graphql'
import { FEED_FORMAT_WORDS, FEED_KIND_WORDS, FEED_MODEL, feedFaults, type FeedValues, feedValuesOf, newFeedValues } from './feed-settings'
import { changesOf } from './settings-model'
import { SettingsFields, SettingsPanel } from './settings-panel'
import { savedOf, useSettingsForm } from './use-settings-form'

export const FeedPanel_Feed = graphql(`
  fragment FeedPanel_Feed on Feed {
    id
    version
    name
    enabled
    kind
    location
    format
    csvColumn
    intervalSeconds
    score
    weight
  }
`)

const FeedCreate_Mutation = graphql(`
  mutation FeedCreate_Mutation($input: FeedCreateInput!) {
    feedCreate(input: $input) {
      feed {
        id
        ...FeedPanel_Feed
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

const FeedUpdate_Mutation = graphql(`
  mutation FeedUpdate_Mutation($input: FeedUpdateInput!) {
    feedUpdate(input: $input) {
      feed {
        id
        ...FeedPanel_Feed
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface FeedPanelProps {
  /** null: a new one. */
  readonly feed: FragmentType<typeof FeedPanel_Feed> | null
  readonly opened: boolean
  onClose(): void
}

export function FeedPanel({ feed, opened, onClose }: FeedPanelProps) {
  const stored = readFragment(FeedPanel_Feed, feed)
  return (
    <SettingsPanel title={stored ? 'Edit Feed' : 'New Feed'} opened={opened} onClose={onClose}>
      <FeedForm stored={stored} onClose={onClose} />
    </SettingsPanel>
  )
}

function FeedForm({ stored, onClose }: { stored: FeedPanel_FeedFragment | null; onClose: () => void }) {
  const [, create] = useMutation(FeedCreate_Mutation)
  const [, update] = useMutation(FeedUpdate_Mutation)
  const { form, notice, save } = useSettingsForm({
    model: FEED_MODEL,
    stored,
    noun: 'feed',
    secrets: ['kind'],
    valuesOf: now => (now ? feedValuesOf(now) : newFeedValues()),
    faultsOf: feedFaults,
    send: async (values, base, before) => {
      if (!base) {
        const { data, error } = await create({ input: { kind: values.kind, ...FEED_MODEL.settingsOf(values) } })
        return savedOf(readFragment(FeedPanel_Feed, data?.feedCreate.feed), data?.feedCreate.userErrors, error)
      }
      const input = { id: base.id, expectedVersion: base.version, ...changesOf(FEED_MODEL, before, values) }
      const { data, error } = await update({ input })
      return savedOf(readFragment(FeedPanel_Feed, data?.feedUpdate.feed), data?.feedUpdate.userErrors, error)
    },
    onSaved: onClose,
  })
  return (
    <SettingsFields form={form} notice={notice} onSubmit={save} onCancel={onClose}>
      <TextInput
        label="Name"
        description="As the evidence behind a score names it."
        required
        data-autofocus
        {...form.getInputProps('name')}
      />
      <NativeSelect
        label="Holds"
        disabled={stored !== null}
        {...(stored && { description: 'A feed keeps its kind: add another for other values.' })}
        data={Object.entries(FEED_KIND_WORDS).map(([value, label]) => ({ value, label }))}
        {...form.getInputProps('kind')}
      />
      <SourceFields form={form} />
      <WeightFields form={form} />
      <Switch
        label="Enabled"
        description="Off: it is not fetched, and says nothing of any value."
        {...form.getInputProps('enabled', { type: 'checkbox' })}
      />
    </SettingsFields>
  )
}

type FormPart = { readonly form: UseFormReturnType<FeedValues> }

function SourceFields({ form }: FormPart) {
  const { location, format, intervalSeconds } = form.values
  return (
    <>
      <TextInput
        label="Location"
        description="An https:// URL, or the name of a file in the folder feeds of the server’s data directory."
        placeholder="https://feeds.example/block.txt"
        required
        spellCheck={false}
        autoCapitalize="none"
        {...form.getInputProps('location')}
      />
      <NativeSelect
        label="Format"
        description="Lines that begin with #, ; or // are comments."
        data={Object.entries(FEED_FORMAT_WORDS).map(([value, label]) => ({ value, label }))}
        {...form.getInputProps('format')}
      />
      {format === 'CSV' && (
        <NumberInput
          label="Column"
          description="The one that holds the value, counted from 1."
          min={1}
          max={FEED_CSV_COLUMN_MAX}
          allowDecimal={false}
          {...form.getInputProps('csvColumn')}
        />
      )}
      <DurationInput
        label={isFeedUrl(location.trim()) || location.trim() === '' ? 'Fetched every' : 'Read every'}
        description="If nothing changed since, only that is asked. A fetch that fails keeps the last good one."
        value={intervalSeconds}
        error={form.errors['intervalSeconds']}
        onChange={seconds => form.setFieldValue('intervalSeconds', seconds)}
      />
    </>
  )
}

function WeightFields({ form }: FormPart) {
  return (
    <>
      <NumberInput
        label="Score"
        description="How bad being on it is: 0 harmless, 100 malicious."
        min={0}
        max={100}
        allowDecimal={false}
        {...form.getInputProps('score')}
      />
      <NumberInput
        label="Weight"
        description="How much it counts among all that say something of a value, 0 to 100."
        min={0}
        max={100}
        allowDecimal={false}
        {...form.getInputProps('weight')}
      />
    </>
  )
}
