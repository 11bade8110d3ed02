import assert from 'node:assert/strict'
import { test } from 'node:test'
import { likelyType } from './likely-type.ts'

const OBVIOUS = {
  complaint: [
    'في حفرة كبيرة قدام مدرسة البنات من أسبوعين. خربت تاير سيارتي',
    'الكهرباء مقطوعة من الصبح وما حد يرد، متى ترجع؟',
    'المعاملة متأخرة من شهرين، وشكرًا',
    'The street light is broken since Monday',
    'Still no answer from the clinic. Thank you',
    'el mayy ma2tou3a 3anna mn 3 eyam fi irbid',
    'The trash has not been collected for two weeks',
  ],
  inquiry: ['كيف أجدد بطاقتي الشخصية؟', 'متى يفتح المركز في رمضان', 'What do I need to renew my passport?'],
  suggestion: [
    'أقترح أن تفتح الحديقة حتى منتصف الليل',
    'ياريت تحطون مظلة عند الموقف',
    'I suggest a bus stop at the clinic',
  ],
  praise: [
    'أشكر الموظفة سارة على حسن تعاملها',
    'الله يعطيكم العافية على سرعة الإنجاز',
    'Thank you for the excellent service',
  ],
  violation: [
    'طلب مني الموظف رشوة لينجز المعاملة',
    'An officer asked for a bribe',
    'el mouwazzaf talab meni rashwe',
  ],
} as const

for (const [type, texts] of Object.entries(OBVIOUS))
  for (const text of texts)
    test(`obviously ${type}: ${text}`, () => {
      assert.equal(likelyType(text), type)
    })

test('what is not obvious is left to the resident', () => {
  for (const text of ['', 'الحديقة العامة في الحي', 'The park near my house'])
    assert.equal(likelyType(text), undefined)
})
