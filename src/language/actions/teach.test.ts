import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packModel, unpackModel } from './pack-model.ts'
import { suggest } from './suggest.ts'
import { teach } from './teach.ts'
import { trainSuggestions } from './train-suggestions.ts'

const model = trainSuggestions([
  ...['حفرة في الشارع', 'الشارع مكسر', 'مطب عالي', 'pothole in the road'].map((text) => ({
    text,
    label: 'road',
  })),
  ...['الماء مقطوع', 'لا ماء منذ أمس', 'ضعف المياه', 'no water'].map((text) => ({ text, label: 'water' })),
  ...['الكهرباء مقطوعة', 'انقطاع التيار', 'power cut'].map((text) => ({ text, label: 'power' })),
])
const first = (asked: typeof model, text: string) => suggest(asked, text)[0]?.label

test('a correction is learned at once, and what was known stays known', () => {
  const text = 'الطرمبة وقفت وما يوصل شي للخزان'
  const taught = teach(model, [{ text, label: 'water' }])
  assert.equal(first(taught, text), 'water')
  assert.equal(first(taught, 'الطرمبة خربانة'), 'water')
  assert.equal(first(taught, 'حفرة في الشارع'), 'road')
  assert.equal(first(taught, 'الكهرباء مقطوعة'), 'power')
})

test('teaching is repeatable, leaves the model it began with, and passes over labels it does not know', () => {
  const before = model.linear.weights.slice()
  const example = { text: 'الطرمبة وقفت', label: 'water' }
  assert.deepEqual(teach(model, [example]).linear.weights, teach(model, [example]).linear.weights)
  assert.deepEqual(model.linear.weights, before)
  assert.equal(teach(model, [{ text: 'x', label: 'unheard-of' }]), model)
})

test('a packed model proposes what it proposed before', () => {
  const again = unpackModel(packModel(model))
  for (const text of ['حفرة كبيرة', 'المي مقطوعة', 'power', 'مرحبا', '7ofra bel share3']) {
    const [one, other] = [suggest(model, text), suggest(again, text)]
    assert.deepEqual(
      one.map(({ label }) => label),
      other.map(({ label }) => label),
    )
    for (const [at, { confidence }] of one.entries())
      assert.ok(Math.abs(confidence - (other[at]?.confidence ?? 0)) < 0.005)
  }
  assert.deepEqual(packModel(again), packModel(model))
})

test('a model that was packed before models carried their words still proposes', () => {
  const packed = packModel(model)
  const length = new DataView(packed.buffer).getUint32(0, true)
  const head = JSON.parse(new TextDecoder().decode(packed.subarray(4, 4 + length)))
  const older = new TextEncoder().encode(JSON.stringify({ ...head, words: undefined }))
  const numbers = packed.subarray(4 + length + (length % 2))
  const start = 4 + older.length + (older.length % 2)
  const bytes = new Uint8Array(start + numbers.length)
  new DataView(bytes.buffer).setUint32(0, older.length, true)
  bytes.set(older, 4)
  bytes.set(numbers, start)
  assert.deepEqual(suggest(unpackModel(bytes), 'حفرة كبيرة'), suggest(unpackModel(packed), 'حفرة كبيرة'))
})
