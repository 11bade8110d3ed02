import type { Listable } from '#insight'

/** Lists that are read beside each other: what was answered on time beside what was answered late. */
const FAMILIES: readonly (readonly Listable[])[] = [
  ['received', 'complaints', 'recurring', 'merged', 'praise'],
  ['open', 'overdue'],
  ['answered', 'onTime', 'answeredLate', 'firstRight', 'rated', 'satisfied'],
  ['entityAnswered', 'entityOnTime', 'acted'],
  ['closed', 'closedLate', 'refused', 'withdrawn', 'unanswered'],
  ['promised', 'promisedKept'],
  ['handed', 'bounced', 'extended', 'returned', 'objected', 'reopened', 'upheld'],
  ['warned', 'toHead', 'toMinister', 'toOperations'],
]

export const siblingsOf = (figure: Listable): readonly Listable[] =>
  FAMILIES.find((family) => family.includes(figure)) ?? [figure]
