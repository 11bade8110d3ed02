import type { Db } from '#platform'
import type { Credit, Released } from '../../model/evaluation/credit.ts'
import { creditsOf } from '../../model/evaluation/credits.ts'
import type { Month } from '../../model/evaluation/month.ts'
import type { Frame } from '../../model/evaluation/reading.ts'
import { qualityOf } from '../../model/evaluation/rubric.ts'
import { FORMULA } from '../../model/evaluation/score.ts'
import { type Before, type Imported, keyOf, type Rated, tally } from '../../model/evaluation/tally.ts'
import { evidenceOf, importedDates, livingCases, peopleAmong } from '../../store/evaluation/histories.ts'
import { reviewsOf } from '../../store/evaluation/samples.ts'
import { sharesBefore } from '../../store/evaluation/versions.ts'
import { sumCells } from '../../store/roll-ups/cells.ts'

const BATCH = 2_000

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
  for (const each of await importedIn(db, month)) sums.addImported(each)
  const rated = sums.cards(FORMULA, await earlier(db, month))
  const people = await peopleAmong(db, [...new Set(rated.flatMap(({ person }) => person ?? []))])
  return {
    rated: rated.filter(({ person }) => !person || people.has(person)),
    released: released.map((each) => (people.has(each.person ?? '') ? each : { ...each, ...NOBODY })),
  }
}

const NOBODY = { person: null, personAt: null }

async function* histories(db: Db, month: Month) {
  const cases = await livingCases(db, month)
  for (let from = 0; from < cases.length; from += BATCH) {
    const batch = cases.slice(from, from + BATCH)
    const ids = batch.map(({ id }) => id)
    const events = Map.groupBy(await evidenceOf(db, ids), ({ caseId }) => caseId)
    for (const each of batch) yield { ...each, events: events.get(each.id) ?? [] }
  }
}

async function qualityCredits(db: Db, month: Month): Promise<Credit[]> {
  const reviews = await reviewsOf(db, month.first)
  return reviews.flatMap(({ entity, person, personAt, personOnly, ...marks }) => {
    const own: Credit = { what: 'quality', entity, person: null, at: month.from, value: qualityOf(marks) }
    return [
      ...(personOnly ? [] : [own]),
      ...(person && personAt ? [{ ...own, entity: personAt, person }] : []),
    ]
  })
}

/** Answers that another system gave, and the dates that it had told. */
async function importedIn(db: Db, { first: from, ...month }: Month): Promise<Imported[]> {
  const slice = { basis: 'happened', from, to: from.add({ months: 1 }) } as const
  const [all, own, dates] = await Promise.all([
    sumCells(db, slice, 'entity', 'month'),
    sumCells(db, { ...slice, source: [''] }, 'entity', 'month'),
    importedDates(db, { first: from, ...month }),
  ])
  const ownAnswers = new Map(own.map(({ key, answered }) => [key, answered]))
  const judged = new Map(dates.map((each) => [each.entity, each]))
  const answers = new Map(all.map(({ key, answered }) => [key, answered - (ownAnswers.get(key) ?? 0)]))
  return [...new Set([...answers.keys(), ...judged.keys()])]
    .map((entity) => ({
      kept: 0,
      dates: 0,
      ...judged.get(entity),
      entity,
      answers: answers.get(entity) ?? 0,
    }))
    .filter(({ entity, answers: given, dates: due }) => entity !== '' && given + due > 0)
}

/** What the months before came to, for scores that rest on several. */
async function earlier(db: Db, { first }: Month): Promise<Before> {
  const months = Array.from({ length: (FORMULA.mostMonths ?? 1) - 1 }, (_, at) =>
    first.subtract({ months: at + 1 }),
  )
  const found = await Promise.all(months.map((month) => sharesBefore(db, month)))
  const byMonth = found.map((cards) => new Map(cards.map(({ shares, ...of }) => [keyOf(of), shares])))
  return (of) => byMonth.map((cards) => cards.get(keyOf(of)))
}
