import type { Arrival, Reason } from './arrival.ts'
import { ownWords } from './own-words.ts'

/** What the house knows about an arrival before it is judged. */
export interface Known {
  /** Our own addresses, lower case: what comes from them is our own echo. */
  ours: readonly string[]
  /** The cases that it names, by number or by the message it answers, and whether the sender is their requester. */
  named: readonly { caseId: string; bySender: boolean }[]
  /** How many of this sender's arrivals became something in the last day. */
  lately: number
}

export type Verdict =
  | { does: 'submit' }
  | { does: 'add'; caseId: string }
  | { does: 'wait' | 'set-aside'; because: Reason }

/** A person may write often; a machine that writes back for ever must not fill the desk. */
export const MOST_A_DAY = 20

/**
 * What becomes of an arrival.
 *
 * Machines are never answered and make no cases, or two of them would talk for ever. Only whoever brought a case
 * may add to it: a number alone is no proof of that. Whatever is in doubt waits for a person.
 */
export function judge(arrival: Arrival, known: Known): Verdict {
  if (known.ours.includes(arrival.from.address)) return { does: 'set-aside', because: 'our-own' }
  if (arrival.automatic) return { does: 'set-aside', because: 'automatic' }
  if (known.lately >= MOST_A_DAY) return { does: 'wait', because: 'flood' }
  if (saidNothing(arrival)) return { does: 'wait', because: 'empty' }
  const [one, ...more] = known.named
  if (!one) return { does: 'submit' }
  if (more.length > 0) return { does: 'wait', because: 'many-cases' }
  // A quotation alone adds nothing; whether it was meant to is for a person to say.
  if (ownWords(arrival.text) === '' && arrival.attachments.length === 0)
    return { does: 'wait', because: 'empty' }
  return one.bySender ? { does: 'add', caseId: one.caseId } : { does: 'wait', because: 'stranger' }
}

const saidNothing = ({ text, subject, attachments }: Arrival): boolean =>
  ownWords(text) === '' &&
  attachments.length === 0 &&
  subject.replace(/^(?:re|fwd?|رد)\s*:/i, '').trim() === ''
