import { formatDay, type When } from '#words'
import type { Examples } from '../example.ts'
import { useReader } from '../page.tsx'
import { Bar } from './bar.tsx'
import type { PromiseState } from './state.ts'
import { DueChip } from './tags.tsx'

export interface CaseClock {
  /** Whose clock: the resident's, the entity's, the review's. */
  label: string
  state: PromiseState
  due: When
  days?: number
  /** 0 to 1. */
  elapsed?: number
}

/** The clocks of a case beside each other, so that none can hide behind another. For staff. */
export function Clocks({ clocks }: { clocks: readonly CaseClock[] }) {
  const reader = useReader()
  return (
    <dl class="clocks">
      {clocks.map(({ label, state, due, days, elapsed }) => (
        <div key={label} class={state}>
          <dt>{label}</dt>
          <dd>
            <span class="clock-date">{formatDay(reader, due)}</span>
            <DueChip state={state} days={days} />
          </dd>
          {elapsed !== undefined && (
            <dd>
              <Bar share={elapsed} label={label} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

export const examples: Examples = {
  'resident and entity': (say) => (
    <Clocks
      clocks={[
        {
          label: say('موعد مقدم الطلب', 'Promised to the resident'),
          state: 'on-time',
          due: Temporal.PlainDate.from('2026-11-26'),
          days: 4,
          elapsed: 0.4,
        },
        {
          label: say('موعد الجهة', 'The entity’s time'),
          state: 'late',
          due: Temporal.PlainDate.from('2026-11-18'),
          days: 2,
          elapsed: 1,
        },
      ]}
    />
  ),
}
