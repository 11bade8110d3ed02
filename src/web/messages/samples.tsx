import { KIND_NAMES, KINDS, type MessageFacts, type MessageKind, say } from '#messages'
import { Heading, ResidentPage, Section, useReader, useWords } from '#ui'
import { LOCALES, type Locale, reader } from '#words'
import type { Samples } from '../preview/samples.ts'
import { Letter, ShortMessage } from './letter.tsx'

/** Every message of Sawt in a real situation, in both languages beside each other: the mail, and its text message. */
export const MESSAGE_SAMPLES: Samples = { messages: () => <MessagesPage /> }

function MessagesPage() {
  const { preview: said } = useWords().messages.pages
  return (
    <ResidentPage title={said.title} wide>
      <Heading title={said.title} lead={said.lead} />
      {(['resident', 'staff', 'entity'] as const).map((to) => (
        <Section key={to} title={said[to]}>
          {KIND_NAMES.filter((kind) => KINDS[kind].to === to).map((kind) => (
            <Sample key={kind} kind={kind} />
          ))}
        </Section>
      ))}
    </ResidentPage>
  )
}

type Sampled = (typeof KIND_NAMES)[number]

function Sample({ kind }: { kind: Sampled }) {
  const { insight, messages } = useWords()
  const name =
    kind === 'digest'
      ? messages.digest.name
      : kind === 'report'
        ? insight.report.monthly
        : messages.said[kind].name
  return (
    <section class="example" id={kind}>
      <h3>{name}</h3>
      <div class="beside">
        {LOCALES.map((locale) => (
          <InLanguage key={locale} kind={kind} locale={locale} />
        ))}
      </div>
    </section>
  )
}

/** A message in one language, whichever the page has: the mail, and what a telephone gets of it. */
function InLanguage({ kind, locale }: { kind: Sampled; locale: Locale }) {
  const { zone, region } = useReader()
  const { subject, text, short } = say({
    kind,
    facts: {
      ...SITUATION,
      ...(QUOTED[kind] && { quote: QUOTED[kind]?.[locale] }),
      ...REMEDY[kind]?.[locale],
    },
    reader: reader(locale, zone, { region }),
    publicUrl: 'https://sawt.example.gov',
    secret: kind === 'entity-link' ? '/answer/Kq3vX8' : '402917',
  })
  return (
    <div>
      <Letter subject={subject} text={text} language={locale} />
      {KINDS[kind].to === 'resident' && <ShortMessage text={short} language={locale} />}
    </div>
  )
}

/** A hole before the girls' school, with the ministry of works. */
const SITUATION: MessageFacts = {
  reference: '26483190274',
  caseId: '0197a000-0000-7000-8000-000000000001',
  who: { ar: 'وزارة الأشغال', en: 'the Ministry of Works' },
  day: '2026-11-26T11:15:00Z',
  clock: 'first-action',
  count: 12,
  system: 'Works service desk',
  path: '/desk?view=owed',
  waiting: { turn: 12, late: 3, notices: 2 },
  report: {
    ...{
      kind: 'month',
      from: '2026-10-01',
      before: '2026-09-01',
      scope: null,
      received: 4120,
      receivedBefore: 3890,
    },
    ...{ answered: 3902, onTime: 0.87, medianDays: 4.2, p90Days: 11, open: 812, overdue: 96, rated: 1240 },
    satisfied: 0.71,
    most: [
      { ar: 'الحفر', en: 'Potholes' },
      { ar: 'انقطاع الكهرباء', en: 'Power cuts' },
    ],
    slowest: [{ ar: 'وزارة الإسكان', en: 'Ministry of Housing' }],
    known: [{ ar: 'ضعف الماء في الحي الشرقي', en: 'Low water pressure in the eastern quarter' }],
    fixed: [],
  },
}

type Both = Readonly<Record<'ar' | 'en', string>>

const QUESTION: Both = {
  ar: 'في أي جهة من المدرسة تقع الحفرة، وهل تُغرق عند المطر؟',
  en: 'On which side of the school is the hole, and does it flood when it rains?',
}

const QUOTED: Partial<Record<MessageKind, Both>> = {
  question: QUESTION,
  'question-reminder': QUESTION,
  extended: {
    ar: 'ننتظر وصول خلطة الإسفلت، وتصل يوم الأحد.',
    en: 'We wait for the asphalt, which arrives on Sunday.',
  },
  upheld: {
    ar: 'زار المراجع الموقع ووجد الحفرة مردومة. الصور مرفقة بالطلب.',
    en: 'The reviewer visited the place and found the hole filled. The pictures are with the case.',
  },
  reopened: { ar: 'ظهرت الحفرة من جديد بعد المطر.', en: 'The hole came back after the rain.' },
  returned: {
    ar: 'لم يُجب الرد عن سؤال الإنارة.',
    en: 'The reply does not answer the point about the lights.',
  },
  recounted: {
    ar: 'التعميم 14: عطلة عيد الفطر من الأحد إلى الثلاثاء.',
    en: 'Circular 14: Eid al-Fitr from Sunday to Tuesday.',
  },
  ordered: { ar: 'يُزار الموقع اليوم، وتُرفع صورة.', en: 'Visit the place today and add a picture.' },
}

const OMBUDSMAN = {
  ar: { remedy: 'ديوان المظالم، هاتف 1888' },
  en: { remedy: 'The Ombudsman, telephone 1888' },
}
const REMEDY: Partial<Record<MessageKind, typeof OMBUDSMAN>> = { extended: OMBUDSMAN, upheld: OMBUDSMAN }
