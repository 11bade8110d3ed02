import type { Examples } from '../example.ts'

export interface BarProps {
  /** How much is done, from 0 to 1; beyond is drawn full. */
  share: number
  /** The same in words. */
  label: string
}

/** A quiet bar that fills along the line of reading. */
export function Bar({ share, label }: BarProps) {
  const width = Math.round(Math.min(Math.max(share, 0), 1) * 100)
  return (
    <svg class="bar" role="img" aria-label={label} preserveAspectRatio="none" viewBox="0 0 100 1">
      <rect class="bar-track" width="100" height="1" />
      <rect class="bar-fill" width={width} height="1" />
    </svg>
  )
}

export const examples: Examples = {
  'a third': (say) => <Bar share={0.33} label={say('مضى ثلث الوقت', 'A third of the time has passed')} />,
  full: (say) => <Bar share={1.4} label={say('انتهى الوقت', 'The time is over')} />,
}
