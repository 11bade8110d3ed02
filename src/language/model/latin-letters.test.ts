import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lexiconOf } from './latin-letters.ts'
import { searchTerms } from './terms.ts'
import { words } from './words.ts'

test('what is typed in Latin letters is read as the Arabic it is', () => {
  assert.deepEqual(searchTerms('el kahraba ma2to3a mn mbare7'), searchTerms('الكهربا مقطوعة من مبارح'))
  assert.deepEqual(words('fi 7ofra bel share3'), ['في', 'حفره', 'شارع'])
  assert.deepEqual(words('rateb el ta2a3od'), ['راتب', 'تقاعد'])
})

test('English stays English, with its ordinals, measures and numbered doors', () => {
  for (const text of [
    'the 2nd floor of block 3b',
    'my covid19 test',
    'gate7 and room5',
    'a 5g tower at 3pm',
    'mp3',
  ])
    assert.doesNotMatch(words(text).join(' '), /\p{Script=Arabic}/u, text)
})

test('small words are enough to know Arabic by, where no English one stands among them', () => {
  assert.deepEqual(words('wein el baladiya'), ['وين', 'بلديه'])
  assert.deepEqual(words('la fi dawa wala maw3id'), words('la fi dawa wala maw3ed'))
  assert.deepEqual(words('ya reit ana kaman'), words('3ala ya reit ana kaman').slice(1))
})

test('one number grown into a word makes no English text Arabic', () => {
  const text = 'i filed several reports with the fbi and the ic3 about this'
  assert.deepEqual(words(text), text.split(' '))
})

test('a word that examples know is read as they spell it', () => {
  const lexicon = lexiconOf(['البرادات', 'محجوز', 'street'])
  assert.deepEqual(words('3ala el barradat', undefined, lexicon), ['علا', 'برادات'])
  assert.deepEqual(words('3ala mahjooz', undefined, lexicon), ['علا', 'محجوز'])
})

test('Arabic and everything else stays as it was', () => {
  const arabic = fc.array(fc.constantFrom('الكهرباء', 'مقطوعة', 'في', '٣', '12', 'الشارع'))
  fc.assert(
    fc.property(arabic, (given) => {
      assert.deepEqual(
        words(given.join(' ')),
        given.flatMap((word) => words(word)),
      )
    }),
  )
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(words(`${text} 7ofra`))))
})
