import { MantineProvider } from '@mantine/core'
import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Markdown } from './markdown'

const html = (text: string) =>
  render(
    <MantineProvider env="test">
      <Markdown>{text}</Markdown>
    </MantineProvider>,
  ).container

describe('what people wrote', () => {
  it('has bold text, code, lists and links of the web', () => {
    const shown = html('**hot** `rm` [notes](https://wiki.corp.example/x)\n\n- one\n- two')
    expect(shown.querySelector('strong')?.textContent).toBe('hot')
    expect(shown.querySelector('code')?.textContent).toBe('rm')
    expect(shown.querySelectorAll('li')).toHaveLength(2)
    expect(shown.querySelector('a')?.getAttribute('href')).toBe('https://wiki.corp.example/x')
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '![seen](https://203.0.113.9/pixel.png)',
    '<iframe src="https://203.0.113.9"></iframe>',
  ])('runs and loads nothing: %s', text => expect(html(text).querySelector('script, img, iframe, [onerror]')).toBeNull())

  it.each(['[x](javascript:alert(1))', '[x](data:text/html,1)', '[x](//203.0.113.9/)', '[x](/sign-out)', '[x](JaVaScRiPt:alert(1))'])(
    'is no link: %s',
    text => expect(html(text).querySelector('a')).toBeNull(),
  )
})
