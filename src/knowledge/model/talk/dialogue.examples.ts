import { afterwards } from './afterwards.ts'
import { type Heard, hear, type Known } from './hear.ts'
import { respond } from './respond.ts'
import { type Ended, newTalk, type SeenCase, type Talk, type Turn, type Want } from './talk.ts'

/** Somebody's talk with the service over an invented outside; every line they say is a turn. */
export function aDialogue(outside: Partial<Outside> = {}) {
  const world = { ...USUAL, ...outside }
  let talk: Talk = newTalk()
  let last: Turn = { talk, says: [], keep: true }
  const wants: Want[] = []
  return {
    wants,
    get talk() {
      return talk
    },
    get last() {
      return last
    },
    /** What was said, as keys. */
    get said() {
      return last.says.map(({ say }) => say)
    },
    say(text: string, choice?: string) {
      const heard: Heard = hear({ text, choice }, talk.offered, '962')
      const known = world.known(text)
      last = respond(talk, heard, known)
      for (let steps = 0; last.want && steps < 5; steps++) {
        wants.push(last.want)
        const { says } = last
        const next = afterwards(last.talk, world.end(last.want, last.talk), known)
        last = { ...next, says: [...says, ...next.says], keep: last.keep }
      }
      talk = last.talk
      return this
    },
    tap(choice: string) {
      return this.say('', choice)
    },
  }
}

interface Outside {
  known: (text: string) => Known
  end: (want: Want, talk: Talk) => Ended
}

export const A_CASE: SeenCase = {
  caseId: '0197a000-0000-7000-8000-000000000001',
  reference: '26483190274',
  stage: 'answered',
  entity: 'electricity',
  day: '2026-10-04T11:15:00Z',
  late: false,
  outcome: 'explained',
  may: ['add', 'rate', 'object', 'accept'],
  answer: 'أصلحنا المحوّل.',
}

/** Some words of the invented country, as its text engine would know them. */
export const USUAL: Outside = {
  known: (text) => ({
    subjects: /كهرب|electric|power/u.test(text)
      ? [{ id: 'power-cuts', confidence: 0.9 }]
      : /حفر|pothole/u.test(text)
        ? [{ id: 'potholes', confidence: 0.8 }]
        : /شارع|street/u.test(text)
          ? [
              { id: 'potholes', confidence: 0.3 },
              { id: 'street-lights', confidence: 0.25 },
            ]
          : [],
    place: /زرقا|zarqa/iu.test(text) ? 'zarqa' : undefined,
    articles: /جواز|passport/iu.test(text)
      ? [{ id: 'passport-renewal', sure: true }]
      : /فاتور|bill/iu.test(text)
        ? [{ id: 'electricity-bill', sure: false }]
        : [],
    reachable: false,
    entityOf: (category) => (category === 'power-cuts' ? 'electricity' : 'works'),
    callingCode: '962',
  }),
  end: (want, talk): Ended => {
    switch (want.do) {
      case 'submit':
        return {
          did: 'submit',
          ok: true,
          caseId: A_CASE.caseId,
          reference: A_CASE.reference,
          day: A_CASE.day,
          entity: talk.draft?.category ? 'electricity' : null,
        }
      case 'find':
        return want.pin === '123456'
          ? { did: 'find', ok: true, seen: A_CASE }
          : { did: 'find', ok: false, reason: 'not-found' }
      case 'send-code':
        return { did: 'send-code', ok: true }
      case 'confirm-code':
        return want.code === '654321'
          ? { did: 'confirm-code', ok: true, seen: A_CASE }
          : { did: 'confirm-code', ok: false, reason: 'not-found' }
      case 'look':
        return { did: 'look', ok: true, seen: A_CASE }
      case 'person':
        return { did: 'person', ok: true }
      default:
        return { did: want.do, ok: true, seen: { ...A_CASE, may: ['add'] } }
    }
  },
}
