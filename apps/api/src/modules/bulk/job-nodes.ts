import type { NodeLoader } from '../../graphql/node.js'
import { isUserKey as isUuid } from '../auth/index.js'
import type { JobReadModel } from './job-read-model.js'
import { toJobType } from './job-type.js'

/** What `node(id)` finds of this module: jobs of the viewer. */
export const jobNodes = ({ jobs }: { readonly jobs: Pick<JobReadModel, 'find'> }): NodeLoader[] => [
  {
    type: 'Job',
    permission: 'incident:read',
    load: async (id, context) => {
      const job = isUuid(id) ? await jobs.find(context.requireActor().userId, id) : undefined
      return job && toJobType(job)
    },
  },
]
