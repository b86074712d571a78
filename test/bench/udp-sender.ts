import { execFile, spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

export interface Sent {
  readonly sent: number
  readonly seconds: number
}

export interface SendOrder {
  readonly port: number
  /** Lines end with LF; 19 `@` in each stand for its sequence number. */
  readonly file: string
  readonly rate: number
  readonly seconds: number
  readonly firstSequence: number
}

export type UdpSender = (order: SendOrder) => Promise<Sent>

/** The sender in C (sendmmsg) when there is a compiler; else one in this process, which takes more of the machine. */
export async function createUdpSender(directory: string): Promise<{ readonly send: UdpSender; readonly name: string }> {
  const program = path.join(directory, 'udp-sender')
  try {
    await promisify(execFile)('cc', ['-O2', '-o', program, path.join(import.meta.dirname, 'udp-sender.c')])
  } catch {
    return { send: sendFromNode, name: 'Node' }
  }
  return { send: order => sendFromC(program, order), name: 'C, sendmmsg' }
}

async function sendFromC(program: string, { port, file, rate, seconds, firstSequence }: SendOrder): Promise<Sent> {
  const child = spawn(program, [port, file, rate, seconds, firstSequence].map(String), { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', chunk => (output += String(chunk)))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`The sender ended with ${String(code)}`)
  return JSON.parse(output) as Sent
}

const PLACEHOLDER = '@'.repeat(19)
const TICK_MS = 2

async function sendFromNode({ port, file, rate, seconds, firstSequence }: SendOrder): Promise<Sent> {
  const lines = (await readFile(file, 'latin1')).trimEnd().split('\n')
  const socket = createSocket('udp4')
  socket.connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.setSendBufferSize(4 << 20)
  const start = performance.now()
  let sent = 0
  for (;;) {
    const elapsed = (performance.now() - start) / 1000
    for (const due = Math.floor(Math.min(elapsed, seconds) * rate); sent < due; sent++) {
      const line = lines[sent % lines.length] ?? ''
      socket.send(line.replace(PLACEHOLDER, String(firstSequence + sent).padStart(19, '0')))
    }
    if (elapsed >= seconds) break
    await new Promise(resolve => setTimeout(resolve, TICK_MS))
  }
  const last = new Promise(resolve => socket.send('', resolve))
  await last
  socket.close()
  return { sent, seconds: (performance.now() - start) / 1000 }
}
