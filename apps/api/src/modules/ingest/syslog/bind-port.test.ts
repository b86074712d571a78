import { describe, expect, it } from 'vitest'
import { bindPort } from './bind-port.js'

const refusing = (codes: Record<number, string>) => async (port: number) => {
  const code = codes[port]
  if (code) throw Object.assign(new Error(`bind ${code}`), { code })
  return { address: '0.0.0.0', port }
}

describe('bindPort', () => {
  it.each<[name: string, wanted: number, codes: Record<number, string>, port: number | undefined, notice: string | undefined]>([
    ['the wanted port', 514, {}, 514, undefined],
    ['5514 without the right to 514', 514, { 514: 'EACCES' }, 5514, 'The server has no right to use port 514: it listens on 5514 instead'],
    ['none when the port is taken', 514, { 514: 'EADDRINUSE' }, undefined, 'Port 514 is in use by another program'],
    [
      'none when 5514 is taken as well',
      514,
      { 514: 'EACCES', 5514: 'EADDRINUSE' },
      undefined,
      'The server has no right to use port 514. Port 5514 is in use by another program',
    ],
    ['none instead of a port that needs no right', 6514, { 6514: 'EACCES' }, undefined, 'The server has no right to use port 6514'],
    ['none on a foreign address', 514, { 514: 'EADDRNOTAVAIL' }, undefined, 'The configured address does not belong to this machine'],
    ['none on any other fault', 514, { 514: 'EINVAL' }, undefined, 'Port 514 cannot be used: bind EINVAL'],
  ])('binds %s', async (_, wanted, codes, port, notice) => {
    const binding = await bindPort(wanted, refusing(codes))
    expect([binding.bound?.port, binding.notice]).toEqual([port, notice])
  })
})
