import type { Basis } from '../indicators/evaluate.ts'
import type { Listable } from './listable.ts'

/** How long a list is, as the roll-ups know it; undefined where only the list itself can say. */
export function numberOf(figure: Listable, { counts, standing, praise, complaints, durations }: Basis) {
  switch (figure) {
    case 'open':
    case 'overdue':
      return standing[figure]
    case 'praise':
      return praise
    case 'complaints':
      return complaints
    case 'answeredLate':
      return counts.answered - counts.onTime
    case 'acted':
      return durations['first-action']?.reduce((sum, { n }) => sum + n, 0)
    default:
      return counts[figure]
  }
}
