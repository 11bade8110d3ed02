import { no, yes } from '#kernel'
import { isExactlyFor } from '../../model/recipients.ts'
import { insertRequest } from '../../store/identities.ts'
import { fromHex } from '../room.ts'
import type { Act } from './ctx.ts'
import { write } from './write.ts'

/** An officer asks the custodians; the reporter is told in the same transaction. */
export const askIdentity: Act<'ask-identity'> = async (ctx, { request, reason, item }) => {
  const custodians = (ctx.roster?.custodians ?? []).map(({ id }) => id)
  const own = reason.envelopes.every(({ by }) => by === ctx.officer.id) && reason.report === ctx.report.id
  if (!own || reason.item !== request) return no('wrong-recipients')
  if (!isExactlyFor(reason.envelopes, [...ctx.holders, ...custodians])) return no('wrong-recipients')
  const asked = {
    request: fromHex(request),
    report: ctx.row.id,
    officer: ctx.officer.id,
    day: ctx.day,
    state: 'open',
  }
  if (!(await insertRequest(ctx.tx, asked))) return no('out-of-order')
  const [told, kept] = [await write(ctx, item, 'told-of-identity'), await write(ctx, reason, 'text')]
  return told.ok && kept.ok ? yes({}) : no('id-taken')
}
