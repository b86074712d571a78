import { startPanosSimulator, startPanosPair, VSYS1, type PanosSimulator } from './panos-simulator/index.js'
import { PanosDriver } from '../../apps/api/src/modules/devices/drivers/panos/panos-driver.js'
const ADMINS = [{ name: 'tr', password: 'p' }, { name: 'alice', password: 'x' }]
const open = (fw: PanosSimulator, more: object = {}) => {
  const driver = new PanosDriver({ clock: Date, timing: { pollMs: 5, againMs: 5, jobTimeoutMs: 3000 } } as never)
  const keys = new Map<string, string>()
  return driver.open({ host: fw.address, peerHost: undefined, username: 'tr', password: 'p', scope: 'VSYS', scopeName: 'vsys1', tls: { trust: 'CA', caPem: fw.caPem, fingerprint: undefined }, maxConcurrent: 2, ...more } as never,
  { keys: { read: (h: string) => keys.get(h), write: async (h: string, k: string) => void keys.set(h, k) }, signal: new AbortController().signal, log: (_l: string, t: string) => logs.push(t) })
}
let logs: string[] = []
const tell = async (what: string, f: () => Promise<unknown>) => { logs = []; try { console.log(what, '→', JSON.stringify(await f())) } catch (e) { console.log(what, '→ THROWS', (e as { failure?: string }).failure, String((e as Error).message).slice(0, 160)) } }
const ref = { kind: 'ADDRESS_GROUP', name: 'G' } as const
const add = { add: [{ value: '10.0.0.1', expiresAt: null }], remove: [], leavesNothing: false }
const push = async (s: ReturnType<typeof open>) => { await s.connect(); const g = await s.group(ref); await g.applyConfig(add); return s.commit('x') }
const cases: [string, (fw: PanosSimulator) => void | Promise<void>][] = [
  ['commit FAIL', fw => void (fw.faults.failCommits = 1)],
  ['failed-job', fw => void (fw.faults.failedJobs = 1)],
  ['vanish', fw => void (fw.faults.vanishingJobs = 1)],
  ['session timeouts', fw => void (fw.faults.sessionTimeouts = 2)],
  ['busy', fw => void (fw.faults.commitBusy = 'You cannot commit while an install is in progress. Please try again later.')],
  ['queue full', fw => void (fw.faults.commitQueueMax = 0)],
  ['commit lock', fw => fw.actAs('alice').takeCommitLock()],
  ['config lock', fw => fw.actAs('alice').takeConfigLock()],
  ['panorama commits', fw => void (fw.faults.panoramaCommits = true)],
  ['multi-config off', fw => void (fw.faults.multiConfigDisabled = true)],
  ['emptyCode', fw => void (fw.faults.emptyCode = true)],
  ['502 x2', fw => void (fw.faults.badGateway = 2)],
  ['truncated', fw => void (fw.faults.truncated = 1)],
  ['wrong content type', fw => void (fw.faults.wrongContentType = 1)],
  ['lost commit answer', fw => { let n = 1; fw.faults.loseAnswer = r => r.type === 'commit' && n-- > 0 }],
  ['lost set answer', fw => { let n = 1; fw.faults.loseAnswer = r => r.action === 'multi-config' && n-- > 0 }],
  ['hold (job timeout)', fw => void (fw.faults.holdCommits = true)],
  ['key expired', fw => fw.expireKeys()],
  ['unreachable', fw => void (fw.faults.unreachable = true)],
  ['cert renewed CA ok', fw => fw.renewCertificate()],
]
for (const [what, prepare] of cases) {
  const fw = await startPanosSimulator({ commitMs: 5, admins: ADMINS })
  const s = open(fw)
  await s.connect()
  await prepare(fw)
  await tell(what, () => push(s))
  console.log('    ', fw.enforced('G'), 'pending', fw.pendingChanges().map(c => c.owner).join(), '| calls', fw.journal.length, logs.at(-1))
  fw.faults.holdCommits = false
  s.close(); await fw.stop()
}
{
  const [a, b] = await startPanosPair({ commitMs: 5, admins: ADMINS })
  const s = open(a, { peerHost: b.address })
  await tell('pair', () => push(s))
  a.failOver(true); a.faults.unreachable = true
  const s2 = open(a, { peerHost: b.address })
  await tell('pair after failover', async () => { await s2.connect(); const g = await s2.group({ kind: 'DYNAMIC_ADDRESS_GROUP', name: 'D' }); await g.applyLive(add); await g.applyConfig(add); return s2.commit('y') })
  console.log('    ', a.enforced('G'), b.enforced('G'), b.enforced('D'), logs)
  s.close(); s2.close(); await a.stop(); await b.stop()
}
{
  const one = await startPanosSimulator({ serial: '001', admins: ADMINS })
  const p = await startPanosSimulator({ panorama: { deviceGroups: { DG: ['001'] } }, commitMs: 5, admins: ADMINS })
  p.manage(one)
  const s = open(p, { scope: 'DEVICE_GROUP', scopeName: 'DG' })
  await tell('panorama', () => push(s)); console.log('    ', one.enforced('G'))
  p.planPush('001', { result: 'FAIL', lines: ['Validation Error:', " address -> x 'x' is already in use"], warnings: ['w'] })
  await tell('panorama push FAIL', async () => { await s.connect(); const g = await s.group(ref); await g.applyConfig({ ...add, add: [{ value: '10.0.0.2', expiresAt: null }] }); return s.commit('x') })
  s.close(); await p.stop(); await one.stop()
}
