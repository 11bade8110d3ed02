import { type CaseState, clockDue, type DeskCase, type DueState, residentDue } from '#cases'
import type { Directory } from '#entities'
import type { PromiseBook } from '#promises'

/** A case with how its promise and its running clock stand. */
export interface Line extends DeskCase {
  due: DueState
  /** The date it stands by: of the answer, or of the decision on an objection to it. */
  dueBy: Temporal.Instant
  clockState: DueState | undefined
}

export interface Country {
  directory: Directory
  book: PromiseBook
  now: Temporal.Instant
}

export const linesOf = (cases: readonly DeskCase[], country: Country): Line[] =>
  cases.map((each) => {
    const calendar = calendarFor(each.entity, country)
    return {
      ...each,
      due: residentDue(each, country.now, calendar),
      dueBy: dueBy(each),
      clockState: clockDue(each, country.now, calendar),
    }
  })

/** The moment that `residentDue` speaks of. */
export const dueBy = ({ stage, answerBy, clockDue }: Pick<CaseState, 'stage' | 'answerBy' | 'clockDue'>) =>
  (stage === 'objected' && clockDue) || answerBy

/** The working time that an entity's dates are told in; the central office's where no entity has the case. */
export function calendarFor(entity: string | null, { directory, book }: Pick<Country, 'directory' | 'book'>) {
  const id = directory.entity(entity)?.calendarId ?? directory.central?.calendarId
  if (!id) throw new Error('The country has no central office: seed it, or mark one entity as central')
  return book.calendar(id)
}
