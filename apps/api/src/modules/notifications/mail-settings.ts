import { MailSecurity, mailSettingsInput } from '@sallyport/shared'
import { z } from 'zod'
import type { Actor } from '../../platform/actor.js'
import { assertMay, UserFaultsError } from '../../platform/errors.js'
import type { PrismaClient } from '../../platform/prisma/client.js'
import type { SecretBox } from '../../platform/secret-box.js'

const KEY = 'mail'
const PASSWORD = 'mail.password'

const storedSettings = z.object({
  host: z.string(),
  port: z.int(),
  security: z.enum(MailSecurity),
  username: z.string(),
  passwordSealed: z.string().nullable(),
  from: z.string(),
})
export type StoredMailSettings = z.infer<typeof storedSettings>

export interface MailSettingsDeps {
  readonly prisma: Pick<PrismaClient, 'setting'>
  readonly secrets: Pick<SecretBox, 'seal' | 'open'>
}

/** The server that mail is handed to. */
export class MailSettings {
  constructor(private readonly deps: MailSettingsDeps) {}

  /** undefined: none is set. */
  async read(): Promise<StoredMailSettings | undefined> {
    const setting = await this.deps.prisma.setting.findUnique({ where: { key: KEY } })
    return storedSettings.safeParse(setting?.value).data
  }

  passwordOf({ passwordSealed }: StoredMailSettings): string {
    return passwordSealed === null ? '' : this.deps.secrets.open(PASSWORD, passwordSealed)
  }

  /** The password stays when it is not given, yet only for the same server and user: it must not be lured elsewhere. */
  async update(actor: Actor, input: Readonly<Record<string, unknown>>): Promise<StoredMailSettings> {
    assertMay(actor, 'channel:write')
    const { password, ...given } = mailSettingsInput.parse(withoutNull(input))
    const before = await this.read()
    const isSame = (['host', 'port', 'security', 'username'] as const).every(key => before?.[key] === given[key])
    if (password === undefined && given.username !== '' && before?.passwordSealed && !isSame)
      throw fault('password', 'Enter the password again, as the server, its security or the user name changed')
    const kept = given.username === '' ? null : (before?.passwordSealed ?? null)
    const passwordSealed = password === undefined ? kept : password === '' ? null : this.deps.secrets.seal(PASSWORD, password)
    if (given.security === MailSecurity.NONE && passwordSealed !== null)
      throw fault('security', 'A password is sent over TLS or STARTTLS only')
    const value = { ...given, passwordSealed }
    await this.deps.prisma.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } })
    return value
  }
}

const fault = (field: string, message: string) => new UserFaultsError([{ code: 'INVALID', field: [field], message }])

const withoutNull = (input: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== undefined))
