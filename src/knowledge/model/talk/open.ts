import { beginFiling } from './draft.ts'
import { ASK_REFERENCE, beginAct, beginFollowing } from './following.ts'
import type { Heard, Known } from './hear.ts'
import type { Talk, TalkDraft, Turn } from './talk.ts'
import { home, MENU, missed, turn } from './turns.ts'

/** Nothing is going on: small talk, a number, a story, a question. */
export function open(talk: Talk, heard: Heard, known: Known): Turn {
  const { choice } = heard
  const article = choice?.startsWith('article:') ? choice.slice(8) : undefined
  if (article) return answered(talk, article)
  // Where one objects to a fine is a question, no objection.
  const isQuestion = heard.type === 'inquiry' && heard.words >= 4
  const act = ['rate', 'object', 'add'].find(
    (each) =>
      choice === `do:${each}` || (!choice && !isQuestion && heard.words <= 6 && heard.is(each as 'add')),
  )
  if (act && (choice || talk.caseId)) return beginAct(talk, act)
  if (choice === 'do:look' && talk.caseId) return { ...turn(talk), want: { do: 'look' } }
  if (heard.reference || heard.is('follow')) return beginFollowing(talk, heard)
  const sends = heard.is('send') || (heard.is('yes') && talk.offered.includes('type:inquiry'))
  if (!choice && sends && talk.asked) return sendAsked(talk, heard, known)
  const small = smallTalk(talk, heard, known)
  if (small) return small
  const type = choice?.startsWith('type:') ? choice.slice(5) : undefined
  if (type) return beginFiling(talk, heard, known, { ...askedBefore(talk), type: type as Heard['type'] })
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
  const { type } = heard
  return {
    asked: heard.text.slice(0, 4_000),
    askedOf: { ...(type && { type }), about, ...(also && { also }), ...(place && { place: { id: place } }) },
  }
}

const askedBefore = ({ asked, askedOf }: Talk): TalkDraft => (asked ? { text: asked, ...askedOf } : {})

const sendAsked = (talk: Talk, heard: Heard, known: Known): Turn =>
  beginFiling(talk, { ...heard, type: undefined }, known, askedBefore(talk))

const answered = (talk: Talk, article: string): Turn =>
  turn({ ...talk, at: 'helped' }, { say: 'answer', with: { article }, choices: ['yes', 'no', 'do:person'] })

/** After an answer: whether it helped, or already something else. */
export function helped(talk: Talk, heard: Heard, known: Known): Turn {
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
      { say: 'not-enough', choices: ['type:inquiry', 'type:complaint', 'type:suggestion', 'do:person'] },
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
