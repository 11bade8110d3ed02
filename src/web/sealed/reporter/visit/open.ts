import type { Visit } from '#integrity'
import { no, type Result, yes } from '#kernel'
import {
  type Envelope,
  type Item,
  type KnownRoster,
  keysFromReceipt,
  type MessageContent,
  openItem,
  REPORTER,
  type ReceiptKeys,
  type Recipient,
} from '#sealing'
import { answerChallenge, ask } from '../../client/ask.ts'
import { provenRosters } from '../../client/room.ts'

/** A line of the dialogue: opened, or only known to be there. */
export interface Line {
  item: string
  from: 'reporter' | 'office' | 'room'
  day: string
  kind: string
  purpose: Item['purpose']
  /** Who wrote it, proven by their key. */
  by?: string
  content?: MessageContent
  /** It claims to be for the reporter, and nobody can be shown to have written it. */
  unproven?: boolean
}

export interface OpenedVisit {
  keys: ReceiptKeys
  visit: Visit
  rosters: readonly KnownRoster[]
  lines: readonly Line[]
}

export type Opening = 'keys' | 'work' | 'asking'

/** Comes back with a receipt: keys, work, the answer, and every message opened and proven. */
export async function openVisit(
  given: string | ReceiptKeys,
  authority: string,
  tell: (opening: Opening, done?: number) => void,
): Promise<Result<OpenedVisit | null>> {
  tell('keys')
  const keys = typeof given === 'string' ? await keysFromReceipt(given) : given
  const rosters = await provenRosters(authority)
  if (!rosters.ok) return rosters
  tell('work')
  const work = await answerChallenge((done) => tell('work', done))
  if (!work.ok) return work
  tell('asking')
  const asked = await ask<{ visit: Visit | null }>('visit', { ...work.value, access: keys.access })
  if (!asked.ok) return asked
  const { visit } = asked.value
  if (!visit) return yes(null)
  const lines = await Promise.all(visit.messages.map((one) => openLine(one, visit.id, keys, rosters.value)))
  return yes({ keys, visit, rosters: rosters.value, lines })
}

/** One message as it is shown: opened by whoever proves to have sealed it, or not at all. */
export async function openLine(
  message: Visit['messages'][number],
  report: string,
  keys: ReceiptKeys,
  rosters: readonly KnownRoster[],
): Promise<Line> {
  const { nonce, body, envelope, ...line } = message
  if (!nonce || !body || !envelope) return line
  const { purpose, item: id } = line
  const item: Item = { v: 1, report, purpose, item: id, nonce, body, envelopes: [envelope] }
  for (const from of sendersOf(envelope, line.purpose, keys, rosters)) {
    const opened = await openItem<MessageContent>(item, { id: REPORTER, privateKey: keys.replyPrivate }, from)
    if (opened.ok) return proven(line, opened.value, from.id)
  }
  return { ...line, unproven: true }
}

/**
 * By whose key a message may be sealed: the officers' of that name that the Authority ever vouched for. A transcript
 * that came with the report was sealed with this very receipt.
 */
function sendersOf(
  { by }: Envelope,
  purpose: string,
  { replyPublic }: ReceiptKeys,
  rosters: readonly KnownRoster[],
): Recipient[] {
  if (by === undefined) return []
  if (by === REPORTER) return purpose === 'transcript' ? [{ id: by, key: replyPublic }] : []
  const keys = rosters.flatMap(({ officers }) => officers.filter(({ id }) => id === by).map(({ key }) => key))
  return [...new Set(keys)].reverse().map((key) => ({ id: by, key }))
}

/** Who speaks, and of what, is what was proven: not what the room calls it. */
function proven(line: Line, content: MessageContent, by: string): Line {
  const kind = KINDS[content.kind] ?? 'text'
  return { ...line, from: 'office', kind, content, by }
}

const KINDS: Partial<Record<MessageContent['kind'], string>> = {
  feedback: 'feedback',
  'identity-request': 'told-of-identity',
}

/** The roster in force and the one that the report was sealed under, if it stands in the proven chain. */
export function rostersOf({ rosters, visit }: OpenedVisit): Result<{ then: KnownRoster; now: KnownRoster }> {
  const then = rosters.find(({ hash }) => hash === visit.roster)
  const now = rosters[rosters.length - 1]
  return then && now ? yes({ then, now }) : no('roster-unknown')
}
