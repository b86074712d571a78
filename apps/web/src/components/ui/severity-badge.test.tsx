import { MantineProvider } from '@mantine/core'
import { SEVERITIES } from '@sallyport/shared'
import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { SeverityBadge } from './severity-badge'
import { SEVERITY_LOOKS } from './severity-look'

describe('a severity', () => {
  it.each(SEVERITIES)('%s is a word beside its shape', severity => {
    const { container } = render(
      <MantineProvider>
        <SeverityBadge severity={severity} />
      </MantineProvider>,
    )
    expect(screen.getByText(SEVERITY_LOOKS[severity].word)).toBeTruthy()
    expect(container.querySelector('svg[aria-hidden="true"] path')?.getAttribute('d')).toBe(SEVERITY_LOOKS[severity].shape)
  })

  it('has a shape of its own', () => {
    expect(new Set(SEVERITIES.map(severity => SEVERITY_LOOKS[severity].shape)).size).toBe(SEVERITIES.length)
  })

  it('is never green, which would say that all is well', () => {
    for (const { light, dark } of Object.values(SEVERITY_LOOKS)) {
      for (const colour of [light, dark]) {
        const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16))
        expect(green > red + 10 && green > blue + 10).toBe(false)
      }
    }
  })
})
