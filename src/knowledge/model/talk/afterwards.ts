import { goOn } from './draft.ts'
import { ASK_CODE, ASK_PIN, ASK_REFERENCE, tellCase, whatNow } from './following.ts'
import type { Known } from './hear.ts'
import type { Ended, Talk, Turn } from './talk.ts'
import { home, turn } from './turns.ts'

/** How the talk goes on once what it wanted was done, or could not be. */
export function afterwards(talk: Talk, ended: Ended, known: Known): Turn {
  switch (ended.did) {
    case 'submit':
      return submitted(talk, ended, known)
    case 'find':
    case 'confirm-code':
    case 'look':
      if (ended.ok) return tellCase(talk, ended.seen)
      return notFound(talk, ended.did, ended.reason)
    case 'send-code':
      // The same whether there is such a case or not.
      return turn({ ...talk, at: 'code' }, ASK_CODE)
    case 'rate':
    case 'object':
    case 'add':
      if (ended.ok) return tellCase(talk, ended.seen, { say: DONE[ended.did] })
      return turn(
        { ...talk, at: 'case' },
        { say: ended.reason === 'not-open' ? 'not-open' : 'step-failed' },
        whatNow(talk),
      )
    case 'person':
      if (!ended.ok)
        return home(talk, {
          say: 'closed-hours',
          with: { day: ended.day },
          choices: ['do:file', 'do:ask', 'do:follow'],
        })
      return turn({ ...talk, at: 'person' }, { say: 'waiting', choices: ['do:bot'] })
  }
}

const DONE = { rate: 'rated', object: 'objected', add: 'added' } as const

function submitted(talk: Talk, ended: Extract<Ended, { did: 'submit' }>, known: Known): Turn {
  if (!ended.ok && ended.reason === 'too-many') return goOn(talk, known, { say: 'too-many' })
  if (!ended.ok) return goOn(talk, known, { say: 'not-filed' })
  const { caseId, reference, day, entity } = ended
  const next: Talk = {
    ...talk,
    filed: talk.filed + 1,
    caseId,
    may: ['add'],
    draft: undefined,
    asked: undefined,
    askedOf: undefined,
  }
  return home(next, {
    say: 'filed',
    with: { reference, day, entity, pinOf: caseId },
    choices: ['do:look', 'do:add', 'do:menu'],
  })
}

function notFound(talk: Talk, did: string, reason: 'too-many' | 'not-found'): Turn {
  if (reason === 'too-many') return home(talk, { say: 'too-many', choices: ['do:person', 'do:menu'] })
  if (did === 'look') return turn({ ...talk, at: 'reference', caseId: undefined }, ASK_REFERENCE)
  const count = talk.missed + 1
  const again =
    did === 'find' ? { ...ASK_PIN, say: 'pin-wrong' as const } : { ...ASK_CODE, say: 'code-wrong' as const }
  const next = turn({ ...talk, at: did === 'find' ? 'pin' : 'code' }, again)
  return { ...next, talk: { ...next.talk, missed: count } }
}
