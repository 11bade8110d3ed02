import { z } from 'zod'
import { chosen, maybeChosen } from './input.ts'
import { CHANNELS, STAGES, type Stage, TYPES, UNANSWERED } from './stages.ts'

/** What a desk shows: what waits for me, what is owed, what is late, what was answered, what is open, or all. */
export const VIEWS = ['turn', 'owed', 'late', 'answered', 'open', 'all'] as const
export type View = (typeof VIEWS)[number]

const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((given) => (given === '' ? undefined : given), schema.optional())
const yesOrNo = maybe(z.union([z.stringbool(), z.boolean()], { error: 'must-be-yes-or-no' }))

/** The questions that narrow a list, as an address or a program asks them: everything is a text and may be empty. */
export const deskQuery = z.strictObject({
  view: maybe(chosen(VIEWS)),
  stage: maybe(chosen(STAGES)),
  type: maybe(chosen(TYPES)),
  channel: maybe(chosen(CHANNELS)),
  category: maybeChosen,
  entity: maybeChosen,
  unit: maybeChosen,
  /** Given to me by name. */
  mine: yesOrNo,
  overdue: yesOrNo,
  urgent: yesOrNo,
  /** A number in any digits, or words. */
  q: maybe(z.string({ error: 'must-be-text' }).max(300, 'too-long')),
  sort: maybe(chosen(['due', 'newest'])),
  cursor: maybe(
    z.string({ error: 'not-understood' }).refine((text) => readCursor(text) !== undefined, 'not-understood'),
  ),
  limit: maybe(
    z.coerce.number({ error: 'not-a-number' }).int('not-a-number').min(1, 'too-small').max(100, 'too-large'),
  ),
})

export type DeskQuery = z.output<typeof deskQuery>

/** The stages a view is about; `undefined` for all. */
export const STAGES_OF: Record<Exclude<View, 'turn' | 'all'>, readonly Stage[]> = {
  owed: [...UNANSWERED, 'objected'],
  late: UNANSWERED,
  answered: ['answered'],
  open: STAGES.filter((stage) => stage !== 'closed'),
}

/** Where a page of a list ends: in the open cases by their date, among cases from new to old, or in the search. */
export type Cursor =
  | { phase: 'due'; answerBy: string; id: string }
  | { phase: 'newest'; id: string }
  | { phase: 'found'; position: number }

export const writeCursor = (cursor: Cursor): string => Buffer.from(said(cursor)).toString('base64url')

function said(cursor: Cursor): string {
  if (cursor.phase === 'found') return String(cursor.position)
  return cursor.phase === 'due' ? `${cursor.answerBy} ${cursor.id}` : cursor.id
}

/** Undefined for what no list of ours has written. */
export function readCursor(text: string): Cursor | undefined {
  const written = Buffer.from(text, 'base64url').toString()
  if (POSITION.test(written)) return { phase: 'found', position: Number(written) }
  const [, answerBy, id] = CURSOR.exec(written) ?? []
  if (!id || (answerBy && !isMoment(answerBy))) return undefined
  return answerBy ? { phase: 'due', answerBy, id } : { phase: 'newest', id }
}

/** A forged cursor may look like a moment and be none. */
function isMoment(text: string): boolean {
  try {
    return Boolean(Temporal.Instant.from(text))
  } catch {
    return false
  }
}

const CURSOR = /^(?:(\d{4}-\d\d-\d\dT[\d:.]{5,18}Z) )?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const POSITION = /^\d{1,12}$/
