import { describe, expect, it } from 'vitest'
import { childAt, childrenNamed, elementsIn, parseXml, textAt, XmlFault } from './xml.js'

const faultOf = (text: string) => {
  try {
    parseXml(text)
    return undefined
  } catch (error) {
    return error instanceof XmlFault ? error.kind : error
  }
}

describe('reading XML', () => {
  it('reads elements, attributes, references and CDATA, also after blank lines', () => {
    const root = parseXml(
      '\r\n\n<?xml version="1.0" encoding="UTF-8" ?><a x="1 &lt; 2"><b>one &amp; &#x41;</b><b><![CDATA[<raw>]]></b><c/></a>',
    )
    expect(root.attributes.get('x')).toBe('1 < 2')
    expect(childrenNamed(root, 'b').map(({ text }) => text)).toEqual(['one & A', '<raw>'])
    expect(textAt(root, 'c')).toBeUndefined()
    expect(childAt(root, 'c')?.name).toBe('c')
    expect([...elementsIn(root)].map(({ name }) => name)).toEqual(['a', 'b', 'b', 'c'])
  })

  it.each([
    ['a document type', '<!DOCTYPE a><a/>', 'DECLARES'],
    ['an entity bomb', '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><b>&b;</b>', 'DECLARES'],
    ['an external entity', '<!doctype a [<!entity x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'DECLARES'],
    ['nothing', '', 'BROKEN'],
    ['text', 'Forbidden. (403)', 'BROKEN'],
    ['half a document', '<a><b>', 'BROKEN'],
    ['HTML', '<html><body><p>Not here<br></body></html>', 'BROKEN'],
    ['two roots', '<a/><b/>', 'BROKEN'],
    ['depth', `${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}`, 'TOO_LARGE'],
    ['too many elements', `<a>${'<b/>'.repeat(400_001)}</a>`, 'TOO_LARGE'],
  ])('refuses %s', (_what, text, kind) => expect(faultOf(text)).toBe(kind))

  it('leaves entities that nobody declared as they are', () =>
    expect(parseXml('<a>&nbsp;&constructor;</a>').text).toBe('&nbsp;&constructor;'))
})
