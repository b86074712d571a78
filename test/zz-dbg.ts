import { startApp } from '/work/main/test/support/app.ts'
import { becomeAdministrator, createSource, listenerPorts } from '/work/main/test/support/api-client.ts'
import { launchBrowser, newVisitor } from '/work/main/test/support/browser.ts'
import { openLineSender } from '/work/main/test/demo/line-sender.ts'
import { createScenario } from '/work/main/test/demo/scenario.ts'
const app = await startApp({ from: 'built' })
const c = await becomeAdministrator(app); await createSource(c); const ports = await listenerPorts(c)
const b = await launchBrowser(); const v = await newVisitor(b, { origin: app.url })
const [n, val] = c.cookie.split('='); await v.context.addCookies([{ name: n!, value: val!, url: app.url }])
v.page.on('websocket', ws => { ws.on('framesent', f => console.log('>>', String(f.payload).slice(0, 400))); ws.on('framereceived', f => console.log('<<', String(f.payload).slice(0, 600))) })
v.page.on('response', async r => { if (r.url().endsWith('/graphql')) console.log('HTTP', (r.request().postData() ?? '').slice(0, 120), '=>', (await r.text()).slice(0, 300)) })
await v.page.goto('/alerts'); const wait = Number(process.argv[2] ?? 2000); await new Promise(r => setTimeout(r, wait))
const s = await openLineSender('udp', '127.0.0.1', ports.UDP); const next = createScenario({ firewalls: 3, seed: 1, header: 'BSD' })
for (let i = 0; i < 3; i++) await s.send(next(Date.now()).text)
console.log('--- sent'); await new Promise(r => setTimeout(r, 3000)); await v.page.screenshot({ path: '/tmp/tooling/dbg.png' })
console.log(v.faults); console.log(await c.ask('{alerts(first:10){nodes{occurredAt receivedAt threatName}} alertsCursor}')); await b.close(); await app.stop()
