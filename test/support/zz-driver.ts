import { startPanosSimulator, startPanosPair, VSYS1 } from './panos-simulator/index.js'
import { PanosDriver } from '../../apps/api/src/modules/devices/drivers/panos/panos-driver.js'
const fw = await startPanosSimulator({ commitMs: 5, admins: [{ name: 'tr', password: 'p+w&d' }, { name: 'alice', password: 'x' }] })
const keys = new Map<string, string>()
const driver = new PanosDriver({ clock: Date, timing: { pollMs: 5, againMs: 5 } } as never)
const log: string[] = []
const session = driver.open({ host: fw.address, peerHost: undefined, username: 'tr', password: 'p+w&d', scope: 'VSYS', scopeName: 'vsys1', tls: { trust: 'PINNED', caPem: undefined, fingerprint: fw.fingerprint }, maxConcurrent: 2 },
  { keys: { read: h => keys.get(h), write: async (h, k) => void keys.set(h, k) }, signal: new AbortController().signal, log: (l, t) => log.push(`${l} ${t}`) })
console.log(await session.connect(), await driver.certificateOf({ host: fw.address }), fw.fingerprint)
console.log('missing rights', await session.missingRights(['ADDRESS_GROUP', 'DYNAMIC_ADDRESS_GROUP']))
await fw.actAs('alice').set(`${VSYS1}/address`, '<entry name="al"><fqdn>x.example</fqdn></entry>')
console.log('pending', await session.pending())
const N = Number(process.argv[2] ?? 700)
const vals = Array.from({ length: N }, (_, i) => ({ value: `10.1.${i >> 8}.${i & 255}`, expiresAt: null }))
for (const kind of ['ADDRESS_GROUP', 'DYNAMIC_ADDRESS_GROUP', 'URL_CATEGORY'] as const) {
  const ref = { kind, name: kind.toLowerCase().slice(0, 31) }
  const v = kind === 'URL_CATEGORY' ? vals.map((x, i) => ({ ...x, value: `bad${i}.example.com/` })) : vals
  for (const change of [{ add: v, remove: [], leavesNothing: false }, { add: [], remove: v.slice(0, 3).map(x => x.value), leavesNothing: false }, { add: [], remove: v.slice(3).map(x => x.value), leavesNothing: true }]) {
    const t = performance.now(); const c0 = session.apiCalls
    const g = await session.group(ref)
    await g.applyLive(change)
    if (g.needsConfig(change)) await g.applyConfig(change)
    const out = g.needsConfig(change) ? await session.commit('3 incidents') : undefined
    console.log(kind, change.add.length, change.remove.length, out, 'calls', session.apiCalls - c0, Math.round(performance.now() - t), 'ms', kind === 'URL_CATEGORY' ? fw.enforcedUrls(ref.name).length : fw.enforced(ref.name).length, fw.pendingChanges().length)
  }
  await (await session.group(ref)).remove()
  await session.commit('x')
}
console.log('marked', await session.isMarked()); await session.mark(); console.log(await session.isMarked()); fw.reboot(); console.log(await session.isMarked().catch(e => String(e)))
console.log(fw.running().names(`${VSYS1}/address/entry`), fw.running().names(`${VSYS1}/address-group/entry`), fw.pendingChanges())
console.log(log.slice(-10), fw.peakConcurrency, fw.journal.filter(j => j.inQuery.length > 1 || j.status !== 200).length)
console.log(fw.journal.filter(j => j.answer.includes('"error"')).map(j => [j.type, j.action, j.answer.slice(-300)]).slice(0, 5))
session.close(); await fw.stop()
