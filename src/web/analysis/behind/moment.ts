import { isAct, type Listable } from '#insight'

const RECEIVED: readonly Listable[] = ['received', 'merged', 'praise', 'complaints', 'recurring']
const ENDED: readonly Listable[] = ['closed', 'closedLate', 'refused', 'withdrawn', 'unanswered']

/** What the moment of a line is. */
export function momentOf(figure: Listable) {
  if (figure === 'open' || figure === 'overdue') return 'owed'
  if (figure === 'promised' || figure === 'promisedKept') return 'promised'
  if (RECEIVED.includes(figure)) return 'received'
  if (isAct(figure) || figure === 'acted') return 'done'
  return ENDED.includes(figure) ? 'ended' : 'answered'
}
