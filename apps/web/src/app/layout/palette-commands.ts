import { paths } from '../../config/paths'
import type { Shortcut } from '../../lib/shortcuts'

export interface Command {
  readonly key: string
  readonly label: string
  /** What kind of thing it is, said beside it. */
  readonly group: string
  /** Keys that do the same. */
  readonly keys?: string
  run(): void
}

export interface PaletteIncident {
  readonly id: string
  readonly number: string
  readonly title: string
}

export interface PaletteView {
  readonly name: string
  readonly address: string
}

export interface PaletteSources {
  readonly text: string
  readonly shortcuts: readonly Shortcut[]
  readonly views: readonly PaletteView[]
  readonly incidents: readonly PaletteIncident[]
  go(address: string): void
}

const COMMANDS_MAX = 40
/** Movements mean nothing in a list of commands; the help sheet tells them. */
const MOVEMENTS: readonly string[] = ['j', 'k', 'o', 'Enter', 'Escape', 'x', 'X']
const GO_TO = 'Go to'

/** INC-12, inc 12 or 12: the number. */
export function incidentNumber(text: string): string | null {
  return /^(?:inc[-\s]?)?0*([1-9]\d{0,17})$/i.exec(text.trim())?.[1] ?? null
}

/** What the text may mean: an incident by number, what can be done here, pages, saved views, incidents found. */
export function paletteCommands({ text, shortcuts, views, incidents, go }: PaletteSources): readonly Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = ({ label, group }: Command) => words.every(word => `${group} ${label}`.toLowerCase().includes(word))
  const number = incidentNumber(text)
  const byName = new Map(
    shortcuts.filter(({ keys }) => !MOVEMENTS.includes(keys)).map(shortcut => [`${shortcut.group} ${shortcut.label}`, shortcut]),
  )
  const actions = [...byName].map(([key, { label, group, keys, run }]): Command => ({ key, label, group, keys, run }))
  const here = actions.filter(({ group }) => group !== GO_TO)
  const pages = actions.filter(({ group }) => group === GO_TO)
  const saved = views.map(({ name, address }): Command => ({
    key: `view ${address}`,
    label: name,
    group: 'Saved view',
    run: () => go(address),
  }))
  const found = incidents
    .filter(incident => incident.number !== number)
    .map((incident): Command => ({
      key: incident.id,
      label: `INC-${incident.number} ${incident.title}`,
      group: 'Incident',
      run: () => go(paths.incident(incident.number)),
    }))
  const title = incidents.find(incident => incident.number === number)?.title
  const direct: Command[] =
    number === null
      ? []
      : [
          {
            key: `number ${number}`,
            label: `INC-${number}${title === undefined ? '' : ` ${title}`}`,
            group: 'Incident',
            run: () => go(paths.incident(number)),
          },
        ]
  return [...direct, ...[...here, ...pages, ...saved].filter(fits), ...found].slice(0, COMMANDS_MAX)
}
