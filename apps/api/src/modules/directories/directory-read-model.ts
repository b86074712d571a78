import { keyedLoader } from '../../platform/keyed-loader.js'
import type { Directory, PrismaClient } from '../../platform/prisma/client.js'

export class DirectoryReadModel {
  constructor(private readonly deps: { readonly prisma: PrismaClient }) {}

  /** Loader factory, one loader per request. */
  readonly directoryById = () =>
    keyedLoader(
      (ids: readonly number[]) => this.deps.prisma.directory.findMany({ where: { id: { in: [...ids] } } }),
      directory => directory.id,
    )

  /** By name. */
  async directories(): Promise<Directory[]> {
    return this.deps.prisma.directory.findMany({ orderBy: { name: 'asc' } })
  }
}
