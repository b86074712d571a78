import { z } from 'zod'
import { ChannelKind, MailSecurity } from '../workflow-enums.js'

export const CHANNELS_MAX = 100
export const MAIL_RECIPIENTS_MAX = 50
/** Of the key that webhooks are signed with. */
export const WEBHOOK_SECRET_MIN_LENGTH = 16

const ADDRESS = z.email()

/** No user name or password: everybody who may see channels sees the URL. */
const isHttpUrl = (text: string): boolean => /^https?:\/\/[^\s/?#@]+(?:[/?][^\s#]*)?$/i.test(text) && z.url().safeParse(text).success

export const recipientsOf = (target: string): string[] =>
  target
    .split(',')
    .map(address => address.trim())
    .filter(address => address !== '')

/** Why it cannot be the target of such a channel; undefined: it can. */
export function channelTargetFault(kind: ChannelKind, target: string): string | undefined {
  if (kind === ChannelKind.SLACK) return target === '' ? undefined : 'The URL of a Slack channel is a secret: enter it there'
  if (kind === ChannelKind.WEBHOOK) return isHttpUrl(target) ? undefined : 'Not a URL such as https://soar.corp.example/hook'
  const addresses = recipientsOf(target)
  if (addresses.length === 0) return 'Enter at least one address'
  if (addresses.length > MAIL_RECIPIENTS_MAX) return `At most ${MAIL_RECIPIENTS_MAX} addresses`
  const wrong = addresses.find(address => !ADDRESS.safeParse(address).success)
  return wrong === undefined ? undefined : `Not an address: ${wrong}`
}

/** Why it cannot be the secret of such a channel; undefined: it can. null: there is none. */
export function channelSecretFault(kind: ChannelKind, secret: string | null): string | undefined {
  if (kind === ChannelKind.EMAIL) return secret === null ? undefined : 'E-mail needs no secret'
  if (kind === ChannelKind.SLACK) return secret !== null && isHttpUrl(secret) ? undefined : 'Enter the URL that Slack gave'
  return secret !== null && secret.length >= WEBHOOK_SECRET_MIN_LENGTH
    ? undefined
    : `Enter the key of the signature, at least ${WEBHOOK_SECRET_MIN_LENGTH} characters`
}

const fields = {
  name: z.string().trim().min(1, 'Enter a name').max(100, 'At most 100 characters'),
  enabled: z.boolean(),
  target: z.string().trim().max(4_000, 'At most 4000 characters'),
  secret: z.string().trim().max(2_000, 'At most 2000 characters'),
}

/** Whether target and secret fit the kind is told by channelTargetFault and channelSecretFault. */
export const channelCreateInput = z.object({
  name: fields.name,
  kind: z.enum(ChannelKind),
  enabled: fields.enabled.default(true),
  target: fields.target.default(''),
  secret: fields.secret.optional(),
})
/** undefined leaves a field as it is. */
export const channelUpdateInput = z.object(fields).partial()

const HOST = /^(?=.{1,253}$)(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|[0-9a-f:.]+)$/i

export const mailSettingsInput = z.object({
  host: z.string().trim().regex(HOST, 'Not the name or address of a server'),
  port: z.int().min(1, 'At least 1').max(65_535, 'At most 65535'),
  security: z.enum(MailSecurity),
  username: z.string().trim().max(200, 'At most 200 characters').default(''),
  /** undefined keeps it, empty clears it. */
  password: z.string().max(500, 'At most 500 characters').optional(),
  from: z.email('Not an address'),
})
export type MailSettingsInput = z.infer<typeof mailSettingsInput>
