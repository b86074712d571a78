import { Menu, UnstyledButton } from '@mantine/core'
import type { ObservableKind } from '@sallyport/shared'
import { IconCopy, IconFilter, IconInfoCircle, IconShieldOff } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { HoverInfo } from './hover-info'
import { useKnowledge } from './knowledge'
import { useValueActions } from './value-actions'
import classes from './value-text.module.css'

export interface ValueFilter {
  readonly label: string
  apply(): void
}

interface ValueTextProps {
  readonly value: string
  /** Shown instead of the value; copying copies the value. */
  readonly children?: ReactNode
  /** Ways to narrow the list to this value. */
  readonly filters?: readonly ValueFilter[]
  readonly mono?: boolean
  /** What it is, where something may be done with it or known of it. */
  readonly kind?: ObservableKind | undefined
}

/** A value of an alert that can be filtered by and copied; what is known of it opens while the pointer rests on it. */
export function ValueText(props: ValueTextProps) {
  const { value, kind } = props
  const knowledge = useKnowledge()
  const [menu, setMenu] = useState(false)
  const text = <ValueMenu {...props} path={knowledge && kind ? knowledge.path(kind, value) : null} onOpen={setMenu} />
  if (!knowledge || !kind) return text
  return (
    <HoverInfo label={`What we know of ${value}`} held={menu} content={() => <knowledge.Card kind={kind} value={value} />}>
      {text}
    </HoverInfo>
  )
}

interface ValueMenuProps extends ValueTextProps {
  /** Of the page that tells all we know of it. */
  readonly path: string | null
  onOpen(open: boolean): void
}

function ValueMenu({ value, children, filters = [], mono = false, kind, path, onOpen }: ValueMenuProps) {
  const actions = useValueActions(kind, value)
  const harmless = defanged(value)
  return (
    <Menu position="bottom-start" shadow="md" withinPortal onChange={onOpen}>
      <Menu.Target>
        <UnstyledButton className={classes['value']} data-mono={mono} aria-label={`${value}: actions`}>
          {children ?? value}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {path !== null && (
          <Menu.Item component={Link} to={path} leftSection={<IconInfoCircle size={14} aria-hidden />}>
            What we know
          </Menu.Item>
        )}
        {filters.map(({ label, apply }) => (
          <Menu.Item key={label} leftSection={<IconFilter size={14} aria-hidden />} onClick={apply}>
            {label}
          </Menu.Item>
        ))}
        {actions.map(({ label, icon, apply }) => (
          <Menu.Item key={label} leftSection={icon} onClick={apply}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconCopy size={14} aria-hidden />} onClick={() => void copyText(value)}>
          Copy
        </Menu.Item>
        {harmless !== value && (
          <Menu.Item leftSection={<IconShieldOff size={14} aria-hidden />} onClick={() => void copyText(harmless)}>
            Copy defanged
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Written so that no mail client or chat makes a link of it: hxxp, [.], [:]. Text without an address is left alone. */
export function defanged(value: string): string {
  const host = /^(?:[a-z][a-z\d+.-]*:\/\/)?(?:[\w-]+\.)+[\w-]+(?::\d+)?(?:[/?#].*)?$/i
  if (/^[\da-f:]*:[\da-f:.]*$/i.test(value) && value.includes('::')) return value.replaceAll(':', '[:]')
  if (!host.test(value)) return value
  const [, scheme = '', authority = '', rest = ''] = /^([a-z][a-z\d+.-]*:\/\/)?([^/?#]*)(.*)$/i.exec(value) ?? []
  return scheme.replace(/^http/i, 'hxxp') + authority.replaceAll('.', '[.]') + rest
}

/** The clipboard API needs a secure context; consoles are often reached by plain HTTP inside a network. */
export async function copyText(text: string): Promise<void> {
  if (window.isSecureContext) return navigator.clipboard.writeText(text)
  const area = document.createElement('textarea')
  area.value = text
  area.style.position = 'fixed'
  area.style.opacity = '0'
  document.body.append(area)
  area.select()
  document.execCommand('copy')
  area.remove()
}
