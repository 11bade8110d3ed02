import type { CaseState } from './state.ts'

/** What narrows a list so that it can be followed. At least one of them is given. */
export interface Queue {
  entity: string | null
  unit: string | null
  category: string | null
  type: string | null
}

type Place = Pick<CaseState, keyof Queue | 'stage'>

/** Whether an event brought a case into a queue: it is there, open, and was not there before. */
export const arrives = (queue: Queue, before: Place | null, after: Place): boolean =>
  after.stage !== 'closed' &&
  isIn(queue, after) &&
  !(before && before.stage !== 'closed' && isIn(queue, before))

const isIn = (queue: Queue, found: Place): boolean =>
  (queue.entity === null || queue.entity === found.entity) &&
  (queue.unit === null || queue.unit === found.unit) &&
  (queue.category === null || queue.category === found.category) &&
  (queue.type === null || queue.type === found.type)

export const isNarrow = (queue: Queue): boolean => Object.values(queue).some((each) => each !== null)
