// The pushing part of a server in a process of its own, to be killed. Ends by itself when its parent does.
import 'reflect-metadata'
import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { PrismaClient } from '../../apps/api/src/platform/prisma/client.js'
import { composePushing } from './device-bench.js'

const url = process.argv[2] ?? ''
const pool = new Pool({ connectionString: url, max: 10 })
pool.on('error', () => undefined)
const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
const pushing = composePushing({ url, pool, prisma, drop: async () => undefined })
process.stdin.on('end', () => process.exit(0)).resume()
await pushing.start()
process.stdout.write('ready\n')
