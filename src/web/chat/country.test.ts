import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findWithPin } from '#cases'
import { loadDirectory } from '#entities'
import { converse, holderOf } from '#knowledge'
import { anApp } from '../../../test/kit/app.ts'
import { freshDatabase } from '../../../test/kit/database.ts'
import { seedArticles } from '../../commands/seeding/articles.ts'
import { seedCountry } from '../../commands/seeding/seed-country.ts'
import { buildTools } from '../../tools.ts'
import { chatDoor } from './door.ts'
import { chatLimits } from './limits.ts'

const POWER = 'الكهربا مقطوعة عنا من مبارح بالزرقاء والموظف ما رد'

test('in the whole of a country: one message and one tap to a number and a date, at the right entity and place', async (t) => {
  const { tools: given } = await anApp(t)
  const { db } = await freshDatabase(t)
  const tools = buildTools({ ...given, db, clock: given.wall })
  const seeded = await seedCountry(tools, 'jordan')
  assert.ok(seeded.ok)
  await seedArticles(tools)
  tools.forget()
  const door = chatDoor(tools, chatLimits(), 'test')
  const holder = holderOf(tools.secret, 'web', 'somebody')
  const say = async (text: string, choice?: string) => {
    const done = await converse(tools, door, { channel: 'web', holder, language: 'ar', text, choice })
    assert.ok(done.ok)
    return (await door.voice(tools.db, 'ar', done.value.says)).text
  }
  const began = performance.now()
  const check = await say(POWER)
  t.diagnostic(`${(performance.now() - began).toFixed(0)} ms for the first message\n${check}`)
  assert.match(check, /شكوى، الموضوع: انقطاع/)
  assert.match(check, /المكان: (?:محافظة )?الزرقاء/)
  assert.match(check, /يذهب إلى: .*كهرب|يذهب إلى: .*الطاقة/)
  const filed = await say('', 'do:send')
  const reference = /\d\d-\d{4}-\d{4}-\d/.exec(filed)?.[0] ?? ''
  const pin = (/\d{3} \d{3}/.exec(filed)?.[0] ?? '').replace(' ', '')
  const found = await findWithPin(tools, { reference, pin })
  assert.ok(found.ok, filed)
  const directory = await loadDirectory(db)
  assert.match(directory.place(found.value.place)?.name.ar ?? '', /الزرقاء/)
  assert.equal(found.value.category, 'power-outage')

  // A town is no pavement: where it is does not say what it is.
  for (const [text, category] of [
    ['انقطاع بالرصيفة', 'water-outage'],
    ['زبالة متراكمة في الرصيفة', 'waste-collection'],
    ['الرصيف مكسر بالرصيفة', 'road-sidewalks'],
  ] as const)
    assert.equal((await tools.suggest(text))[0]?.label, category, text)

  for (const [question, answer] of [
    ['كيف اجدد جواز السفر', /المصدر: تجديد جواز السفر/],
    ['شلون اعرف وين وصل موضوع الاعتراض على الرد', /اعترض|أعترض|رقم الطلب/],
    ['when will I get a reply', /متى يصلني الرد|When will I be answered/],
  ] as const) {
    await say('', 'do:menu')
    assert.match(await say(question), answer, question)
  }

  // Alike in words, and about something else: no answer is better than another one's.
  for (const question of [
    'ما هي الأوراق المطلوبة لتجديد رخصة القيادة',
    'My water bill is too high this month',
  ]) {
    await say('', 'do:menu')
    assert.doesNotMatch(await say(question), /من الأجوبة المنشورة/, question)
  }

  // What can be tapped can be written out; a town that is no town is no place.
  await say('', 'do:menu')
  await say('في تسرب مي كبير بالشارع')
  assert.match(await say('في حي الزنبق بمدينة قمرستان'), /المكان: كما كتبته/)
  assert.match(await say('أترك رقمًا أو بريدًا'), /رقم هاتف أو بريد نخبرك عليه/)
  await say('إلغاء')
  assert.match(await say('المي مقطوعة والزبالة متراكمة من أسبوع بالزرقاء'), /عن أي موضوع/)
  assert.match(await say('جمع القمامة والحاويات'), /وفي كلامك أمر آخر: انقطاع المياه/)

  // Waste in one governorate is not the municipality's of another.
  for (const [town, owner] of [
    ['إربد', /يذهب إلى: بلدية إربد الكبرى/],
    ['عمان', /يذهب إلى: أمانة عمان الكبرى/],
    ['الكرك', /يحدد المكتب المركزي الجهة/],
  ] as const) {
    await say('إلغاء')
    assert.match(await say(`حاوية الزبالة مليانة وما حدا شالها من أسبوع في ${town}`), owner, town)
  }

  // About nothing that was ever published, however it begins.
  await say('إلغاء')
  assert.doesNotMatch(await say('كم الساعة'), /متى يصلني الرد/)
})
