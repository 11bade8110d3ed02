import { normalise } from '#language'
import type { Heard, Known } from './hear.ts'
import type { Say, Talk, TalkDraft, Turn } from './talk.ts'
import { home, missed, turn } from './turns.ts'

/** From here a suggested subject is taken without asking; the resident sees it before anything is sent. */
const SURE_SUBJECT = 0.6
const LEAST_SUBJECT = 0.04
const MOST_SUBJECTS = 3

/** Everything about the case in the making that is still to be asked, in order. */
export type FilingPlace = 'text' | 'type' | 'subject' | 'place' | 'check'

/** What a draft still misses. Praise and questions seldom lie anywhere. */
export function missing({ text, type, category, place }: TalkDraft): FilingPlace {
  if (!text) return 'text'
  if (!type) return 'type'
  // Subjects are called after what goes wrong: nobody who praises is asked to choose one.
  if (category === undefined && type !== 'praise') return 'subject'
  if (place === undefined && (type === 'complaint' || type === 'suggestion')) return 'place'
  return 'check'
}

/** Begins a case with what a message says already. */
export function beginFiling(talk: Talk, heard: Heard, known: Known, given: TalkDraft = {}): Turn {
  return goOn({ ...talk, draft: filled(given, heard, known) }, known)
}

/** What a text fills in by itself: its type, its subject where that is sure, its place. */
export function filled(draft: TalkDraft, heard: Heard, known: Known): TalkDraft {
  // Where nothing was told yet, words of wishing say nothing of the subject.
  const told = Boolean(draft.text) && !heard.choice
  const about = draft.about ?? (told ? known.subjects.slice(0, MOST_SUBJECTS) : undefined)
  const [best] = about ?? []
  return {
    ...draft,
    about,
    type: draft.type ?? heard.type,
    ...(draft.category === undefined && best && best.confidence >= SURE_SUBJECT ? { category: best.id } : {}),
    ...(draft.place === undefined && known.place ? { place: { id: known.place } } : {}),
    ...(told && known.also ? { also: known.also } : {}),
  }
}

/** Asks the next question; what was suggested for the subject is offered. */
export function goOn(talk: Talk, known: Known, ...says: Say[]): Turn {
  const draft = talk.draft ?? {}
  const at = missing(draft)
  const question = ask(at, draft, { ...known, subjects: draft.about ?? known.subjects })
  if (at === 'subject' && !question.choices?.some((each) => each !== 'subject:none'))
    return goOn({ ...talk, draft: { ...draft, category: null } }, known, ...says)
  return turn({ ...talk, at }, ...says, question)
}

const ask = (at: FilingPlace, draft: TalkDraft, known: Known): Say => {
  if (at === 'text') return { say: 'ask-text', with: { type: draft.type }, choices: ['do:cancel'] }
  if (at === 'type') return ASK_TYPE
  if (at === 'subject') return { say: 'ask-subject', choices: [...subjects(known), 'subject:none'] }
  if (at === 'place') return ASK_PLACE
  return check(draft, known)
}

const ASK_TYPE: Say = {
  say: 'ask-type',
  choices: ['type:complaint', 'type:inquiry', 'type:suggestion', 'type:praise', 'do:cancel'],
}
const ASK_PLACE: Say = { say: 'ask-place', choices: ['do:skip', 'do:cancel'] }

const subjects = ({ subjects: all }: Known): string[] =>
  all
    .filter(({ confidence }) => confidence >= LEAST_SUBJECT)
    .slice(0, MOST_SUBJECTS)
    .map(({ id }) => `subject:${id}`)

/** Everything that will be sent, before it is; without a word of what was typed. */
export function check(draft: TalkDraft, known: Known): Say {
  const { type, category, place, contact } = draft
  const reachable = known.reachable || Boolean(contact)
  const second = otherMatter(draft)
  return {
    say: 'check',
    with: {
      type: type ?? 'complaint',
      category: category ?? null,
      entity: category ? known.entityOf(category) : null,
      place: place ? (place.id ?? 'own') : null,
      ...(place?.id && place.text && { own: true }),
      ...(second && { also: second }),
      contact: reachable,
    },
    choices: ['do:send', ...(reachable ? [] : ['do:contact']), 'do:change', 'do:cancel'],
  }
}

/** Of two matters the one that was not chosen. */
const otherMatter = ({ category, also, about = [] }: TalkDraft): string | undefined =>
  category && also ? [also, about[0]?.id].find((each) => each !== category) : undefined

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

/** What of the summary a few words speak of: «the place», «غيّر النوع». */
function partNamed({ text, words }: Heard): string | undefined {
  if (words > 4) return undefined
  const written = normalise(text)
  const found = PARTS.filter(([, named]) => named.test(written))
  return found.length === 1 ? `change:${found[0]?.[0]}` : undefined
}

const PARTS = [
  ['type', /(?<!\p{L})(?:ال)?نوع(?!\p{L})|\btype\b/u],
  ['subject', /(?<!\p{L})(?:ال)?موضوع(?!\p{L})|\b(?:subject|topic)\b/u],
  ['place', /(?<!\p{L})(?:ال)?(?:مكان|موقع|عنوان)(?!\p{L})|\b(?:place|location|address)\b/u],
  ['text', /(?<!\p{L})(?:ال)?(?:نص|كلام|وصف)(?!\p{L})|\b(?:text|story|description)\b/u],
  [
    'contact',
    /(?<!\p{L})(?:(?:ال)?(?:هاتف|تلفون|بريد|ايميل)|وسيله التواصل)(?!\p{L})|\b(?:phone|email|contact)\b/u,
  ],
] as const

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
