import { Group, Input, NativeSelect, NumberInput } from '@mantine/core'
import { useState } from 'react'

const UNITS = [
  { label: 'days', seconds: 86_400 },
  { label: 'hours', seconds: 3_600 },
  { label: 'minutes', seconds: 60 },
] as const

interface DurationInputProps {
  readonly label: string
  readonly description: string
  readonly disabled?: boolean
  readonly error?: React.ReactNode
  readonly value: number
  onChange(seconds: number): void
}

/** Seconds, entered as a number and a unit. It opens in the largest unit that is whole. */
export function DurationInput({ label, description, disabled = false, error, value, onChange }: DurationInputProps) {
  const [unit, setUnit] = useState<number>(() => UNITS.find(({ seconds }) => value >= 2 * seconds && value % seconds === 0)?.seconds ?? 60)
  return (
    <Input.Wrapper label={label} description={description} error={error} labelElement="div">
      <Group gap="xs" mt={4} wrap="nowrap">
        <NumberInput
          aria-label={`${label}: number`}
          disabled={disabled}
          w={110}
          min={1}
          decimalScale={2}
          value={value / unit}
          onChange={amount => onChange(Math.round(Number(amount) * unit))}
        />
        <NativeSelect
          aria-label={`${label}: unit`}
          disabled={disabled}
          value={unit}
          data={UNITS.map(({ label: text, seconds }) => ({ label: text, value: String(seconds) }))}
          onChange={event => {
            // The number stays, its meaning changes.
            const chosen = Number(event.currentTarget.value)
            onChange(Math.round((value / unit) * chosen))
            setUnit(chosen)
          }}
        />
      </Group>
    </Input.Wrapper>
  )
}
