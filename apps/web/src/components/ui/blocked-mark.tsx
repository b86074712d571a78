import { IconArrowBigRightFilled, IconShieldFilled } from '@tabler/icons-react'
import classes from './blocked-mark.module.css'

/** Whether the firewall stopped it: what got through is what an analyst must see first. `action` is PAN-OS's own word. */
export function BlockedMark({ blocked, action }: { blocked: boolean; action?: string }) {
  const word = blocked ? 'Blocked' : 'Allowed'
  const Icon = blocked ? IconShieldFilled : IconArrowBigRightFilled
  return (
    <span className={classes['mark']} data-blocked={blocked} title={action === undefined ? undefined : `Action: ${action}`}>
      <Icon size={13} aria-hidden="true" style={{ flex: 'none' }} />
      {word}
      {action !== undefined && <span className={classes['action']}>{action}</span>}
    </span>
  )
}
