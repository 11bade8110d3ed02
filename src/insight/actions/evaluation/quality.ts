import { isId, no, type Result, yes } from '#kernel'
import { holdsOn, type Officer } from '#people'
import { redact } from '#problems'
import { REVIEWS_QUALITY, reviewsQuality } from '../../model/evaluation/reach.ts'
import { CRITERIA, FULL_MARK, type Marks } from '../../model/evaluation/rubric.ts'
import * as samples from '../../store/evaluation/samples.ts'
import type { EvaluationTools } from './freeze.ts'

const MOST_LISTED = 100

/** Sampled replies that this officer may review; undefined for whoever reviews none. */
export const qualityQueue = async (
  { db }: Pick<EvaluationTools, 'db'>,
  officer: Officer,
): Promise<samples.Waiting[] | undefined> =>
  reviewsQuality(officer) ? samples.waitingFor(db, officer.id, MOST_LISTED) : undefined

/** A reply as it is reviewed: without names, telephones and numbers, because what counts is what it says. */
export interface ToReview extends samples.Waiting {
  written: Omit<samples.Written, 'name'>
}

/** Opens a sampled reply for review; that it was read is noted. Reviewed, own and unknown replies are one answer. */
export async function openForReview(
  { db, clock }: Pick<EvaluationTools, 'db' | 'clock'>,
  officer: Officer,
  { caseId, seq }: { caseId: string; seq: number },
): Promise<Result<ToReview, 'not-found'>> {
  const waiting = await find(db, officer, caseId, seq)
  const found = waiting && (await samples.written(db, caseId, seq))
  if (!waiting || !found) return no('not-found')
  const role = REVIEWS_QUALITY.find((each) => holdsOn(officer, each, 'nation')) ?? 'analyst'
  await samples.noteReading(db, caseId, officer.id, role, clock.now())
  return yes({ ...waiting, written: withoutNames(found) })
}

/** Keeps the marks of a reply. @returns `already-reviewed` when somebody was quicker */
export async function reviewReply(
  { db, clock }: Pick<EvaluationTools, 'db' | 'clock'>,
  officer: Officer,
  { caseId, seq, marks: given }: { caseId: string; seq: number; marks: Readonly<Record<string, string>> },
): Promise<Result<undefined, 'not-found' | 'invalid' | 'already-reviewed'>> {
  if (!(await find(db, officer, caseId, seq))) return no('not-found')
  const missing = CRITERIA.filter((each) => !isMark(given[each]))
  if (missing.length > 0)
    return no('invalid', Object.fromEntries(missing.map((each) => [each, 'choose-one'])))
  const marks = Object.fromEntries(CRITERIA.map((each) => [each, Number(given[each])])) as Marks
  const first = await samples.addReview(db, { caseId, seq, by: officer.id, at: clock.now(), marks })
  return first ? yes(undefined) : no('already-reviewed')
}

const isMark = (text: string | undefined): boolean => /^\d$/.test(text ?? '') && Number(text) <= FULL_MARK

async function find(db: EvaluationTools['db'], officer: Officer, caseId: string, seq: number) {
  if (!isId(caseId) || !Number.isSafeInteger(seq) || !reviewsQuality(officer)) return undefined
  return samples.oneWaiting(db, officer.id, caseId, seq)
}

function withoutNames({ name, ...found }: samples.Written): ToReview['written'] {
  const clean = (text: string) => redact(text, name ? [name] : [])
  return {
    ...found,
    question: found.question && clean(found.question),
    text: found.text && clean(found.text),
    points:
      found.points?.map(({ point, answer }) => ({ point: clean(point), answer: clean(answer) })) ?? null,
    actions: found.actions?.map(({ text, dueOn }) => ({ text: clean(text), dueOn })) ?? null,
  }
}
