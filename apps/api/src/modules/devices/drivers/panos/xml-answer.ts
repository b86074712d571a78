import { DeviceFailureError } from '../../device-failure.js'
import { child, childrenOf, walk, type XmlElement } from './xml-element.js'
import type { DeviceFailure } from '@sallyport/shared'

/** An answer of the XML API that was read, judged as pango does. */
export interface XmlAnswer {
  readonly outcome: 'ok' | 'absent' | 'refused'
  readonly code: number | undefined
  readonly message: string
  readonly root: XmlElement
  readonly result: XmlElement | undefined
}

const SUCCESS_CODES: readonly (number | undefined)[] = [undefined, 0, 19, 20]
const NOT_PRESENT = 7

/** Failed where the status says so; else successful without a code or with 0, 19 or 20, and without the object with 7. */
export function judge(root: XmlElement): XmlAnswer {
  const status = root.attributes.get('status')
  const code = codeOf(root)
  const failed = root.name !== 'response' || (status !== 'success' && status !== undefined)
  const outcome = failed ? 'refused' : code === NOT_PRESENT ? 'absent' : SUCCESS_CODES.includes(code) ? 'ok' : 'refused'
  return { outcome, code, message: messageOf(root), root, result: child(root, 'result') }
}

function codeOf(root: XmlElement): number | undefined {
  const code = root.attributes.get('code')?.trim()
  return code && /^\d+$/.test(code) ? Number(code) : undefined
}

/**
 * What the device said: lines of `msg` or `result/msg`, nested ones and those of inner responses too, of
 * `result/job/details`, or plain text of `result`.
 */
export function messageOf(root: XmlElement): string {
  const sources = [child(root, 'msg'), child(root, 'result', 'msg'), child(root, 'result', 'job', 'details')]
  const lines = sources.flatMap(source => (source ? leafTexts(source) : []))
  const inner = childrenOf(root, 'response').filter(response => response.attributes.get('status') === 'error')
  const all = [...lines, ...inner.map(messageOf), ...(lines.length === 0 ? [child(root, 'result')?.text ?? ''] : [])]
  return all
    .filter(line => line !== '')
    .join('\n')
    .slice(0, MESSAGE_MAX)
}

const MESSAGE_MAX = 4_000

const leafTexts = (element: XmlElement): string[] => [...walk(element)].map(({ text }) => text).filter(text => text !== '')

/** Clients know these refusals of a commit by their beginnings. */
const BUSY: readonly RegExp[] = [
  /another commit\/validate is in progress/i,
  /a commit is in progress/i,
  /cannot commit while an install is in progress/i,
  /another sync is in progress/i,
  /failed to synchronize running configuration with ha peer/i,
  /commit.* queue.*(full|max|exceed)|(full|max|exceed).*commit.*queue|too many.*(commit|job)/is,
  /commit.*(is )?pending.*try again/i,
]
const LOCKED: readonly RegExp[] = [
  /holding .*locks?/i,
  /lock is (already )?held/i,
  /is (currently )?locked (by|for)/i,
  /configuration is locked/i,
  /currently locked/i,
]

/** Names the failure of a refused answer. */
export function failureOf({ code, message }: Pick<XmlAnswer, 'code' | 'message'>): DeviceFailure {
  if (LOCKED.some(text => text.test(message))) return 'LOCKED'
  if (BUSY.some(text => text.test(message))) return 'COMMIT_QUEUE_FULL'
  if (/not authorized|no permission|unauthorized/i.test(message) || code === 16) return 'NOT_PERMITTED'
  if (/invalid credentials?/i.test(message)) return 'CREDENTIALS'
  if (code === 403) return 'NOT_PERMITTED'
  if (code === 22 || /session timed out/i.test(message)) return 'TIMED_OUT'
  if (code === 15 || /passive device|not (the )?active/i.test(message)) return 'NOT_ACTIVE'
  if (/(exceed|reach|over).*(limit|capacity|maximum)|(limit|capacity|maximum).*(exceed|reach)|capacity/is.test(message)) return 'CAPACITY'
  if (code !== undefined && INTERNAL_ERRORS.includes(code)) return 'DEVICE_FAULT'
  return 'REFUSED'
}

const INTERNAL_ERRORS: readonly number[] = [2, 3, 4, 5, 11, 21]

export const toFailure = (answer: XmlAnswer, doing: string): DeviceFailureError =>
  new DeviceFailureError(failureOf(answer), `${doing}: ${answer.message || `refused with code ${answer.code ?? 'unknown'}`}`)
