import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { Pool } from 'pg'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'

interface EngineGlue {
  readonly SchemaEngine: typeof SchemaEngine
  __wbg_set_wasm(exports: object): void
}

/** The part of the WebAssembly API that is used here; its types come with the DOM library only. */
interface WebAssemblyApi {
  compile(bytes: Uint8Array): Promise<object>
  instantiate(module: object, imports: object): Promise<{ readonly exports: { readonly __wbindgen_start?: () => void } }>
}

/** A datamodel file: [path, content]. */
export type DatamodelFile = [path: string, content: string]

/**
 * Prisma's schema engine as WebAssembly, over the ordinary driver adapter: no native engine to download, and the
 * stock CLI's _prisma_migrations table. Loaded by hand, since the package's own entry imports .wasm as a module.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  datamodels: DatamodelFile[],
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const folder = pathToFileURL(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyApi }
  const glue = (await import(new URL('schema_engine_bg.js', folder).href)) as EngineGlue
  const module = await WebAssembly.compile(await readFile(new URL('schema_engine_bg.wasm', folder)))
  const instance = await WebAssembly.instantiate(module, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (start) start()
  const pool = new Pool({ connectionString: databaseUrl, max: 1 })
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool))
    return await use(await glue.SchemaEngine.new({ datamodels }, () => undefined, adapter))
  } finally {
    await pool.end()
  }
}
