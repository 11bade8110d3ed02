import type { Category } from '#entities'
import type { Asking } from './ask.ts'

/** Wrongdoing of officials belongs into the sealed room, never into a list that ordinary staff work on. */
const SEALED = 'integrity'

export const isOrdinary = (category: Category | undefined): category is Category =>
  Boolean(category?.active) && category?.sectorId !== SEALED

export interface Suggested {
  subject: Category
  /** 0 to 1. */
  confidence: number
  because: readonly string[]
}

/** Never fewer than these, if the words speak for them at all; more only while they are about as likely. */
const [FEWEST, MOST] = [3, 5]

/** The subjects that their own words speak for, and whether they speak of wrongdoing. */
export async function suggestedSubjects({
  c,
  answers,
  directory,
}: Pick<Asking, 'c' | 'answers' | 'directory'>) {
  const all = await c.var.tools.suggest(answers.text ?? '')
  const reasoned = all.filter(({ because }) => because.length > 0)
  const best = reasoned[0]?.confidence ?? 0
  const subjects = reasoned.flatMap(({ label, because, confidence }): Suggested[] => {
    const subject = directory.category(label)
    return isOrdinary(subject) ? [{ subject, because, confidence }] : []
  })
  return {
    subjects: subjects.filter(({ confidence }, at) => at < FEWEST || confidence >= best / 10).slice(0, MOST),
    ofWrongdoing: directory.category(reasoned[0]?.label)?.sectorId === SEALED,
  }
}
