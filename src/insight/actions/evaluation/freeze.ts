import type { Directory } from '#entities'
import { type Clock, newSecret, no, type Result, yes } from '#kernel'
import type { Officer } from '#people'
import type { Db } from '#platform'
import type { Released } from '../../model/evaluation/credit.ts'
import { dueReason, firstOf, type Month, monthOn, type Reason } from '../../model/evaluation/month.ts'
import { mayFreeze } from '../../model/evaluation/reach.ts'
import { drawForPeople, drawSample } from '../../model/evaluation/sample.ts'
import { FORMULA } from '../../model/evaluation/score.ts'
import { sizeGroup } from '../../model/evaluation/size-group.ts'
import * as samples from '../../store/evaluation/samples.ts'
import * as versions from '../../store/evaluation/versions.ts'
import { sumCells } from '../../store/roll-ups/cells.ts'
import { countMonth } from './count-month.ts'

export interface EvaluationTools {
  db: Db
  clock: Clock
  directory(): Promise<Directory>
}

/**
 * Freezes what is due: the month that is over, and again once its objections are decided and its replies reviewed. For
 * the background, every few minutes; however many look, each version is made once.
 *
 * @returns how many versions were made
 */
export async function keepEvaluations(tools: EvaluationTools): Promise<number> {
  const { timeZone } = await tools.directory()
  const local = tools.clock.now().toZonedDateTimeISO(timeZone)
  const first = local.toPlainDate().with({ day: 1 })
  let made = 0
  for (const back of [2, 1]) {
    const month = monthOn(first.subtract({ months: back }), timeZone)
    const before = await versions.versionsOf(tools.db, month.first)
    // A month before there was any evaluation is not caught up with.
    if (back === 2 && before.length === 0) continue
    const due = dueReason(month, reasons(before), local)
    if (due) made += await freeze(tools, month, (found) => dueReason(month, reasons(found), local))
  }
  return made
}

const reasons = (found: readonly versions.Version[]): Reason[] => found.map(({ reason }) => reason)

export type FreezeRefusal = 'not-found' | 'month-unknown' | 'month-not-over' | 'note-missing'

/**
 * Counts a month because somebody asks, and keeps beside it why: anew, when what was frozen before stays, or for the
 * first time, where history was brought from another system.
 *
 * @param name `2026-09`
 * @returns the number of the new version
 */
export async function freezeAgain(
  tools: EvaluationTools,
  officer: Officer,
  { month: name, note }: { month: string; note: string },
): Promise<Result<number, FreezeRefusal>> {
  if (!mayFreeze(officer)) return no('not-found')
  const first = firstOf(name.trim())
  if (!first) return no('month-unknown')
  const { timeZone } = await tools.directory()
  if (Temporal.Instant.compare(monthOn(first, timeZone).to, tools.clock.now()) > 0)
    return no('month-not-over')
  if (!note.trim()) return no('note-missing')
  return yes(
    await freeze(tools, monthOn(first, timeZone), () => 'asked', { by: officer.id, note: note.trim() }),
  )
}

/** @param why asked again once nobody else can freeze @returns the number of the version; 0 when there is no reason left */
async function freeze(
  { db, clock, directory: load }: EvaluationTools,
  month: Month,
  why: (before: readonly versions.Version[]) => Reason | undefined,
  asked: { by: string; note: string } | null = null,
): Promise<number> {
  const directory = await load()
  const now = clock.now()
  return db.transaction(async (tx) => {
    await versions.lockFreezing(tx)
    const before = await versions.versionsOf(tx, month.first)
    const reason = why(before)
    if (!reason) return 0
    // All reading comes first: a transaction that has written holds back whoever follows the feed.
    const { rated, released } = await countMonth(tx, month, {
      asOf: now,
      zone: directory.timeZone,
      central: directory.central?.id,
    })
    const year = {
      basis: 'happened',
      from: month.first.subtract({ months: 11 }),
      to: month.first.add({ months: 1 }),
    } as const
    const sizes = new Map(
      (await sumCells(tx, year, 'entity', 'month')).map(({ key, handed }) => [key, handed]),
    )
    const seed = await samples.seedOf(tx, month.first)

    const version = before.length + 1
    const made = {
      month: month.first,
      version,
      reason,
      note: asked?.note ?? null,
      frozenAt: now,
      frozenBy: null,
      formula: FORMULA,
    }
    await versions.addVersion(tx, made, asked?.by ?? null)
    const joined = (entity: string) => directory.entity(entity)?.onboarding === 'joined'
    const grouped = rated.map((each) => ({
      ...each,
      group: each.person ? null : sizeGroup(sizes.get(each.entity) ?? 0, joined(each.entity)),
    }))
    await versions.addCards(tx, made, grouped)
    if (!seed) {
      const fresh = newSecret()
      await samples.addSample(tx, {
        month: month.first,
        seed: fresh,
        at: now,
        replies: drawn(released, fresh),
      })
    }
    return version
  })
}

/** The sample of each entity, and what people need beside it. */
function drawn(released: readonly Released[], seed: string): samples.Drawn[] {
  const own = drawSample(released, seed)
  const more = drawForPeople(released, own, seed)
  return [
    ...own.map((each) => ({ ...each, personOnly: false })),
    ...more.map((each) => ({ ...each, personOnly: true })),
  ]
}
