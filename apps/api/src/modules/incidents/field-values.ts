import { fieldValuesSetInput, type IncidentField } from '@sallyport/shared'
import type { Actor } from '../../platform/actor.js'
import { assertMay } from '../../platform/errors.js'
import type { PrismaClient } from '../../platform/prisma/client.js'
import { assertStorable } from '../../platform/storable.js'

/** A value that incidents can be given. */
export interface FieldValueRow {
  readonly id: number
  readonly field: IncidentField
  readonly value: string
  readonly position: number
  /** Incidents keep it; it is not given any more. */
  readonly retired: boolean
}

/** More than anybody sets; those in use come first. */
const VALUES_TOLD_MAX = 1_000

/** The administrator's sets of values: classification, attack vector, disposition. */
export class FieldValues {
  constructor(private readonly deps: { readonly prisma: PrismaClient }) {}

  /** By field and place, the retired ones last. */
  async all(field?: IncidentField): Promise<FieldValueRow[]> {
    const rows = await this.deps.prisma.fieldValue.findMany({
      where: field === undefined ? {} : { field },
      orderBy: [{ retired: 'asc' }, { field: 'asc' }, { position: 'asc' }, { id: 'asc' }],
      take: VALUES_TOLD_MAX,
    })
    return rows.map(row => ({ ...row, field: row.field as IncidentField }))
  }

  /** In this order. Those left out are retired, also where nobody uses them; one that is given again is back. */
  async set(actor: Actor, input: { readonly field: IncidentField; readonly values: readonly string[] }): Promise<FieldValueRow[]> {
    assertMay(actor, 'workflow:write')
    const { field, values } = fieldValuesSetInput.parse(input)
    assertStorable({ values: values.join(' ') })
    await this.deps.prisma.$transaction(async tx => {
      // Two administrators who save at once: the later one wins as a whole.
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('field_value'), hashtext(${field}))::text`
      await tx.fieldValue.updateMany({ where: { field, value: { notIn: values } }, data: { retired: true } })
      for (const [position, value] of values.entries())
        await tx.fieldValue.upsert({
          where: { field_value: { field, value } },
          create: { field, value, position },
          update: { position, retired: false },
        })
    })
    return this.all(field)
  }
}
