import { casesAmong, type DeskCase, withinTime } from '#cases'
import type { Directory } from '#entities'
import { isId, no, type Result, yes } from '#kernel'
import type { Officer } from '#people'
import type { Db } from '#platform'
import { opensFigures } from '../../model/dashboard/scope.ts'
import { monthOn } from '../../model/evaluation/month.ts'
import { type Counted, countedOnCard, ON_CARD, type OnCard } from '../../model/evaluation/on-card.ts'
import { reachOf } from '../../model/evaluation/reach.ts'
import { type FrozenCard, findCard } from '../../store/evaluation/cards.ts'
import { evidenceOf, livingCasesOf } from '../../store/evaluation/histories.ts'
import { reviewedFor } from '../../store/evaluation/samples.ts'
import { versionsOf } from '../../store/evaluation/versions.ts'
import type { EvaluationTools } from './freeze.ts'

/** The list behind a number of a card. */
export interface CasesOnCard {
  card: FrozenCard
  what: OnCard
  /** Only those that were as they should be, or only those that were not. */
  only: 'yes' | 'no' | undefined
  /** As many as were counted, of which so many were as they should be. */
  n: number
  right: number
  /** Of the list that is shown, cases that somebody else may open. */
  elsewhere: number
  lines: { case: DeskCase; at: Temporal.Instant; yes: boolean | null }[]
  /** Where the next page begins. */
  next?: number
}

const USUAL = 50
/** Milliseconds. */
const PATIENCE = 5_000

/** Whether numbers of a card lead to lists for somebody: an analyst reads no case, the rated read their own. */
export const opensCard = (officer: Officer, { person }: Pick<FrozenCard, 'person'>): boolean =>
  opensFigures(officer) || person === officer.id

/**
 * The cases behind a number of a frozen card, as it counted them then. What another system brought is no case of this
 * list: it said when something was answered, and not by whom.
 *
 * @param given `id` of the card, `what`, and maybe `only` and `from`, as an address says them
 * @returns `not-found` for a card out of reach, for whoever reads no cases, and for no number of cases
 */
export async function casesOnCard(
  { db, directory: load }: EvaluationTools,
  officer: Officer,
  given: { id: string; what?: string; only?: string; from?: string },
): Promise<Result<CasesOnCard, 'not-found' | 'too-broad'>> {
  const directory = await load()
  const what = ON_CARD.find((each) => each === given.what)
  const card = isId(given.id) ? await findCard(db, reachOf(officer, directory), given.id) : undefined
  if (!card || !what || !opensCard(officer, card)) return no('not-found')
  const all = await withinTime(db, PATIENCE, (tx) => counted(tx, card, what, directory))
  if (!all) return no('too-broad')
  const only = given.only === 'yes' || given.only === 'no' ? given.only : undefined
  const shown = all.filter((each) => !only || each.yes === (only === 'yes'))
  const from = /^\d{1,6}$/.test(given.from ?? '') ? Number(given.from) : 0
  const page = shown.slice(from, from + USUAL)
  const known = await casesAmong(db, officer, page)
  const lines = page.flatMap(({ caseId, at, yes: so }) => {
    const found = known.get(caseId)
    return found ? [{ case: found, at, yes: so }] : []
  })
  return yes({
    ...{ card, what, only, lines, n: all.length, right: all.filter((each) => each.yes).length },
    elsewhere: page.length - lines.length,
    next: from + USUAL < shown.length ? from + USUAL : undefined,
  })
}

/** Everything that a number counted, the latest first. */
async function counted(
  db: Db,
  card: FrozenCard,
  what: OnCard,
  { timeZone, central }: Directory,
): Promise<Counted[]> {
  const { frozenAt: asOf } = (await versionsOf(db, card.month)).find(
    ({ version }) => version === card.version,
  ) ?? { frozenAt: Temporal.Instant.fromEpochMilliseconds(0) }
  if (what === 'quality') {
    const reviewed = await reviewedFor(db, card.month, card, asOf)
    return reviewed.map(({ caseId, at }) => ({ caseId, at, yes: null })).sort(latestFirst)
  }
  const month = monthOn(card.month, timeZone)
  const cases = await livingCasesOf(db, month, card)
  const events = Map.groupBy(
    await evidenceOf(
      db,
      cases.map(({ id }) => id),
    ),
    ({ caseId }) => caseId,
  )
  const frame = { asOf, zone: timeZone, central: central?.id }
  return cases
    .flatMap((each) =>
      countedOnCard({ ...each, events: events.get(each.id) ?? [] }, card, what, month, frame),
    )
    .sort(latestFirst)
}

const latestFirst = (one: Counted, other: Counted): number =>
  Temporal.Instant.compare(other.at, one.at) || (one.caseId < other.caseId ? -1 : 1)
