import { failureOf, toFailure, type XmlAnswer } from './xml-answer.js'
import { element } from './xml-text.js'
import { REQUEST_MAX_BYTES, type XmlClient } from './xml-client.js'

/** A change of the candidate configuration. set merges at the parent, edit replaces the node, delete removes it. */
export interface ConfigChange {
  readonly action: 'set' | 'edit' | 'delete'
  readonly xpath: string
  readonly element?: string
}

export const BATCH_MAX = 500
/** Percent-encoding makes a request up to three times as long. */
const BATCH_MAX_LENGTH = REQUEST_MAX_BYTES / 3 - 10_000
const IN_USE = 10
const NOT_THERE = 7

export interface WriteOptions {
  readonly doing: string
  /** Leave what something else still refers to (code 10). */
  readonly keepInUse?: boolean
}

/** Writes changes in batches that are made whole or not at all; singly where the device knows no batches. */
export class ConfigWriter {
  private batches = true

  constructor(private readonly client: XmlClient) {}

  async write(changes: readonly ConfigChange[], options: WriteOptions): Promise<void> {
    for (const batch of inBatches(changes)) {
      if (batch.length === 1 || !this.batches) await this.writeSingly(batch, options)
      else await this.writeBatch(batch, options)
    }
  }

  private async writeBatch(batch: readonly ConfigChange[], options: WriteOptions): Promise<void> {
    const inner = batch.map(({ action, xpath, element: content }, at) => element(action, content ?? '', { id: String(at + 1), xpath }))
    // Not strict-transactional: that would first take back the batches before this one.
    const answer = await this.client.ask({ type: 'config', action: 'multi-config', element: element('multi-config', inner.join('')) })
    if (answer.outcome !== 'refused') return
    if (isUnknownAction(answer)) this.batches = false
    // Nothing of it was done. One by one, what is done already or still in use does not hold up the others.
    else if (!mayBeHarmless(answer, options)) throw toFailure(answer, options.doing)
    await this.writeSingly(batch, options)
  }

  private async writeSingly(changes: readonly ConfigChange[], options: WriteOptions): Promise<void> {
    for (const { action, xpath, element: content } of changes) {
      const answer = await this.client.ask({ type: 'config', action, xpath, ...(content !== undefined && { element: content }) })
      if (answer.outcome === 'refused' && !isHarmless(action, answer, options)) throw toFailure(answer, options.doing)
    }
  }
}

/** The inner answers carry the codes of a refused batch. */
const codesOf = ({ code, root }: XmlAnswer): (number | undefined)[] => [
  code,
  ...root.children.filter(({ name }) => name === 'response').map(({ attributes }) => Number(attributes.get('code'))),
]

const mayBeHarmless = (answer: XmlAnswer, { keepInUse }: WriteOptions): boolean =>
  codesOf(answer).includes(NOT_THERE) || (keepInUse === true && (codesOf(answer).includes(IN_USE) || isReferenced(answer)))

function isHarmless(action: ConfigChange['action'], answer: XmlAnswer, { keepInUse }: WriteOptions): boolean {
  if (action !== 'delete') return false
  return (
    answer.code === NOT_THERE ||
    /no such node|object not present/i.test(answer.message) ||
    (keepInUse === true && (answer.code === IN_USE || isReferenced(answer)))
  )
}

const isReferenced = ({ message }: XmlAnswer): boolean => /cannot be deleted because of references/i.test(message)

/** Before 10.1 batches could be off: `request multi-config enabled`. */
const isUnknownAction = (answer: XmlAnswer): boolean =>
  ((answer.code === 1 || answer.code === 17 || answer.code === 400) &&
    failureOf(answer) === 'REFUSED' &&
    answer.root.children.every(({ name }) => name !== 'response')) ||
  /multi-config.*(not enabled|disabled|not supported|unknown)/i.test(answer.message)

function* inBatches(changes: readonly ConfigChange[]): Generator<ConfigChange[]> {
  let batch: ConfigChange[] = []
  let length = 0
  for (const change of changes) {
    const size = change.xpath.length + (change.element?.length ?? 0) + 100
    if (batch.length >= BATCH_MAX || (batch.length > 0 && length + size > BATCH_MAX_LENGTH)) {
      yield batch
      batch = []
      length = 0
    }
    batch.push(change)
    length += size
  }
  if (batch.length > 0) yield batch
}
