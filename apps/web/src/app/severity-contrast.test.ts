import { SEVERITIES } from '@sallyport/shared'
import { describe, expect, it } from 'vitest'
import { SEVERITY_LOOKS } from '../components/ui/severity-look'
import { theme } from './theme'

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

describe('a severity on the grounds of the theme', () => {
  it.each(
    SEVERITIES.flatMap(severity => [
      ...LIGHT.map(ground => [severity, 'light', ground] as const),
      ...DARK.map(ground => [severity, 'dark', ground] as const),
    ]),
  )('%s is readable in the %s scheme on %s', (severity, scheme, ground) => {
    expect(contrast(SEVERITY_LOOKS[severity][scheme], ground)).toBeGreaterThanOrEqual(4.5)
  })
})
