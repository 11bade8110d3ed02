import assert from 'node:assert/strict'
import { test } from 'node:test'
import { normalise } from '#language'
import { placeIn } from './place-in.ts'

const place = (id: string, ar: string, en: string) => ({
  id,
  parentId: null,
  level: 'town',
  name: { ar, en },
})
const PLACES = [
  place('karak', 'الكرك', 'Karak'),
  place('jerash', 'جرش', 'Jerash'),
  place('hidd', 'الحد', 'Hidd'),
  place('zarqa', 'محافظة الزرقاء', 'Zarqa Governorate'),
  place('medina', 'المدينة', 'Al-Medina'),
]
const found = (text: string) => placeIn(normalise(text), PLACES)?.id

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
