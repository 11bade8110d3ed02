import { type Choice, Radios, Select, type SelectProps } from '#ui'
import type { Asking } from './ask.ts'

export interface PickProps {
  /** `category` or `entity`. */
  name: 'category' | 'entity'
  label: string
  hint?: string
  asking: Asking
  proposed: readonly Choice[]
  options: SelectProps['options']
}

/** A few proposals, "not sure" always, and the whole list for those who know better. */
export function Pick({ name, label, hint, asking, proposed, options }: PickProps) {
  const said = asking.t.journey[name]
  const chosen = asking.value(name)
  const listed = `${name}-list`
  const known = ['', NOT_SURE, OTHER, ...proposed.map(({ value }) => value)].includes(chosen)
  return (
    <Radios
      name={name}
      heading
      label={label}
      hint={hint}
      error={asking.trouble(name)}
      value={known ? chosen : OTHER}
      choices={[
        ...proposed,
        { value: NOT_SURE, label: said.notSure, hint: said.notSureHint },
        {
          value: OTHER,
          label: said.other,
          more: (
            <Select
              name={listed}
              label={said.list}
              options={options}
              value={known ? asking.value(listed) : chosen}
              error={asking.trouble(listed)}
            />
          ),
        },
      ]}
    />
  )
}

export const NOT_SURE = 'not-sure'
const OTHER = 'other'

/** What was picked: an id, null for "not sure"; undefined when nothing was, `list` when the list was left open. */
export function picked(chosen: string, listed: string): string | null | undefined | 'list' {
  if (chosen === NOT_SURE) return null
  if (chosen === OTHER) return listed || 'list'
  // Whoever went straight to the list has chosen, too.
  return chosen || listed || undefined
}
