import assert from 'node:assert/strict'
import { test } from 'node:test'
import { municipal } from '../../../test/kit/municipal.ts'
import { placeNamed } from './place-named.ts'

const found = (text: string) => placeNamed(municipal, text)?.id

test('a place is found as people write it', () => {
  for (const [text, id] of [
    ['الكهربا مقطوعة بالزرقاء من مبارح', 'zarqa'],
    ['no power in Zarqa', 'zarqa'],
    ['في الكرك عند المستشفى', 'karak'],
    ['الزبالة متراكمة بالكرك', 'karak'],
    ['جرش', 'jerash'],
    ['سلك مكشوف بجرش', 'jerash'],
  ] as const)
    assert.equal(found(text), id, text)
})

test('an ordinary word is no place', () => {
  for (const text of ['الحد الأدنى للأجور', 'في حي الزنبق بمدينة قمرستان', 'رحت عالمدينة امبارح'])
    assert.equal(found(text), undefined, text)
})
