import { no, type Result, yes } from '#kernel'
import type { Item, ItemKind } from '../../model/wire.ts'
import { keepItem } from '../keep-item.ts'
import { takeFiles } from '../upload.ts'
import type { Act, Ctx } from './ctx.ts'

/** Keeps what the officer wrote; an id that is taken is refused. */
export async function write(ctx: Ctx, item: Item | undefined, kind: ItemKind): Promise<Result<null>> {
  if (!item) return yes(null)
  const written = { sender: 'office', officer: ctx.officer.id, kind } as const
  return (await keepItem(ctx.tx, ctx.report, written, item, ctx.day)) ? yes(null) : no('id-taken')
}

export const acknowledge: Act<'acknowledge'> = async (ctx, { item }) => {
  const kept = await write(ctx, item, 'text')
  return kept.ok ? yes({ acknowledgedOn: ctx.day }) : kept
}

export const triage: Act<'triage'> = async (_, { seriousness, retaliation }) =>
  yes({ seriousness, retaliation })

export const note: Act<'note'> = async (ctx, { item }) => then(await write(ctx, item, 'text'), {})

export const message: Act<'message'> = async (ctx, { item, ticket, files = [] }) => {
  const kept = await write(ctx, item, 'text')
  if (!kept.ok) return kept
  return then(await takeFiles(ctx.room, ctx.tx, ctx.report, item.item, { ticket, files }), {})
}

export const transcript: Act<'transcript'> = async (ctx, { item }) => then(await write(ctx, item, 'text'), {})

export const refer: Act<'refer'> = async (ctx, { item }) =>
  then(await write(ctx, item, 'text'), { referredOn: ctx.row.referredOn ?? ctx.day })

export const feedback: Act<'feedback'> = async (ctx, { item }) =>
  then(await write(ctx, item, 'feedback'), { feedbackOn: ctx.row.feedbackOn ?? ctx.day })

export const close: Act<'close'> = async (ctx, { item, outcome, retaliated }) =>
  then(await write(ctx, item, 'feedback'), {
    ...{ outcome, retaliated, closedOn: ctx.day },
    feedbackOn: ctx.row.feedbackOn ?? ctx.day,
  })

/** What was asked for at the end of a closed report is asked for no more. */
export const reopen: Act<'reopen'> = async (ctx, { item }) =>
  then(await write(ctx, item, 'text'), { closedOn: null, outcome: null })

const then = <Value>(kept: Result<null>, value: Value): Result<Value> => (kept.ok ? yes(value) : kept)
