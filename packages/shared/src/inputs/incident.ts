import { z } from 'zod'
import { IncidentField } from '../workflow-enums.js'
import { Severity } from '../severity.js'

const TEXT_MAX = 20_000
/** A comment or detail. */
export const incidentText = z.string().trim().max(TEXT_MAX, 'At most 20,000 characters')

export const INCIDENT_TAGS_MAX = 20
export const INCIDENT_TASKS_MAX = 50
export const TEAM_MEMBERS_MAX = 200
export const FIELD_VALUES_MAX = 100
/** A mute ends within a year. */
export const MUTE_DAYS_MAX = 366

export const commentInput = z.object({ comment: z.string().trim().min(1, 'Write something').max(TEXT_MAX, 'At most 20,000 characters') })
export const optionalCommentInput = z.object({ comment: incidentText.default('') })
/** `until`: a mute. */
export const ignoreInput = z.object({ comment: incidentText.default(''), until: z.date().optional() })

/** A value of one of the administrator's sets. */
export const incidentFieldValue = z.string().trim().min(1, 'Say what it is').max(100, 'At most 100 characters')

export const closeInput = z.object({
  summary: z.string().trim().min(1, 'Say in a line why').max(500, 'At most 500 characters'),
  detail: incidentText.default(''),
  disposition: incidentFieldValue.optional(),
})

export const incidentTag = z.string().trim().min(1, 'A tag has a letter').max(50, 'At most 50 characters')

/** What is not given is left; null clears. */
export const incidentEditInput = z.object({
  severity: z.enum(Severity).nullable().optional(),
  title: z.string().trim().min(1, 'Give it a title').max(300, 'At most 300 characters').optional(),
  classification: incidentFieldValue.nullable().optional(),
  attackVector: incidentFieldValue.nullable().optional(),
  disposition: incidentFieldValue.nullable().optional(),
  tags: z.array(incidentTag).max(INCIDENT_TAGS_MAX, 'At most 20 tags').optional(),
})

const taskTitle = z.string().trim().min(1, 'Say what is to be done').max(300, 'At most 300 characters')
export const taskAddInput = z.object({ title: taskTitle })
export const taskUpdateInput = z.object({ title: taskTitle.optional(), done: z.boolean().optional() })

const teamName = z.string().trim().min(1, 'Give it a name').max(100, 'At most 100 characters')
const memberIds = z.array(z.string()).max(TEAM_MEMBERS_MAX, 'At most 200 people')
export const teamCreateInput = z.object({ name: teamName, memberIds })
export const teamUpdateInput = z.object({ name: teamName.optional(), memberIds: memberIds.optional() })

export const fieldValuesSetInput = z.object({
  field: z.enum(IncidentField),
  values: z
    .array(incidentFieldValue)
    .max(FIELD_VALUES_MAX, 'At most 100 values')
    .refine(values => new Set(values.map(value => value.toLowerCase())).size === values.length, 'One value is there twice'),
})

const minutes = z
  .int('Whole minutes')
  .min(1, 'At least a minute')
  .max(60 * 24 * 365, 'At most a year')
  .nullable()
const target = z.object({ severity: z.enum(Severity), acknowledgeMinutes: minutes.default(null), closeMinutes: minutes.default(null) })
export const targetsSetInput = z.object({
  targets: z
    .array(target)
    .max(6, 'One for each severity')
    .refine(given => new Set(given.map(({ severity }) => severity)).size === given.length, 'One severity is there twice'),
})
