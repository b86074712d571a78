import type { ExecutionResult, GraphQLFormattedError } from 'graphql'

interface FormattedResult {
  readonly data?: ExecutionResult['data']
  readonly errors?: readonly GraphQLFormattedError[]
}

const PLACEHOLDER = '\u0000shared-result'
const TAIL = `${JSON.stringify(PLACEHOLDER)}}`
let written: Buffer | undefined

/**
 * A result that goes to many subscribers and is made into JSON once. graphql-ws wraps it into a message with the
 * subscriber's own id; there it stands as a placeholder, which `encodeMessage` replaces with the bytes.
 */
export class SharedResult {
  private constructor(private readonly bytes: Buffer) {}

  static of(result: FormattedResult): SharedResult {
    return new SharedResult(Buffer.from(JSON.stringify(result)))
  }

  /** For tests and other readers. */
  get result(): FormattedResult {
    return JSON.parse(this.bytes.toString('utf8')) as FormattedResult
  }

  toJSON(): string {
    // graphql-ws makes the message and sends it in one synchronous step, so that these are the ones being sent.
    written = this.bytes
    return PLACEHOLDER
  }

  /** The message as it goes over the wire; `payload` is the last key of graphql-ws messages. */
  static encodeMessage(message: string): string | Buffer {
    const bytes = written
    written = undefined
    if (!bytes || !message.endsWith(TAIL)) return message
    return Buffer.concat([Buffer.from(message.slice(0, -TAIL.length)), bytes, Buffer.from('}')])
  }
}
