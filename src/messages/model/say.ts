import { formatReference } from '#kernel'
import { formatDay, type Reader, words } from '#words'

import type { MessageFacts } from './facts.ts'
import { KINDS, type MessageKind, type SaidKind } from './kinds.ts'
import { type Letter, letterHtml, letterText } from './mail-html.ts'
import type { Outgoing } from './outgoing.ts'
import { type ReportPart, reported } from './say-report.ts'
import { fitting } from './sms-length.ts'

/** What a message needs to become words: its facts, its reader, and where the service stands. */
export interface Saying {
  kind: MessageKind
  facts: MessageFacts
  reader: Reader
  /** Without a slash at the end. */
  publicUrl: string
  /** What the sealed fact holds: a code, or the path of a one-time link. */
  secret?: string
  /** Where its reader chooses what reaches them. */
  stop?: string
}

export type Said = Pick<Outgoing, 'subject' | 'text' | 'html' | 'short' | 'values' | 'link' | 'stop'>

/** Says a message: a letter as text and HTML, and the same in at most two parts of a text message. */
export function say(saying: Saying): Said {
  const { kind, stop } = saying
  const link = linkOf(saying)
  const { subject, paragraphs, parts, short, values } =
    kind === 'digest'
      ? gathered(saying)
      : kind === 'report'
        ? reportedIn(saying)
        : kind === 'chat-answer'
          ? passedOn(saying)
          : told(saying, kind, link)
  const letter = { ...letterOf(saying, subject, paragraphs, link), parts }
  return {
    subject: oneLine(subject),
    text: letterText(letter),
    html: letterHtml(letter),
    short,
    values,
    link,
    stop,
  }
}

/** The line that staff read on the desk. */
export function noticeLine(saying: Omit<Saying, 'publicUrl'>): NoticeLine {
  if (saying.kind === 'digest' || saying.kind === 'report' || saying.kind === 'chat-answer')
    return { name: '', title: '', text: '' }
  const said = words(saying.reader.locale).messages.said[saying.kind]
  const given = givenIn(saying, isolated)
  return { name: said.name, title: spoken(said.subject, given), text: spoken(said.says, given) }
}

export interface NoticeLine {
  /** What kind it is, without the number. */
  name: string
  title: string
  text: string
}

interface Spoken {
  subject: string
  paragraphs: string[]
  parts?: ReportPart[]
  short: string
  values: string[]
}

function told(saying: Saying, kind: SaidKind, link?: string): Spoken {
  const said = words(saying.reader.locale).messages.said[kind]
  const inMail = givenIn(saying, isolated)
  const inLine = givenIn(saying, saying.reader.locale === 'ar' ? marked : plain)
  const [number, , day, clock] = inLine
  const sms = (who: string) => spoken(said.sms, [number, who, day, clock])
  const end = link && KINDS[kind].opens === 'case' ? ` ${link}` : ''
  return {
    subject: spoken(said.subject, inLine),
    paragraphs: [spoken(said.says, inMail), spoken(said.next, inMail)],
    short: fitting([
      sms(inLine[1]) + end,
      sms(shortened(inLine[1])) + end,
      sms(inLine[1]),
      sms(shortened(inLine[1])),
    ]),
    // Templates of providers have three places.
    values: givenIn(saying, plain)
      .slice(0, 3)
      .map((value) => value || '-'),
  }
}

function gathered({ facts, reader }: Saying): Spoken {
  const { digest } = words(reader.locale).messages
  const { turn, late, notices } = facts.waiting ?? { turn: 0, late: 0, notices: 0 }
  const day = facts.day ? formatDay(reader, when(facts.day)) : ''
  const lines = [
    turn > 0 ? digest.turn(turn) : '',
    late > 0 ? digest.late(late) : '',
    notices > 0 ? digest.notices(notices) : '',
  ]
  return {
    subject: digest.subject(day),
    paragraphs: [...lines.filter(Boolean), digest.next],
    short: digest.sms(turn),
    values: [String(turn), String(late), day],
  }
}

/** The figures of a period, in sentences. */
function reportedIn({ facts: { report }, reader }: Saying): Spoken {
  const { subject, parts } = report ? reported(reader, report) : { subject: '', parts: [] }
  return { subject, paragraphs: [], parts, short: fitting([subject]), values: [subject] }
}

/** What was said in a conversation, as it was said. */
const passedOn = ({ secret = '' }: Saying): Spoken => ({
  subject: '',
  paragraphs: [secret],
  short: secret,
  values: [],
})

function letterOf(
  { kind, facts, reader, stop }: Saying,
  title: string,
  paragraphs: string[],
  href?: string,
): Letter {
  const { frame } = words(reader.locale).messages
  const heading = kind === 'question' || kind === 'question-reminder' ? frame.question : frame.reason
  const label = {
    case: frame.openCase,
    link: frame.openLink,
    queue: frame.openQueue,
    path: frame.openPath,
    nothing: '',
  }[KINDS[kind].opens]
  const open = KINDS[kind].to === 'staff' && KINDS[kind].opens === 'case' ? frame.openDesk : label
  return {
    language: reader.locale,
    title,
    paragraphs,
    quotes: [
      ...(facts.quote ? [{ heading, text: facts.quote }] : []),
      ...(facts.remedy ? [{ heading: frame.remedy, text: facts.remedy }] : []),
    ],
    button: href ? { label: open, href } : undefined,
    footer: [frame.footer, ...(stop ? [{ label: frame.stop, href: stop }] : [])],
  }
}

function linkOf({ kind, facts, reader, publicUrl, secret }: Saying): string | undefined {
  const at = (path: string) => `${publicUrl}/${reader.locale}${path}`
  const { to, opens } = KINDS[kind]
  if (opens === 'queue') return at('/desk')
  if (opens === 'path') return facts.path && at(facts.path)
  if (opens === 'link') return secret ? at(secret) : undefined
  if (opens === 'nothing') return undefined
  return to === 'staff' ? at(`/desk/cases/${facts.caseId ?? ''}`) : at('/follow')
}

type Given = readonly [number: string, who: string, day: string, clock: string]

/** The number (or the code, how many, which system), who, the day, and which clock, as a sentence takes them. */
function givenIn(
  { kind, facts, reader, secret }: Pick<Saying, 'kind' | 'facts' | 'reader' | 'secret'>,
  number: (text: string) => string,
): Given {
  const day = facts.day ? formatDay(reader, when(facts.day)) : ''
  const { central } = words(reader.locale).messages.frame
  const who = facts.central ? central : (facts.who?.[reader.locale] ?? '')
  return [firstOf(kind, facts, number, secret), who, day, facts.clock ?? '']
}

function firstOf(
  kind: MessageKind,
  { reference, count, system }: MessageFacts,
  number: (text: string) => string,
  secret = '',
): string {
  if (kind === 'recounted' || kind === 'surge' || kind === 'surge-grown') return String(count ?? 0)
  if (kind === 'webhook-off') return system ?? ''
  const told = kind === 'sign-in-code' ? secret : reference && formatReference(reference)
  return told ? number(told) : ''
}

const when = (day: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? Temporal.PlainDate.from(day) : Temporal.Instant.from(day)

type Sentence = string | ((...given: Given) => string)
const spoken = (sentence: Sentence, given: Given): string =>
  typeof sentence === 'string' ? sentence : sentence(...given)

/* A number with hyphens falls apart after Arabic letters (Unicode bidi, rule W2) unless something holds it. */
const isolated = (text: string): string => `\u2066${text}\u2069`
/** One sign instead of two: text messages are short. */
const marked = (text: string): string => `\u200e${text}`
const plain = (text: string): string => text

const shortened = (who: string): string => (who.length > 24 ? `${who.slice(0, 23).trimEnd()}…` : who)

/** Nothing that anybody wrote begins a new line of a header. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
