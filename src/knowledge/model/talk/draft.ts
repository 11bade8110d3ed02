import type { Heard, Known } from './hear.ts'
import type { Say, Talk, TalkDraft, Turn } from './talk.ts'
import { turn } from './turns.ts'

/** From here a suggested subject is taken without asking; the resident sees it before anything is sent. */
export const SURE_SUBJECT = 0.6
const LEAST_SUBJECT = 0.07
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

export const ask = (at: FilingPlace, draft: TalkDraft, known: Known): Say => {
  if (at === 'text') return { say: 'ask-text', with: { type: draft.type }, choices: ['do:cancel'] }
  if (at === 'type') return ASK_TYPE
  if (at === 'subject') return { say: 'ask-subject', choices: [...subjects(known), 'subject:none'] }
  if (at === 'place') return ASK_PLACE
  return check(draft, known)
}

export const ASK_TYPE: Say = {
  say: 'ask-type',
  choices: ['type:complaint', 'type:inquiry', 'type:suggestion', 'type:praise', 'do:cancel'],
}
export const ASK_PLACE: Say = { say: 'ask-place', choices: ['do:skip', 'do:cancel'] }

export const subjects = ({ subjects: all }: Known): string[] =>
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
      entity: category ? known.entityOf(category, place?.id) : null,
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
