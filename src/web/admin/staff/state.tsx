import type { ListedStaff } from '#people'
import { Tag, useWords } from '#ui'

export type StaffState = 'active' | 'disabled' | 'locked' | 'no-factor'

/** Whether somebody can sign in now, and if not, why. */
export function stateOf(person: ListedStaff, now: Temporal.Instant): StaffState {
  if (!person.active) return 'disabled'
  if (person.email && !person.secondFactor) return 'no-factor'
  const { lockedUntil } = person
  return lockedUntil && Temporal.Instant.compare(lockedUntil, now) > 0 ? 'locked' : 'active'
}

export function StateTag({ person, now }: { person: ListedStaff; now: Temporal.Instant }) {
  const { staff } = useWords().admin
  const state = stateOf(person, now)
  if (state === 'active')
    return (
      <Tag icon="check" state="on-time">
        {staff.states.active}
      </Tag>
    )
  return state === 'disabled' ? (
    <Tag icon="close">{staff.states.disabled}</Tag>
  ) : (
    <Tag icon="alert" state="soon">
      {staff.states[state]}
    </Tag>
  )
}
