import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anOffice, saidIn, typedIn } from './office.examples.ts'

const SENTENCE = 'نخلة طاحت على سيارتي'

test('suggestions learn a new phrase at once', async (t) => {
  const { fill, tools, adel } = await anOffice(t)
  const palms = { nameAr: 'النخيل', nameEn: 'Palms', owner: 'works', sector: 'infrastructure' }
  await fill('/ar/admin/categories/new', palms)
  const before = (await tools.suggest(SENTENCE)).find(({ label }) => label === 'palms')?.confidence ?? 0
  const phrases = { phrasesAr: 'نخلة طاحت\nنخلة طايحة على سيارة\n\nسقوط نخلة', phrasesEn: 'fallen palm' }
  const saved = await fill('/ar/admin/categories/palms', phrases)
  assert.match(saidIn(saved), /حُفظ/)
  const [best] = await tools.suggest(SENTENCE)
  assert.equal(best?.label, 'palms')
  assert.ok((best?.confidence ?? 0) > before)
  const tried = await adel.get(`/ar/admin/categories/palms?try=${encodeURIComponent(SENTENCE)}`)
  assert.match(saidIn(tried), /نقترح الآن النخيل/)
})

test('a category’s phrases stand one a line, and are kept when something else is wrong', async (t) => {
  const { fill, adel } = await anOffice(t)
  const refused = await fill('/en/admin/categories/potholes', {
    nameAr: '',
    phrasesAr: 'حفرة في الشارع\nجورة بالطريق',
    urgency: 'emergency',
  })
  assert.equal(refused.status, 422)
  assert.match(refused.html, /id="nameAr-error"/)
  const { phrasesAr, urgency, owner } = typedIn(refused)
  assert.deepEqual([phrasesAr, urgency, owner], ['حفرة في الشارع\nجورة بالطريق', 'emergency', 'works'])
  assert.equal(typedIn(await adel.get('/en/admin/categories/potholes')).phrasesAr, 'حفرة في الشارع')
})

test('forged choices are refused beside their fields and change nothing', async (t) => {
  const { fill, tools } = await anOffice(t)
  const { version } = await tools.directory()
  for (const [field, value] of [
    ['sector', 'moon'],
    ['owner', 'moon'],
    ['urgency', 'huge'],
  ] as const) {
    const refused = await fill('/en/admin/categories/potholes', { [field]: value })
    assert.equal(refused.status, 422)
    assert.match(refused.html, new RegExp(`id="${field}-error"`))
  }
  tools.forget()
  assert.equal((await tools.directory()).version, version)
})

test('the list shows whom nobody owns', async (t) => {
  const { fill, adel } = await anOffice(t)
  await fill('/en/admin/categories/potholes', { owner: '' })
  const said = saidIn(await adel.get('/en/admin/categories?owner=nobody'))
  assert.match(said, /Potholes/)
  assert.doesNotMatch(said, /Power cuts Infrastructure/)
})
