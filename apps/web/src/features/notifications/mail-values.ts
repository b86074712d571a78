import { MailSecurity, mailSettingsInput } from '@sallyport/shared'
import type { MailServer_QueryQuery } from '../../gql/graphql'

export type MailServer = NonNullable<MailServer_QueryQuery['mailSettings']>

/** What the form holds. */
export interface MailValues {
  readonly host: string
  readonly port: string
  readonly security: MailSecurity
  readonly username: string
  /** Empty: what is stored stays. */
  readonly password: string
  readonly removePassword: boolean
  readonly from: string
}

/** What can be told beside a field. */
export const MAIL_FIELDS = ['host', 'port', 'security', 'username', 'password', 'from'] as const

export const SECURITY_WORDS: Readonly<Record<MailSecurity, string>> = {
  NONE: 'None: read by anybody on the way',
  STARTTLS: 'STARTTLS',
  TLS: 'TLS from the start',
}
export const SECURITIES = (['STARTTLS', 'TLS', 'NONE'] as const).map(value => ({ value, label: SECURITY_WORDS[value] }))

const USUAL_PORTS: Readonly<Record<MailSecurity, string>> = { NONE: '25', STARTTLS: '587', TLS: '465' }

export const mailValuesOf = (stored: MailServer | null): MailValues => ({
  host: stored?.host ?? '',
  port: stored ? String(stored.port) : USUAL_PORTS.STARTTLS,
  security: stored?.security ?? MailSecurity.STARTTLS,
  username: stored?.username ?? '',
  password: '',
  removePassword: false,
  from: stored?.from ?? '',
})

/** The port follows unless somebody chose one. */
export const withSecurity = ({ port, security: before }: MailValues, security: MailSecurity): Partial<MailValues> => ({
  security,
  ...(port === USUAL_PORTS[before] && { port: USUAL_PORTS[security] }),
})

/** As the API takes it. An emptied port is NaN. */
export const mailInput = ({ host, port, security, username, password, removePassword, from }: MailValues) => ({
  host: host.trim(),
  port: port.trim() === '' ? Number.NaN : Number(port),
  security,
  username: username.trim(),
  from: from.trim(),
  ...(removePassword ? { password: '' } : password !== '' && { password }),
})

/** What is wrong with each field, as the server would say. */
export function mailFaults(values: MailValues): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const { path, code, message } of mailSettingsInput.safeParse(mailInput(values)).error?.issues ?? [])
    faults[String(path[0])] ??= code === 'invalid_type' ? 'Enter a number' : message
  return faults
}
