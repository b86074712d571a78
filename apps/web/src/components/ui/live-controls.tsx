import { Button, Group, Text, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconArrowUp, IconPlayerPause, IconPlayerPlay, IconRefresh } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { formatCount } from '../../lib/format'
import { useThrottled } from '../../lib/use-throttled'
import classes from './live-controls.module.css'

interface LivePillProps {
  /** What arrived and is not shown. */
  readonly count: number
  /** More than `count` arrived. */
  readonly more?: boolean
  readonly critical?: number
  /** Shown rows that no longer match. */
  readonly left?: number
  readonly noun: string
  onShow(): void
}

/** The count may change several times a second; a screen reader is told now and then. */
const ANNOUNCE_EVERY_MS = 10_000

/** Says what waits, and shows it when pressed: the list itself never moves under the hand. Read out politely. */
export function LivePill({ count, more = false, critical = 0, left = 0, noun, onShow }: LivePillProps) {
  const parts = [
    count > 0 && `${formatCount(count)}${more ? '+' : ''} ${noun}`,
    critical > 0 && `${formatCount(critical)} critical`,
    left > 0 && `${formatCount(left)} no longer match`,
    count === 0 && more && 'Some were missed',
  ].filter(part => part !== false)
  const text = parts.join(' · ')
  const announced = useAnnounced(text)
  return (
    <>
      <VisuallyHidden role="status" aria-live="polite">
        {announced}
      </VisuallyHidden>
      <div className={classes['pill']}>
        {text !== '' && (
          <Tooltip label={`${text}: show them (.)`}>
            <Button
              size="compact-sm"
              radius="xl"
              maw="100%"
              color={critical > 0 ? 'red.8' : 'steel'}
              leftSection={<IconArrowUp size={14} aria-hidden />}
              onClick={onShow}
            >
              {text}
            </Button>
          </Tooltip>
        )}
      </div>
    </>
  )
}

function useAnnounced(text: string): string {
  const [announced, setAnnounced] = useState('')
  const announce = useThrottled(() => setAnnounced(text), ANNOUNCE_EVERY_MS)
  useEffect(announce, [text, announce])
  return announced
}

interface FeedSwitchesProps {
  readonly paused: boolean
  readonly following: boolean
  /** Following, but new rows wait because the reader is busy. */
  readonly held: boolean
  onPause(paused: boolean): void
  onFollow(following: boolean): void
}

/** Pause, and Follow for screens on the wall. */
export function FeedSwitches({ paused, following, held, onPause, onFollow }: FeedSwitchesProps) {
  return (
    <Group gap={6} wrap="nowrap">
      {following && held && !paused && (
        <Text size="xs" c="dimmed" visibleFrom="md">
          Held while you read
        </Text>
      )}
      <Tooltip label="Show new rows as they arrive, without asking">
        <Button
          size="compact-sm"
          variant={following ? 'light' : 'default'}
          aria-pressed={following}
          onClick={() => onFollow(!following)}
          leftSection={<IconRefresh size={14} aria-hidden />}
        >
          Follow
        </Button>
      </Tooltip>
      <Tooltip label={paused ? 'Updates are paused: go on, and catch up' : 'Stop updates'}>
        <Button
          size="compact-sm"
          variant={paused ? 'filled' : 'default'}
          color={paused ? 'yellow.9' : 'steel'}
          aria-pressed={paused}
          onClick={() => onPause(!paused)}
          leftSection={paused ? <IconPlayerPlay size={14} aria-hidden /> : <IconPlayerPause size={14} aria-hidden />}
        >
          {paused ? 'Paused' : 'Pause'}
        </Button>
      </Tooltip>
    </Group>
  )
}
