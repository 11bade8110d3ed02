import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formulaWarnings } from './formula.ts'
import { LIMITS } from './limits.ts'
import { splitPoints } from './points.ts'

const ASKED = 'الشارع مظلم منذ شهر. متى تُركّب الأعمدة الجديدة؟'
const GOOD = {
  text: 'ركّبنا الأعمدة الجديدة في الشارع المظلم يوم الأحد، وتعمل الإنارة منذ مساء أمس.',
  outcome: 'solved',
  points: [{ point: 'متى تُركّب الأعمدة؟', answer: 'رُكّبت يوم الأحد' }],
}

test('a reply that says what was done and when is let through without a word', () => {
  assert.deepEqual(formulaWarnings(GOOD, ASKED, ['نشكركم على تواصلكم وسيُنظر في طلبكم قريبًا.']), [])
})

test('a text sent before with a word changed is noticed', () => {
  const earlier = GOOD.text.replace('الأحد', 'الاثنين')
  assert.deepEqual(formulaWarnings(GOOD, ASKED, [earlier]), ['like-earlier'])
})

test('thanks alone are no answer', () => {
  const thanks = { text: 'شكرًا لتواصلكم معنا', outcome: 'explained' }
  assert.deepEqual(formulaWarnings(thanks, ASKED, []), ['too-short', 'points-missed'])
})

test('whoever is refused or sent away is told where to go', () => {
  const refused = { ...GOOD, outcome: 'refused' }
  assert.deepEqual(formulaWarnings(refused, ASKED, []), ['no-next-step'])
  assert.deepEqual(formulaWarnings({ ...refused, otherRemedy: 'لجنة التظلمات' }, ASKED, []), [])
  assert.deepEqual(formulaWarnings({ ...refused, actions: [{}] }, ASKED, []), [])
})

test('one of two questions left aside is noticed, also where the other has an answer of its own', () => {
  const asked = 'الشارع مظلم منذ شهر. لماذا لم يحضر أحد من البلدية لإصلاح الرصيف؟'
  assert.deepEqual(formulaWarnings(GOOD, asked, []), ['points-missed'])
})

test('whoever asks when is told a time, and whoever asks how much a number', () => {
  const warned = (asked: string, text: string) =>
    formulaWarnings({ text, outcome: 'explained' }, asked, []).includes('points-missed')
  for (const [asked, empty, full] of [
    [
      'متى تصلحون الإنارة في شارع الجامعة؟',
      'سنصلح الإنارة في شارع الجامعة بإذن الله.',
      'نصلح الإنارة في شارع الجامعة الأسبوع القادم.',
    ],
    [
      'إيمتى بتيجي المي على حي النزهة؟',
      'المي بتيجي على حي النزهة حسب البرنامج.',
      'المي بتيجي على حي النزهة كل خميس.',
    ],
    ['كم رسوم تجديد الرخصة؟', 'رخصتك تُجدد في الدائرة بعد دفع المبلغ المقرر.', 'تجديد الرخصة بعشرة دنانير.'],
    [
      'When will the street light be repaired?',
      'The street light will be repaired soon by our crew.',
      'The street light will be repaired on Tuesday.',
    ],
    [
      'How much is the fee for the permit?',
      'The permit is given after it was paid for, as usual.',
      'The permit costs 20 dinars.',
    ],
  ] as const) {
    assert.equal(warned(asked, empty), true, empty)
    assert.equal(warned(asked, full), false, full)
  }
  assert.equal(
    warned(
      'Whom do I call when the light fails at night?',
      'Call our office, and the light is looked at by the crew at night.',
    ),
    false,
  )
  assert.equal(warned('هل تستقبلون الطلبات يوم السبت؟', 'نعم، نستقبل الطلبات كما في بقية الأسبوع.'), false)
})

test('blame and empty phrases are noticed in any spelling, plain words are not', () => {
  const saying = (more: string) => formulaWarnings({ ...GOOD, text: `${GOOD.text} ${more}` }, ASKED, [])
  assert.deepEqual(saying('وكان عليكَ أن تُبلغنا قبل ذلك.'), ['blames'])
  assert.deepEqual(saying('نحيطكم علمًا بأنه تم اتخاذ اللازم.'), ['cold'])
  assert.deepEqual(saying('As we already told you, wait.'), ['blames'])
  assert.deepEqual(saying('شكرًا لأنك أخبرتنا، واعذرنا على التأخير.'), [])
})

test('a story falls into the points it raises, without greetings and numbering', () => {
  assert.deepEqual(
    splitPoints(
      'السلام عليكم\n1. الشارع مظلم منذ شهر كامل\n- متى تُركّب الأعمدة الجديدة؟ وهل ستدفنون الأسلاك المكشوفة؟',
    ),
    ['الشارع مظلم منذ شهر كامل', 'متى تُركّب الأعمدة الجديدة؟', 'وهل ستدفنون الأسلاك المكشوفة؟'],
  )
})

test('whatever is written, points are few, distinct, whole and short enough to be sent back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (text) => {
      const points = splitPoints(text)
      assert.ok(points.length <= 8)
      assert.equal(new Set(points).size, points.length)
      for (const point of points)
        assert.ok(point.length <= LIMITS.point && point.isWellFormed() && point.trim())
    }),
  )
})

const WATER = ['انقطاع المياه وضعف الضخ', 'المي مقطوعة', 'ضغط المي ضعيف', 'الخزان فاضي', 'water outage']

test('a reply in the words of an office meets what people tell in theirs, where both speak of the subject', () => {
  const asked = 'المي مقطوعة عنا من اربع ايام بحي معصوم والخزانات فاضية وعندي اطفال صغار'
  const reply = {
    text: 'انكسر خط رئيسي في شارع الجيش يوم الثلاثاء، وأُصلح صباح اليوم، وعاد الضخ عند الحادية عشرة. إن بقي الضغط ضعيفًا غدًا فأخبرنا.',
    outcome: 'solved',
  }
  assert.deepEqual(formulaWarnings(reply, asked, [], WATER), [])
})

test('forwarding is no answer, whatever the subject is called', () => {
  const forwarded = {
    text: 'تم تحويل طلبكم إلى القسم المختص وستتم المتابعة معكم قريبًا، شكرًا لكم.',
    outcome: 'explained',
  }
  const warned = formulaWarnings(forwarded, 'المي مقطوعة عنا من اربع ايام', [], [...WATER, 'متابعة طلب'])
  assert.deepEqual(warned, ['points-missed'])
})

test('a question why is not met by speaking of the subject', () => {
  const asked = 'ليش ما حدا إجا يشوف العداد؟'
  const reply = { text: 'عاد الضخ والضغط ضعيف حتى يمتلئ الخزان في حيكم مساء اليوم.', outcome: 'explained' }
  assert.deepEqual(formulaWarnings(reply, asked, [], WATER), ['points-missed'])
})
