import {
  ASK_PLACE,
  ASK_TYPE,
  ask,
  check,
  type FilingPlace,
  filled,
  goOn,
  SURE_SUBJECT,
  subjects,
} from './draft.ts'
import type { Heard, Known } from './hear.ts'
import { partNamed } from './parts-named.ts'
import type { Say, Talk, TalkDraft, Turn } from './talk.ts'
import { home, missed, turn } from './turns.ts'

type Takes = (talk: Talk, heard: Heard, known: Known) => Turn

export const FILING: Readonly<Record<FilingPlace | 'contact' | 'change', Takes>> = {
  text: (talk, heard, known) => {
    if (heard.is('skip') || heard.is('unsure') || heard.text === '')
      return home(talk, { say: 'text-needed', choices: ['do:file', 'do:ask', 'do:person'] })
    if (heard.words < 2 && heard.text.length < 8) return missed(talk, [ask('text', {}, known)])
    return goOn({ ...talk, draft: filled({ ...talk.draft, text: heard.text }, heard, known) }, known)
  },

  // Whoever does not know is owed most by a complaint: a finding, and a remedy or a reason.
  type: (talk, heard, known) => {
    const type = chosen(heard, 'type:') ?? heard.type
    const taken =
      type ?? (heard.is('unsure') || heard.is('skip') || talk.missed >= 1 ? 'complaint' : undefined)
    if (!taken) return missed(talk, [ASK_TYPE])
    const draft = { ...talk.draft, type: taken as TalkDraft['type'] }
    return goOn({ ...talk, draft }, known, ...(type ? [] : [{ say: 'type-taken' } as Say]))
  },

  subject: (talk, heard, known) => {
    const said = chosen(heard, 'subject:') ?? subjectSaid(talk, heard, known)
    if (!said && heard.is('yes') && talk.missed === 0)
      return missed(talk, [{ say: 'ask-subject', choices: talk.offered }])
    const id = said ?? 'none'
    const next = { ...talk, draft: { ...talk.draft, category: id === 'none' ? null : id } }
    // They told where it is, with the subject or instead of it: that is kept.
    if (!heard.choice && known.place && !talk.draft?.place) return FILING.place(next, heard, known)
    return goOn(next, known)
  },

  place: (talk, heard, known) => {
    // «Yes» is no place; asked a second time it is left.
    if (!heard.choice && heard.is('yes') && !heard.is('send') && talk.missed === 0)
      return missed(talk, [ASK_PLACE])
    const none = heard.choice === 'do:skip' || heard.is('skip') || heard.is('unsure') || heard.is('no')
    const place =
      none || heard.is('yes') || !heard.text ? null : { id: known.place, text: heard.text.slice(0, 300) }
    return goOn({ ...talk, draft: { ...talk.draft, place } }, known)
  },

  contact: (talk, heard, known) => {
    const { phone, email } = heard
    const draft = talk.draft ?? {}
    if (phone || email) return goOn({ ...talk, draft: { ...draft, contact: { phone, email } } }, known)
    const none = ['skip', 'no', 'unsure'] as const
    if (heard.choice === 'do:skip' || none.some((each) => heard.is(each)) || talk.missed >= 1)
      return goOn({ ...talk, draft: { ...draft, contact: undefined } }, known)
    return missed(talk, [{ say: 'contact-malformed', choices: ['do:skip', 'do:cancel'] }])
  },

  check: (talk, heard, known) => {
    const draft = talk.draft ?? {}
    if (heard.choice === 'do:send' || (!heard.choice && heard.is('yes')))
      return { ...turn(talk), want: { do: 'submit' } }
    if (heard.choice === 'do:contact') return askContact(talk)
    if (!heard.choice && (heard.phone || heard.email)) return reachedAt(talk, heard, known)
    if (heard.type && heard.words <= 4) return goOn({ ...talk, draft: { ...draft, type: heard.type } }, known)
    const part = heard.choice ? undefined : partNamed(heard)
    if (part) return FILING.change(talk, { ...heard, choice: part }, known)
    if (heard.choice === 'do:change' || heard.is('change') || heard.is('no')) return askChange(talk)
    // Something they forgot: it belongs to the story.
    if (heard.words >= 3)
      return goOn({ ...talk, draft: withMore(draft, heard, known) }, known, { say: 'added-to-text' })
    return missed(talk, [check(draft, known)])
  },

  change: (talk, heard, known) => {
    const draft = talk.draft ?? {}
    const what = chosen({ ...heard, choice: heard.choice ?? partNamed(heard) }, 'change:')
    if (what === 'contact') return askContact(talk)
    if (what === 'text')
      return goOn({ ...talk, draft: { ...draft, text: undefined, about: undefined } }, known)
    if (what === 'type') return goOn({ ...talk, draft: { ...draft, type: undefined } }, known)
    if (what === 'subject') return askSubject(talk, { ...known, subjects: draft.about ?? known.subjects })
    if (what === 'place')
      return turn({ ...talk, at: 'place', draft: { ...draft, place: undefined } }, ASK_PLACE)
    if (heard.type) return goOn({ ...talk, draft: { ...draft, type: heard.type } }, known)
    if (heard.is('no') || heard.is('skip') || heard.is('unsure') || talk.missed >= 1) return goOn(talk, known)
    return missed(talk, [CHANGES])
  },
}

/** A subject that was offered, in its likeliest words; what is offered nowhere must be nearly sure. */
function subjectSaid({ offered }: Talk, heard: Heard, { subjects: all }: Known): string | undefined {
  if (heard.is('unsure') || heard.is('skip') || heard.is('no')) return 'none'
  const single = offered.filter((each) => each.startsWith('subject:') && each !== 'subject:none')
  if (heard.is('yes') && single.length === 1) return single[0]?.slice('subject:'.length)
  const likely = all.find(({ id, confidence }) => confidence >= 0.3 && offered.includes(`subject:${id}`))
  return likely?.id ?? all.find(({ confidence }) => confidence >= SURE_SUBJECT)?.id
}

const withMore = (draft: TalkDraft, heard: Heard, known: Known): TalkDraft =>
  filled({ ...draft, text: `${draft.text ?? ''}\n${heard.text}`.slice(0, 10_000) }, heard, known)

/** A telephone or address beside the summary; what else stands with it belongs to the story. */
function reachedAt(talk: Talk, heard: Heard, known: Known): Turn {
  const { phone, email } = heard
  const draft = { ...talk.draft, contact: { phone, email } }
  if (heard.words < 8 || heard.digits.length >= heard.words * 0.6) return goOn({ ...talk, draft }, known)
  return goOn({ ...talk, draft: withMore(draft, heard, known) }, known, { say: 'added-to-text' })
}

const CHANGES: Say = {
  say: 'ask-change',
  choices: ['change:text', 'change:type', 'change:subject', 'change:place', 'change:contact', 'do:cancel'],
}

const askChange = (talk: Talk): Turn => turn({ ...talk, at: 'change' }, CHANGES)
const askContact = (talk: Talk): Turn =>
  turn({ ...talk, at: 'contact' }, { say: 'ask-contact', choices: ['do:skip', 'do:cancel'] })

/** The subject said anew: in words that are looked for among the subjects, or left to the central office. */
const askSubject = (talk: Talk, known: Known): Turn =>
  turn(
    { ...talk, at: 'subject', draft: { ...talk.draft, category: undefined } },
    { say: 'subject-open', choices: [...subjects(known), 'subject:none'] },
  )

/** What was chosen of one kind: `subject:water-leak` is `water-leak`. */
export const chosen = ({ choice }: Heard, kind: string): string | undefined =>
  choice?.startsWith(kind) ? choice.slice(kind.length) : undefined
