import { MantineProvider } from '@mantine/core'
import { SEVERITIES } from '@sallyport/shared'
import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { theme } from '../../app/theme'
import { SeverityBadge } from './severity-badge'
import { SEVERITY_LOOKS } from './severity-look'

/** WCAG 2.2 relative luminance and contrast of #rrggbb colours. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

/** Page, hovered row, selected row. */
const LIGHT = ['#ffffff', '#f8f9fa', theme.colors?.['steel']?.[0] ?? '']
const DARK = [7, 6, 5].map(shade => theme.colors?.dark?.[shade] ?? '')

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

  it.each(
    SEVERITIES.flatMap(severity => [
      ...LIGHT.map(ground => [severity, 'light', ground] as const),
      ...DARK.map(ground => [severity, 'dark', ground] as const),
    ]),
  )('%s is readable in the %s scheme on %s', (severity, scheme, ground) => {
    expect(contrast(SEVERITY_LOOKS[severity][scheme], ground)).toBeGreaterThanOrEqual(4.5)
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
