import { Group, Text, UnstyledButton } from '@mantine/core'
import { Link } from 'react-router'
import { paths } from '../../config/paths'

export function Brand() {
  return (
    <UnstyledButton component={Link} to={paths.home} aria-label="Sallyport: to the alerts">
      <Group gap={8} wrap="nowrap">
        <img src="/icon.svg" alt="" width={22} height={22} />
        <Text fw={650} size="md" visibleFrom="xs">
          Sallyport
        </Text>
      </Group>
    </UnstyledButton>
  )
}
