// What it costs to push a list to a firewall: API calls and seconds of a first push, of a small change and of no change.
import 'reflect-metadata'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { EmbeddedPostgres } from '../../apps/api/src/platform/embedded-postgres.js'
import { createLogger } from '../../apps/api/src/platform/logger.js'
import { migrate } from '../../apps/api/src/platform/migrations.js'
import { PrismaClient } from '../../apps/api/src/platform/prisma/client.js'
import { administrator, composePushing, deviceInput, HandMadeLists, nextRun, PUSHER } from '../support/device-bench.js'
import { startPanosSimulator } from '../support/panos-simulator/index.js'
import type { SyncRun } from '../../apps/api/src/platform/prisma/client.js'
import type { MappingKind } from '@sallyport/shared'

const { values: options } = parseArgs({
  options: { entries: { type: 'string', default: '20000' }, change: { type: 'string', default: '10' } },
})
const ENTRIES = Number(options.entries)
const CHANGE = Number(options.change)
const DEADLINE_MS = 600_000

const address = (at: number) => `${100 + (at >> 16)}.${(at >> 8) & 255}.${at & 255}.1`
const url = (at: number) => `host-${at}.bad.example`
const valueOf: Readonly<Record<MappingKind, (at: number) => string>> = {
  ADDRESS_GROUP: address,
  DYNAMIC_ADDRESS_GROUP: address,
  URL_CATEGORY: url,
}

const directory = await mkdtemp(path.join(os.tmpdir(), 'sallyport-push-bench-'))
const logger = createLogger('warn')
const postgres = new EmbeddedPostgres({ dataDir: directory, logger })
await postgres.start(new AbortController().signal)
await migrate(postgres.url, logger)
const pool = new Pool({ connectionString: postgres.url, max: 10 })
pool.on('error', () => undefined)
const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
const database = { url: postgres.url, pool, prisma, drop: async () => undefined }
const pushing = composePushing(database, { pollMs: 2_000 })
await pushing.start({ scheduled: false })
const lists = new HandMadeLists({ database, pushing: () => pushing })

const seconds = ({ startedAt, finishedAt }: SyncRun) => ((finishedAt?.getTime() ?? 0) - startedAt.getTime()) / 1_000
const line = (kind: string, what: string, run: SyncRun) =>
  console.log(
    `${kind.padEnd(22)} ${what.padEnd(22)} ${String(run.apiCalls).padStart(6)} calls ${seconds(run).toFixed(1).padStart(7)} s  ${run.state}`,
  )

for (const kind of ['ADDRESS_GROUP', 'DYNAMIC_ADDRESS_GROUP', 'URL_CATEGORY'] as const) {
  const firewall = await startPanosSimulator({ version: '11.1.2', model: 'PA-5220', admins: [PUSHER] })
  const values = Array.from({ length: ENTRIES + CHANGE }, (_, at) => valueOf[kind](at))
  const listId = await lists.create(kind === 'URL_CATEGORY' ? 'URL' : 'ADDRESS', values.slice(0, ENTRIES))
  // As lists are: most of it stood there before the last run.
  await pool.query(`UPDATE list_entry SET added_at = now() - interval '1 day' WHERE list_id = $1`, [listId])
  const { id: deviceId } = await pushing.devices.create(administrator, deviceInput(firewall))
  await pushing.mappings.create(administrator, { deviceId, listId, kind, groupName: 'bench', overwrite: false })
  const first = await nextRun(database, deviceId, 0n, DEADLINE_MS)
  line(kind, `first ${ENTRIES}`, first)
  await lists.remove(listId, values.slice(0, CHANGE / 2))
  await lists.add(listId, values.slice(ENTRIES, ENTRIES + CHANGE / 2))
  const changed = await pushAfter(deviceId, first.id)
  line(kind, `change of ${CHANGE}`, changed)
  line(kind, 'no change', await pushAfter(deviceId, changed.id))
  await firewall.stop()
}

async function pushAfter(deviceId: number, id: bigint): Promise<SyncRun> {
  await pushing.sync.request(deviceId, { cause: 'MANUAL' })
  return nextRun(database, deviceId, id, DEADLINE_MS)
}

await pushing.stop()
await prisma.$disconnect()
if (!pool.ended) await pool.end()
await postgres.stop()
await rm(directory, { recursive: true, force: true })
