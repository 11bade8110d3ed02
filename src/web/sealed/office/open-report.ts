import type { Kept, Report } from '#integrity'
import { no, type Result, yes } from '#kernel'
import {
  type IdentityContent,
  type Item,
  type MessageContent,
  openIdentity,
  openItem,
  REPORTER,
  type Recipient,
  type ReportContent,
  type SealedFile,
} from '#sealing'
import { keysOf, type Session } from './session.ts'

/** A note of the officers; sealed to those who read the report. */
export interface NoteContent {
  kind: 'plan' | 'note' | 'finding' | 'reason'
  text: string
}

/** A document for another body, written anew; the original never leaves. */
export interface ReferralContent {
  kind: 'referral'
  to: string
  subject: string
  text: string
}

/** What the ordinary desk moved here unread. */
export interface MovedContent {
  kind: 'moved'
  text: string
}

export type Content = ReportContent | MessageContent | NoteContent | ReferralContent | MovedContent

/** An item as the officer reads it; without content where it does not open, which must be said. */
export interface Opened {
  kept: Kept
  content?: Content
  why?: string
}

export interface OpenedReport {
  report: Report
  items: Opened[]
  /** The reporter's own words, when it came through the reporter's program. */
  content?: ReportContent
  /** The reporter's key for replies, as it stood inside the sealed report: not the server's word. */
  reporter?: Recipient
}

/** Opens everything that was sealed to this officer. */
export async function openReport(session: Session, report: Report): Promise<OpenedReport> {
  const first = report.items.find(({ item, purpose }) => item === report.id && purpose === 'report')
  const opened = first && (await openKept(session, report.id, first, undefined))
  const content = opened?.content?.kind === 'report' ? opened.content : undefined
  const reporter = replyKey(content)
  const items = await Promise.all(
    report.items.map(async (kept) =>
      kept === first && opened ? opened : openKept(session, report.id, kept, reporter),
    ),
  )
  return { report, items, content, reporter }
}

/** Never the key that the room keeps: with its own in that place it would read every answer. */
const replyKey = (content: ReportContent | undefined): Recipient | undefined =>
  content?.reply ? { id: REPORTER, key: content.reply } : undefined

/** Opens one item, by whoever's key proves to have sealed it. */
export async function openKept(
  session: Session,
  report: string,
  kept: Kept,
  reporter: Recipient | undefined,
): Promise<Opened> {
  if (!kept.envelope) return { kept, why: 'not-for-you' }
  const item = asItem(report, kept)
  let why = 'sender-unproven'
  for (const from of sendersOf(session, report, kept, reporter)) {
    const opened = await openItem<Content>(item, session.holder, from, kept.envelopePurpose ?? kept.purpose)
    if (opened.ok && isAsNamed(kept, from)) return { kept, content: opened.value }
    why = opened.ok ? 'sender-unproven' : opened.reason
  }
  return { kept, why }
}

/** Whether the room says the same of who wrote it as the proof does. A key passed on is vouched for by who passed it. */
function isAsNamed({ by, from, purpose, envelopePurpose }: Kept, proven: Recipient | undefined): boolean {
  if (!proven || envelopePurpose === 'handover') return true
  if (proven.id === REPORTER) return by === null && (from === 'reporter' || purpose === 'transcript')
  return by === proven.id && from === 'office'
}

const asItem = (report: string, { purpose, item, nonce, body, envelope }: Kept): Item => ({
  ...{ v: 1, report, purpose, item, nonce, body },
  envelopes: envelope ? [envelope] : [],
})

/** Who may have sealed it: nobody in the report's own case, else those whom the envelope names. */
export function sendersOf(session: Session, report: string, kept: Kept, reporter: Recipient | undefined) {
  const by = kept.envelope?.by
  if (by === undefined) return isReportItself(report, kept) ? [undefined] : []
  if (by === REPORTER) return reporter ? [reporter] : []
  return keysOf(session, by)
}

/** The report, or what the ordinary desk moved: alone without a sender. Whatever else has none is a forgery. */
const isReportItself = (report: string, { item, purpose, envelopePurpose }: Kept): boolean =>
  item === report && (purpose === 'report' || purpose === 'moved') && (envelopePurpose ?? purpose) === purpose

/** Files of everything opened, each with the item that brought it. */
export const filesOf = ({ items, report }: OpenedReport): { file: SealedFile; item: string }[] =>
  items.flatMap(({ kept, content }) =>
    (content && 'files' in content ? content.files : [])
      .filter(({ id }) => report.files.some((stored) => stored.id === id))
      .map((file) => ({ file, item: kept.item })),
  )

/** The reporter's identity, from the shares that custodians released to this officer. */
export async function openReleased(
  session: Session,
  { id, identity }: Report,
): Promise<Result<IdentityContent, string>> {
  const given = identity?.requests
    .filter(({ by }) => by === session.holder.id)
    .flatMap(({ answers }) => answers)
    .flatMap(({ envelope, custodian }) =>
      envelope ? keysOf(session, custodian).map((by) => ({ envelope, by })) : [],
    )
  if (!identity || !given) return no('too-few-shares')
  const { item, nonce, body, commitment } = identity
  const sealed = {
    v: 1,
    report: id,
    purpose: 'identity-share',
    item,
    nonce,
    body,
    commitment,
    envelopes: [],
  } as const
  const opened = await openIdentity({ ...sealed, envelopes: [] }, session.holder, given)
  return opened.ok ? yes(opened.value) : no(opened.reason)
}
