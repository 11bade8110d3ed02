import type { State } from '#problems'
import { type IconName, Tag, type TagProps, useWords } from '#ui'

const LOOKS: Record<State, { state?: TagProps['state']; icon: IconName }> = {
  proposed: { state: 'brand', icon: 'bulb' },
  open: { state: 'soon', icon: 'flag' },
  fixing: { state: 'soon', icon: 'clock' },
  fixed: { state: 'brand', icon: 'clock' },
  held: { state: 'on-time', icon: 'check' },
  'came-back': { state: 'late', icon: 'alert' },
  rejected: { state: 'done', icon: 'close' },
  merged: { state: 'done', icon: 'arrow' },
}

/** Where a problem stands, as an icon and a word. */
export const StateTag = ({ state }: { state: State }) => (
  <Tag {...LOOKS[state]}>{useWords().problems.states[state]}</Tag>
)
