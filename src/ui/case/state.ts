import type { IconName } from '../icon.tsx'

/** How a promise stands. Each state has a colour, an icon and a word: colour never speaks alone. */
export type PromiseState = 'on-time' | 'soon' | 'late' | 'done' | 'paused'

export const STATE_ICON: Record<PromiseState, IconName> = {
  'on-time': 'clock',
  soon: 'bell',
  late: 'alert',
  done: 'check',
  paused: 'pause',
}
