import { ChannelKind, MailSecurity, recipientsOf } from '@sallyport/shared'
import { createTransport } from 'nodemailer'
import type { Clock } from '../../platform/clock.js'
import { HttpFault, type HttpClient } from '../../platform/http-client.js'
import type { SecretBox } from '../../platform/secret-box.js'
import { CHANNEL_SECRET } from './channel-service.js'
import type { MailSettings } from './mail-settings.js'
import { mailOf, signatureOf, slackBodyOf, webhookBodyOf, type Message } from './message-forms.js'

const TIMEOUT_MS = 15_000
const ANSWER_MAX_BYTES = 65_536

export interface Destination {
  readonly kind: string
  readonly target: string
  readonly secretSealed: string | null
}

/** Words for people, without secrets. `again`: it may succeed later. */
export type SendResult = { readonly sent: true } | { readonly sent: false; readonly again: boolean; readonly error: string }

export interface ChannelSenderDeps {
  /** Redirects into our own network are refused; what an administrator named is asked wherever it is. */
  readonly http: HttpClient
  readonly mail: Pick<MailSettings, 'read' | 'passwordOf'>
  readonly secrets: Pick<SecretBox, 'open'>
  readonly clock: Clock
  /** Authorities that mail servers may be certified by, instead of those of the system. */
  readonly mailAuthorities?: readonly string[] | undefined
}

/** Hands one message to one channel, once. Never throws. */
export class ChannelSender {
  constructor(private readonly deps: ChannelSenderDeps) {}

  async send(channel: Destination, message: Message): Promise<SendResult> {
    try {
      if (channel.kind === ChannelKind.EMAIL) return await this.mail(channel.target, message)
      const secret = channel.secretSealed === null ? '' : this.deps.secrets.open(CHANNEL_SECRET, channel.secretSealed)
      if (channel.kind === ChannelKind.SLACK) return await this.post(secret, slackBodyOf(message), {})
      return await this.webhook(channel.target, secret, message)
    } catch (error) {
      if (error instanceof HttpFault) return failed(error.kind !== 'BAD_URL' && error.kind !== 'REDIRECT', error.message)
      return failed(false, 'The settings of the channel cannot be used: enter its secret again')
    }
  }

  private async webhook(url: string, secret: string, message: Message): Promise<SendResult> {
    const body = webhookBodyOf(message)
    const seconds = Math.floor(this.deps.clock.now() / 1_000)
    return this.post(url, body, {
      'x-sallyport-delivery': message.deliveryId,
      'x-sallyport-signature': signatureOf(secret, seconds, body),
    })
  }

  private async post(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<SendResult> {
    const { status } = await this.deps.http.request({
      method: 'POST',
      url,
      body,
      headers: { 'content-type': 'application/json', ...headers },
      timeoutMs: TIMEOUT_MS,
      maxBytes: ANSWER_MAX_BYTES,
    })
    if (status >= 200 && status < 300) return { sent: true }
    return failed(status >= 500 || status === 408 || status === 429, `The receiver answered with status ${status}`)
  }

  private async mail(target: string, message: Message): Promise<SendResult> {
    const settings = await this.deps.mail.read()
    if (!settings) return failed(false, 'No mail server is set')
    const { host, port, security, username, from } = settings
    const transport = createTransport({
      host,
      port,
      secure: security === MailSecurity.TLS,
      requireTLS: security === MailSecurity.STARTTLS,
      ignoreTLS: security === MailSecurity.NONE,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(username !== '' && { auth: { user: username, pass: this.deps.mail.passwordOf(settings) } }),
      tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(this.deps.mailAuthorities && { ca: [...this.deps.mailAuthorities] }) },
    })
    try {
      const messageId = `<${message.deliveryId}@sallyport.${from.split('@')[1] ?? 'invalid'}>`
      await transport.sendMail({ from, to: recipientsOf(target), messageId, date: message.createdAt, ...mailOf(message) })
      return { sent: true }
    } catch (error) {
      return mailFailure(error, host)
    } finally {
      transport.close()
    }
  }
}

const failed = (again: boolean, error: string): SendResult => ({ sent: false, again, error })

/** 5xx is the server's last word (RFC 5321, 4.2.1), and so is a sign-in that it refuses; the rest may pass. */
function mailFailure(error: unknown, host: string): SendResult {
  const { code, responseCode, syscall } = error as { code?: unknown; responseCode?: unknown; syscall?: unknown }
  const status = typeof responseCode === 'number' ? responseCode : undefined
  if (code === 'EAUTH') return failed(status !== undefined && status < 500, `The mail server ${host} refuses the user name or password`)
  if (status !== undefined) return failed(status < 500, `The mail server ${host} answered with ${status}`)
  // nodemailer tells faults of TLS and of the network alike by ESOCKET; only those of the network have a system call.
  if (code === 'ETLS' || (code === 'ESOCKET' && syscall === undefined))
    return failed(true, `No secure connection to the mail server ${host}`)
  return failed(true, `The mail server ${host} could not be reached`)
}
