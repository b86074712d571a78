import { AlertTimeline } from '../modules/alerts/index.js'
import type { UserReadModel } from '../modules/auth/index.js'
import { DeviceReadModel, PushTimeline, TimelineDeviceResolver } from '../modules/devices/index.js'
import {
  ActivityTimeline,
  AlertMoveReadModel,
  AlertMoveResolver,
  AlertMover,
  AlertMoveUndoer,
  IncidentMerger,
  IncidentMovesResolver,
  IncidentTimelineResolver,
  RelatedIncidents,
  RelatedIncidentsResolver,
  Timeline,
  TimelineItemResolver,
  type IncidentReadModel,
} from '../modules/incidents/index.js'
import { EntriesAddedTimeline, EntriesRemovedTimeline, TimelineListResolver, type ListReadModel } from '../modules/lists/index.js'
import { scopeOf, type NamedNetworks } from '../modules/places/index.js'
import { MatchTimeline } from '../modules/rules/index.js'
import type { Clock } from '../platform/clock.js'
import type { Database } from '../platform/database.js'
import type { HintSink } from '../platform/hints.js'

export interface StoryFoundation {
  readonly database: Pick<Database, 'pool' | 'prisma'>
  readonly hints: HintSink
  readonly clock: Clock
  readonly users: UserReadModel
  readonly incidents: IncidentReadModel
  readonly lists: ListReadModel
  readonly known: { readonly networks: Pick<NamedNetworks, 'ownNetworkOf'> }
}

/** How incidents belong together, and all that happened to them, whichever module knows it. */
export function composeStory({ database: { pool, prisma }, hints, clock, users, incidents, lists, known }: StoryFoundation) {
  const moves = new AlertMoveReadModel({ pool })
  const merger = new IncidentMerger({ pool, hints, clock })
  const mover = new AlertMover({ pool, hints, clock })
  const undoer = new AlertMoveUndoer({ pool, hints, clock })
  const sources = [
    new ActivityTimeline({ pool }),
    new AlertTimeline({ pool }),
    new EntriesAddedTimeline({ pool }),
    new EntriesRemovedTimeline({ pool }),
    new PushTimeline({ pool }),
    new MatchTimeline({ pool }),
  ]
  const timeline = new Timeline({ sources, moves })
  const isOwn = (address: string): boolean => known.networks.ownNetworkOf(address) !== undefined || scopeOf(address).scope === 'PRIVATE'
  const resolvers = [
    new AlertMoveResolver({ merger, mover, undoer, incidents, users }),
    new IncidentMovesResolver({ moves, incidents }),
    new RelatedIncidentsResolver({ related: new RelatedIncidents({ pool, isOwn }), incidents }),
    new IncidentTimelineResolver({ timeline }),
    new TimelineItemResolver({ users }),
    new TimelineListResolver({ lists }),
    new TimelineDeviceResolver({ devices: new DeviceReadModel({ prisma }) }),
  ]
  return { merger, mover, undoer, timeline, resolvers }
}
