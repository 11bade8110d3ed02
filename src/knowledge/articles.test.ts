import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { residentView } from '#cases'
import { sql } from '#platform'
import { aCountry } from '../../test/kit/country.ts'
import * as a from '../../test/kit/situations.ts'
import { articleSeeds } from '../commands/seeding/articles.ts'
import {
  articleFromCase,
  confirmArticle,
  findArticles,
  findPublished,
  listArticles,
  openArticle,
  plantArticles,
  publishArticle,
  remindOfReviews,
  voteOnArticle,
  withdrawArticle,
  writeArticle,
} from './index.ts'

const AN_ARTICLE = {
  ar: { title: 'كيف أدفع فاتورة الكهرباء', answer: 'من التطبيق أو من أي مكتب.', body: '' },
  en: { title: 'How to pay the electricity bill', answer: 'In the app or at any office.', body: '' },
  asked: 'وين أدفع الفاتورة',
  entity: 'electricity',
  category: 'power-cuts',
}

describe('an article', () => {
  test('is seen by residents once it is published, and a later draft is not', async (t) => {
    const { tools, people, db } = await aCountry(t)
    const { id, slug } = a.granted(await writeArticle(tools, people.electrician, undefined, AN_ARTICLE))
    assert.equal(slug, 'how-to-pay-the-electricity-bill')
    assert.equal(await findPublished(db, slug), undefined)
    a.granted(await publishArticle(tools, people.reviewer, id))
    a.granted(
      await writeArticle(tools, people.electrician, id, {
        ...AN_ARTICLE,
        ar: { ...AN_ARTICLE.ar, answer: 'من المكتب فقط.' },
      }),
    )
    assert.equal((await findPublished(db, slug))?.ar.answer, AN_ARTICLE.ar.answer)
    a.granted(await publishArticle(tools, people.reviewer, id))
    assert.equal((await findPublished(db, slug))?.ar.answer, 'من المكتب فقط.')
    const { versions } = a.granted(await openArticle(tools, people.reviewer, id))
    assert.deepEqual(
      versions.map(({ version }) => version),
      [2, 1],
    )
  })

  test('on the day it is to be looked at its owner hears of it once, and may say that it still holds', async (t) => {
    const { tools, people, db, clock } = await aCountry(t)
    const written = { ...AN_ARTICLE, entity: 'works', category: 'potholes' }
    const { id } = a.granted(await writeArticle(tools, people.liaison, undefined, written))
    a.granted(await publishArticle(tools, people.reviewer, id))
    const own = a.granted(
      await writeArticle(tools, people.reviewer, undefined, { ...AN_ARTICLE, entity: '' }),
    )
    a.granted(await publishArticle(tools, people.reviewer, own.id))
    const told = async ({ id: staff }: { id: string }) =>
      (
        await db.rows<{ path: string }>(
          sql`select facts->>'path' as path from notices where kind = 'article-due' and staff_id = ${staff}`,
        )
      ).map(({ path }) => path)
    assert.equal(await remindOfReviews(tools), 0)
    clock.forward({ hours: 24 * 190 })
    assert.equal(await remindOfReviews(tools), 2)
    assert.equal(await remindOfReviews(tools), 2)
    assert.deepEqual(await told(people.liaison), [`/desk/articles/${id}`])
    assert.deepEqual(await told(people.reviewer), [`/desk/articles/${own.id}`])
    assert.deepEqual(await told(people.electrician), [])

    assert.equal((await confirmArticle(tools, people.electrician, id)).ok, false)
    a.granted(await confirmArticle(tools, people.liaison, id))
    assert.equal(await remindOfReviews(tools), 1)
    clock.forward({ hours: 24 * 190 })
    await remindOfReviews(tools)
    assert.equal((await told(people.liaison)).length, 2, 'a new day is a new reminder')
  })

  test('is written by the liaison of its entity and nobody else’s, and published by the central office alone', async (t) => {
    const { tools, people } = await aCountry(t)
    assert.equal((await writeArticle(tools, people.liaison, undefined, AN_ARTICLE)).ok, false)
    assert.equal((await writeArticle(tools, people.analyst, undefined, AN_ARTICLE)).ok, false)
    const { id } = a.granted(await writeArticle(tools, people.electrician, undefined, AN_ARTICLE))
    assert.deepEqual(await publishArticle(tools, people.electrician, id), { ok: false, reason: 'not-found' })
    assert.deepEqual(await openArticle(tools, people.liaison, id), { ok: false, reason: 'not-found' })
    assert.equal((await listArticles(tools, people.liaison)).length, 0)
    assert.equal((await listArticles(tools, people.electrician)).length, 1)
  })

  test('that was withdrawn is neither found nor opened, and can be published again', async (t) => {
    const { tools, people, db } = await aCountry(t)
    const { id, slug } = a.granted(await writeArticle(tools, people.reviewer, undefined, AN_ARTICLE))
    a.granted(await publishArticle(tools, people.reviewer, id))
    assert.equal((await findArticles(db, 'ادفع فاتورة الكهربا'))[0]?.slug, slug)
    a.granted(await withdrawArticle(tools, people.releaser, id))
    assert.deepEqual(await findArticles(db, 'ادفع فاتورة الكهربا'), [])
    assert.equal(await findPublished(db, slug), undefined)
    a.granted(await publishArticle(tools, people.reviewer, id))
    assert.ok(await findPublished(db, slug))
  })

  test('may wait for its translation, but no language is half there', async (t) => {
    const { tools, people } = await aCountry(t)
    const write = (given: object) =>
      writeArticle(tools, people.reviewer, undefined, { ...AN_ARTICLE, ...given })
    const nothing = { title: '', answer: '', body: '' }
    assert.ok((await write({ en: nothing })).ok)
    assert.deepEqual(await write({ en: { ...nothing, title: 'Bills' } }), {
      ok: false,
      reason: 'invalid',
      details: { 'en.answer': 'required' },
    })
    assert.equal((await write({ ar: nothing, en: nothing })).ok, false)
  })

  test('is judged once by each reader, who may think again', async (t) => {
    const { tools, people } = await aCountry(t)
    const { id, slug } = a.granted(await writeArticle(tools, people.reviewer, undefined, AN_ARTICLE))
    a.granted(await publishArticle(tools, people.reviewer, id))
    const [one, other] = [Buffer.from('one'), Buffer.from('other')]
    await voteOnArticle(tools, slug, one, true)
    await voteOnArticle(tools, slug, one, false)
    await voteOnArticle(tools, slug, other, true)
    const { votes } = a.granted(await openArticle(tools, people.reviewer, id))
    assert.deepEqual(votes, [{ version: 1, helpful: 1, unhelpful: 1 }])
    assert.equal((await voteOnArticle(tools, 'no-such', one, true)).ok, false)
  })
})

describe('a good answer becomes an article', () => {
  test('without the names and numbers of its people', async (t) => {
    const country = await aCountry(t)
    const { tools, people } = country
    const state = await a.through(
      country,
      await a.routed(country),
      [
        a.staff(people.liaison),
        'reply',
        { ...a.A_REPLY, text: 'السيدة فاطمة، أصلحنا الحفرة. للاستفسار 33001122 أو help@works.example.' },
      ],
      [a.staff(people.reviewer), 'verify'],
      [a.staff(people.releaser), 'release'],
    )
    const { writing, language, category } = a.granted(await articleFromCase(tools, people.reviewer, state.id))
    assert.equal(language, 'ar')
    assert.equal(category, 'potholes')
    assert.equal(writing.answer, 'السيدة […]، أصلحنا الحفرة. للاستفسار […] أو […].')
    assert.doesNotMatch(JSON.stringify(writing), /فاطمة|3300|works\.example/)
  })

  test('only by the central office, and only once the resident has it', async (t) => {
    const country = await aCountry(t)
    const [waiting, answered] = [await a.verified(country), await a.answered(country)]
    const { tools, people } = country
    assert.equal((await articleFromCase(tools, people.reviewer, waiting.id)).ok, false)
    assert.equal((await articleFromCase(tools, people.liaison, answered.id)).ok, false)
    assert.ok((await articleFromCase(tools, people.releaser, answered.id)).ok)
    assert.ok((await residentView(tools, answered.id))?.answer)
  })
})

describe('the first articles', () => {
  const QUESTIONS: readonly (readonly [string, string])[] = [
    ['كيف اجدد جواز السفر', 'passport-renewal'],
    ['ابي اجدد الباسبور شنو المطلوب', 'passport-renewal'],
    ['how can i renew my passport please', 'passport-renewal'],
    ['وين وصلت شكوتي', 'follow-a-case'],
    ['نسيت الرقم السري حق الطلب', 'lost-number-or-pin'],
    ['الرد ما حل المشكلة كيف اعترض', 'object-to-an-answer'],
    ['كم يوم عشان تردون', 'how-long-does-it-take'],
    ['شو اعمل اذا انقطعت الكهربا', 'power-cut'],
    ['بدي احكي مع موظف', 'contact-a-person'],
    ['my electricity bill is very high', 'electricity-bill'],
    ['ضاعت الهوية تبعتي', 'identity-card'],
    ['which ministry is responsible', 'which-entity'],
  ]

  test('answer what people ask in their own words, and are sure of it', async (t) => {
    const { tools, db } = await aCountry(t)
    assert.ok((await plantArticles(tools, articleSeeds())) >= 20)
    for (const [question, slug] of QUESTIONS) {
      const [best] = await findArticles(db, question)
      t.diagnostic(`${best?.score.toFixed(2)} ${best?.slug} ← ${question}`)
      assert.equal(best?.slug, slug, question)
      assert.ok(best?.sure, `${question}: ${best?.score}`)
    }
  })

  test('are not offered as answers to what they do not speak of', async (t) => {
    const { tools, db } = await aCountry(t)
    await plantArticles(tools, articleSeeds())
    for (const question of [
      'كم سعر الذهب اليوم',
      'what is the capital of France',
      'asdf qwer',
      'متى مباراة المنتخب',
      'اريد وصفة كبسة',
    ]) {
      const [best] = await findArticles(db, question)
      t.diagnostic(`${best?.score.toFixed(2)} ${best?.slug} ← ${question}`)
      assert.ok(!best?.sure, `${question}: ${best?.slug}`)
    }
  })

  test('are found in spite of spelling', async (t) => {
    const { tools, db } = await aCountry(t)
    await plantArticles(tools, articleSeeds())
    for (const [query, slug] of [
      ['جواز', 'passport-renewal'],
      ['pasport', 'passport-renewal'],
      ['الكهرباءء', 'power-cut'],
    ] as const)
      assert.ok(
        (await findArticles(db, query)).some((each) => each.slug === slug),
        query,
      )
    assert.deepEqual(await findArticles(db, '  \u0000 '), [])
    assert.deepEqual(await findArticles(db, "' | ) & '' :*"), [])
  })

  test('are planted once', async (t) => {
    const { tools } = await aCountry(t)
    const count = await plantArticles(tools, articleSeeds())
    assert.equal(await plantArticles(tools, articleSeeds().slice(0, 1)), count)
  })
})
