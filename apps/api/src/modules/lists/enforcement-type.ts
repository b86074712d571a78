import { ObjectType } from 'type-graphql'
import type { TopicMap } from '../../graphql/pubsub.js'

/**
 * What an event of enforcementChanged answers. Its fields are filled by those who know them: `lists` here, `devices`
 * and `runs` by the module of devices, each from the ids that the hints told.
 */
@ObjectType('EnforcementChanged')
export class EnforcementChangedType {
  /** Not a field of the API. `resync`: hints may have been missed, so all of them may have changed. */
  event!: TopicMap['enforcement']
}
