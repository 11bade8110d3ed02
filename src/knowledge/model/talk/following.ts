import type { Heard } from './hear.ts'
import type { Say, SeenCase, Talk, Turn } from './talk.ts'
import { home, missed, turn } from './turns.ts'

type FollowPlace = 'reference' | 'pin' | 'code' | 'solved' | 'respect' | 'comment' | 'reason' | 'more'
type Takes = (talk: Talk, heard: Heard) => Turn

const ASK_REFERENCE: Say = { say: 'ask-reference', choices: ['do:cancel', 'do:person'] }
const ASK_PIN: Say = { say: 'ask-pin', choices: ['do:code', 'do:cancel'] }
const ASK_CODE: Say = { say: 'ask-code', choices: ['do:cancel', 'do:person'] }
const SCALE = ['score:1', 'score:2', 'score:3', 'score:4', 'score:5', 'do:cancel'] as const

/** Asks for the number, or for the PIN when a number was named; opens the case when both were. */
export function beginFollowing(talk: Talk, heard: Heard): Turn {
  const { reference, digits } = heard
  if (!reference) return turn({ ...talk, at: 'reference', draft: undefined }, ASK_REFERENCE)
  const next: Talk = { ...talk, at: 'pin', reference, draft: undefined }
  // Both were told at once.
  const pin = digits.replace(reference, '')
  return pin.length === 6 ? { ...turn(next), want: { do: 'find', pin } } : turn(next, ASK_PIN)
}

export const FOLLOWING: Readonly<Record<FollowPlace, Takes>> = {
  reference: (talk, heard) => {
    if (heard.reference) return beginFollowing(talk, heard)
    if (heard.is('unsure') || heard.is('skip') || heard.is('no') || heard.is('code'))
      return home(talk, { say: 'no-secret', choices: ['do:person', 'do:file', 'do:ask'] })
    return missed(talk, [{ ...ASK_REFERENCE, say: 'reference-wrong' }])
  },

  pin: (talk, heard) => {
    if (heard.reference && heard.reference !== talk.reference) return beginFollowing(talk, heard)
    if (
      heard.choice === 'do:code' ||
      ['code', 'unsure', 'skip', 'no'].some((each) => heard.is(each as 'code'))
    )
      return { ...turn(talk), want: { do: 'send-code' } }
    if (heard.digits.length === 6) return { ...turn(talk), want: { do: 'find', pin: heard.digits } }
    return missed(talk, [ASK_PIN])
  },

  code: (talk, heard) => {
    if (heard.digits.length === 6) return { ...turn(talk), want: { do: 'confirm-code', code: heard.digits } }
    if (['unsure', 'skip', 'no'].some((each) => heard.is(each as 'no')))
      return home(talk, { say: 'no-secret', choices: ['do:person', 'do:file', 'do:ask'] })
    return missed(talk, [ASK_CODE])
  },

  solved: (talk, heard) => {
    const score = scoreOf(heard)
    if (score) return turn({ ...talk, at: 'respect', solved: score }, { say: 'ask-respect', choices: SCALE })
    return leftRating(talk, heard) ?? missed(talk, [{ say: 'ask-solved', choices: SCALE }])
  },

  respect: (talk, heard) => {
    const respect = scoreOf(heard)
    if (respect)
      return turn({ ...talk, at: 'comment', respect }, { say: 'ask-comment', choices: ['do:skip'] })
    return leftRating(talk, heard) ?? missed(talk, [{ say: 'ask-respect', choices: SCALE }])
  },

  comment: (talk, heard) => {
    const none = heard.choice === 'do:skip' || heard.is('skip') || heard.is('no') || heard.is('unsure')
    const { solved = 3, respect = 3 } = talk
    const comment = none ? undefined : heard.text.slice(0, 2_000) || undefined
    return { ...turn(talk), want: { do: 'rate', solved, respect, comment } }
  },

  reason: (talk, heard) => {
    if (heard.is('skip') || heard.is('unsure') || !heard.text)
      return turn({ ...talk, at: 'case' }, { say: 'reason-needed' }, whatNow(talk))
    if (heard.words < 2) return missed(talk, [{ say: 'ask-reason', choices: ['do:cancel'] }])
    return { ...turn(talk), want: { do: 'object', reason: heard.text.slice(0, 4_000) } }
  },

  more: (talk, heard) => {
    if (heard.is('skip') || !heard.text) return turn({ ...talk, at: 'case' }, whatNow(talk))
    return { ...turn(talk), want: { do: 'add', text: heard.text.slice(0, 10_000) } }
  },
}

/** What is said about the case that is open; undefined when it is about something else. */
export function inCase(talk: Talk, heard: Heard): Turn | undefined {
  const { choice } = heard
  const act = ['rate', 'object', 'add'].find(
    (each) => choice === `do:${each}` || (!choice && heard.is(each as 'rate')),
  )
  if (act) return beginAct(talk, act)
  if (choice === 'do:look' || (!choice && !heard.reference && heard.is('follow')))
    return { ...turn(talk), want: { do: 'look' } }
  return undefined
}

/** Rating, objecting, adding: as far as the case is where that can be done. */
export function beginAct(talk: Talk, act: string): Turn {
  if (!talk.caseId) return turn({ ...talk, at: 'reference' }, ASK_REFERENCE)
  if (!talk.may?.includes(act)) return turn({ ...talk, at: 'case' }, { say: 'not-open' }, whatNow(talk))
  if (act === 'rate') return turn({ ...talk, at: 'solved' }, { say: 'ask-solved', choices: SCALE })
  if (act === 'object') return turn({ ...talk, at: 'reason' }, { say: 'ask-reason', choices: ['do:cancel'] })
  return turn({ ...talk, at: 'more' }, { say: 'ask-more', choices: ['do:cancel'] })
}

const scoreOf = ({ choice, number }: Heard): number | undefined => {
  const score = choice?.startsWith('score:') ? Number(choice.slice(6)) : number
  return score && score >= 1 && score <= 5 ? score : undefined
}

const leftRating = (talk: Talk, heard: Heard): Turn | undefined =>
  heard.is('skip') || heard.is('no') || heard.is('unsure')
    ? turn({ ...talk, at: 'case' }, whatNow(talk))
    : undefined

/** What can be done with the case that is open. */
export const whatNow = ({ may = [] }: Talk): Say => ({
  say: 'what-now',
  choices: [
    ...['rate', 'object', 'add'].filter((each) => may.includes(each)).map((each) => `do:${each}`),
    'do:look',
    'do:menu',
    'do:person',
  ],
})

/** Where a case stands, in the resident's words. */
export function tellCase(talk: Talk, seen: SeenCase, ...first: Say[]): Turn {
  const { caseId, reference, stage, entity, day, late, outcome, may, question, answer } = seen
  const next: Talk = { ...talk, at: 'case', caseId, may, reference: undefined }
  return turn(
    next,
    ...first,
    { say: 'case', with: { reference, stage, entity, day, late, outcome } },
    ...(question ? [{ say: 'case-question', with: { quote: question } } as Say] : []),
    ...(answer ? [{ say: 'case-answer', with: { quote: answer, outcome } } as Say] : []),
    whatNow(next),
  )
}

export { ASK_CODE, ASK_PIN, ASK_REFERENCE }
