import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { wordsOfHtml } from './html-words.ts'
import { ownWords } from './own-words.ts'

test('a letter that is HTML alone says its words, line by line, and nothing of its machinery', () => {
  const html = `<html><head><title>x</title><style>p{color:red}</style></head><body dir="rtl"><!-- note -->
    <p>الكهربا <b>مقطوعة</b> عنا&nbsp;من مبارح<br>بالزرقاء</p><script>alert(1)</script>
    <ul><li>المحوّل</li><li>العمود &amp; السلك</li></ul><div>2 &lt; 3 &#1603;&#x645; &unknown;</div></body></html>`
  assert.equal(
    wordsOfHtml(html).replace(/\n+/g, '\n'),
    'الكهربا مقطوعة عنا من مبارح\nبالزرقاء\n- المحوّل\n- العمود & السلك\n2 < 3 كم &unknown;',
  )
})

test('of an answer in HTML only the own words stay, however the mail program quotes', () => {
  for (const quote of [
    '<div style="border-top:solid"><p><b>From:</b> Sawt &lt;sawt@example.gov&gt;<br><b>Sent:</b> Sunday</p><p>وصلنا طلبك</p></div>',
    '<div class="gmail_quote"><div class="gmail_attr">On Sun, Nov 22, 2026 at 8:00 AM Sawt &lt;<a href="mailto:s@example.gov">s@example.gov</a>&gt; wrote:<br></div><blockquote class="gmail_quote">وصلنا طلبك</blockquote></div>',
    '<blockquote type="cite"><div>وصلنا طلبك</div><div>رقمه</div></blockquote>',
  ])
    assert.equal(ownWords(wordsOfHtml(`<div>ما زالت مقطوعة</div><div><br></div>${quote}`)), 'ما زالت مقطوعة')
})

test('whatever markup arrives, text comes out, as long as it takes to read it once', () => {
  const piece = fc.oneof(
    fc.constantFrom('<', '>', '<p', '</', '<!--', '-->', '&#', '<script>', '<blockquote>', '"', '<br/>'),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const words = wordsOfHtml(pieces.join(''))
      assert.ok(words.isWellFormed() || !pieces.join('').isWellFormed())
    }),
  )
  for (const piece of ['<', '<a ', '<!--', '&', '<blockquote>']) wordsOfHtml(piece.repeat(20_000))
})
