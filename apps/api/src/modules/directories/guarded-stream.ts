import { Duplex } from 'node:stream'
import type { Socket } from 'node:net'
import { DirectoryFault } from './directory-fault.js'
import { messageFault, messageLength } from './ldap-messages.js'

const ANSWER_MAX_BYTES = 8_000_000
const ANSWER_MAX_MESSAGES = 2_000

/**
 * A connection as the client library sees it: whole, checked messages, one at a time, and no more of them than one question
 * may bring. What breaks a limit ends the connection.
 */
export class GuardedStream extends Duplex {
  /** What the library asks of a socket, to learn that there is nothing to wait for. */
  readonly connecting = false
  readonly readyState = 'open'
  /** Why the guard ended the connection. */
  fault: DirectoryFault | undefined
  private waiting: Buffer[] = []
  private waitingBytes = 0
  private bytes = 0
  private messages = 0

  constructor(private readonly socket: Socket) {
    super({ readableObjectMode: true, writableObjectMode: false, allowHalfOpen: false })
    socket.on('data', chunk => this.receive(chunk))
    socket.on('end', () => this.push(null))
    socket.on('error', error => this.destroy(error))
    socket.on('close', () => this.destroy())
  }

  /** A new question: limits count from here. */
  beginAnswer(): void {
    this.bytes = 0
    this.messages = 0
  }

  override _read(): void {
    this.socket.resume()
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.socket.write(chunk, done)
  }

  override _final(done: (error?: Error | null) => void): void {
    this.socket.end(() => done())
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.waiting = []
    this.socket.destroy()
    done(error)
  }

  private receive(chunk: Buffer): void {
    if (this.destroyed) return
    this.bytes += chunk.length
    if (this.bytes > ANSWER_MAX_BYTES) return this.refuse(`an answer is larger than ${ANSWER_MAX_BYTES} bytes`)
    this.waiting.push(chunk)
    this.waitingBytes += chunk.length
    // Joined once the message is whole, so that many small chunks cost no more than a few large ones.
    if (this.waitingBytes < this.wanted) return
    let rest = this.waiting.length === 1 ? chunk : Buffer.concat(this.waiting)
    for (;;) {
      const length = messageLength(rest)
      if (typeof length === 'object') return this.refuse(length.fault)
      this.wanted = length ?? rest.length + 1
      if (length === undefined || rest.length < length) break
      const message = rest.subarray(0, length)
      rest = rest.subarray(length)
      this.messages += 1
      const fault = this.messages > ANSWER_MAX_MESSAGES ? `an answer has more than ${ANSWER_MAX_MESSAGES} parts` : messageFault(message)
      if (fault !== undefined) return this.refuse(fault)
      this.push(message)
    }
    this.waiting = rest.length === 0 ? [] : [rest]
    this.waitingBytes = rest.length
  }

  /** Bytes that must be there before it is worth looking again. */
  private wanted = 0

  private refuse(why: string): void {
    this.fault = new DirectoryFault('PROTOCOL', why)
    this.destroy()
  }
}
