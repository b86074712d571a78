import { Stack, Text } from '@mantine/core'
import classes from './rules.module.css'

interface ReadingProps {
  readonly when: readonly string[]
  readonly then: readonly string[]
}

/** A rule in plain language. Lines of a group are indented by blanks. */
export function Reading({ when, then }: ReadingProps) {
  return (
    <Stack gap={6}>
      <Lines title="When" lines={when} />
      <Lines title="Then" lines={then} />
    </Stack>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <Text size="xs" fw={600} c="dimmed" tt="uppercase">
        {title}
      </Text>
      <ul className={classes['reading']} aria-label={title}>
        {lines.map((line, index) => (
          <Text key={index} component="li" size="sm" pl={(line.length - line.trimStart().length) * 7}>
            {line.trimStart()}
          </Text>
        ))}
      </ul>
    </div>
  )
}

/** In one line, for a table. */
export const readingLine = ({ when, then }: ReadingProps): string => `When ${when.map(line => line.trim()).join('; ')} – ${then.join('; ')}`
