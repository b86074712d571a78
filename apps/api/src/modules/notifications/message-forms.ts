import { createHmac } from 'node:crypto'
import type { Notice } from './notice.js'

/** A notice on its way: `link` is a whole URL. */
export interface Message {
  readonly deliveryId: string
  readonly createdAt: Date
  readonly notice: Notice
}

export interface Mail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

export function mailOf({ notice: { title, text, link, fields } }: Message): Mail {
  const plain = [text, fields.map(({ name, value }) => `${name}: ${value}`).join('\n'), link ?? ''].filter(part => part !== '')
  const rows = fields.map(({ name, value }) => `<tr><td><b>${escapeHtml(name)}</b></td><td>${escapeHtml(value)}</td></tr>`)
  const html = [
    `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`,
    rows.length === 0 ? '' : `<table>${rows.join('')}</table>`,
    link === null ? '' : `<p><a href="${escapeHtml(link)}">Open in Sallyport</a></p>`,
  ]
  return { subject: title, text: `${plain.join('\n\n')}\n`, html: html.join('') }
}

/** Body of a webhook. The same delivery has the same body at each attempt. */
export const webhookBodyOf = ({ deliveryId, createdAt, notice }: Message): string =>
  JSON.stringify({ id: deliveryId, createdAt: createdAt.toISOString(), ...notice })

/** `t=<seconds>,v1=<hex of HMAC-SHA256 over "t.body">`: receivers refuse what is old or does not fit. */
export function signatureOf(secret: string, seconds: number, body: string): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
}

/** Slack's limits: https://docs.slack.dev/reference/block-kit/blocks/section-block */
const SECTION_MAX = 2_900
const SLACK_FIELDS_MAX = 10

export function slackBodyOf({ notice: { title, text, link, fields } }: Message): string {
  const heading = `*${escapeSlack(title)}*\n${escapeSlack(text)}`.slice(0, SECTION_MAX)
  const shown = fields.slice(0, SLACK_FIELDS_MAX).map(({ name, value }) => ({
    type: 'mrkdwn',
    text: `*${escapeSlack(name)}*\n${escapeSlack(value)}`.slice(0, 1_900),
  }))
  const blocks = [
    { type: 'section', text: { type: 'mrkdwn', text: heading } },
    ...(shown.length === 0 ? [] : [{ type: 'section', fields: shown }]),
    ...(link === null ? [] : [{ type: 'section', text: { type: 'mrkdwn', text: `<${escapeSlack(link)}|Open in Sallyport>` } }]),
  ]
  return JSON.stringify({ text: escapeSlack(title), blocks })
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')

const escapeSlack = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
