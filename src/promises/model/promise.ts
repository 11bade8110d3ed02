/** What people ask for; every type is owed an answer in its own time. */
export type RequestType = 'inquiry' | 'complaint' | 'suggestion' | 'praise' | 'violation'

/** Working days owed for a type and, where named, a category and an entity. */
export interface PromiseRule {
  readonly id: string
  readonly type: RequestType
  readonly category?: string
  readonly entity?: string
  readonly workingDays: number
  /** Percentage of replies that a second person must release; 100 is everyone's. */
  readonly secondReviewShare: number
  readonly version: number
}

export interface PromiseQuestion {
  readonly type: RequestType
  readonly category?: string | null | undefined
  readonly entity?: string | null | undefined
}

/**
 * The rule that holds: for this category at this entity, else for the category, else for the entity, else
 * for the type alone.
 *
 * A category goes before an entity because it names the work: a sewer that overflows is as urgent
 * wherever it is reported, while an entity's own rule speaks of its usual pace.
 *
 * @returns undefined when not even the type has a rule
 */
export function promiseFor(rules: readonly PromiseRule[], about: PromiseQuestion): PromiseRule | undefined {
  return indexPromises(rules)(about)
}

/** `promiseFor` made ready for many questions. */
export function indexPromises(
  rules: readonly PromiseRule[],
): (about: PromiseQuestion) => PromiseRule | undefined {
  const known = new Map(rules.map((rule) => [keyOf(rule.type, rule.category, rule.entity), rule]))
  return ({ type, category, entity }) =>
    (category && entity ? known.get(keyOf(type, category, entity)) : undefined) ??
    (category ? known.get(keyOf(type, category)) : undefined) ??
    (entity ? known.get(keyOf(type, undefined, entity)) : undefined) ??
    known.get(keyOf(type))
}

/**
 * What is owed where no administrator has written a promise yet, so that nobody ever submits without
 * being told a date. The days are what most categories of the seeds are owed.
 */
export const unwrittenPromise = (type: RequestType): PromiseRule => ({
  id: `unwritten-${type}`,
  type,
  workingDays: { inquiry: 3, complaint: 10, suggestion: 20, praise: 5, violation: 60 }[type],
  secondReviewShare: 100,
  version: 0,
})

const keyOf = (type: string, category = '', entity = '') => `${type}\n${category}\n${entity}`
