import { VIOLATIONS } from '#sealing'
import { OneOf } from '../../client/fields.tsx'
import { useReading } from '../../client/reading.ts'
import type { Asking } from '../question.tsx'

export function Kind({ draft, set, wrong }: Asking) {
  const { kind } = useReading().t
  return (
    <OneOf
      id="kind"
      label={kind.title}
      unseen
      wrong={wrong('kind')}
      value={draft.violation}
      options={VIOLATIONS.map((value) => ({ value, label: kind.names[value], hint: kind.hints[value] }))}
      onChoice={(violation) => set({ violation })}
    />
  )
}
