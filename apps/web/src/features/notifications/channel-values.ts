import { channelCreateInput, ChannelKind, channelSecretFault, channelTargetFault, channelUpdateInput } from '@sallyport/shared'
import type { Channel } from './channel-data'

/** What the form holds. */
export interface ChannelValues {
  readonly name: string
  readonly kind: ChannelKind
  readonly enabled: boolean
  readonly target: string
  /** Empty: what is stored stays. */
  readonly secret: string
}

/** What can be told beside a field. */
export const CHANNEL_FIELDS = ['name', 'target', 'secret'] as const

export const NEW_CHANNEL: ChannelValues = { name: '', kind: ChannelKind.EMAIL, enabled: true, target: '', secret: '' }

export const valuesOf = ({ name, kind, enabled, target }: Channel): ChannelValues => ({
  name,
  kind,
  enabled,
  target,
  secret: '',
})

/** As the API takes it: what the kind does not have is left out. */
function settingsOf({ name, kind, enabled, target, secret }: ChannelValues) {
  return {
    name: name.trim(),
    enabled,
    target: kind === ChannelKind.SLACK ? '' : target.trim(),
    ...(kind !== ChannelKind.EMAIL && secret.trim() !== '' && { secret: secret.trim() }),
  }
}

export const createInput = (values: ChannelValues) => ({ kind: values.kind, ...settingsOf(values) })

/** Only what the person changed, so that others' changes of the rest stay. */
export function updateInput(before: Channel, values: ChannelValues) {
  const { id, version: expectedVersion } = before
  const { secret, ...now } = settingsOf(values)
  const then = settingsOf(valuesOf(before))
  return {
    id,
    expectedVersion,
    ...(now.name !== then.name && { name: now.name }),
    ...(now.enabled !== then.enabled && { enabled: now.enabled }),
    ...(now.target !== then.target && { target: now.target }),
    ...(secret !== undefined && { secret }),
  }
}

/** What is wrong with each field, as the server would say. */
export function channelFaults(values: ChannelValues, before: Pick<Channel, 'hasSecret'> | null): Record<string, string> {
  const input = createInput(values)
  const faults: Record<string, string> = {}
  const add = (field: string, message: string | undefined) => {
    if (message !== undefined) faults[field] ??= message
  }
  for (const { path, message } of (before ? channelUpdateInput : channelCreateInput).safeParse(input).error?.issues ?? [])
    add(String(path[0]), message)
  add('target', channelTargetFault(values.kind, input.target))
  const keepsSecret = before?.hasSecret === true && input.secret === undefined
  if (!keepsSecret) add('secret', channelSecretFault(values.kind, input.secret ?? null))
  return faults
}
