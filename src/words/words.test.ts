import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { LOCALES, type Locale, words } from './index.ts'

type Message = string | ((...given: (string | number)[]) => string)

/** Every message with its path, `ui.states.late`. */
function messages(branch: object, path = ''): [string, Message][] {
  return Object.entries(branch).flatMap(([key, value]) =>
    typeof value === 'object' ? messages(value, `${path}${key}.`) : [[path + key, value as Message]],
  )
}

const ONE_OF_EACH_FORM = [0, 1, 2, 3, 11, 100]

/** What a message says: once when fixed, once per plural form when it takes something. */
const said = (message: Message): string[] =>
  typeof message === 'string'
    ? [message]
    : ONE_OF_EACH_FORM.map((number) => message(...Array<number>(message.length).fill(number)))

const everySentence = (locale: Locale) =>
  messages(words(locale)).flatMap(([path, message]) =>
    said(message).map((sentence) => [path, sentence] as const),
  )

const found = (locale: Locale, fault: RegExp) => everySentence(locale).filter(([, text]) => fault.test(text))

test('both languages say the same things', () => {
  const shape = (locale: Locale) =>
    messages(words(locale)).map(([path, message]) => `${path} ${typeof message}`)
  assert.deepEqual(shape('en').sort(), shape('ar').sort())
})

// After a construct (يوم عمل) the forms for 11 and for 100 are written alike; the other five never are.
test('whatever is counted in Arabic is said in all its forms', () => {
  for (const [path, message] of messages(words('ar'))) {
    if (typeof message === 'string' || !String(message).includes('plural(')) continue
    const forms = new Set(said(message).map((sentence) => sentence.replace(/\d+/g, '#')))
    assert.ok(forms.size >= 5, `${path}: ${[...forms].join(' | ')}`)
  }
})

test('Arabic is written in Arabic letters', () => {
  assert.deepEqual(found('ar', /[a-z]/i), [])
})

test('English is written in Latin letters', () => {
  assert.deepEqual(found('en', /[\u0600-\u06ff]/), [])
})

for (const locale of LOCALES) {
  describe(`the ${locale} catalogue`, () => {
    test('has no empty message and no stray space', () => {
      assert.deepEqual(found(locale, /^$|^\s|\s$|\s{2}/), [])
    })
    test('has no forgotten value', () => {
      assert.deepEqual(found(locale, /undefined|null|NaN|\[object/), [])
    })
    test('uses the quotation marks and dots of print', () => {
      assert.deepEqual(found(locale, /["'`]|\.\.\./), [])
    })
    test('uses the punctuation of its script', () => {
      assert.deepEqual(found(locale, locale === 'ar' ? /[,;?%]/ : /[،؛؟٪]/), [])
    })
  })
}
