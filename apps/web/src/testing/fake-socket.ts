import { vi } from 'vitest'

/** What a server sees of one WebSocket, and what it does to it. */
export class FakeSocket extends EventTarget {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static readonly CLOSED = 3
  /** Every socket since install(), oldest first. */
  static opened: FakeSocket[] = []

  readyState = FakeSocket.CONNECTING
  readonly sent: { readonly type: string; readonly id?: string }[] = []
  onopen: (() => void) | null = null
  onclose: ((event: { code: number; reason: string; wasClean: boolean }) => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null
  onerror: ((event: Event) => void) | null = null

  constructor(readonly url: string) {
    super()
    FakeSocket.opened.push(this)
  }

  static install(): void {
    FakeSocket.opened = []
    vi.stubGlobal('WebSocket', FakeSocket)
  }

  send(message: string): void {
    this.sent.push(JSON.parse(message) as { type: string })
  }

  /** By the client. */
  close(code = 1000, reason = ''): void {
    this.endWith(code, reason)
  }

  /** The server takes the connection. */
  accept(): void {
    this.readyState = FakeSocket.OPEN
    this.onopen?.()
    this.onmessage?.({ data: JSON.stringify({ type: 'connection_ack' }) })
  }

  endWith(code: number, reason = ''): void {
    if (this.readyState === FakeSocket.CLOSED) return
    this.readyState = FakeSocket.CLOSED
    this.onclose?.({ code, reason, wasClean: code === 1000 })
  }
}
