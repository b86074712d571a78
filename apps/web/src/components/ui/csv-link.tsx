import { ActionIcon, Tooltip } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'

/** Takes a list away as a file. `address` is asked again at the press, so that a time that moves with the clock is that of the press. */
export function CsvLink({ address }: { address(): string }) {
  return (
    <Tooltip label="All that match, as CSV">
      <ActionIcon
        component="a"
        href={address()}
        download
        aria-label="Export as CSV"
        onClick={event => {
          event.currentTarget.href = address()
        }}
      >
        <IconDownload size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
