import { z } from 'zod'
import { cursorCodec } from '../../graphql/connection.js'
import { IncidentOrder, type IncidentPosition } from './incident-order.js'
import type { IncidentType } from './incident-type.js'

const digits = z.string().regex(/^\d{1,18}$/)
const position = z.tuple([z.iso.datetime(), digits])

interface IncidentCursor {
  readonly encode: (incident: IncidentType) => string
  readonly decode: (after: string | null | undefined) => IncidentPosition | undefined
}

function incidentCursor(order: IncidentOrder): IncidentCursor {
  const codec = cursorCodec(`incidents ${order}`, position)
  return {
    encode: incident => codec.encode([incident.lastAlertAt.toISOString(), incident.incidentId]),
    decode: after => {
      const [lastAlertAt, id] = codec.decode(after) ?? []
      return lastAlertAt === undefined || id === undefined ? undefined : { lastAlertAt: new Date(lastAlertAt), id }
    },
  }
}

export const incidentCursors: Readonly<Record<IncidentOrder, IncidentCursor>> = {
  LAST_ALERT: incidentCursor(IncidentOrder.LAST_ALERT),
  NEWEST: incidentCursor(IncidentOrder.NEWEST),
  OLDEST: incidentCursor(IncidentOrder.OLDEST),
}

export const activityCursor = cursorCodec('Incident.activities', z.tuple([digits]))
