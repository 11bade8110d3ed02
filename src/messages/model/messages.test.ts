import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { CLIMBING } from '#promises'
import { LOCALES, type Locale, reader } from '#words'
import { KIND_NAMES, KINDS, type MessageKind } from './kinds.ts'
import { letterHtml } from './mail-html.ts'
import { nextTry, PATIENCE } from './patience.ts'
import { notAtNight } from './quiet.ts'
import { noticeLine, say } from './say.ts'
import { fitting, smsLength } from './sms-length.ts'

const ENTITIES = ['bahrain', 'jordan'].flatMap((country) =>
  (
    JSON.parse(readFileSync(`db/seeds/reference/entities-${country}.json`, 'utf8')) as {
      ar: string
      en: string
    }[]
  ).map(({ ar, en }) => ({ ar, en })),
)
const REGIONS = { ar: 'JO', en: undefined }
const PUBLIC_URL = 'https://sawt.example.gov.bh'

const said = (kind: MessageKind, locale: Locale, who = ENTITIES[0], more = {}) =>
  say({
    kind,
    facts: {
      reference: '26483190274',
      caseId: '0197a000-0000-7000-8000-000000000001',
      who,
      day: '2026-11-25T11:15:00Z',
      count: 12,
      system: 'Works',
      path: '/desk',
      waiting: { turn: 12, late: 3, notices: 2 },
      ...more,
    },
    secret: kind === 'entity-link' ? '/answer/abc' : '402917',
    reader: reader(locale, 'Asia/Amman', { region: REGIONS[locale] }),
    publicUrl: PUBLIC_URL,
  })

test('every text message fits into two parts with its link, whichever entity it names', () => {
  const whole: string[] = []
  for (const locale of LOCALES)
    for (const kind of KIND_NAMES)
      for (const who of ENTITIES) {
        const { short } = said(kind, locale, who)
        assert.ok(smsLength(short).parts <= 2, `${kind} ${locale}: ${short}`)
        if (KINDS[kind].to === 'resident' && KINDS[kind].opens === 'case' && !short.includes('https://'))
          whole.push(`${kind} ${locale} ${who[locale].length}`)
      }
  assert.deepEqual(whole, [], 'a resident’s text message lost its link')
})

test('a message says its number, its day and what comes next', () => {
  for (const locale of LOCALES)
    for (const kind of KIND_NAMES) {
      const { text, subject, html } = said(kind, locale)
      if (KINDS[kind].opens === 'case' || KINDS[kind].opens === 'link') {
        assert.match(text, /26-4831-9027-4/, kind)
        assert.match(subject, /26-4831-9027-4/, kind)
      }
      assert.doesNotMatch(`${text}${subject}${html}`, /undefined|\[object|NaN|null/, kind)
      assert.match(html, locale === 'ar' ? /dir="rtl"/ : /dir="ltr"/)
    }
})

test('no message to a resident tells the second secret of a case, and none carries a secret in its link', () => {
  for (const locale of LOCALES)
    for (const kind of KIND_NAMES.filter((each) => each !== 'sign-in-code')) {
      const { text, html, short, link = '' } = said(kind, locale)
      assert.doesNotMatch(`${text}${html}${short}`, /402917/, kind)
      if (kind !== 'entity-link') assert.doesNotMatch(link, /26483190274|token|pin/i)
    }
})

test('what people wrote stays text: in the subject, in the letter and in the HTML', () => {
  const evil = 'قلت\r\nBcc: all@example.com\n<script>alert(1)</script> "&\u2028x'
  const who = { ar: evil, en: evil }
  const { subject, html, text } = said('question', 'en', who, { quote: evil, remedy: evil })
  assert.doesNotMatch(subject, /[\r\n\u2028]/)
  assert.doesNotMatch(html, /<script/)
  assert.match(text, /<script>/)
})

test('a notice of the desk is the same sentence without its letter', () => {
  const { title, text } = noticeLine({
    kind: 'returned',
    facts: { reference: '26483190274', day: '2026-11-25T11:15:00Z' },
    reader: reader('ar', 'Asia/Bahrain'),
  })
  assert.match(title, /26-4831-9027-4/)
  assert.match(text, /الأربعاء 25 نوفمبر/)
})

test('an overdue step is named, in both languages, and whoever owes it is the central office where it does', () => {
  const line = (locale: Locale, more: object) => {
    const { text, subject, short } = said(
      'late-step',
      locale,
      { ar: 'وزارة الأشغال', en: 'Ministry of Works' },
      more,
    )
    return [subject, text.replace(/[\u2066-\u2069]/g, ''), short].join('\n')
  }
  assert.match(
    line('en', { clock: 'reply' }),
    /waits for the reply from Ministry of Works; it was due by Wed/,
  )
  assert.match(line('ar', { clock: 'reply' }), /ينتظر الطلب 26-4831-9027-4 الرد من وزارة الأشغال/)
  const review = { clock: 'verification', central: true }
  assert.match(line('en', review), /waits for the first review from the central office/)
  assert.match(line('ar', review), /المراجعة الأولى من المكتب المركزي/)
  assert.doesNotMatch(line('en', review) + line('ar', review), /Ministry|وزارة/)
  const named = CLIMBING.flatMap((clock) => LOCALES.map((locale) => line(locale, { clock })))
  assert.equal(new Set(named).size, 2 * CLIMBING.length, 'no two steps are said alike')
  assert.match(line('en', {}), /waits for a step of Ministry of Works/, 'kept before steps were named')
  assert.match(line('ar', {}), /ينتظر الطلب 26-4831-9027-4 خطوة من وزارة الأشغال/)
  for (const locale of LOCALES)
    for (const clock of CLIMBING)
      for (const who of ENTITIES)
        assert.ok(smsLength(said('late-step', locale, who, { clock }).short).parts <= 2, `${clock} ${who.en}`)
})

test('lengths are counted as networks count them', () => {
  assert.deepEqual(smsLength('a'.repeat(160)), { units: 160, parts: 1 })
  assert.deepEqual(smsLength('a'.repeat(161)), { units: 161, parts: 2 })
  assert.deepEqual(smsLength('€'.repeat(80)), { units: 160, parts: 1 })
  assert.deepEqual(smsLength('ص'.repeat(70)), { units: 70, parts: 1 })
  assert.deepEqual(smsLength('ص'.repeat(134)), { units: 134, parts: 2 })
  assert.deepEqual(smsLength('ص'.repeat(135)), { units: 135, parts: 3 })
})

test('whatever is said is cut so that it fits, and never in the middle of a sign', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 400 }), { minLength: 1, maxLength: 4 }),
      (texts) => {
        const fit = fitting(texts)
        assert.ok(smsLength(fit).parts <= 2)
        assert.ok(fit.isWellFormed())
      },
    ),
  )
})

const instants = fc
  .integer({ min: 1_700_000_000, max: 1_900_000_000 })
  .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000))

test('nothing rings at night but the code that somebody waits for, and nothing waits longer than a night', () => {
  const zones = fc.constantFrom('Asia/Amman', 'Asia/Bahrain', 'Europe/London', 'America/New_York')
  fc.assert(
    fc.property(instants, zones, (now, zone) => {
      const sms = notAtNight({ channel: 'sms', kind: 'answered' }, now, zone)
      const { hour } = sms.toZonedDateTimeISO(zone)
      assert.ok(hour >= 8 && hour < 21)
      // A night of eleven hours, and one more when the clocks go back.
      assert.ok(sms.since(now).total('hours') <= 12)
      assert.equal(notAtNight({ channel: 'mail', kind: 'answered' }, now, zone), now)
      assert.equal(notAtNight({ channel: 'sms', kind: 'sign-in-code' }, now, zone), now)
    }),
  )
})

test('a message is tried ever more slowly for three days, and then given up', () => {
  const since = Temporal.Instant.from('2026-10-01T07:00:00Z')
  const tries: Temporal.Instant[] = []
  let now: Temporal.Instant | undefined = since
  for (let attempts = 1; now; attempts++) {
    tries.push(now)
    now = nextTry({ attempts, since }, now)
  }
  const pauses = tries.slice(1).map((at, index) => at.since(tries[index] ?? at).total('minutes'))
  assert.deepEqual(pauses.slice(0, 9), [1, 2, 4, 8, 16, 32, 64, 128, 240])
  assert.ok(tries.length > 20 && tries.length < 30, String(tries.length))
  const last = tries.at(-1)
  assert.ok(last && last.since(since).total('hours') > PATIENCE.hours - 4)
})

test('a letter loads nothing and hides nothing', () => {
  const html = letterHtml({ language: 'ar', title: 'صوت', paragraphs: ['نص'], quotes: [], footer: ['نهاية'] })
  assert.doesNotMatch(html, /<img|<link|url\(|display:none/)
})
