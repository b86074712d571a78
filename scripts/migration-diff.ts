import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { EmbeddedPostgres } from '../apps/api/src/platform/embedded-postgres.js'
import { createLogger } from '../apps/api/src/platform/logger.js'
import { withSchemaEngine, type DatamodelFile } from '../apps/api/src/platform/schema-engine.js'

/**
 * Prints the SQL that leads from the models of a commit (HEAD unless named) to the models as they are now, for whoever
 * writes the next migration. What the models cannot say (partial indexes, checks, sequences) is theirs to add.
 *
 *   npx tsx --conditions=development scripts/migration-diff.ts [commit]
 */
const commit = process.argv[2] ?? 'HEAD'
const root = path.resolve(import.meta.dirname, '..')
const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' })
const isModel = (file: string) => file.endsWith('.prisma')

const before = git('ls-tree', '-r', '--name-only', commit, 'prisma/').split('\n').filter(isModel)
const now = readdirSync(path.join(root, 'prisma'), { recursive: true, encoding: 'utf8' }).filter(isModel)
const from = before.map((file): DatamodelFile => [file, git('show', `${commit}:${file}`)])
const to = now.map((file): DatamodelFile => [path.join('prisma', file), readFileSync(path.join(root, 'prisma', file), 'utf8')])
const target = (files: readonly DatamodelFile[]) =>
  ({ tag: 'schemaDatamodel', files: files.map(([file, content]) => ({ path: file, content })) }) as const

// The engine wants a database to speak to; it may be empty.
const dataDir = mkdtempSync(path.join(tmpdir(), 'sallyport-diff-'))
const postgres = new EmbeddedPostgres({ dataDir, logger: createLogger('warn') })
try {
  await postgres.start(new AbortController().signal)
  const { stdout } = await withSchemaEngine(postgres.url, to, engine =>
    engine.diff({
      from: target(from),
      to: target(to),
      script: true,
      exitCode: false,
      filters: { externalTables: [], externalEnums: [] },
    }),
  )
  process.stdout.write(`${stdout ?? ''}\n`)
} finally {
  await postgres.stop()
  rmSync(dataDir, { recursive: true })
}
