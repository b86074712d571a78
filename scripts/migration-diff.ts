import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { withSchemaEngine, type DatamodelFile } from '../apps/api/src/platform/schema-engine.js'

/**
 * Prints the SQL that leads from a migrated database to prisma/models, for whoever writes the next migration.
 * What the models cannot say (partial indexes, checks, sequences) is printed as DROP: leave those lines out.
 *
 *   npx tsx --conditions=development scripts/migration-diff.ts --url postgresql://… [--from-empty]
 */
const { values } = parseArgs({ options: { url: { type: 'string' }, 'from-empty': { type: 'boolean', default: false } } })
const url = values.url ?? process.env['DATABASE_URL']
if (!url) throw new Error('Give --url or DATABASE_URL: a database at the newest migration')

const folder = path.resolve(import.meta.dirname, '../prisma')
const read = (file: string): DatamodelFile => [file, readFileSync(path.join(folder, file), 'utf8')]
const models = readdirSync(path.join(folder, 'models')).filter(file => file.endsWith('.prisma'))
const files = [read('schema.prisma'), ...models.map(file => read(path.join('models', file)))]
const { stdout } = await withSchemaEngine(url, files, engine =>
  engine.diff({
    from: values['from-empty'] ? { tag: 'empty' } : { tag: 'url', url },
    to: { tag: 'schemaDatamodel', files: files.map(([file, content]) => ({ path: file, content })) },
    script: true,
    shadowDatabaseUrl: null,
    exitCode: false,
    filters: { externalTables: [], externalEnums: [] },
  }),
)
process.stdout.write(`${stdout ?? ''}\n`)
