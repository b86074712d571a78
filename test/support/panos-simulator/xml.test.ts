import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConfigNode, nodeFrom, nodeXml, select } from './config-node.js'
import { XmlSyntaxError, parseXml, parseXmlFragment } from './xml.js'
import { XpathError, entryStep, memberStep, parseXpath } from './xpath.js'

describe('the XML reader', () => {
  it('reads elements, attributes in either quote, entities, CDATA and comments', () => {
    expect(parseXml(`<?xml version="1.0"?><!-- x --><a b='1' c = "&lt;2&#x33;"><d/>t&amp;<![CDATA[<e>]]></a>`)).toEqual({
      tag: 'a',
      attributes: { b: '1', c: '<23' },
      children: [{ tag: 'd', attributes: {}, children: [], text: '' }],
      text: 't&<e>',
    })
    expect(parseXmlFragment('<a/><b/>').map(({ tag }) => tag)).toEqual(['a', 'b'])
  })

  it.each([
    '<a>',
    '<a></b>',
    '</a>',
    '<a',
    '<a b=c/>',
    '<a>&</a>',
    '<a>&foo;</a>',
    'text',
    '<!DOCTYPE a><a/>',
    '<a/><b/>',
    '',
    '<a><![CDATA[x</a>',
  ])('refuses %j', source => {
    expect(() => parseXml(source)).toThrow(XmlSyntaxError)
  })

  it('reads back what was written, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, text) => {
        const node = new ConfigNode('entry', name, '')
        node.add(new ConfigNode('member', undefined, text.trim()))
        const read = nodeFrom(parseXml(nodeXml(node)))
        return read.name === name && read.members().join() === text.trim()
      }),
    )
  })
})

describe('an xpath', () => {
  const root = nodeFrom(
    parseXml(
      "<config><address><entry name='a'><fqdn>a.example</fqdn><tag><member>ours</member></tag></entry><entry name=\"it's\"><fqdn>b.example</fqdn></entry></address>" +
        '<list><member>x/y</member><member>z</member></list></config>',
    ),
  )
  const found = (xpath: string) => select(root, parseXpath(xpath)).map(trail => trail.at(-1)?.name ?? trail.at(-1)?.text)

  it.each([
    ["/config/address/entry[@name='a']", ['a']],
    ['/config/address/entry[@name="it\'s"]', ["it's"]],
    ['/config/address/entry', ['a', "it's"]],
    ['/config/*/entry/fqdn', ['a.example', 'b.example']],
    ["/config/list/member[text()='x/y']", ['x/y']],
    ["/config/list/member[.='z']", ['z']],
    ["/config/address/entry[tag/member='ours']", ['a']],
    ["/config/address/entry[fqdn='b.example' or @name='a']", ['a', "it's"]],
    ["/config/address/entry[starts-with(@name,'it')]", ["it's"]],
    ["/config/address/entry[contains(fqdn, 'example') and @name='a']", ['a']],
    ['/config/address/entry[tag]', ['a']],
    ["/config/address/entry[@name='none']", []],
    ['/other', []],
  ])('%s finds %j', (xpath, names) => {
    expect(found(xpath)).toEqual(names)
  })

  it.each(['', 'config', '//entry', "/config/entry[@name='a'", '/config/entry[1 = 2]', '/config//x', "/config/entry['"])(
    '%j is none',
    xpath => {
      expect(() => parseXpath(xpath)).toThrow(XpathError)
    },
  )

  it('is written with the quote that the name does not hold', () => {
    expect([entryStep('entry', "it's"), memberStep('a')]).toEqual(['entry[@name="it\'s"]', "member[text()='a']"])
  })
})
