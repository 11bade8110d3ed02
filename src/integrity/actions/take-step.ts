import { no, type Result, yes } from '#kernel'
import { ESCROW, REPORTER } from '#sealing'
import type { Proof, StepBody } from '../model/office-bodies.ts'
import { isExactlyFor } from '../model/recipients.ts'
import { isRostered } from '../model/roster.ts'
import { STEPS, type Step, take } from '../model/steps.ts'
import type { Item, Report } from '../model/wire.ts'
import { record } from '../store/audit.ts'
import { insertAsk, removeAsk } from '../store/holders.ts'
import { changeReport, lockHeld } from '../store/reports.ts'
import type { Ctx } from './acts/ctx.ts'
import { ACTS } from './acts/index.ts'
import { officerOf } from './enrol.ts'
import { readReport, standingOf } from './open-report.ts'
import { type Site, stepUp } from './passkeys.ts'
import { fromHex, type Room, rosterNow, today } from './room.ts'
import type { Signed } from './sign-in.ts'
import { reachableHolders } from './visit.ts'

/**
 * Takes one step on a report, all of it or nothing. To whoever has no envelope for it there is no such report.
 *
 * @returns the report after the step; null when the step left the officer without it
 */
export async function takeStep(
  room: Room,
  site: Site,
  signed: Signed,
  id: string,
  body: StepBody,
): Promise<Result<Report | null>> {
  const proof = 'proof' in body ? (body.proof as Proof) : undefined
  if (proof) {
    const fresh = await stepUp(room, site, signed, proof)
    if (!fresh.ok) return fresh
  }
  const { officer } = signed
  return room.db.transaction(async (tx): Promise<Result<Report | null>> => {
    const row = await lockHeld(tx, fromHex(id), officer.id)
    const key = row && (await room.vault.key(id))
    if (!row || !key) return no('not-found')
    const roster = await rosterNow(room, tx)
    if (!isRostered(roster, officer.id, officerOf(officer).key)) return no('not-rostered')
    const taken = take(await standingOf(tx, row), body.step, officer.id)
    if (!taken.ok) return taken
    const holders = await reachableHolders(room, tx, row.id)
    const ctx: Ctx = { room, tx, officer, row, report: { id, key }, holders, roster, day: today(room) }
    const sound = isSealedRight(ctx, STEPS[body.step], 'item' in body ? body.item : undefined)
    if (!sound.ok) return sound
    const { to, first } = taken.value
    await record(tx, ctx.day, officer.id, first ? `${body.step}-asked` : body.step, row.id)
    if (first) {
      await insertAsk(tx, row.id, { what: body.step, officer: officer.id, day: ctx.day })
      return readReport(room, tx, officer, id)
    }
    if ((STEPS[body.step] as Step).pair) await removeAsk(tx, row.id, body.step)
    const done = await ACTS[body.step](ctx, body as never)
    if (!done.ok) return done
    if (done.value !== 'gone') await changeReport(tx, { ...row, ...done.value, stage: to })
    const after = await readReport(room, tx, officer, id)
    return after.ok ? after : yes(null)
  })
}

/** Whether the step's item is for this report, from this officer, and for exactly those it must be for. */
function isSealedRight(ctx: Ctx, { item: rule }: Step, item: Item | undefined): Result<null> {
  const answerable = ctx.row.replyKey !== null
  if (!rule) return yes(null)
  if (!item) return rule.needed && answerable ? no('item-missing') : yes(null)
  if (rule.audience === 'holders-and-reporter' && !answerable) return no('no-reporter')
  const reporter = rule.audience === 'holders-and-reporter' ? [REPORTER] : []
  return isFrom(ctx, item) && isExactlyFor(item.envelopes, [...ctx.holders, ESCROW, ...reporter])
    ? yes(null)
    : no('wrong-recipients')
}

/** Nobody writes in another's name: every envelope is proven by the officer's own key. */
export const isFrom = ({ officer, report }: Ctx, item: Item): boolean =>
  item.report === report.id && item.item !== report.id && item.envelopes.every(({ by }) => by === officer.id)
