import { no, type Result, yes } from '#kernel'
import { record } from '../../store/audit.ts'
import { addHolders, removeAsk, removeHolder } from '../../store/holders.ts'
import { openedBy, putEnvelopes, removeEnvelopes } from '../../store/items.ts'
import { eraseReport } from '../erase.ts'
import { enclosed } from '../keep-item.ts'
import { toHex } from '../room.ts'
import type { Act, Body, Ctx } from './ctx.ts'

export const share: Act<'share'> = async (ctx, body) => {
  const passed = await passOn(ctx, body)
  return passed.ok ? yes({}) : passed
}

export const handOver: Act<'hand-over'> = async (ctx, body) => {
  const passed = await passOn(ctx, body)
  if (!passed.ok) return passed
  await letGo(ctx)
  return yes({})
}

/** An officer finds that they should not read this. Others hold it: the rules saw to that. */
export const declareConflict: Act<'declare-conflict'> = async (ctx) => {
  if (ctx.holders.every((id) => id === ctx.officer.id)) return no('nobody-left')
  await letGo(ctx)
  return yes({})
}

/** Gives the key of every item that the giver can open to another officer of the roster. */
async function passOn(ctx: Ctx, { to, envelopes }: Body<'share' | 'hand-over'>): Promise<Result<null>> {
  const { tx, row, report, officer, roster } = ctx
  if (ctx.holders.includes(to) || !roster?.officers.some(({ id }) => id === to)) return no('wrong-recipients')
  const all = (await openedBy(tx, row.id, officer.id)).map(toHex)
  const given = envelopes.map(({ item }) => item)
  const sound = envelopes.every(({ envelope }) => envelope.recipient === to && envelope.by === officer.id)
  const whole = given.length === all.length && new Set([...given, ...all]).size === all.length
  if (!sound || !whole) return no('wrong-recipients')
  await putEnvelopes(
    tx,
    row.id,
    envelopes.map(({ item, envelope }) => enclosed(report, item, envelope, 'handover')),
  )
  await addHolders(tx, row.id, [to], ctx.day)
  await record(tx, ctx.day, to, 'received', row.id)
  return yes(null)
}

async function letGo({ tx, row, officer }: Ctx): Promise<void> {
  await removeEnvelopes(tx, row.id, officer.id)
  await removeHolder(tx, row.id, officer.id)
}

export const hold: Act<'hold'> = async () => yes({ held: true })
export const lift: Act<'lift'> = async () => yes({ held: false })

export const erase: Act<'erase'> = async (ctx) => {
  await eraseReport(ctx.room, ctx.tx, ctx.row.id)
  return yes('gone')
}

export const withdrawAsk: Act<'withdraw-ask'> = async (ctx, { what }) =>
  (await removeAsk(ctx.tx, ctx.row.id, what)) ? yes({}) : no('out-of-order')
