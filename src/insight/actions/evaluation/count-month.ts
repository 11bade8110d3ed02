import type { Db } from '#platform'
import type { Credit, Released } from '../../model/evaluation/credit.ts'
import { creditsOf } from '../../model/evaluation/credits.ts'
import type { Month } from '../../model/evaluation/month.ts'
import type { Frame } from '../../model/evaluation/reading.ts'
import { qualityOf } from '../../model/evaluation/rubric.ts'
import { FORMULA } from '../../model/evaluation/score.ts'
import { type Rated, tally } from '../../model/evaluation/tally.ts'
import { evidenceOf, livingCases, peopleAmong } from '../../store/evaluation/histories.ts'
import { reviewsOf } from '../../store/evaluation/samples.ts'

const BATCH = 2_000
const NO_ID = '00000000-0000-0000-0000-000000000000'

/** Everything that a month's cards are made of, from the histories of all cases that lived in it; writes nothing. */
export async function countMonth(
  db: Db,
  month: Month,
  frame: Frame,
): Promise<{ rated: Rated[]; released: Released[] }> {
  const sums = tally()
  const released: Released[] = []
  const inMonth = ({ at }: { at: Temporal.Instant }) =>
    Temporal.Instant.compare(at, month.from) >= 0 && Temporal.Instant.compare(at, month.to) < 0
  for await (const each of histories(db, month)) {
    const found = creditsOf(each, frame)
    for (const credit of found.credits) if (inMonth(credit)) sums.add(credit)
    released.push(...found.released.filter(inMonth))
  }
  for (const credit of await qualityCredits(db, month)) sums.add(credit)
  const rated = sums.cards(FORMULA)
  const people = await peopleAmong(db, [...new Set(rated.flatMap(({ person }) => person ?? []))])
  return { rated: rated.filter(({ person }) => !person || people.has(person)), released }
}

async function* histories(db: Db, month: Month) {
  let after = NO_ID
  for (;;) {
    const cases = await livingCases(db, month, after, BATCH)
    const events = Map.groupBy(
      await evidenceOf(
        db,
        cases.map(({ id }) => id),
      ),
      ({ caseId }) => caseId,
    )
    for (const each of cases) yield { ...each, events: events.get(each.id) ?? [] }
    const last = cases.at(-1)
    if (!last || cases.length < BATCH) return
    after = last.id
  }
}

async function qualityCredits(db: Db, month: Month): Promise<Credit[]> {
  const reviews = await reviewsOf(db, month.first)
  return reviews.flatMap(({ entity, person, personAt, ...marks }) => {
    const own: Credit = { what: 'quality', entity, person: null, at: month.from, value: qualityOf(marks) }
    return person && personAt ? [own, { ...own, entity: personAt, person }] : [own]
  })
}
