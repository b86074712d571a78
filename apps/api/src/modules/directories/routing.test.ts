import { expect, it } from 'vitest'
import { directoriesOf } from './routing.js'

const CORP = { name: 'corp', domains: ['corp', 'corp.example'] }
const EMEA = { name: 'emea', domains: ['emea', 'corp.example'] }
const REST = { name: 'rest', domains: [] }

it.each([
  ['corp', [CORP, EMEA, REST], [CORP]],
  ['corp.example', [CORP, EMEA, REST], [CORP, EMEA]],
  ['corp.example.', [CORP, EMEA, REST], [CORP, EMEA]],
  ['partner', [CORP, EMEA, REST], [REST]],
  ['partner', [CORP, EMEA], []],
  [undefined, [CORP, REST], [REST, CORP]],
  [undefined, [CORP], [CORP]],
  ['corp', [REST], [REST]],
  ['corp', [], []],
])('%s', (domain, all, asked) => expect(directoriesOf({ domain }, all)).toEqual(asked))
