import { beginFiling, FILING, goOn } from './filing.ts'
import {
  ASK_CODE,
  ASK_PIN,
  ASK_REFERENCE,
  beginAct,
  beginFollowing,
  FOLLOWING,
  inCase,
  tellCase,
  whatNow,
} from './following.ts'
import type { Heard, Known } from './hear.ts'
import type { Ended, PlaceName, Say, Talk, TalkDraft, Turn } from './talk.ts'
import { before, home, MENU, missed, turn } from './turns.ts'

/**
 * One table says what each place makes of a message, as the table of steps says who may do what. Before it comes
 * what holds everywhere: wrongdoing is sealed, and anybody may stop, ask for a person, or turn to something else.
 */
const PLACES: Readonly<Record<PlaceName, (talk: Talk, heard: Heard, known: Known) => Turn>> = {
  open,
  helped,
  ...FILING,
  ...FOLLOWING,
  case: (talk, heard, known) => inCase(talk, heard) ?? open({ ...talk, at: 'open' }, heard, known),
  sealed: (talk, heard, known) =>
    (['greeting', 'thanks', 'bye', 'who', 'help', 'yes', 'no'] as const).some((each) => heard.is(each))
      ? open({ ...talk, at: 'open' }, heard, known)
      : sealed(talk),
  // A person answers; what the service still hears is that somebody would rather have it back.
  person: (talk, heard) =>
    heard.is('bot') || heard.choice === 'do:bot'
      ? home(talk, { say: 'back-to-bot' })
      : { talk, says: [], keep: true },
}

/** What a message comes to. Pure: what must be done outside is wanted, and `afterwards` is told how it ended. */
export function respond(talk: Talk, heard: Heard, known: Known): Turn {
  if (heard.is('sealed')) return sealed(talk)
  const next = everywhere(talk, heard, known) ?? PLACES[talk.at](talk, heard, known)
  if (heard.is('emergency') && talk.at !== 'person') return before({ say: 'emergency' }, next)
  if (heard.is('angry') && talk.at !== 'person') return before({ say: 'sorry' }, next)
  return next
}

/** Points to the sealed room. Nothing of the message is kept, nor of what was being written. */
const sealed = (talk: Talk): Turn => ({
  ...turn(
    { at: 'sealed', filed: talk.filed, offered: [], missed: 0 },
    { say: 'sealed', choices: ['do:menu'] },
  ),
  keep: false,
})

/** What may be said at any place. In the middle of a story the same words are part of it, which `signals` sees to. */
function everywhere(talk: Talk, heard: Heard, known: Known): Turn | undefined {
  const { choice } = heard
  if (talk.at === 'person') return undefined
  if (choice === 'do:cancel' || choice === 'do:menu')
    return home(talk, ...(choice === 'do:cancel' ? [{ say: 'left' } as Say] : []))
  if (choice === 'do:person' || (!choice && heard.is('person')))
    return { ...turn(talk), want: { do: 'person' } }
  if (choice === 'do:file') return beginFiling(talk, { ...heard, text: '', type: undefined }, known)
  if (choice === 'do:ask') return home(talk, { say: 'hello', choices: ['do:file', 'do:follow', 'do:person'] })
  if (choice === 'do:follow') return beginFollowing(talk, heard)
  if (!choice && heard.is('cancel')) return home(talk, { say: 'left' })
  if (!choice && heard.is('help')) return home(talk, { say: 'who' })
  if (!choice && isAside(talk, heard)) return follows(talk, heard)
  return undefined
}

/** Turning to another case in the middle of something else; not where a number is what was asked for. */
const isAside = ({ at }: Talk, heard: Heard): boolean =>
  !['reference', 'pin', 'code', 'open', 'case', 'contact'].includes(at) &&
  (heard.reference !== undefined ? heard.words <= 8 : heard.is('follow') && heard.words <= 5)

const follows = (talk: Talk, heard: Heard): Turn => beginFollowing(talk, heard)

/** Nothing is going on: small talk, a number, a story, a question. */
function open(talk: Talk, heard: Heard, known: Known): Turn {
  const { choice } = heard
  const article = choice?.startsWith('article:') ? choice.slice(8) : undefined
  if (article) return answered(talk, article)
  const act = ['rate', 'object', 'add'].find(
    (each) => choice === `do:${each}` || (!choice && heard.words <= 6 && heard.is(each as 'add')),
  )
  if (act && (choice || talk.caseId)) return beginAct(talk, act)
  if (choice === 'do:look' && talk.caseId) return { ...turn(talk), want: { do: 'look' } }
  if (heard.reference || heard.is('follow')) return beginFollowing(talk, heard)
  const small = smallTalk(talk, heard, known)
  if (small) return small
  const type = choice?.startsWith('type:') ? choice.slice(5) : undefined
  if (type) return beginFiling(talk, heard, known, { type: type as Heard['type'], ...askedBefore(talk) })
  if (heard.is('send') && talk.asked) return sendAsked(talk, heard, known)
  if (isWrongNumber(heard))
    return missed({ ...talk, at: 'reference', draft: undefined }, [
      { ...ASK_REFERENCE, say: 'reference-wrong' },
    ])
  if (act) return beginAct(talk, act)
  if (heard.bare) return beginFiling(talk, heard, known)
  if (heard.words >= 3 && heard.type && heard.type !== 'inquiry')
    return beginFiling(talk, heard, known, { text: heard.text })
  if (heard.is('file') || (heard.type && heard.type !== 'inquiry'))
    return beginFiling(talk, heard, known, { type: heard.is('file') && !heard.type ? undefined : heard.type })
  return fromArticles(talk, heard, known)
}

/** An answer that was published, or the way to somebody who has one; nothing is made up. */
function fromArticles(talk: Talk, heard: Heard, known: Known): Turn {
  const [best] = known.articles
  const next: Talk = { ...talk, ...asking(heard, known) }
  if (best?.sure) return answered(next, best.id)
  if (heard.words >= 2 && known.articles.length > 0) {
    const found = known.articles.slice(0, 3).map(({ id }) => `article:${id}`)
    return turn({ ...next, at: 'helped' }, { say: 'answers', choices: [...found, 'do:none', 'do:person'] })
  }
  // A story about something we know, of no type that is obvious: it is asked.
  if (heard.words >= 4 && (known.subjects[0]?.confidence ?? 0) >= 0.3 && heard.type !== 'inquiry')
    return beginFiling(next, heard, known, { text: heard.text })
  // Enough words for a case, and none of them known: it can be sent, whatever it is.
  if (heard.words >= 4 || (heard.words >= 2 && heard.type === 'inquiry'))
    return turn(
      { ...next, at: 'open' },
      { say: 'no-answer', choices: ['type:inquiry', 'type:complaint', 'type:suggestion', 'do:person'] },
    )
  return missed(talk, [{ say: 'menu', choices: MENU }])
}

/** A question is remembered, with what it says of itself, until it is answered or sent. */
function asking(heard: Heard, { subjects, also, place }: Known): Pick<Talk, 'asked' | 'askedOf'> {
  if (heard.words < 2) return { asked: undefined, askedOf: undefined }
  const about = subjects.slice(0, 3)
  return {
    asked: heard.text.slice(0, 4_000),
    askedOf: { about, ...(also && { also }), ...(place && { place: { id: place } }) },
  }
}

const askedBefore = ({ asked, askedOf }: Talk): TalkDraft => (asked ? { text: asked, ...askedOf } : {})

const sendAsked = (talk: Talk, heard: Heard, known: Known): Turn =>
  beginFiling(talk, { ...heard, type: undefined }, known, askedBefore(talk))

const answered = (talk: Talk, article: string): Turn =>
  turn({ ...talk, at: 'helped' }, { say: 'answer', with: { article }, choices: ['yes', 'no', 'do:person'] })

/** After an answer: whether it helped, or already something else. */
function helped(talk: Talk, heard: Heard, known: Known): Turn {
  const { choice } = heard
  // Of several that were offered none was read yet.
  const offered = !talk.offered.includes('yes')
  if (offered && !choice && heard.is('send') && talk.asked) return sendAsked(talk, heard, known)
  if (offered && !choice && heard.is('yes')) return missed(talk, [{ say: 'answers', choices: talk.offered }])
  if (choice === 'yes' || (!choice && (heard.is('yes') || heard.is('thanks'))))
    return home(talk, { say: 'helped' })
  const not = choice === 'no' || choice === 'do:none' || (!choice && heard.is('no'))
  if (not && talk.asked)
    return turn(
      { ...talk, at: 'open' },
      { say: 'no-answer', choices: ['type:inquiry', 'type:complaint', 'type:suggestion', 'do:person'] },
    )
  if (not || heard.is('skip') || heard.is('unsure')) return home(talk)
  return open({ ...talk, at: 'open' }, heard, known)
}

/** As many digits as a number of a case has, and no such number: one of them is wrong. */
const isWrongNumber = ({ choice, reference, digits, words }: Heard): boolean =>
  !choice && !reference && /^[23]\d{10}$/.test(digits) && words <= 8

function smallTalk(talk: Talk, heard: Heard, known: Known): Turn | undefined {
  if (heard.choice) return undefined
  const said = (['thanks', 'bye', 'who', 'greeting'] as const).find((each) => heard.is(each))
  if (said === 'bye') return home(talk, { say: 'bye', choices: MENU })
  if (said) return home(talk, { say: said === 'greeting' ? 'hello' : said })
  // Only anger, and nothing that could be dealt with.
  const about = (known.subjects[0]?.confidence ?? 0) >= 0.3
  if (heard.is('angry') && heard.words <= 5 && !(heard.type && about) && !heard.bare)
    return home(talk, { say: 'menu', choices: [...MENU].reverse() })
  if (heard.is('unsure') || heard.is('yes') || heard.is('no') || heard.is('skip')) return home(talk)
  return undefined
}

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
