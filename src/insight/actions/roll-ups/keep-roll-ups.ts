import { eventsAfter, type FedEvent } from '#cases'
import type { Directory } from '#entities'
import type { Consumer, Db } from '#platform'
import { addUp, type Contribution } from '../../model/roll-ups/cells.ts'
import { contributionOf } from '../../model/roll-ups/contribution.ts'
import { creditedCell, measureOf } from '../../model/roll-ups/credit.ts'
import type { CaseFigures } from '../../model/roll-ups/figures.ts'
import { putActs } from '../../store/roll-ups/acts.ts'
import * as deltas from '../../store/roll-ups/deltas.ts'
import * as figures from '../../store/roll-ups/figures.ts'
import { currentGeneration, type Generation } from '../../store/roll-ups/generation.ts'

/** Differences that may wait before they are folded: few enough to be read beside the cells by every question. */
const MOST_WAITING = 4_000

/**
 * Folding costs by the cell, and history that is brought meets the same cells again and again: larger batches, and ten
 * times as many differences before they are folded, take a third off what PostgreSQL has to do for a case. Figures that
 * are that far behind may take some milliseconds longer to read.
 */
export const BATCH = 5_000
const MOST_WAITING_BEHIND = 10 * MOST_WAITING

export const ROLL_UPS = 'roll-ups'

export interface RollUpTools {
  directory(): Promise<Directory>
}

/** Keeps the roll-ups in step with what happens. */
export const rollUpKeeper = (tools: RollUpTools): Consumer<FedEvent> => ({
  name: ROLL_UPS,
  batch: BATCH,
  read: eventsAfter,
  async handle(tx, events) {
    const generation = { number: await currentGeneration(tx), next: false }
    await countEvents(tx, events, generation, (await tools.directory()).timeZone)
    const most = events.length < BATCH ? MOST_WAITING : MOST_WAITING_BEHIND
    if ((await deltas.waiting(tx, generation.number, most)) >= most) await deltas.fold(tx, generation.number)
  },
})

/** Moves one generation by what happened; its differences wait to be folded. */
export async function countEvents(
  tx: Db,
  events: FedEvent[],
  generation: Generation,
  zone: string,
): Promise<void> {
  const ids = [...new Set(events.map(({ caseId }) => caseId))]
  const now = await figures.figuresNow(tx, ids, zone)
  const before = await figures.figuresBefore(tx, generation, ids)
  const counted = new Map(now.map((each) => [each.caseId, each]))
  const acts = (await figures.actsAt(tx, events)).flatMap((act) => {
    const of = counted.get(act.caseId)
    return of ? [{ ...act, ...creditedCell(act, of, zone), measure: measureOf(act) }] : []
  })
  const changed = addUp([
    ...sides(before, -1, zone),
    ...sides(now, 1, zone),
    { of: { cells: acts, durations: [] }, sign: 1 },
  ])
  await figures.putFigures(tx, generation, now)
  await putActs(tx, generation, acts)
  await deltas.addDeltas(tx, generation, changed)
}

const sides = (of: CaseFigures[], sign: 1 | -1, zone: string): { of: Contribution; sign: 1 | -1 }[] =>
  of.map((each) => ({ of: contributionOf(each, zone), sign }))
