import type { Act, Listable } from '../../model/behind/listable.ts'

/** Listed case by case, from `case_figures f`. */
export type OfCases = Exclude<Listable, Act | 'promised' | 'promisedKept'>

const received = 'f.received_at'
/** A case that was answered ended with that, so that one index finds both. */
const ended = 'f.closed_at'
const owed = 'f.answer_by'

/** The moment by which a case counts for a number, and that is shown beside it. */
export const AT: Record<OfCases, string> = {
  received,
  merged: received,
  praise: received,
  complaints: received,
  recurring: received,
  open: owed,
  overdue: owed,
  acted: 'f.first_action_at',
  answered: ended,
  onTime: ended,
  answeredLate: ended,
  firstRight: ended,
  entityAnswered: ended,
  entityOnTime: ended,
  rated: ended,
  satisfied: ended,
  closed: ended,
  closedLate: ended,
  refused: ended,
  withdrawn: ended,
  unanswered: ended,
}

const every = 'true'
const answered = 'f.answered_at is not null'

/** What `contributionOf` counts a case for, said of its row; the tests hold the one against the other. */
export const WHICH: Record<OfCases, string> = {
  received: every,
  merged: 'f.merged',
  praise: `f.type = 'praise'`,
  complaints: `f.type = 'complaint'`,
  recurring: 'f.recurring',
  open: every,
  overdue: every,
  acted: 'f.routed_at is not null',
  answered,
  onTime: 'f.answered_at <= f.answer_by',
  answeredLate: 'f.answered_at > f.answer_by',
  firstRight: `${answered} and f.returns = 0 and f.reopens = 0 and not f.objected`,
  entityAnswered: `${answered} and f.replied_at is not null and f.entity_due is not null`,
  entityOnTime: `${answered} and f.replied_at <= f.entity_due`,
  rated: `${answered} and f.solved is not null`,
  satisfied: `${answered} and f.solved >= 4`,
  closed: every,
  closedLate: 'f.closed_at > f.answer_by',
  refused: `f.outcome = 'refused'`,
  withdrawn: `f.outcome = 'withdrawn'`,
  unanswered: `f.outcome = 'no-answer'`,
}
