import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { A_CASE, aDialogue, USUAL } from './dialogue.examples.ts'
import { digitsIn, numberIn } from './numbers.ts'
import { type Ended, PLACE_NAMES, SAY_NAMES, type Want } from './talk.ts'

/** What people write: orders, stories, numbers, nonsense, in two languages and many moods. */
const LINES = [
  ...[
    'نعم',
    'لا',
    'تخطى',
    'ما بعرف',
    'الغاء',
    'بدي احكي مع موظف',
    'وين وصل طلبي',
    'السلام عليكم',
    'شكرا',
    'مساعدة',
  ],
  ...['yes', 'no', 'skip', 'idk', 'cancel', 'talk to a person', 'where is my case', 'hi', 'thanks', 'help'],
  ...['الكهربا مقطوعة عنا من مبارح بالزرقاء والموظف ما رد', 'أقترح مظلة عند الموقف', 'أشكر الموظفة سارة جدا'],
  ...['كيف أجدد جوازي؟', 'كم سعر الذهب اليوم في السوق؟', 'فاتورة البيت كم', 'الشارع عندنا وضعه سيء'],
  ...[
    '26-4831-9027-4',
    '123456',
    '000000',
    '١',
    '2',
    'ثلاثة',
    'خمسة',
    '99',
    'غلط',
    'اقيم',
    'اعترض',
    'اضيف',
    'غير',
  ],
  ...['الموظف طلب رشوة', 'انتو فاشلين', 'في حريق', '', '   ', '؟؟؟', '😀', 'a', 'البوت', 'نسيت الرقم السري'],
] as const

const CHOICES = [
  ...[
    'do:file',
    'do:ask',
    'do:follow',
    'do:person',
    'do:menu',
    'do:cancel',
    'do:send',
    'do:change',
    'do:contact',
  ],
  ...['do:skip', 'do:code', 'do:look', 'do:rate', 'do:object', 'do:add', 'do:bot', 'do:none', 'yes', 'no'],
  ...[
    'type:complaint',
    'type:praise',
    'subject:potholes',
    'subject:none',
    'article:passport-renewal',
    'score:3',
  ],
  ...['change:text', 'change:type', 'change:subject', 'change:place', 'change:contact'],
] as const

const line = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...LINES).map((text) => ({ text })) },
  { weight: 4, arbitrary: fc.constantFrom(...CHOICES).map((choice) => ({ text: '', choice })) },
  { weight: 1, arbitrary: fc.string({ maxLength: 60, unit: 'grapheme' }).map((text) => ({ text })) },
)
const lines = fc.array(line, { maxLength: 25 })

/** The outside sometimes says no. */
const luck = fc.array(fc.boolean(), { minLength: 30, maxLength: 30 })

function unsteady(fortune: readonly boolean[]) {
  let at = 0
  return {
    end: (want: Want, talk: Parameters<typeof USUAL.end>[1]): Ended => {
      if (fortune[at++ % fortune.length]) return USUAL.end(want, talk)
      if (want.do === 'submit') return { did: 'submit', ok: false, reason: 'refused' }
      if (want.do === 'person') return { did: 'person', ok: false, day: A_CASE.day }
      if (want.do === 'send-code') return { did: 'send-code', ok: false }
      if (want.do === 'rate' || want.do === 'object' || want.do === 'add')
        return { did: want.do, ok: false, reason: 'not-open' }
      return { did: want.do, ok: false, reason: 'too-many' }
    },
  }
}

function after(said: readonly { text: string; choice?: string }[], fortune: readonly boolean[]) {
  const talk = aDialogue(unsteady(fortune))
  for (const { text, choice } of said) talk.say(text, choice)
  return talk
}

describe('wherever a talk is', () => {
  test('something is said, and it can be gone on from: no place is a dead end', () => {
    fc.assert(
      fc.property(lines, luck, (said, fortune) => {
        const talk = after(said, fortune)
        if (said.length === 0 || talk.talk.at === 'person') return
        assert.ok(talk.said.length > 0, `silence at ${talk.talk.at}`)
        assert.ok(talk.talk.offered.length > 0, `nothing to choose at ${talk.talk.at}: ${talk.said}`)
      }),
      { numRuns: 1500 },
    )
  })

  test('it can be left', () => {
    fc.assert(
      fc.property(lines, luck, (said, fortune) => {
        const talk = after(said, fortune)
        if (talk.talk.at === 'person') talk.tap('do:bot')
        else if (talk.talk.at === 'sealed') talk.tap('do:menu')
        else talk.say('الغاء')
        assert.equal(talk.talk.at, 'open')
        assert.equal(talk.talk.draft, undefined)
      }),
      { numRuns: 700 },
    )
  })

  test('a person can be asked for', () => {
    fc.assert(
      fc.property(lines, (said) => {
        const talk = after(said, [true])
        assert.equal(talk.tap('do:person').talk.at, 'person')
      }),
      { numRuns: 500 },
    )
  })

  test('every question can be skipped: at most a few «skip» lead to where something can be decided', () => {
    fc.assert(
      fc.property(lines, (said) => {
        const talk = after(said, [true])
        if (talk.talk.at === 'sealed' || talk.talk.at === 'person') return
        for (let times = 0; times < 6 && !['open', 'case', 'check'].includes(talk.talk.at); times++)
          talk.say('skip')
        assert.ok(['open', 'case', 'check'].includes(talk.talk.at), talk.talk.at)
      }),
      { numRuns: 700 },
    )
  })

  test('every choice that is offered is understood', () => {
    fc.assert(
      fc.property(lines, luck, fc.nat(), (said, fortune, which) => {
        const talk = after(said, fortune)
        const { offered } = talk.talk
        const choice = offered[which % (offered.length || 1)]
        if (!choice) return
        talk.tap(choice)
        assert.ok(!talk.said.includes('not-understood'), `${choice} was not understood`)
      }),
      { numRuns: 1000 },
    )
  })

  test('only what the catalogue holds is said, and what is remembered is plain JSON of bounded size', () => {
    fc.assert(
      fc.property(lines, luck, (said, fortune) => {
        const talk = after(said, fortune)
        for (const { say } of talk.last.says) assert.ok((SAY_NAMES as readonly string[]).includes(say))
        assert.ok((PLACE_NAMES as readonly string[]).includes(talk.talk.at))
        const kept = JSON.stringify(talk.talk)
        assert.deepEqual(JSON.parse(JSON.stringify(JSON.parse(kept))), JSON.parse(kept))
        assert.ok(kept.length < 30_000)
      }),
      { numRuns: 500 },
    )
  })
})

describe('nothing personal is said back', () => {
  const SECRETS = ['أنا فاطمة الكناري', '0791234567', 'canary@example.org', '554433', 'بيتي خلف مخبز الكناري']
  test('not a name, a telephone, an address, a PIN, or a place as it was typed', () => {
    const secret = fc.constantFrom(...SECRETS).map((text) => ({ text }))
    fc.assert(
      fc.property(fc.array(fc.oneof(line, secret), { maxLength: 25 }), luck, (said, fortune) => {
        const talk = aDialogue(unsteady(fortune))
        for (const { text, choice } of said as { text: string; choice?: string }[]) {
          talk.say(text, choice)
          assert.doesNotMatch(JSON.stringify(talk.last.says), /كناري|91234567|canary|554433/u)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('and of what belongs into the sealed room nothing is remembered', () => {
    fc.assert(
      fc.property(lines, luck, (said, fortune) => {
        const talk = after(said, fortune).say('المفتش الكناري طلب رشوة مني')
        assert.equal(talk.last.keep, false)
        assert.doesNotMatch(JSON.stringify(talk.talk), /كناري|رشوة/u)
      }),
      { numRuns: 500 },
    )
  })
})

describe('one intention, one case', () => {
  test('a case is submitted only from its summary, complete, and only when that was said', () => {
    fc.assert(
      fc.property(lines, (said) => {
        const talk = aDialogue()
        for (const { text, choice } of said as { text: string; choice?: string }[]) {
          const before = talk.talk
          const count = talk.wants.length
          talk.say(text, choice)
          if (talk.wants.slice(count).some((want) => want.do === 'submit')) {
            assert.equal(before.at, 'check')
            assert.ok(before.draft?.text && before.draft.type)
          }
        }
      }),
      { numRuns: 700 },
    )
  })
})

test('numbers are read in words and digits', () => {
  for (const [text, number] of [
    ['خمسة', 5],
    ['٧', 7],
    ['واحد وعشرين', 21],
    ['خمسة وعشرون', 25],
    ['twenty five', 25],
    ['الثالث', 3],
    ['رقم تنين', 2],
    ['twelve', 12],
    ['ثلاثمية وعشرة', 310],
    ['مئة وخمسة وعشرون', 125],
    ['three hundred ten', 310],
  ] as const)
    assert.equal(numberIn(text), number, text)
  assert.equal(numberIn('خمسة ستة'), undefined)
  assert.equal(numberIn('مرحبا'), undefined)
  assert.equal(digitsIn('ستة وعشرين ٤٨٣١ ninety zero 27 أربعة'), '2648319002 74'.replace(' ', ''))
  assert.equal(digitsIn('ثلاثمية وعشرة خمسة خمسة خمسة'), '310555')
  fc.assert(
    fc.property(fc.stringMatching(/^\d{1,12}$/), (digits) => {
      assert.equal(digitsIn(digits.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? '')), digits)
      const names = 'صفر واحد اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة'.split(' ')
      assert.equal(digitsIn([...digits].map((digit) => names[Number(digit)]).join(' ')), digits)
    }),
  )
})
