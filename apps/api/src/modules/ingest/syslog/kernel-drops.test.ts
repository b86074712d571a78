import { expect, it } from 'vitest'
import { kernelDrops } from './kernel-drops.js'

const PROC_NET_UDP = `   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
  512: 00000000:0202 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 11111 2 0000000000000000 17
  513: 0100007F:0202 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 11112 2 0000000000000000 4
  990: 00000000:0035 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 11113 2 0000000000000000 99
`

it('sums the drops of the sockets on a port', () => {
  expect(kernelDrops(PROC_NET_UDP, 514)).toBe(21)
})

it('finds none where there is no such socket, or nothing to read', () => {
  expect([kernelDrops(PROC_NET_UDP, 515), kernelDrops('', 514)]).toEqual([0, 0])
})
