import { child, childrenOf, textOf, type XmlElement } from './xml-element.js'
import { element } from './xml-text.js'
import type { PendingWork } from '../../device-driver.js'
import type { XmlClient } from './xml-client.js'

const CHANGES = element('show', element('config', element('list', element('changes'))))
const CONFIG_LOCKS = element('show', element('config-locks'))
const COMMIT_LOCKS = element('show', element('commit-locks'))

/** Uncommitted changes by owner, and locks of others. */
export async function readPendingWork(client: XmlClient, username: string): Promise<PendingWork> {
  const [changes, configLocks, commitLocks] = await Promise.all([
    client.op('Reading uncommitted changes', CHANGES),
    client.op('Reading configuration locks', CONFIG_LOCKS),
    client.op('Reading commit locks', COMMIT_LOCKS),
  ])
  const owners = childrenOf(child(changes.result, 'journal'), 'entry').map(ownerOf)
  return {
    own: owners.filter(owner => owner === username).length,
    others: [...new Set(owners.filter(owner => owner !== username && owner !== ''))].sort(),
    locks: [
      ...locksOf(child(configLocks.result, 'config-locks'), 'configuration', username),
      ...locksOf(child(commitLocks.result, 'commit-locks'), 'commit', username),
    ],
  }
}

const ownerOf = (entry: XmlElement): string => textOf(entry, 'owner') ?? entry.attributes.get('admin') ?? ''

const locksOf = (locks: XmlElement | undefined, kind: string, username: string): string[] =>
  childrenOf(locks, 'entry')
    .filter(lock => lock.attributes.get('name') !== username)
    .map(lock => {
      const comment = textOf(lock, 'comment')
      const why = comment === undefined || comment === '(null)' ? '' : `: ${comment}`
      return `${lock.attributes.get('name') ?? 'somebody'} holds the ${kind} lock of ${textOf(lock, 'name') ?? 'the device'} since ${textOf(lock, 'created') ?? 'some time'}${why}`
    })
