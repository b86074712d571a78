import { failureOf } from './xml-answer.js'
import { element, textElement } from './xml-text.js'
import type { MappingKind } from '@sallyport/shared'
import type { Parameters, XmlClient } from './xml-client.js'

const EMPTY_MESSAGE = element(
  'uid-message',
  textElement('version', '2.0') + textElement('type', 'update') + element('payload', element('register')),
)

/** Rights of the XML API that the kinds need and the account lacks, by their names in the admin role. Nothing is changed. */
export async function missingRights(client: XmlClient, scope: string, kinds: readonly MappingKind[]): Promise<string[]> {
  const probes: { right: string; parameters: Parameters }[] = [
    { right: 'Configuration', parameters: { type: 'config', action: 'get', xpath: `${scope}/tag` } },
    { right: 'Commit', parameters: { type: 'commit', cmd: element('commit', element('validate')) } },
    ...(kinds.includes('DYNAMIC_ADDRESS_GROUP') ? [{ right: 'User-ID Agent', parameters: { type: 'user-id', cmd: EMPTY_MESSAGE } }] : []),
  ]
  const missing: string[] = []
  for (const { right, parameters } of probes) {
    const answer = await client.ask(parameters)
    if (answer.outcome === 'refused' && failureOf(answer) === 'NOT_PERMITTED') missing.push(right)
  }
  return missing
}
