import type { Words } from '#words'

/** Everything that Sawt says by itself, the digest, which gathers, and what is said in a conversation. */
export type SaidKind = keyof Words['messages']['said']
export type MessageKind = SaidKind | 'digest' | 'report' | 'chat-answer'

export interface Kind {
  to: 'resident' | 'staff' | 'entity'
  /**
   * `needed`: whoever does not read it may lose something. `told`: good to know; residents can do without, and
   * staff find it in their digest.
   */
  weight: 'needed' | 'told'
  /** Where its link leads. */
  opens: 'case' | 'link' | 'queue' | 'path' | 'nothing'
  /** May ring at night: somebody sits there and waits for it. */
  wakes?: true
}

const resident = (weight: Kind['weight']): Kind => ({ to: 'resident', weight, opens: 'case' })
const staff = (weight: Kind['weight']): Kind => ({ to: 'staff', weight, opens: 'case' })

export const KINDS: Readonly<Record<MessageKind, Kind>> = {
  submitted: resident('told'),
  routed: resident('told'),
  'routed-by-itself': resident('needed'),
  moved: resident('told'),
  split: resident('told'),
  merged: resident('told'),
  unmerged: resident('told'),
  question: resident('needed'),
  'question-reminder': resident('needed'),
  lapsed: resident('needed'),
  resumed: resident('needed'),
  extended: resident('needed'),
  answered: resident('needed'),
  'objection-received': resident('told'),
  upheld: resident('needed'),
  reopened: resident('needed'),
  closed: resident('told'),
  withdrawn: resident('needed'),
  'action-done': resident('told'),
  'action-late': resident('needed'),
  'problem-fixed': { to: 'resident', weight: 'needed', opens: 'path' },
  // Somebody has just written and waits for it.
  'chat-answer': { to: 'resident', weight: 'needed', opens: 'nothing', wakes: true },
  'sign-in-code': { to: 'resident', weight: 'needed', opens: 'nothing', wakes: true },

  'new-case': staff('told'),
  assigned: staff('needed'),
  'assigned-unit': staff('told'),
  returned: staff('needed'),
  bounced: staff('told'),
  contested: staff('needed'),
  'resident-wrote': staff('told'),
  'reopened-case': staff('needed'),
  ordered: staff('needed'),
  reminded: staff('needed'),
  warning: staff('needed'),
  'late-head': staff('needed'),
  'late-minister': staff('needed'),
  'late-operations': staff('needed'),
  'late-step': staff('needed'),
  'action-due': staff('told'),
  'action-overdue': staff('needed'),
  followed: staff('told'),
  'queue-followed': staff('told'),
  'problem-proposed': { to: 'staff', weight: 'told', opens: 'path' },
  'problem-yours': { to: 'staff', weight: 'needed', opens: 'path' },
  'problem-back': { to: 'staff', weight: 'needed', opens: 'path' },
  surge: { to: 'staff', weight: 'needed', opens: 'path' },
  'surge-grown': { to: 'staff', weight: 'needed', opens: 'path' },
  'surge-over': { to: 'staff', weight: 'told', opens: 'path' },
  'article-due': { to: 'staff', weight: 'told', opens: 'path' },
  recounted: { to: 'staff', weight: 'told', opens: 'path' },
  'webhook-off': { to: 'staff', weight: 'needed', opens: 'path' },
  digest: { to: 'staff', weight: 'needed', opens: 'queue' },
  report: { to: 'staff', weight: 'needed', opens: 'path' },

  'entity-link': { to: 'entity', weight: 'needed', opens: 'link' },
}

export const isKind = (text: string): text is MessageKind => Object.hasOwn(KINDS, text)
/** What Sawt says by itself; an answer in a conversation has no words of its own. */
export const KIND_NAMES = (Object.keys(KINDS) as MessageKind[]).filter(
  (kind): kind is SaidKind | 'digest' | 'report' => kind !== 'chat-answer',
)
