import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newReference } from '#kernel'
import type { Arrival } from './arrival.ts'
import { judge, type Known, MOST_A_DAY } from './judge.ts'
import { namedCases } from './named-cases.ts'
import { ownWords } from './own-words.ts'

const aLetter = (given: Partial<Arrival> = {}): Arrival => ({
  channel: 'mail',
  name: '<1@example.org>',
  from: { address: 'fatima@example.org', name: 'Fatima' },
  subject: 'انقطاع الكهرباء',
  text: 'الكهرباء مقطوعة من مبارح',
  answers: [],
  automatic: false,
  attachments: [],
  ...given,
})
const nothingKnown: Known = { ours: ['sawt@example.gov'], named: [], lately: 0 }
const mine = { caseId: 'mine', bySender: true }
const theirs = { caseId: 'theirs', bySender: false }

test('somebody who writes for the first time has a case', () => {
  assert.deepEqual(judge(aLetter(), nothingKnown), { does: 'submit' })
})

test('whoever brought a case may add to it by naming it; whoever did not may not', () => {
  assert.deepEqual(judge(aLetter(), { ...nothingKnown, named: [mine] }), { does: 'add', caseId: 'mine' })
  assert.deepEqual(judge(aLetter(), { ...nothingKnown, named: [theirs] }), {
    does: 'wait',
    because: 'stranger',
  })
  const both = { ...nothingKnown, named: [mine, theirs] }
  assert.deepEqual(judge(aLetter(), both), { does: 'wait', because: 'many-cases' })
})

test('a machine that writes makes no case, whatever it says, so that two of them never talk for ever', () => {
  const known = fc.record({
    ours: fc.constant(['sawt@example.gov']),
    named: fc.subarray([mine, theirs]),
    lately: fc.nat(50),
  })
  fc.assert(
    fc.property(known, fc.string(), fc.boolean(), (known, text, own) => {
      const from = own ? { address: 'sawt@example.gov', name: '' } : aLetter().from
      const { does } = judge(aLetter({ text, from, automatic: !own }), known)
      assert.equal(does, 'set-aside')
    }),
  )
})

test('who writes without end waits for a person, and so does who says nothing', () => {
  assert.equal(judge(aLetter(), { ...nothingKnown, lately: MOST_A_DAY }).does, 'wait')
  const empty = aLetter({ subject: 'Re: ', text: '\n> quoted\n' })
  assert.deepEqual(judge(empty, nothingKnown), { does: 'wait', because: 'empty' })
})

test('what mail programs quote is not what their writer wrote', () => {
  const heads = [
    'On Tue, 3 Nov 2026 at 10:00, Sawt <sawt@example.gov> wrote:',
    'في الثلاثاء، 3 نوفمبر 2026 في 10:00 ص كتب Sawt <sawt@example.gov>:',
    'في ٣ نوفمبر ٢٠٢٦ كتبت صوت:',
    '-----Original Message-----',
    '________________________________',
    'From: Sawt <sawt@example.gov>',
    'من: صوت <sawt@example.gov>',
    '-- ',
    'On Tue, 3 Nov 2026 at 10:00,\nSawt <sawt@example.gov> wrote:',
  ]
  for (const head of heads)
    assert.equal(ownWords(`شكرًا، ما زالت مقطوعة\n\n${head}\nتم استلام طلبك`), 'شكرًا، ما زالت مقطوعة', head)
  assert.equal(ownWords('> old\nnew\n>> older\n'), 'new')
})

test('whoever answers below what was quoted, or between it, has written all the rest', () => {
  const quoted = '> تم استلام طلبك\n> أين العمود بالضبط؟'
  for (const head of [
    'On Tue, 3 Nov 2026, Sawt wrote:',
    'On Tue, 3 Nov 2026 at 10:00,\nSawt <s@example.gov> wrote:',
    'في ٣ نوفمبر ٢٠٢٦ كتبت صوت:',
  ]) {
    assert.equal(ownWords(`${head}\n${quoted}\n\nأمام المدرسة`), 'أمام المدرسة', head)
    assert.equal(
      ownWords(`مرحبا\n${head}\n\n${quoted}\nأمام المدرسة\n> ومتى؟\nأمس`),
      'مرحبا\n\nأمام المدرسة\nأمس',
      head,
    )
  }
})

test('an answer that only quotes waits for a person, a photo alone does not', () => {
  const text = 'On Tue, 3 Nov 2026, Sawt wrote:\n> تم استلام طلبك'
  const known = { ...nothingKnown, named: [mine] }
  assert.deepEqual(judge(aLetter({ text }), known), { does: 'wait', because: 'empty' })
  const attachments = [{ name: 'photo.jpg', content: new Uint8Array() }]
  assert.deepEqual(judge(aLetter({ text, attachments }), known), { does: 'add', caseId: 'mine' })
})

test('a text without a quotation is left as it was', () => {
  const line = fc.stringMatching(/^[\p{L} ,.!]{0,40}$/u)
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const text = lines.join('\n')
      assert.equal(ownWords(text), text.replace(/\n{3,}/g, '\n\n').trim())
    }),
  )
})

test('a number is found in any digits and any writing, and nowhere else', () => {
  const arabic = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
  fc.assert(
    fc.property(
      fc.nat(99_999_999),
      fc.constantFrom('-', ' ', ''),
      fc.boolean(),
      (eight, between, eastern) => {
        const reference = newReference(2026, () => eight)
        const written = [
          reference.slice(0, 2),
          reference.slice(2, 6),
          reference.slice(6, 10),
          reference.slice(10),
        ]
        const typed = `رقم طلبي ${written.join(between)}، وهاتفي 33001122`
        assert.deepEqual(namedCases(eastern ? arabic(typed) : typed), [reference])
        assert.deepEqual(namedCases(`9${reference}9`), [])
      },
    ),
  )
})

test('what Arabic mail programs quote, and what telephones write below, is not what their writer wrote', () => {
  for (const quoted of [
    'في الأحد، ٢٢ نوفمبر ٢٠٢٦ في ١٠:٣٠ ص تمت كتابة ما يلي بواسطة \u200fصوت\u200f <\u200ecases@sawt.example\u200e>:\n\n> نص قديم',
    'في ٢٢ نوفمبر ٢٠٢٦، الساعة ١٠:٣٠ ص، كتب/كتبت صوت <cases@sawt.example>:\n\nنص قديم',
    '\u200fمن: صوت <cases@sawt.example>\n\u200fتم الإرسال: الأحد\nنص قديم',
    'مُرسل من هاتف iPhone الخاص بي\n\nOn Sun, 22 Nov 2026 at 10:30, Sawt <cases@sawt.example> wrote:\n> old',
  ])
    assert.equal(ownWords(`ما زالت الكهرباء مقطوعة.\n\n${quoted}`), 'ما زالت الكهرباء مقطوعة.', quoted)
  for (const below of [
    'Sent from my iPhone',
    'أُرسلت من الـ iPhone',
    'Get Outlook for Android<https://aka.ms/x>',
  ])
    assert.equal(ownWords(below), '', below)
  assert.equal(ownWords('أرسلت من شهر شكوى عن الطريق'), 'أرسلت من شهر شكوى عن الطريق')
})
