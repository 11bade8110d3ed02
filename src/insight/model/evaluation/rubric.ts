/**
 * What a reviewer asks of a released reply, 0 to 4 each, and how much each question weighs. What a reply says counts
 * three times as much as how it says it: polite emptiness must not pass.
 */
export const RUBRIC = {
  points: 0.35,
  outcome: 0.2,
  nextStep: 0.2,
  tone: 0.13,
  language: 0.12,
} as const satisfies Record<string, number>

export type Criterion = keyof typeof RUBRIC
export const CRITERIA = Object.keys(RUBRIC) as Criterion[]
export const FULL_MARK = 4

export type Marks = Record<Criterion, number>

/** The share of the full mark, between 0 and 1. */
export const qualityOf = (marks: Marks): number =>
  CRITERIA.reduce((sum, each) => sum + RUBRIC[each] * (marks[each] / FULL_MARK), 0)
