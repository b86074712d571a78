import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

export type DemoTransport = 'udp' | 'tcp' | 'tls'

export interface LineSender {
  /** Resolves when the operating system has taken the line; slower than it is called for a slow reader. */
  send(line: string): Promise<void>
  close(): Promise<void>
}

/** Opens the way to a server. UDP: a datagram per line; TCP and TLS: lines end with LF, as PAN-OS frames BSD syslog. */
export async function openLineSender(transport: DemoTransport, host: string, port: number): Promise<LineSender> {
  return transport === 'udp' ? openUdp(host, port) : openStream(transport, host, port)
}

async function openUdp(host: string, port: number): Promise<LineSender> {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4')
  socket.connect(port, host)
  await once(socket, 'connect')
  // A server that does not listen answers with ICMP; the sender goes on, as a firewall does.
  socket.on('error', () => undefined)
  return {
    send: line => new Promise(resolve => socket.send(line, () => resolve())),
    close: async () => {
      socket.close()
      await once(socket, 'close')
    },
  }
}

async function openStream(transport: 'tcp' | 'tls', host: string, port: number): Promise<LineSender> {
  // The server's certificate is self-signed unless it was given one: a demo does not check it.
  const socket: Socket = transport === 'tls' ? connectTls({ host, port, rejectUnauthorized: false }) : createConnection({ host, port })
  await once(socket, transport === 'tls' ? 'secureConnect' : 'connect')
  return {
    send: async line => {
      if (!socket.write(`${line}\n`)) await once(socket, 'drain')
    },
    close: async () => {
      socket.end()
      socket.resume()
      if (!socket.destroyed) await once(socket, 'close')
    },
  }
}
