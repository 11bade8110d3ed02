import { holdsAny, type Officer } from '#people'
import { PROBLEM_STEPS, SEEING } from '#problems'

/** Whoever's role sees recurring problems at all. */
export const seesProblems = (officer: Officer): boolean => holdsAny(officer, SEEING)

/** Whoever may write down a problem that nobody has found. */
export const mayDeclare = (officer: Officer): boolean => holdsAny(officer, PROBLEM_STEPS.declare.by)
