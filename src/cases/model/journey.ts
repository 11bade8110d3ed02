import type { z } from 'zod'
import type { CaseType } from './stages.ts'
import type { submission } from './submission.ts'

/** What a resident is asked, a page each, in this order. Which of them are asked follows from the answers. */
export const QUESTIONS = [
  'text',
  'type',
  'category',
  'entity',
  'place',
  'remedy',
  'files',
  'who',
  'contact',
] as const
export type Question = (typeof QUESTIONS)[number]

/** Answers so far. A question that is not among them has not been answered; `null` says "not sure" or "none". */
export interface Answers {
  text?: string
  type?: CaseType
  category?: string | null
  entity?: string | null
  place?: { id?: string; text?: string; lat?: number; lon?: number } | null
  remedy?: string | null
  /** The files themselves belong to the draft; this says that the question was left. */
  files?: 'seen'
  /** `signed-in` and `guest` are known to the entity, `hidden` only to the central office. */
  who?: 'signed-in' | 'guest' | 'hidden'
  contact?: { name: string; phone?: string; email?: string; language: 'ar' | 'en' }
  /** A counter's QR code brought them. */
  channel?: 'qr'
  /** Which one. */
  campaign?: string
  /** What was typed but could not be taken, with why: there again after a reload, and on the way back. */
  pending?: {
    question: Question
    fields: Record<string, string>
    troubles: { language: 'ar' | 'en'; said: readonly { field?: string; text: string }[] }
  }
}

/** The answers with whom they come from: somebody signed in is not asked for a telephone number. */
export type Draft = Answers & { signedIn: boolean }

/** What a type has no use for: a question needs no place, thanks want no remedy. */
const NOT_ASKED: Record<CaseType, readonly Question[]> = {
  inquiry: ['place', 'remedy'],
  complaint: [],
  suggestion: ['remedy'],
  praise: ['category', 'remedy', 'files'],
}

/** The questions that this draft asks, in their order. */
export const questions = ({ type, who, signedIn }: Draft): Question[] =>
  QUESTIONS.filter((question) => {
    if (question === 'contact') return !signedIn && who !== 'signed-in'
    return !type || !NOT_ASKED[type].includes(question)
  })

/** The first question that is still open; `check` when everything was answered. */
export const nextQuestion = (draft: Draft): Question | 'check' =>
  questions(draft).find((question) => !isAnswered(question, draft)) ?? 'check'

export const isAnswered = (question: Question, draft: Draft): boolean =>
  // Whoever wanted to send under their own name and is no longer signed in is asked again.
  question === 'who' && draft.who === 'signed-in' ? draft.signedIn : draft[question] !== undefined

/** Whether a question may be opened: it is asked at all, and everything before it has been answered. */
export function isOpen(question: Question, draft: Draft): boolean {
  const asked = questions(draft)
  const place = asked.indexOf(question)
  return place >= 0 && asked.slice(0, place).every((earlier) => isAnswered(earlier, draft))
}

/** The question before this one; undefined before the first. */
export function questionBefore(question: Question | 'check', draft: Draft): Question | undefined {
  const asked = questions(draft)
  return question === 'check' ? asked.at(-1) : asked[asked.indexOf(question) - 1]
}

/** "Question 3 of 8". */
export function progress(question: Question, draft: Draft): { number: number; of: number } {
  const asked = questions(draft)
  return { number: asked.indexOf(question) + 1, of: asked.length }
}

/** Which earlier answers an answer makes doubtful: who is responsible follows from what it is about. */
export function overtaken(before: Answers, given: Partial<Answers>): (keyof Answers)[] {
  const moved = given.category !== undefined && before.category !== undefined
  return moved && given.category !== before.category ? ['entity'] : []
}

/** Who sends, as it is written with the case. */
export interface Sender {
  name?: string
  phone?: string
  email?: string
  language?: 'ar' | 'en'
}

/** What is submitted: only what this type is asked, whatever was answered before the type was changed. */
export function asSubmission(draft: Draft, requester: Sender): z.input<typeof submission> {
  const asked = questions(draft)
  const given = <Name extends Question>(name: Name) =>
    asked.includes(name) ? (draft[name] ?? undefined) : undefined
  return {
    type: draft.type ?? 'complaint',
    text: draft.text ?? '',
    category: given('category'),
    entity: given('entity'),
    place: given('place'),
    remedy: given('remedy'),
    requester,
    channel: draft.channel ?? 'web',
    campaign: draft.campaign,
    identityHidden: draft.who === 'hidden',
  }
}
