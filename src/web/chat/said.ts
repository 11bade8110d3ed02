import { pinOf } from '#cases'
import type { Directory } from '#entities'
import { formatReference } from '#kernel'
import { publishedByIds, type Say, type WrittenArticle, writingFor } from '#knowledge'
import type { Db } from '#platform'
import { formatDay, formatTime, inDigits, type Reader, type Words, words } from '#words'
import { leftToRight } from '../resident/place-told.ts'

/** What the service says, in words: paragraphs, links under them, and what can be answered by one tap. */
export interface Spoken {
  paragraphs: string[]
  links: { href: string; label: string }[]
  choices: { value: string; label: string }[]
}

/** What saying needs to know beside the words. */
export interface Speaker {
  reader: Reader
  directory: Directory
  articles: ReadonlyMap<string, WrittenArticle>
  /** For the resident alone: a PIN is shown to nobody else. Without it the PIN is hidden. */
  secret?: Buffer
}

/** Reads the articles that some lines speak of; the rest of a speaker is at hand. */
export async function speakerFor(
  db: Db,
  says: readonly Say[],
  speaker: Omit<Speaker, 'articles'>,
): Promise<Speaker> {
  const ids = says.flatMap(({ with: told, choices = [] }) => [
    ...(told?.article ? [told.article] : []),
    ...choices.filter((each) => each.startsWith('article:')).map((each) => each.slice(8)),
  ])
  const found = ids.length > 0 ? await publishedByIds(db, [...new Set(ids)]) : []
  return { ...speaker, articles: new Map(found.map((each) => [each.id, each])) }
}

/** Says a turn of the service. Nothing is made up here: keys, ids and dates become words, quotes stay what they are. */
export function spoken(says: readonly Say[], speaker: Speaker): Spoken {
  const said: Spoken = { paragraphs: [], links: [], choices: [] }
  for (const say of says) {
    const { paragraphs, links } = sentence(say, speaker)
    said.paragraphs.push(...paragraphs.filter(Boolean).map((each) => inDigits(speaker.reader, each)))
    said.links.push(...links)
    if (say.choices && say.say !== 'tapped')
      said.choices = say.choices.map((value) => ({ value, label: labelOf(value, speaker) }))
  }
  return said
}

type Told = Pick<Spoken, 'paragraphs' | 'links'>
const only = (...paragraphs: string[]): Told => ({ paragraphs, links: [] })

function sentence(say: Say, speaker: Speaker): Told {
  const special = SENTENCES[say.say]
  if (special) return special(say, speaker, words(speaker.reader.locale))
  const { says } = words(speaker.reader.locale).chat
  const said = says[say.say as keyof typeof says]
  if (typeof said === 'function') return only(said(say.with?.files ?? 1))
  return only(said ?? '')
}

type Speak = (say: Say, speaker: Speaker, said: Words) => Told

/** What has values in it. */
const SENTENCES: Partial<Record<Say['say'], Speak>> = {
  tapped: ({ choices: [value = ''] = [] }, speaker) => only(labelOf(value, speaker)),
  answer,
  known,
  'ask-text': ({ with: told }, _, { chat }) => only(chat.told.tell[told?.type ?? 'complaint']),
  check,
  filed,
  case: theCase,
  'case-question': ({ with: told }, _, { chat }) => only(chat.told.question, told?.quote ?? ''),
  'case-answer': (say, speaker, said) => theAnswer(say, speaker, said),
  'closed-hours': ({ with: told }, { reader }, { chat }) =>
    only(told?.day ? chat.told.closedHours(hourOf(reader, told.day)) : chat.told.closed),
  sealed: (_, { reader }, { chat, common }) => ({
    paragraphs: [chat.says.sealed],
    links: [{ href: `/${reader.locale}/violation`, label: common.types.violation }],
  }),
  'no-secret': (_, { reader }, { chat, resident }) => ({
    paragraphs: [chat.says['no-secret']],
    links: [{ href: `/${reader.locale}/my`, label: resident.home.links.mine }],
  }),
}

function answer({ with: told }: Say, { articles, reader }: Speaker, { chat }: Words): Told {
  const article = articles.get(told?.article ?? '')
  // Withdrawn since: then it is no answer any more.
  if (!article) return only(chat.says['no-answer'])
  const writing = writingFor(article, reader.locale)
  return {
    paragraphs: [chat.told.article, writing.title, writing.answer, chat.told.helped],
    links: [
      { href: `/${reader.locale}/articles/${article.slug}`, label: `${chat.source}: ${writing.title}` },
    ],
  }
}

function known({ with: told = {} }: Say, { reader }: Speaker, { problems }: Words): Told {
  return {
    paragraphs: [
      `${problems.announcement.others}: ${told.announced?.[reader.locale] ?? ''}`,
      problems.announcement.othersText,
    ],
    links: [{ href: `/${reader.locale}/known/${told.problem ?? ''}`, label: problems.announcement.too }],
  }
}

function check({ with: told = {} }: Say, { directory, reader }: Speaker, { chat, common }: Words): Told {
  const { locale } = reader
  const type = common.types[told.type ?? 'complaint']
  const subject = directory.category(told.category)?.name[locale] ?? chat.told.subjectOpen
  const also = directory.category(told.also)?.name[locale]
  const entity = directory.entity(told.entity)?.name[locale]
  const place = told.place && told.place !== 'own' ? directory.place(told.place)?.name[locale] : undefined
  return only(
    chat.told.check(type, subject),
    also ? chat.told.also(also) : '',
    [
      entity ? chat.told.goes(entity) : chat.told.goesOpen,
      place
        ? told.own
          ? chat.told.placeToo(place)
          : chat.told.place(place)
        : told.place
          ? chat.told.placeOwn
          : '',
      told.contact ? chat.told.contact : chat.told.noContact,
    ]
      .filter(Boolean)
      .join(' '),
    chat.told.sendIt,
  )
}

function filed({ with: told = {} }: Say, { directory, reader, secret }: Speaker, { chat }: Words): Told {
  const { locale } = reader
  const entity = directory.entity(told.entity)?.name[locale]
  const pin = secret && told.pinOf ? spaced(pinOf(secret, told.pinOf)) : undefined
  return {
    paragraphs: [
      chat.told.filed(dayOf(reader, told.day)),
      // On a line of its own: a number must not break at its hyphens.
      chat.told.number(numberOf(told.reference)),
      pin ? chat.told.pin(leftToRight(pin)) : chat.desk.pinHidden,
      entity ? chat.told.filedAt(entity) : '',
    ],
    links: [],
  }
}

function theCase({ with: told = {} }: Say, { directory, reader }: Speaker, { chat, common }: Words): Told {
  const { locale } = reader
  const entity = directory.entity(told.entity)?.name[locale]
  const done = told.stage === 'answered' || told.stage === 'closed'
  const day = dayOf(reader, told.day)
  return only(
    chat.told.case(numberOf(told.reference), common.stages[told.stage ?? 'received']),
    [
      entity && !done ? chat.told.with(entity) : '',
      done ? chat.told.answeredOn(day) : told.late ? chat.told.late(day) : chat.told.by(day),
    ]
      .filter(Boolean)
      .join(' '),
  )
}

/** Characters of an answer that a bubble shows; the whole stands on the page of the case. */
const LONGEST_QUOTE = 1_500

function theAnswer({ with: told = {} }: Say, _: Speaker, { chat, cases }: Words): Told {
  const quote = told.quote ?? ''
  const outcome = told.outcome ? cases.outcomes[told.outcome] : ''
  return only(
    chat.told.answer(outcome),
    quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE).replace(/\s\S*$/u, '')}…` : quote,
    quote.length > LONGEST_QUOTE ? chat.told.more : '',
  )
}

/** What a choice is called. */
function labelOf(value: string, { directory, articles, reader }: Speaker): string {
  const { chat, common } = words(reader.locale)
  const known: Readonly<Record<string, string>> = chat.choices
  if (known[value]) return known[value]
  const [kind = '', id = ''] = value.split(/:(.*)/su)
  if (kind === 'type') return common.types[id as keyof typeof common.types] ?? id
  if (kind === 'subject') return directory.category(id)?.name[reader.locale] ?? id
  if (kind === 'score') return inDigits(reader, id)
  const article = articles.get(id)
  return article ? writingFor(article, reader.locale).title : id
}

const numberOf = (reference = '') => leftToRight(formatReference(reference))
/** A day may be today: then only the hour says when. */
const hourOf = (reader: Reader, day: string) =>
  `${dayOf(reader, day)} ${formatTime(reader, Temporal.Instant.from(day))}`

const dayOf = (reader: Reader, day = '') => (day ? formatDay(reader, Temporal.Instant.from(day)) : '')
const spaced = (pin: string) => `${pin.slice(0, 3)} ${pin.slice(3)}`
