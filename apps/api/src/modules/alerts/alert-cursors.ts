import { z } from 'zod'
import { cursorCodec } from '../../graphql/connection.js'
import { AlertOrder, type AlertPosition } from './alert-order.js'
import type { AlertType } from './alert-type.js'

const position = z.tuple([z.iso.datetime(), z.string().regex(/^\d{1,18}$/)])

interface AlertCursor {
  readonly encode: (alert: AlertType) => string
  readonly decode: (after: string | null | undefined) => AlertPosition | undefined
}

function alertCursor(order: AlertOrder): AlertCursor {
  const codec = cursorCodec(`alerts ${order}`, position)
  return {
    encode: alert => codec.encode([alert.occurredAt.toISOString(), alert.alertId]),
    decode: after => {
      const [occurredAt, id] = codec.decode(after) ?? []
      return occurredAt === undefined || id === undefined ? undefined : { occurredAt: new Date(occurredAt), id }
    },
  }
}

export const alertCursors: Readonly<Record<AlertOrder, AlertCursor>> = {
  NEWEST_RECEIVED: alertCursor(AlertOrder.NEWEST_RECEIVED),
  OLDEST_RECEIVED: alertCursor(AlertOrder.OLDEST_RECEIVED),
  NEWEST_OCCURRED: alertCursor(AlertOrder.NEWEST_OCCURRED),
  OLDEST_OCCURRED: alertCursor(AlertOrder.OLDEST_OCCURRED),
}
