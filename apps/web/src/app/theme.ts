import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** Steel blue: apart from every severity colour. */
const steel: MantineColorsTuple = [
  '#eef5fa',
  '#d8e7f2',
  '#b3d0e6',
  '#86b4d6',
  '#5f9bc7',
  '#4287b8',
  '#2f76a9',
  '#22628f',
  '#1a5078',
  '#123c5c',
]

/** Greys with a trace of blue; 7 is the page, 6 a card, 4 a border in the dark scheme. */
const dark: MantineColorsTuple = [
  '#d5dbe1',
  '#b4bdc7',
  '#96a1ad',
  '#75818e',
  '#3d4853',
  '#2f3943',
  '#1f272f',
  '#161c22',
  '#10151a',
  '#0a0e12',
]

export const theme = createTheme({
  primaryColor: 'steel',
  primaryShade: { light: 7, dark: 6 },
  colors: { steel, dark },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: { fontWeight: '600', sizes: { h1: { fontSize: '1.25rem' }, h2: { fontSize: '1.0625rem' }, h3: { fontSize: '0.9375rem' } } },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    Modal: { defaultProps: { centered: true } },
  },
})

/** White on it at 5.6:1. */
const RED_FILLED = { '--mantine-color-red-filled': '#c92a2a', '--mantine-color-red-filled-hover': '#b02525' }

/** Dimmed text and errors at 4.5:1 on page and card in both schemes; borders of fields that can be seen at night. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...RED_FILLED, '--mantine-color-dimmed': '#5a6570', '--mantine-color-error': '#c92a2a' },
  dark: {
    ...RED_FILLED,
    '--mantine-color-dimmed': '#9aa6b2',
    '--mantine-color-error': '#ff8787',
    '--mantine-color-default-border': '#4b5763',
    '--mantine-color-steel-light': 'rgba(95, 155, 199, 0.18)',
    '--mantine-color-steel-light-hover': 'rgba(95, 155, 199, 0.26)',
    '--mantine-color-steel-light-color': 'var(--mantine-color-steel-2)',
  },
})
