import 'reflect-metadata'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { compose } from '../apps/api/src/compose.js'
import { loadConfig } from '../apps/api/src/config.js'
import { printSdl } from '../apps/api/src/graphql/build-schema.js'
import { Database } from '../apps/api/src/platform/database.js'
import { createLogger } from '../apps/api/src/platform/logger.js'

/**
 * Writes the API's schema to apps/api/schema.graphql, or to the file that is named. Constructors do nothing, so that the
 * server can be put together without a database.
 */
const logger = createLogger('silent')
const database = new Database({ url: 'postgresql://localhost/none', logger })
const { schema } = compose({ config: loadConfig({}), database, secretKey: Buffer.alloc(32), logger })
const file = process.argv[2] ?? path.resolve(import.meta.dirname, '../apps/api/schema.graphql')
writeFileSync(file, printSdl(schema))
