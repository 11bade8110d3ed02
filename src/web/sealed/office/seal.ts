import { no, type Result, yes } from '#kernel'
import {
  type Envelope,
  holdersOf,
  type Item,
  newSealedId,
  type Purpose,
  passOn,
  type RosteredOfficer,
  sealItem,
} from '#sealing'
import { type Content, type OpenedReport, sendersOf } from './open-report.ts'
import { rosterOf, type Session } from './session.ts'
import { mayRead, mistrust } from './trust.ts'

/** To whom an item goes beside those who read the report and the escrow. */
export type Also = 'reporter' | 'nobody'

/** Seals a text of the office, in the officer's name. The roster proves every key; the server's word proves none. */
export async function sealFor(
  session: Session,
  opened: Pick<OpenedReport, 'report' | 'reporter' | 'content'>,
  {
    content,
    purpose,
    also,
    item = newSealedId(),
  }: { content: Content; purpose: Purpose; also: Also; item?: string },
): Promise<Result<Item>> {
  const { report, reporter } = opened
  const roster = rosterOf(session)
  if (!roster) return no('nobody-left')
  const wrong = mistrust(session, opened)
  if (wrong) return no(wrong)
  const holders = holdersOf(roster, report.holders)
  if (!holders.ok) return holders
  if (also === 'reporter' && !reporter) return no('no-reporter')
  const recipients = also === 'reporter' && reporter ? [...holders.value, reporter] : holders.value
  return sealItem(content, { report: report.id, purpose, item }, recipients, session.holder)
}

/** The reason of a request for an identity, which the custodians read too. */
export async function sealReason(
  session: Session,
  opened: Pick<OpenedReport, 'report' | 'content'>,
  text: string,
  request: string,
): Promise<Result<Item>> {
  const { report } = opened
  const roster = rosterOf(session)
  if (!roster) return no('nobody-left')
  const wrong = mistrust(session, opened)
  if (wrong) return no(wrong)
  const holders = roster.officers.filter(({ id }) => report.holders.includes(id))
  const readers = [...holders, ...roster.custodians].map(({ id, key }) => ({ id, key }))
  const binding = { report: report.id, purpose: 'note', item: request } as const
  return sealItem({ kind: 'reason', text }, binding, readers, session.holder)
}

/** Seals the key of every part that this officer can open anew to a colleague. */
export async function sealAnew(
  session: Session,
  opened: Pick<OpenedReport, 'report' | 'reporter' | 'content'>,
  to: RosteredOfficer,
): Promise<Result<{ item: string; envelope: Envelope }[]>> {
  const { report, reporter, content } = opened
  const wrong = mistrust(session, opened)
  if (wrong) return no(wrong)
  if (!mayRead(content, to)) return no('reader-kept-out')
  const sealed: { item: string; envelope: Envelope }[] = []
  for (const kept of report.items) {
    if (!kept.envelope) continue
    const binding = { report: report.id, purpose: kept.envelopePurpose ?? kept.purpose, item: kept.item }
    for (const from of sendersOf(session, report.id, kept, reporter)) {
      const passed = await passOn(kept.envelope, binding, session.holder, to, from)
      if (passed.ok) sealed.push({ item: kept.item, envelope: passed.value })
      if (passed.ok) break
    }
  }
  return sealed.length > 0 ? yes(sealed) : no('not-found')
}
